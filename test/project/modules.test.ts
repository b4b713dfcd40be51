import { describe, expect, it } from 'vitest'
import { reachOf } from '../frameworks/read-routes.js'

/** Two pages of a plain site, with a module each, and what is between. */
function site(first: string, second: string, others: Record<string, string>): Record<string, string> {
  const page = (name: string): string => `<!doctype html><html><body><script type="module" src="/${name}.js"></script></body></html>`
  return { 'first.html': page('first'), 'second.html': page('second'), 'first.js': first, 'second.js': second, ...others }
}

describe('what a module exports reaches those who take it', () => {
  it('by name, through re-exports', () => {
    const files = site("import { a } from './barrel.js'\na()", "import { b } from './barrel.js'\nb()", {
      'barrel.js': "export * from './both.js'",
      'both.js': 'export function a() {}\nexport const b = () => {}',
    })
    expect(reachOf(files, 'both.js', 'a')).toEqual(['/first.html'])
    expect(reachOf(files, 'both.js', 'b')).toEqual(['/second.html'])
    expect(reachOf(files, 'both.js')).toEqual(['/first.html', '/second.html'])
  })

  it('also as CommonJS: by name, as one object, and all of it', () => {
    const users = ["const { a } = require('./both.js')\na()", "const { b } = require('./both.js')\nb()"] as const
    for (const both of [
      'exports.a = () => {}\nexports.b = () => {}',
      'function a() {}\nfunction b() {}\nmodule.exports = { a, b }',
      'const a = () => {}\nconst b = () => {}\nmodule.exports.a = a\nmodule.exports.b = b',
    ]) {
      const files = site(...users, { 'both.js': both })
      expect(reachOf(files, 'both.js', 'a'), both).toEqual(['/first.html'])
      expect(reachOf(files, 'both.js', 'b'), both).toEqual(['/second.html'])
    }
    const whole = site("const both = require('./both.js')\nboth.a()", 'run()', { 'both.js': 'function a() {}\nmodule.exports = { a }' })
    expect(reachOf(whole, 'both.js', 'a')).toEqual(['/first.html'])
  })

  it('is not run by giving it a property', () => {
    const both = "export const A = memo(Inner)\nA.displayName = 'A'\nfunction Inner() {}\nexport const B = 1"
    const files = site("import { A } from './both.js'\nrender(A)", "import { B } from './both.js'\nuse(B)", { 'both.js': both })
    expect(reachOf(files, 'both.js', 'Inner')).toEqual(['/first.html'])
  })

  it('is run by a call when the module loads', () => {
    const files = site("import './both.js'", 'run()', { 'both.js': 'start()\nfunction start() {}' })
    expect(reachOf(files, 'both.js', 'start')).toEqual(['/first.html'])
  })
})

describe('one name of a module', () => {
  const both = { 'both.js': 'export function a() {}\nexport function b() {}' }

  it.each([
    ['taken from a namespace', "import * as both from './both.js'\nboth.a()", "import * as both from './both.js'\nboth.b()"],
    ['of a namespace that is handed on by a barrel', "import * as parts from './barrel.js'\nparts.a()", "import * as parts from './barrel.js'\nparts.b()"],
    ['taken when it is loaded late', "import('./both.js').then((m) => m.a())", "import('./both.js').then(({ b }) => b())"],
    ['taken after waiting', "const { a } = await import('./both.js')\na()", "const run = async () => (await import('./both.js')).b()\nexport default run()"],
  ])('reaches those who take it: %s', (_, first, second) => {
    const files = site(first, second, { ...both, 'barrel.js': "export * from './both.js'" })
    expect(reachOf(files, 'both.js', 'a')).toEqual(['/first.html'])
    expect(reachOf(files, 'both.js', 'b')).toEqual(['/second.html'])
  })

  it('reaches those who take the whole, too', () => {
    const files = site("import * as both from './both.js'\nrun(both)", "import('./both.js').then((m) => run(m))", both)
    expect(reachOf(files, 'both.js', 'a')).toEqual(['/first.html', '/second.html'])
  })
})

describe('a pattern brings in what nothing else does', () => {
  const pages = { 'pages/home.js': 'start()', 'pages/deep/visit.js': 'start()', 'pages/home.css': '' }

  it.each([
    ['all that a glob names', "import.meta.glob('./pages/**/*.js', { eager: true })", ['/first.html likely'], ['/first.html likely']],
    ['none that it leaves out', "import.meta.glob(['./pages/**/*.js', '!**/deep/**'])", ['/first.html likely'], []],
    ['one folder alone', "import.meta.glob('/pages/*.js')", ['/first.html likely'], []],
    ['a context', "require.context('./pages', true, /\\.js$/)", ['/first.html likely'], ['/first.html likely']],
    ['a flat context', "require.context('./pages/', false)", ['/first.html likely'], []],
    ['a context of other files', "require.context('./pages', true, /\\.vue$/)", [], []],
    ['a name that is made later', 'const load = (name) => import(`./pages/${name}.js`)\nload(x)', ['/first.html possible'], ['/first.html possible']],
    ['the same, joined', "const load = (name) => import('./pages/' + name)\nload(x)", ['/first.html possible'], ['/first.html possible']],
    ['nothing, where nobody calls it', 'export const load = (name) => import(`./pages/${name}.js`)', [], []],
    ['nothing, for a name that is wholly unknown', 'const load = (name) => import(`${name}`)\nload(x)', [], []],
  ])('%s', (_, code, home, deep) => {
    const files = site(code, 'run()', pages)
    expect(reachOf(files, 'pages/home.js')).toEqual(home)
    expect(reachOf(files, 'pages/deep/visit.js')).toEqual(deep)
  })

  it('and not what an import names', () => {
    const files = site("import.meta.glob('./pages/*.js')", "import './pages/home.js'", pages)
    expect(reachOf(files, 'pages/home.js')).toEqual(['/second.html'])
  })
})
