/**
 * Text whose characters stand somewhere else in a file: an attribute value with entities, a PHP string with escapes,
 * several echoed pieces joined. `toFile(offset)` gives the UTF-16 offset in the file for an offset in `text`.
 */
export interface MappedText {
  readonly text: string
  toFile(offset: number): number
}

/** A slice of the file as it stands. */
export function sliceText(fileText: string, start: number, end: number): MappedText {
  return { text: fileText.slice(start, end), toFile: (offset) => start + offset }
}

/** Collects pieces of different origin into one mapped text. */
export class MappedTextBuilder {
  private text = ''
  /** Parallel arrays: from `at[i]` on, offset `o` of the text is `file[i] + (o - at[i])` (or `file[i]` when `fixed`). */
  private readonly at: number[] = []
  private readonly file: number[] = []
  private readonly fixed: boolean[] = []

  /** Adds text that stands in the file exactly so, beginning at `fileOffset`. */
  verbatim(piece: string, fileOffset: number): this {
    return this.add(piece, fileOffset, false)
  }

  /** Adds text that replaces a longer or shorter spelling at `fileOffset` (an escape, an entity, a hole). */
  replaced(piece: string, fileOffset: number): this {
    return this.add(piece, fileOffset, true)
  }

  /** Adds a text that is mapped already, run by run. */
  mapped(content: MappedText): this {
    const { text } = content
    for (let start = 0; start < text.length;) {
      const from = content.toFile(start)
      let end = start + 1
      while (end < text.length && content.toFile(end) === from + (end - start)) end++
      this.verbatim(text.slice(start, end), from)
      start = end
    }
    return this
  }

  private add(piece: string, fileOffset: number, fixed: boolean): this {
    if (piece.length === 0) return this
    this.at.push(this.text.length)
    this.file.push(fileOffset)
    this.fixed.push(fixed)
    this.text += piece
    return this
  }

  get length(): number {
    return this.text.length
  }

  /** `endOffset` is the file offset just after the last piece: what the end of the text maps to. */
  build(endOffset: number): MappedText {
    const { text, at, file, fixed } = this
    return {
      text,
      toFile(offset) {
        if (offset >= text.length) return endOffset
        let low = 0
        let high = at.length - 1
        while (low < high) {
          const middle = (low + high + 1) >> 1
          if ((at[middle] as number) <= offset) low = middle
          else high = middle - 1
        }
        const base = file[low] as number
        return fixed[low] ? base : base + (offset - (at[low] as number))
      },
    }
  }
}

/** The content of the literal that stands between two offsets, quotes included; `decoded` is its value. */
export function literalText(fileText: string, start: number, end: number, decoded: string): MappedText {
  const builder = new MappedTextBuilder()
  addLiteral(builder, decoded, start, end, fileText)
  return builder.build(end)
}

/** Adds a literal's decoded text; piecewise exact where the source spells characters as themselves. */
export function addLiteral(builder: MappedTextBuilder, decoded: string, start: number, end: number, fileText: string): void {
  const source = fileText.slice(start, end)
  const quoted = /^["'`]/.test(source) && source.endsWith(source[0] as string) && source.length >= 2
  const from = quoted ? start + 1 : start
  const raw = quoted ? source.slice(1, -1) : source
  if (raw === decoded) {
    builder.verbatim(decoded, from)
    return
  }
  const pieces = /\\(?:\r\n|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])|\r\n?|[^\\\r]+/g
  let used = 0
  for (const match of raw.matchAll(pieces)) {
    const text = match[0]
    const at = from + match.index
    if (text[0] !== '\\' && text[0] !== '\r') {
      if (!decoded.startsWith(text, used)) break
      builder.verbatim(text, at)
      used += text.length
      continue
    }
    const plain = text[0] === '\r' ? '\n' : escapeText(text)
    if (!decoded.startsWith(plain, used)) break
    builder.replaced(plain, at)
    used += plain.length
  }
  // A spelling we do not know: the rest stands at the literal's end.
  if (used < decoded.length) builder.replaced(decoded.slice(used), end)
}

const SIMPLE: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' }

function escapeText(escape: string): string {
  const body = escape.slice(1)
  const code = /^u\{([0-9a-fA-F]+)\}$/.exec(body) ?? /^u([0-9a-fA-F]{4})$/.exec(body) ?? /^x([0-9a-fA-F]{2})$/.exec(body)
  if (code) return String.fromCodePoint(Math.min(parseInt(code[1] as string, 16), 0x10ffff))
  if (/^\r?\n$|^\r$/.test(body)) return ''
  if (/^[0-7]{2,3}$/.test(body)) return String.fromCharCode(parseInt(body, 8))
  return SIMPLE[body] ?? body
}
