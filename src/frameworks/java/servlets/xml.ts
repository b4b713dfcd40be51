/** Elements of configuration files, by name: enough for flat descriptors, and safe for any text. */

export interface XmlElement {
  /** Value of an attribute, or null. */
  attribute(name: string): string | null
  /** What stands between the tags; empty for one that closes itself. */
  body: string
  start: number
}

/** The text without comments. */
export function withoutXmlComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
}

/** All elements of a name, wherever they stand, in order; prefixes of names are not looked at. */
export function xmlElements(xml: string, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const opening = new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s/>])([^<>]{0,4000})>`, 'g')
  const closing = new RegExp(`</(?:[\\w-]+:)?${name}\\s*>`, 'g')
  let isClosed = true
  for (const match of xml.matchAll(opening)) {
    const attributes = match[1] as string
    const from = match.index + match[0].length
    closing.lastIndex = from
    const isEmpty = attributes.endsWith('/')
    const end = isEmpty || !isClosed ? null : closing.exec(xml)
    // Where one has no end, none that follows has.
    if (!isEmpty && !end) isClosed = false
    const body = end ? xml.slice(from, end.index) : ''
    found.push({ attribute: (wanted) => attributeOf(attributes, wanted), body, start: match.index })
  }
  return found
}

function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match ? decode(match[1] ?? match[2] ?? '') : null
}

/** Text of the first element of a name, trimmed; null when there is none. */
export function xmlText(xml: string, name: string): string | null {
  const [first] = xmlElements(xml, name)
  return first ? decode(first.body.trim()) : null
}

function decode(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
}
