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
