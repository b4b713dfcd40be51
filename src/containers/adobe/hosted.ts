/**
 * Custom code that a Launch library keeps in files of its own: `RC…-source.min.js` hands the library a text, which is
 * markup or a script. The library's rules say when it runs.
 * https://experienceleague.adobe.com/en/docs/experience-platform/tags/extensions/client/core/overview#custom-code
 */
import { lowerScript } from '../../facts/script/lower.js'
import { sliceText } from '../../parse/mapped-text.js'
import type { Container, Tag } from '../container.js'
import { plainText, templateText, type Piece, type Text } from '../reading/text.js'
import { CUSTOM_CODE, launchKnowledge, REFERENCE } from './knowledge.js'

export const hostedWords = ['_satellite.__registerScript']

/** UTF-16 code units: an engine that defines the function has the word as well. */
const LARGEST = 500_000

/** The name of such a file in an address: the same in the library and in the file itself. */
export function hostedKey(address: string): string | null {
  return /\b(RC[0-9a-z]{4,}-source)(?:\.min)?\.js\b/i.exec(address)?.[1] ?? null
}

export function readHosted(_path: string, text: string): Container | null {
  if (text.length > LARGEST || !/_satellite\.__registerScript\(/.test(text)) return null
  const { facts: script } = lowerScript({
    code: sliceText(text, 0, text.length), goal: 'script', jsx: false, typescript: false, server: false, element: null, attribute: null,
  })
  for (const { value } of script.calls) {
    const call = script.values[value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    if (call?.kind !== 'call' || callee?.kind !== 'member' || callee.name !== '__registerScript') continue
    const [address, code] = call.arguments.map((id) => script.values[id])
    if (address?.kind !== 'constant' || code?.kind !== 'constant' || typeof code.value !== 'string') continue
    const key = hostedKey(String(address.value))
    const place = { start: address.start, end: address.end }
    return key === null ? null : containerOf(text, key, place, codeText(text, { start: code.start, end: code.end }, code.value))
  }
  return null
}

/** Markup as it stands; a script as markup that holds it. */
function codeText(fileText: string, span: { start: number; end: number }, code: string): Text {
  const text = templateText(fileText, span, code, REFERENCE)
  if (/^\s*</.test(code)) return text
  const around = (tag: string): Piece => ({ ...plainText(fileText, { start: span.start, end: span.start }, tag).pieces[0] as Piece })
  return { ...text, pieces: [around('<script>'), ...text.pieces, around('</script>')] }
}

function containerOf(text: string, key: string, place: { start: number; end: number }, source: Text): Container {
  const tag: Tag = {
    start: 0, end: text.length, name: `custom code ${key}`, place, type: CUSTOM_CODE, parameters: new Map([['source', { kind: 'text', text: source }]]),
    fires: [0], blocks: [], brings: [], state: 'fires', folder: null, consent: { status: 'not-set', types: [] }, template: null, notes: null, key,
  }
  return {
    start: 0, end: text.length, manager: 'adobe-launch', form: 'custom code of a library of Adobe Experience Platform Tags', knows: launchKnowledge,
    id: null, name: key, date: null, side: 'page', tags: [tag], variables: new Map(), isPart: true, notRead: [], problems: [],
    triggers: [{ name: key, place, event: { kind: 'any' }, test: { kind: 'open' }, says: 'a rule of its library' }],
  }
}
