/** Bytes of a file → its text, whatever encoding an editor of some year left behind. */
import { isAscii, isUtf8 } from 'node:buffer'

/** A text has no zero bytes near its beginning; this is where git looks, too. */
const BINARY_LOOK = 8000

// What windows-1252 has where latin1 has control characters (https://encoding.spec.whatwg.org/index-windows-1252.txt).
// Node's own decoder of that name reads latin1 in several releases (https://github.com/nodejs/node/issues/56542).
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function swapped(bytes: Buffer): Buffer {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16()
}

/**
 * The text without a byte-order mark, or undefined for a binary file. UTF-8; UTF-16 with a byte-order mark; anything
 * else is read as windows-1252, in which every byte is a character.
 */
export function decodeText(bytes: Buffer): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le', 2)
  if (first === 0xfe && second === 0xff) return swapped(bytes.subarray(2)).toString('utf16le')
  if (bytes.subarray(0, BINARY_LOOK).includes(0)) return undefined
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  const content = marked ? bytes.subarray(3) : bytes
  if (isAscii(content)) return content.toString('latin1')
  if (isUtf8(content)) return content.toString('utf8')
  return content.toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => western.charAt(letter.charCodeAt(0) - 0x80))
}
