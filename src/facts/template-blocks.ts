/** Named regions and definitions of a template, from its masked spans. */
import type { ParsedFile } from '../parse/document.js'
import { bladeBlocks } from './blade.js'
import type { TemplateBlock } from './facts.js'

const BLOCK = /^[-+~]?\s*block\s+([\w-]+)(?:\s+(.*))?$/s
const MACRO = /^[-+~]?\s*macro\s+(\w+)/
const END = /^[-+~]?\s*(endblock|endmacro)\b/
const KEEPS = /\bsuper\(\)|\bblock\.super\b|\bparent\(\)/

/** What a macro is called among the parts of its file. */
export function macroPart(name: string): string {
  return `macro ${name}`
}

/** In order of their beginnings. */
export function readBlocks(parsed: ParsedFile): TemplateBlock[] {
  const { language } = parsed
  if (language === 'blade') return bladeBlocks(parsed)
  const isGo = language === 'go-template' || (language === 'html' && parsed.spans.some(({ code }) => GO_NAMED.test(code)))
  return isGo ? goBlocks(parsed) : regions(parsed)
}

function regions(parsed: ParsedFile): TemplateBlock[] {
  const blocks: TemplateBlock[] = []
  const open: TemplateBlock[] = []
  for (const span of parsed.spans) {
    if (span.kind === 'comment') continue
    const code = span.code.trim()
    const start = BLOCK.exec(code)
    const macro = MACRO.exec(code)
    if (start) {
      const block: TemplateBlock = { name: start[1] as string, keepsParent: false, start: span.start, end: span.end }
      blocks.push(block)
      // Twig's `{% block x 'text' %}` has no end.
      const isShort = parsed.language === 'twig' && /[^-~\s]/.test(start[2] ?? '')
      if (!isShort) open.push(block)
    } else if (macro) {
      const name = macroPart(macro[1] as string)
      const block: TemplateBlock = { name, keepsParent: false, isCalled: true, start: span.start, end: span.end }
      blocks.push(block)
      open.push(block)
    } else if (END.test(code)) {
      const block = open.pop()
      if (block) block.end = span.end
    } else if (KEEPS.test(code)) {
      const block = open.at(-1)
      if (block) block.keepsParent = true
    }
  }
  for (const block of open) block.end = parsed.text.length
  return blocks
}

const GO_NAMED = /^-?\s*(define|block)\s+["`]([^"`]+)["`]/
const GO_OPENS = /^-?\s*(?:if|range|with|define|block)\b/
const GO_ENDS = /^-?\s*end\b/

/** https://pkg.go.dev/text/template#hdr-Nested_template_definitions */
function goBlocks(parsed: ParsedFile): TemplateBlock[] {
  const blocks: TemplateBlock[] = []
  const open: (TemplateBlock | null)[] = []
  for (const span of parsed.spans) {
    if (span.kind === 'comment') continue
    const named = GO_NAMED.exec(span.code)
    if (named) {
      // A block is shown where it stands, a definition only where a template of its name is asked for.
      const block: TemplateBlock = { name: named[2] as string, keepsParent: false, start: span.start, end: span.end }
      if (named[1] === 'define') block.isCalled = true
      blocks.push(block)
      open.push(block)
    } else if (GO_OPENS.test(span.code)) open.push(null)
    else if (GO_ENDS.test(span.code)) {
      const block = open.pop()
      if (block) block.end = span.end
    }
  }
  for (const block of open) if (block) block.end = parsed.text.length
  return blocks
}
