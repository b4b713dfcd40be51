/** What FreeMarker and Mustache bring in: libraries of macros where they are called, parents with their blocks. */
import type { ParsedFile } from '../../parse/document.js'
import type { TemplateBlock, TemplateReference } from '../facts.js'
import { macroPart } from '../template-blocks.js'

type Reference = Omit<TemplateReference, 'block'>

// ---------------------------------------------------------------------------------------------------------------------
// https://freemarker.apache.org/docs/ref_directive_macro.html

const MACRO = /^#(?:macro|function)\s+(?:"([^"]+)"|([\w.]+))/
const END = /^\/#(?:macro|function)\b/
const CALL = /^@(?:([\w.]+)\.)?(\w+)/
const IMPORT = /^#import\s+(["'])(.*?)\1\s+as\s+(\w+)/
const INCLUDE = /^#include\s+(\S[^]*)$/

export function freemarkerBlocks({ language, spans, text }: ParsedFile): TemplateBlock[] {
  if (language !== 'freemarker') return []
  const blocks: TemplateBlock[] = []
  const open: TemplateBlock[] = []
  for (const { kind, code, start, end } of spans) {
    if (kind === 'comment') continue
    const [, quoted, plain] = MACRO.exec(code) ?? []
    const name = quoted ?? plain
    if (name !== undefined) {
      const block: TemplateBlock = { name: macroPart(name), keepsParent: false, isCalled: true, start, end: text.length }
      blocks.push(block)
      open.push(block)
    } else if (END.test(code)) {
      const block = open.pop()
      if (block) block.end = end
    }
  }
  return blocks
}

/** Templates that are included, and macros where they are called: of libraries by their name, of included files, its own. */
export function freemarkerReferences({ language, spans, path }: ParsedFile, blocks: readonly TemplateBlock[]): Reference[] {
  if (language !== 'freemarker') return []
  const libraries = new Map<string, string>()
  const included: string[] = []
  const found: Reference[] = []
  const own = new Set(blocks.filter(({ isCalled }) => isCalled).map(({ name }) => name))
  for (const { kind, code, start, end } of spans) {
    if (kind === 'comment') continue
    const library = IMPORT.exec(code)
    if (library) libraries.set(library[3] as string, plainTarget(library[2] as string))
    const expression = INCLUDE.exec(code)?.[1]
    const target = expression === undefined ? null : includedTarget(expression)
    if (target !== null) {
      found.push({ kind: 'include', target, start, end })
      included.push(target)
    }
    const [, space, name] = CALL.exec(code) ?? []
    if (name === undefined) continue
    const part = macroPart(name)
    // A library that the configuration imports for all is mostly called like its file.
    const targets = space !== undefined ? [libraries.get(space) ?? space]
      : own.has(part) ? [`./${path.slice(path.lastIndexOf('/') + 1)}`] : included
    for (const each of targets) found.push({ kind: 'include', target: each, part, start, end })
  }
  return found
}

/** `"parts/${kind}.ftl"`, `"/parts/" + kind + ".ftl"` with `*` for what is not literal; null for what is all unknown. */
function includedTarget(expression: string): string | null {
  const written = expression.replace(/\s+(?:parse|encoding|ignore_missing)\s*=[^]*$/, '').replace(/\/\s*$/, '').trim()
  const bare = /^[\w./-]+\.\w+$/.test(written) ? written : null
  const pieces = [...written.matchAll(/(["'])(.*?)\1|([^\s"'+][^"'+]*)/g)].map((match) => match[2] ?? '*')
  const target = bare ?? plainTarget(pieces.join(''))
  return target.replaceAll('*', '') === '' ? null : target
}

function plainTarget(text: string): string {
  return text.replace(/[$#]\{[^}]*\}/g, '*')
}

// ---------------------------------------------------------------------------------------------------------------------
// https://github.com/mustache/spec/blob/master/specs/~inheritance.yml

/** `{{<layout}}{{$title}}…{{/title}}{{/layout}}`, and `{{$title}}…{{/title}}` of the layout. */
export function mustacheBlocks({ language, spans, text }: ParsedFile): TemplateBlock[] {
  if (language !== 'handlebars') return []
  const blocks: TemplateBlock[] = []
  const open: TemplateBlock[] = []
  for (const { kind, code, start, end } of spans) {
    if (kind === 'comment') continue
    const [, sign, name = ''] = /^\s*([$/])\s*([\w./-]+)\s*$/.exec(code) ?? []
    if (sign === '$') {
      const block: TemplateBlock = { name, keepsParent: false, start, end: text.length }
      blocks.push(block)
      open.push(block)
    } else if (sign === '/' && open.at(-1)?.name === name) (open.pop() as TemplateBlock).end = end
  }
  return blocks
}

export function mustacheReferences({ language, spans }: ParsedFile): Reference[] {
  if (language !== 'handlebars') return []
  return spans.flatMap(({ kind, code, start, end }): Reference[] => {
    const target = kind === 'comment' ? undefined : /^\s*<\s*([\w./-]+)\s*$/.exec(code)?.[1]
    return target === undefined ? [] : [{ kind: 'extends', target, start, end }]
  })
}
