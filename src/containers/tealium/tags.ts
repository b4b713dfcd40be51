/**
 * `utag.js` of Tealium iQ: a script that the tag manager writes, with a table of the tags it loads. It is read as the
 * script that it is, extensions and tags inside it as well; the code of other tags lies in files of their own
 * (`utag.12.js`), and a problem says which there are.
 * https://docs.tealium.com/platforms/javascript/load-order/
 */
import type { UnreadForm } from '../container.js'

const TABLE = /\butag\.loader\.cfg\s*=\s*\{(?=\s*["']?\d)/
const ENTRY = /\s*["']?(\d+)["']?\s*:\s*\{([^{}]*)\}\s*,?/y
const PROFILE = /\butid\s*:\s*["']([\w.-]+\/[\w.-]+)\/\d+["']|\bpath\s*:\s*["'][^"']*\/utag\/([\w.-]+\/[\w.-]+)\/\w+\/["']/

export const tealium: UnreadForm = { word: 'utag.loader.cfg', is: TABLE, message: listOfTags }

export interface TealiumTag {
  id: string
  /** Number of the template it is made of. */
  template: string | null
  /** It is loaded at all. */
  isOn: boolean
}

/** The tags of the table in its order; empty for a text without one. */
export function tagsOf(text: string): TealiumTag[] {
  const match = TABLE.exec(text)
  const found: TealiumTag[] = []
  if (!match) return found
  ENTRY.lastIndex = match.index + match[0].length
  for (let item = ENTRY.exec(text); item !== null; item = ENTRY.exec(text)) {
    const [, id = '', body = ''] = item
    found.push({ id, template: /\btid["']?\s*:\s*["']?(\d+)/.exec(body)?.[1] ?? null, isOn: !/\bload["']?\s*:\s*["']?0\b/.test(body) })
  }
  return found
}

/** How many tags a sentence names. */
const NAMED = 12

function listOfTags(text: string): string {
  const tags = tagsOf(text).filter(({ isOn }) => isOn)
  const profile = PROFILE.exec(text)
  const named = tags.slice(0, NAMED).map(({ id, template }) => (template === null ? id : `${id} (template ${template})`))
  const more = tags.length > NAMED ? ` and ${tags.length - NAMED} more` : ''
  const whose = profile ? ` ${profile[1] ?? profile[2] ?? ''}` : ''
  return `is the utag.js of the Tealium profile${whose}: read as a script; what its tags load from files of their own is not checked: `
    + `${named.join(', ')}${more}`
}
