import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../src/configuration/configuration.js'
import { ScriptReader, type ScriptValue } from '../../../src/frameworks/reading/script-values.js'
import { HOLE } from '../../../src/parse/hole.js'
import { createProject } from '../../../src/project/project.js'
import { memoryTree } from '../../memory-tree.js'

/** What `export const answer = …` of `main.tsx` reads as. */
function read(main: string, others: Record<string, string> = {}): { reader: ScriptReader; answers: ScriptValue[] } {
  const files: Record<string, string> = { 'main.tsx': main, ...others }
  const project = createProject(memoryTree(files), defaultConfiguration)
  const reader = new ScriptReader({
    has: (path) => path in files,
    facts(path) {
      const facts = project.facts(path)
      if (!facts) throw new Error(path)
      return facts
    },
    resolve(from, specifier) {
      const path = posix.join(posix.dirname(from), specifier)
      return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => candidate in files) ?? null
    },
  })
  return { reader, answers: reader.exported('main.tsx', 'answer') }
}

function textsOf(main: string, others: Record<string, string> = {}): string[] {
  const { reader, answers } = read(main, others)
  return answers.flatMap((answer) => reader.texts(answer))
}

function itemTexts(main: string, others: Record<string, string> = {}): string[][] {
  const { reader, answers } = read(main, others)
  return answers.flatMap((answer) => reader.items(answer)).map((item) => reader.texts(item))
}

describe('texts', () => {
  it('follow constants through objects, enums, modules and re-exports', () => {
    expect(textsOf("import { ROUTES } from './paths'\nexport const answer = ROUTES.portal.home", {
      'paths.ts': "export * from './all'",
      'all.ts': "const portal = { home: '/portal' } as const\nexport const ROUTES = Object.freeze({ portal })",
    })).toEqual(['/portal'])
    expect(textsOf("enum Path { Login = '/login' }\nexport const answer = Path.Login")).toEqual(['/login'])
    expect(textsOf("import * as paths from './paths'\nexport const answer = paths.LOGIN", { 'paths.ts': "export const LOGIN = '/login'" }))
      .toEqual(['/login'])
  })

  it('join templates and concatenations', () => {
    expect(textsOf("const base = '/portal'\nexport const answer = `${base}/visits` + '/:id'")).toEqual(['/portal/visits/:id'])
  })

  it('are what a function of the project gives back for these arguments', () => {
    expect(textsOf("const under = (name: string) => `/portal/${name}`\nexport const answer = under('visits')")).toEqual(['/portal/visits'])
  })

  it('keep a hole for what only runs know', () => {
    expect(textsOf('export const answer = `/portal/${location.hash}`')).toEqual([`/portal/${HOLE}`])
    expect(textsOf("import { unknown } from 'package'\nexport const answer = unknown")).toEqual([HOLE])
  })

  it('are all branches of a condition', () => {
    expect(textsOf("export const answer = flag ? '/a' : '/b'")).toEqual(['/a', '/b'])
  })
})

describe('items', () => {
  it('follow spreads, concat, filter and fragments', () => {
    const joined = "const more = ['c']\nexport const answer = ['a', ...['b']].concat(more).filter(Boolean)"
    expect(itemTexts(joined)).toEqual([['a'], ['b'], ['c']])
    const { reader, answers } = read('export const answer = <><a/><><b/></></>')
    const names = answers.flatMap((answer) => reader.items(answer)).map((item) => {
      const shape = reader.shape(item)
      return shape?.kind === 'element' ? reader.elementName(item, shape) : ''
    })
    expect(names).toEqual(['a', 'b'])
  })

  it('keep together what one round of a map takes from one item', () => {
    const { reader, answers } = read("const pages = [{ path: '/a', name: 'A' }, { path: '/b', name: 'B' }]\n"
      + 'export const answer = pages.map(({ path, name }) => ({ path, title: `${name}!` }))')
    const textOf = (item: ScriptValue, name: string): string[] => reader.property(item, name).flatMap((value) => reader.texts(value))
    const items = answers.flatMap((answer) => reader.items(answer))
    const rows = items.map((item) => [...textOf(item, 'path'), ...textOf(item, 'title')])
    expect(rows).toEqual([['/a', 'A!'], ['/b', 'B!']])
  })
})

it('entries of a table give their values', () => {
  const table = "const table = { en: '/visit', es: '/cita' }\n"
  expect(itemTexts(`${table}export const answer = Object.entries(table).map(([language, path]) => path)`)).toEqual([['/visit'], ['/cita']])
  expect(itemTexts(`${table}export const answer = Object.entries(table).map(([language]) => language)`)).toEqual([[HOLE], [HOLE]])
  expect(itemTexts(`${table}export const answer = Others.entries(table).map(([language, path]) => path)`)).toEqual([])
})

describe('what never ends', () => {
  it('is given up: names that hold themselves, functions that call themselves', () => {
    expect(textsOf('let answer = answer\nexport { answer }')).toEqual([])
    expect(textsOf('const again = () => again()\nexport const answer = again()')).toEqual([HOLE])
    expect(textsOf("import { answer } from './other'\nexport { answer }", { 'other.ts': "export { answer } from './main'" })).toEqual([HOLE])
  })
})
