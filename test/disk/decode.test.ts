import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/disk/tree.js'

describe('bytes of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('Größe 日本'), 'Größe 日本'],
    ['UTF-8 with a byte-order mark', Buffer.from('\uFEFFabc ü'), 'abc ü'],
    ['UTF-16, little end first', Buffer.from('\uFEFFGröße', 'utf16le'), 'Größe'],
    ['UTF-16, big end first', Buffer.from('\uFEFFGröße', 'utf16le').swap16(), 'Größe'],
    ['UTF-16, cut in the middle of a unit', Buffer.from([0xfe, 0xff, 0x00, 0x61, 0x00]), 'a'],
    ['windows-1252', Buffer.from([0x93, 0x47, 0x72, 0xf6, 0xdf, 0x65, 0x94, 0x80]), '“Größe”€'],
    ['nothing', Buffer.alloc(0), ''],
  ])('are read as %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text)
  })

  it('are no text when there are zeros among them', () => {
    expect(decodeText(Buffer.from([0x89, 0x50, 0x00, 0x01]))).toBeUndefined()
  })
})
