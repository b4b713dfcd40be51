/** Text of the scanned tree inside of markup: it stays text. */

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/** For the content of elements and for attributes in quotes, in HTML and in XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string)
}

/** Half characters, which no encoding knows. */
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The path of a URL (RFC 3986). */
export function encodePath(path: string): string {
  return path.replace(lone, '\ufffd').split('/').map(encodeURIComponent).join('/')
}
