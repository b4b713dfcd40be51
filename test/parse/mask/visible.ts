import type { Language } from '../../../src/parse/languages.js'
import { HOLE } from '../../../src/parse/hole.js'
import { mask } from '../../../src/parse/mask/index.js'
import { readMarkup } from '../../../src/parse/markup.js'

/** The masked text, with `□` for a row of holes and one space for a row of spaces. */
export function visible(text: string, language: Language): string {
  return short(mask(text, language).text)
}

function short(text: string): string {
  return text.replace(new RegExp(`${HOLE}+`, 'g'), '□').replace(/ +/g, ' ')
}

/** The spans as `kind:code`. */
export function spans(text: string, language: Language): string[] {
  return mask(text, language).spans.map(({ kind, code }) => `${kind}:${code}`)
}

/** The strings of the code with `□` for each hole. */
export function strings(text: string, language: Language): string[] {
  return mask(text, language).strings.map(({ content }) => content.text.replaceAll(HOLE, '□'))
}

/** The start tags that an HTML parser finds in the masked text: name and attributes. */
export function tags(text: string, language: Language): string[] {
  return readMarkup(mask(text, language).text).elements.map(({ tag, attributes }) =>
    short([tag, ...attributes.map(({ name, value }) => `${name}=${value.text}`)].join(' ')),
  )
}
