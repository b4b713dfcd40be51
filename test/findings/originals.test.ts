/** Built files with their maps: the place in the source, and one report where both lie in the tree. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import { memoryTree } from '../memory-tree.js'

const source = '\n\nexport function send() {\n  window.fbq("track", "Lead")\n}\nsend()\n'
const built = '(()=>{window.fbq("track","Lead")})();\n//# sourceMappingURL=app.js.map\n'
// Column 6 of the built file is column 3 of line 4.
const map = JSON.stringify({ version: 3, sources: ['../src/send.js'], names: [], mappings: 'MAGE' })
const page = '<!doctype html><script src="/dist/app.js"></script>'

const told = (files: Record<string, string>): string[] => run(memoryTree(files), defaultConfiguration, { rules }).findings
  .map(({ file, original }) => (original ? `${file} <- ${original.file}:${original.line}:${original.column}` : file))

describe('a built file', () => {
  it('names the place in the source', () => {
    expect(told({ 'portal/login.html': page, 'dist/app.js': built, 'dist/app.js.map': map })).toEqual(['dist/app.js <- src/send.js:4:3'])
  })

  it('may have a map that it does not name', () => {
    const [text = ''] = built.split('\n')
    expect(told({ 'portal/login.html': page, 'dist/app.js': text, 'dist/app.js.map': map })).toEqual(['dist/app.js <- src/send.js:4:3'])
  })

  it('may have its map in it', () => {
    const url = `data:application/json;base64,${Buffer.from(map).toString('base64')}`
    expect(told({ 'portal/login.html': page, 'dist/app.js': built.replace('app.js.map', url) })).toEqual(['dist/app.js <- src/send.js:4:3'])
  })

  it('has none when there is no map', () => {
    expect(told({ 'portal/login.html': page, 'dist/app.js': built })).toEqual(['dist/app.js'])
  })

  it('is not told again where the source reaches the same routes', () => {
    const files = { 'src/send.js': source, 'dist/app.js': built, 'dist/app.js.map': map }
    const both = `${page}<script type="module" src="/src/send.js"></script>`
    expect(told({ ...files, 'portal/login.html': both })).toEqual(['src/send.js'])
  })

  it('is told where the source does not', () => {
    const files = { 'src/send.js': source, 'dist/app.js': built, 'dist/app.js.map': map }
    expect(told({ ...files, 'portal/login.html': page })).toEqual(['dist/app.js <- src/send.js:4:3'])
  })

  it('counts the lines of a snippet in a text', () => {
    const text = 'var a=`\n\nfbq("track","Lead")`;document.head.append(Object.assign(document.createElement("script"),{text:a}))\n'
    const literal = JSON.stringify({ version: 3, sources: ['../src/send.js'], names: [], mappings: 'MAGE' })
    const found = run(memoryTree({ 'dist/app.js': text, 'dist/app.js.map': literal }), defaultConfiguration).sightings
    const lines = found.filter(({ tracker }) => tracker === 'meta-pixel').map(({ original: place }) => place?.line)
    expect(new Set(lines)).toEqual(new Set([6]))
  })

  // Each line of a text as SWC writes it: a segment that names no source.
  const marked = 'MAGE;A;A'
  const snippet = 'var a=`\n\n  fbq("track","Lead")\n`;document.head.append(Object.assign(document.createElement("script"),{text:a}))\n'
  const linesWith = (content: string): (number | undefined)[] => {
    const literal = JSON.stringify({ version: 3, sources: ['../src/send.js'], sourcesContent: [content], names: [], mappings: marked })
    return run(memoryTree({ 'dist/app.js': snippet, 'dist/app.js.map': literal }), defaultConfiguration).sightings
      .filter(({ event }) => event === 'Lead').map(({ original: place }) => place?.line)
  }

  it('finds the line of a text whose lines are marked as nobody’s', () => {
    expect(linesWith('\n\n\nconst a = `\n\n  fbq("track","Lead")\n`\n')).toEqual([6])
  })

  it('takes no line that holds another text', () => {
    expect(linesWith('\n\n\nconst a = other()\n\nexport function nothing() {}\n')).toEqual([undefined])
  })
})
