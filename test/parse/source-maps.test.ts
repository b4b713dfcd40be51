/** Where a place of a built file stood before: references, maps of all forms, and the names of their sources. */
import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../src/parse/source-maps/names.js'
import { dataOf, mapReference, readSourceMap } from '../../src/parse/source-maps/read.js'

describe('the reference to a map', () => {
  const cases: [string, string, string | null][] = [
    ['a file', 'send()\n//# sourceMappingURL=app.js.map\n', 'app.js.map'],
    ['as it was written once', 'send()\n//@ sourceMappingURL=app.js.map', 'app.js.map'],
    ['of a style sheet', 'a {}\n/*# sourceMappingURL=app.css.map */', 'app.css.map'],
    ['the last one counts', '//# sourceMappingURL=a.map\nsend()\n//# sourceMappingURL=b.map', 'b.map'],
    ['a string that mentions one', 'send("sourceMappingURL=a.map")', null],
    ['none', 'send()', null],
  ]
  it.each(cases)('%s', (_, text, expected) => expect(mapReference(text)).toBe(expected))

  it('may hold the map itself', () => {
    expect(dataOf(`data:application/json;charset=utf-8;base64,${Buffer.from('{"é":1}').toString('base64')}`)).toBe('{"é":1}')
    expect(dataOf('data:application/json,%7B%7D')).toBe('{}')
    expect(dataOf('data:application/json,%')).toBe(null)
    expect(dataOf('app.js.map')).toBe(null)
  })
})

describe('a map', () => {
  // Two segments in line 1: column 0 is a.ts 3:1, column 9 is b.ts 1:5.
  const plain = { version: 3, sources: ['a.ts', 'b.ts'], names: [], mappings: 'AAEA,SCFI' }

  it('says where a place stood', () => {
    const map = readSourceMap(JSON.stringify(plain))
    expect(map?.original(1, 4, 1)).toEqual({ source: 'a.ts', line: 3, column: 1, from: { line: 1, column: 1 }, isAcrossUnmapped: false })
    expect(map?.original(1, 10, 1)).toEqual({ source: 'b.ts', line: 1, column: 5, from: { line: 1, column: 10 }, isAcrossUnmapped: false })
  })

  it('may begin with what servers put in front', () => {
    expect(readSourceMap(`)]}'\n${JSON.stringify(plain)}`)?.sources).toEqual(['a.ts', 'b.ts'])
  })

  it('may be in sections, and have a root', () => {
    const map = readSourceMap(JSON.stringify({
      version: 3, sections: [{ offset: { line: 0, column: 0 }, map: plain }, { offset: { line: 2, column: 0 }, map: { ...plain, sourceRoot: 'src' } }],
    }))
    expect(map?.original(3, 4, 1)?.source).toBe('src/a.ts')
  })

  it('says nothing of what is made by the bundler, and the next place inside is taken', () => {
    const map = readSourceMap(JSON.stringify({ version: 3, sources: ['a.ts'], names: [], mappings: 'A,IAAA' }))
    expect(map?.original(1, 1, 2)).toBe(null)
    expect(map?.original(1, 1, 9)).toMatchObject({ source: 'a.ts', line: 1 })
  })

  it.each(['', '{', '[]', '{"version":3}', 'null'])('is not what %j is', (text) => {
    expect(readSourceMap(text)?.original(1, 1, 1) ?? null).toBe(null)
  })
})

describe('the file that a source is', () => {
  const files = ['src/lib/track.ts', 'src/index.ts', 'admin/index.ts', 'dist/app.js', 'packages/web/src/page.tsx']
  const paths = { has: (path: string) => files.includes(path), named: (name: string) => files.filter((path) => path.endsWith(`/${name}`)) }
  const cases: [string, string][] = [
    ['../src/lib/track.ts', 'src/lib/track.ts'],
    ['webpack://shop/./src/lib/track.ts', 'src/lib/track.ts'],
    ['webpack:///src/lib/track.ts?1a2b', 'src/lib/track.ts'],
    ['turbopack:///[project]/src/lib/track.ts', 'src/lib/track.ts'],
    ['file:///home/me/shop/src/lib/track.ts', 'src/lib/track.ts'],
    ['webpack://web/./src/page.tsx', 'packages/web/src/page.tsx'],
    // A name that several files have is none of them.
    ['webpack://shop/./index.ts', 'index.ts'],
    ['webpack://shop/node_modules/left/pad.js', 'node_modules/left/pad.js'],
    ['../lib/gone.ts', 'lib/gone.ts'],
  ]
  it.each(cases)('%s', (source, expected) => expect(sourceFile(source, 'dist/app.js.map', paths)).toBe(expected))
})
