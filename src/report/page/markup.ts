/** Markup that cannot be made by accident: whatever is put into a template is text, unless it is markup already. */
import { escapeMarkup } from '../escape.js'
import { printable } from '../terminal/printable.js'

export interface Markup {
  readonly markup: string
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[]

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeMarkup(printable(part))
  if (typeof part === 'number') return String(part)
  return isMarkup(part) ? part.markup : part.map(render).join('')
}

function isMarkup(part: Markup | readonly Part[]): part is Markup {
  return 'markup' in part
}

/** `html`…``: text and numbers are escaped and lose what hides or turns letters; null and false leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, index) => text + render(parts[index])).join('') }
}

/** Only for what is written here and never for what was read. */
export function trusted(markup: string): Markup {
  return { markup }
}

/** A text in which words between backticks are code. */
export function prose(text: string): Markup {
  const parts = text.split('`')
  if (parts.length % 2 === 0) return html`${text}`
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}
