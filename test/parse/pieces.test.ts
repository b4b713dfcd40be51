/** Tokens and pieces of large scripts. */
import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../src/parse/pieces/pieces.js'
import { Kind, tokensOf } from '../../src/parse/pieces/tokens.js'

describe('tokens', () => {
  const texts = (text: string, kind: Kind): string[] => {
    const tokens = tokensOf(text)
    if (!tokens) return ['no script']
    return [...Array(tokens.count).keys()].filter((at) => tokens.kinds[at] === kind)
      .map((at) => text.slice(tokens.starts[at], tokens.ends[at]))
  }

  it.each([
    ['a regular expression where a value is missing', 'x = /[/"]/g.test(y); return /a\\/b/', ['/[/"]/g', '/a\\/b/']],
    ['behind a condition', 'if (a) /"/.test(b)', ['/"/']],
    ['behind a block', 'function f() {} /"/.exec(a)', ['/"/']],
    ['a division', 'a / b / c; (a) / 2; a[0] / 2; i++ / 2; o.in / 2 / x', []],
  ])('tell divisions from regular expressions: %s', (_, text, expected) => expect(texts(text, Kind.Expression)).toEqual(expected))

  it('split templates at their expressions, however deep', () => {
    expect(texts('`a${`b${c}d`}e` + "f"', Kind.Template)).toEqual(['`a', '`b', '}d`', '}e`'])
    expect(texts('`a${ {b: "}"}.b }c`', Kind.Name)).toEqual(['b', 'b'])
  })

  it('leave out comments', () => {
    expect(texts('a /* ) " */ ; // } \nb', Kind.Name)).toEqual(['a', 'b'])
  })

  it.each(['a(', 'a)', '(]', '"a', '/* a', '`${'])('are none where brackets or quotes do not fit: %s', (text) => {
    expect(tokensOf(text)).toBeNull()
  })
})

describe('pieces', () => {
  const told = (text: string): string[] => {
    const { pieces, words } = piecesOf(text) ?? { pieces: [], words: [] }
    const names = (list: readonly number[]): string => list.map((word) => words[word]).join(' ')
    return pieces.map(({ declares, mentions, modules, loads }) => [names(declares), names(mentions), modules.join(' '), loads.join(' ')].join(' | '))
  }

  it.each<[string, string, string[]]>([
    ['declarations and what they use', 'function a(b) { c(b) } var d = () => a(e)', ['a | c |  | ', 'd | a e |  | ']],
    ['several in one statement', 'let a = 1, b = a, { c, d: [e] } = b', ['a |  |  | ', 'b | a |  | ', 'c e | b |  | ']],
    ['names of functions inside are their own', 'a = (b, { c }) => { let d = b + c; for (const e of d) f(e) }', ['a | f |  | ']],
    ['and of no others', 'a = [b => b, b]', ['a | b |  | ']],
    ['a method, a key and a member are no names', 'a = { b: c, d(e) { return e.f } }', ['a | c |  | ']],
    ['a member that is set belongs to its object', 'a.prototype.b = function () { c() }', ['a | c |  | ']],
    ['conditions declare nothing', 'function a() { if (b) { c() } }', ['a | b c |  | ']],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))

  it('know what they give names of others, also in braces', () => {
    const { pieces, words } = piecesOf('var a, b, c; b = 1; var setUp = once(() => { c = make(); a == c; let d; d = 2 })') ?? { pieces: [], words: [] }
    const names = (list: readonly number[]): string => list.map((word) => words[word]).join(' ')
    expect(pieces.map(({ declares, writes }) => `${names(declares)} | ${names(writes)}`)).toEqual(['a | ', 'b | ', 'c | ', 'b | b', 'setUp | c'])
  })

  it('of a table of modules are its entries', () => {
    const filler = `/* ${' '.repeat(30_000)} */`
    const text = `(() => { var t = { 12: (e, x, r) => { r(13).send() }, "./b": function (e) { e.exports = 1 }, ${filler} 13(e) {} } })()`
    expect(told(text).filter((line) => /12|13/.test(line))).toEqual([' |  | 12 | 13', ' |  | 13 | '])
  })

  it('keep the braces that hold names', () => {
    const bodies = (text: string): string[] => (piecesOf(text)?.pieces ?? [])
      .flatMap((piece) => piece.bodies.map(({ start, end }) => text.slice(start, end)))
    expect(bodies('import { a } from "b"; export { a }; const { c } = d; import e, { f } from "g"')).toEqual([])
    expect(bodies('var a = { b: 1 }; class C { d() {} }; x(() => { y() })')).toEqual([' b: 1 ', ' d() {} ', ' y() '])
  })
})
