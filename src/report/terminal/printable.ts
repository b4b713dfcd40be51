/** Text of the scanned tree on a terminal: without what could move the cursor, hide text or change its order. */

// C0, DEL and C1 controls; bidirectional controls (https://trojansource.codes); invisible marks; half characters.
const harmful = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** One line, without control characters; white space of any kind becomes spaces. */
export function printable(text: string): string {
  return text.replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ').replace(harmful, '')
}

/** As `printable`, but something is seen where something was: for code frames without tabs. */
export function printableCode(text: string): string {
  return text.replace(harmful, '\u00b7')
}

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const pictograph = /\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

/** Cells that a text takes on a terminal. */
export function cellWidth(text: string): number {
  if (/^[\u0020-\u02ff]*$/.test(text)) return text.length
  let width = 0
  for (const character of text) {
    if (/\p{Mn}/u.test(character)) continue
    width += wide.test(character) || pictograph.test(character) ? 2 : 1
  }
  return width
}

/** Breaks a text into lines of at most `width` cells, between words where there are any. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && cellWidth(line) + 1 + cellWidth(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines
}

/** As many of the characters as `width` cells hold. */
function take(characters: Iterable<string>, width: number): string[] {
  const taken: string[] = []
  let used = 0
  for (const character of characters) {
    used += cellWidth(character)
    if (used > width) break
    taken.push(character)
  }
  return taken
}

/** Cuts a text to `width` cells, with an ellipsis where its end is missing. */
export function fit(text: string, width: number): string {
  // Marks that take no cell are few: so much of a long text fills the width.
  const beginning = text.slice(0, Math.max(0, width) * 8 + 100)
  if (beginning.length === text.length && cellWidth(text) <= width) return text
  return width < 1 ? '' : `${take(beginning, width - 1).join('')}…`
}

/** Cuts a text to `width` cells, with an ellipsis where its beginning is missing. */
export function fitEnd(text: string, width: number): string {
  if (cellWidth(text) <= width) return text
  return width < 1 ? '' : `…${take([...text].reverse(), width - 1).reverse().join('')}`
}

/** Fills up with spaces to `width` cells. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)))
}
