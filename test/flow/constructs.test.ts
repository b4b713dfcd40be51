/**
 * One small file a construct, in fixtures/flow. A line with `sink(…)` says in a comment what reaches it: `// leak: a, b`
 * names the sources, `// clean` that nothing does. `// file: name.js` begins another file of the same project.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sinksOf, toy } from './toy.js'

const root = fileURLToPath(new URL('../../fixtures/flow', import.meta.url))
const fixtures = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')).sort()

/** Splits a fixture at its `// file:` lines. The first part has the fixture's own name. */
function partsOf(name: string, text: string): Record<string, string> {
  const parts: Record<string, string> = {}
  let current = name.slice(name.lastIndexOf('/') + 1)
  for (const line of text.split('\n')) {
    const next = /^(?:\/\/|<!--) file: (\S+)/.exec(line)
    if (next) current = next[1] as string
    parts[current] = `${parts[current] ?? ''}${next ? '' : line}\n`
  }
  return parts
}

function expectations(text: string): Map<number, string[]> {
  const found = new Map<number, string[]>()
  text.split('\n').forEach((line, index) => {
    if (!/\bsink\(/.test(line)) return
    const said = /(?:\/\/|<!--|\{?\/\*)\s*(?:leak: (.*?)|(clean))\s*(?:-->|\*\/\}?)?$/.exec(line)
    if (!said) throw new Error(`line ${index + 1} does not say what reaches its sink: ${line}`)
    found.set(index + 1, said[2] ? [] : (said[1] as string).split(', ').sort())
  })
  return found
}

describe('constructs', () => {
  it('are many, in both directions', () => {
    const lines = fixtures.flatMap((name) => readFileSync(join(root, name), 'utf8').split('\n')).filter((line) => /\bsink\(/.test(line))
    expect(fixtures.length).toBeGreaterThanOrEqual(150)
    expect(lines.filter((line) => line.includes('clean')).length).toBeGreaterThanOrEqual(150)
    expect(lines.filter((line) => line.includes('leak')).length).toBeGreaterThanOrEqual(150)
  })

  it.each(fixtures)('%s', (name) => {
    const parts = partsOf(name, readFileSync(join(root, name), 'utf8'))
    const project = toy(parts)
    for (const [path, text] of Object.entries(parts)) {
      const found = Object.fromEntries(sinksOf(project, path))
      expect(found, path).toEqual(Object.fromEntries(expectations(text)))
    }
  })
})
