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
