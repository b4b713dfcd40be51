/**
 * Includes and named regions that stand in the markup of a template: attributes of Thymeleaf and HTL, tag pairs of Web
 * Forms and Facelets, tag files of JSP.
 */
import type { MarkupElement, ParsedFile } from '../parse/document.js'
import type { TemplateBlock, TemplateReference } from './facts.js'

type Reference = Omit<TemplateReference, 'block'>

/** Regions of the markup, in order. */
export function markupBlocks(parsed: ParsedFile): TemplateBlock[] {
  return [...attributeBlocks(parsed), ...pairBlocks(parsed)]
}

/** References of the markup that depend on more than one place. */
export function markupReferences(parsed: ParsedFile): Reference[] {
  switch (parsed.language) {
    case 'thymeleaf':
    case 'html':
      return parsed.markup.elements.flatMap((element) => thymeleafReferences(parsed, element))
    case 'htl':
      return htlReferences(parsed)
    case 'jsp':
      return tagFileReferences(parsed)
    default:
      return []
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// Attributes: https://www.thymeleaf.org/doc/tutorials/3.1/usingthymeleaf.html#template-layout

const NAMES_REGION = /^(?:data-)?(th|layout)[:-]fragment$|^data-sly-template\.([\w-]+)$/i

function attributeBlocks({ language, markup }: ParsedFile): TemplateBlock[] {
  if (language !== 'thymeleaf' && language !== 'html' && language !== 'htl') return []
  const isDecorated = markup.elements.some(({ attributes }) => attributes.some(({ name }) => /^(?:data-)?layout[:-]decorat/i.test(name)))
  return markup.elements.flatMap((element) => element.attributes.flatMap((attribute): TemplateBlock[] => {
    const match = NAMES_REGION.exec(attribute.name)
    if (!match) return []
    // Regions of a layout and fragments are called by different attributes, and have names of their own.
    const plain = match[2] ?? /^[\w-]+/.exec(attribute.value.text.trim())?.[0]
    if (plain === undefined) return []
    const isRegion = match[1]?.toLowerCase() === 'layout'
    const fills = isRegion && isDecorated ? { fills: true as const } : {}
    return [{ name: isRegion ? `layout:${plain}` : plain, keepsParent: false, ...fills, start: element.start, end: element.end }]
  }))
}

const BRINGS_IN = /^(?:data-)?(?:th[:-](insert|replace|include|substituteby)|layout[:-](decorate|decorator|insert|replace|include))$/i
/** `~{path :: fragment(…)}`; without a path the fragment is one of the template itself. */
const EXPRESSION = /~\{\s*([\w./*-]*)\s*(?:::\s*([\w-]*))?/g
const BARE = /^\s*([\w./-]+)\s*(?:::\s*([\w-]*))?/

function thymeleafReferences({ text }: ParsedFile, element: MarkupElement): Reference[] {
  return element.attributes.flatMap((attribute): Reference[] => {
    const match = BRINGS_IN.exec(attribute.name)
    if (!match) return []
    const kind = /^decorat/i.test(match[2] ?? '') ? 'extends' : 'include'
    // A part of a name that is computed before, `__${x}__`, or joined with `|…|` or `+`, stands for anything.
    const value = valueOf(text, attribute).replace(/\s*\+\s*/g, '').replace(/['|]/g, '').replace(/__[^_]{0,200}(?:_[^_]{1,200}){0,20}__|\$\{[^{}]*\}/g, '*')
    const written = value.includes('~{') ? [...value.matchAll(EXPRESSION)] : [BARE.exec(value)].filter((found) => found !== null)
    return written.flatMap(([, target = '', part = '']): Reference[] => {
      if (target === '' || target === 'this' || /^\*+$/.test(target)) return []
      const { start, end } = attribute
      return [{ kind, target, ...(part === '' || kind === 'extends' ? {} : { part }), start, end }]
    })
  })
}

/** The value of an attribute as written in the file, without its quotes. */
function valueOf(text: string, attribute: { start: number; end: number; name: string }): string {
  return text.slice(attribute.start + attribute.name.length, attribute.end).replace(/^\s*=\s*/, '').replace(/^(["'])([\s\S]*)\1$/, '$2')
}

// ---------------------------------------------------------------------------------------------------------------------
// HTL: https://github.com/adobe/htl-spec/blob/master/SPECIFICATION.md

const HTL_FILE = /^\s*(?:\$\{\s*['"])?([\w./-]+\.html?)\b/

function htlReferences({ text, markup }: ParsedFile): Reference[] {
  const libraries = new Map<string, { target: string; start: number; end: number; isCalled: boolean }>()
  const found: Reference[] = []
  for (const element of markup.elements) {
    for (const attribute of element.attributes) {
      const { start, end } = attribute
      const [, statement, name] = /^data-sly-(include|use|call)(?:\.([\w-]+))?$/i.exec(attribute.name) ?? []
      if (statement === undefined) continue
      const value = valueOf(text, attribute)
      const target = HTL_FILE.exec(value)?.[1]
      if (statement === 'include' && target !== undefined) found.push({ kind: 'include', target, start, end })
      if (statement === 'use' && target !== undefined && name !== undefined) {
        libraries.set(name.toLowerCase(), { target, start, end, isCalled: false })
      }
      if (statement === 'call') {
        const [, library = '', part = ''] = /^\s*\$\{\s*([\w-]+)\.([\w-]+)/.exec(value) ?? []
        const used = libraries.get(library.toLowerCase())
        if (!used) continue
        used.isCalled = true
        found.push({ kind: 'include', target: used.target, part, start, end })
      }
    }
  }
  for (const { target, start, end, isCalled } of libraries.values()) {
    if (!isCalled) found.push({ kind: 'include', target, start, end })
  }
  return found
}

// ---------------------------------------------------------------------------------------------------------------------
// Tag files: https://jakarta.ee/specifications/pages/3.1/

const TAG_DIRECTORY = /<%@\s*taglib\b([^%]{0,300})%>|\bxmlns:(\w+)\s*=\s*["']urn:jsptagdir:([^"'\n]+)["']/g
const CUSTOM_TAG = /<([a-z][\w-]*):([\w.-]+)[\s/>]/gi

/** `<t:page>` is the file `page.tag` of the directory its prefix stands for. */
function tagFileReferences({ text }: ParsedFile): Reference[] {
  const directories = new Map<string, string>()
  for (const [, attributes = '', prefix, directory] of text.matchAll(TAG_DIRECTORY)) {
    const written = prefix ?? /\bprefix\s*=\s*["']([^"'\n]+)/.exec(attributes)?.[1]
    const place = directory ?? /\btagdir\s*=\s*["']([^"'\n]+)/.exec(attributes)?.[1]
    if (written !== undefined && place !== undefined) directories.set(written, place.replace(/\/+$/, ''))
  }
  return [...text.matchAll(CUSTOM_TAG)].map((match) => {
    const [tag, prefix = '', name = ''] = match
    const directory = directories.get(prefix)
    const target = directory === undefined ? `${prefix}:${name}` : `${directory}/${name}`
    return { kind: 'include' as const, target, start: match.index, end: match.index + tag.length }
  })
}

// ---------------------------------------------------------------------------------------------------------------------
// Pairs of tags that the parser for HTML knows nothing of: they may close themselves.

const PAIRS: { languages: readonly string[]; hint: string; pattern: RegExp; name: RegExp }[] = [
  {
    // https://learn.microsoft.com/previous-versions/aspnet/wtxbf3hh(v=vs.100)
    languages: ['asp'],
    hint: '<asp:content',
    pattern: /<(\/?)asp:content(placeholder)?\b([^<>]{0,1000})>/gi,
    name: /\bContentPlaceHolderID\s*=\s*["']([\w.-]+)|\bID\s*=\s*["']([\w.-]+)/i,
  },
  {
    // https://jakarta.ee/specifications/faces/4.1/vdldoc/facelets/
    languages: ['html', 'jsp'],
    hint: '<ui:',
    pattern: /<(\/?)ui:(insert|define)\b([^<>]{0,1000})>/gi,
    name: /\bname\s*=\s*["']([\w.-]+)/i,
  },
]

function pairBlocks({ language, text }: ParsedFile): TemplateBlock[] {
  const blocks: TemplateBlock[] = []
  for (const { languages, hint, pattern, name } of PAIRS) {
    if (!languages.includes(language) || !text.toLowerCase().includes(hint)) continue
    const open: TemplateBlock[] = []
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (match[1] === '/') {
        const block = open.pop()
        if (block) block.end = end
        continue
      }
      const attributes = match[3] as string
      const named = contentName(attributes, name)
      const fills = match[2]?.toLowerCase() === 'define' ? { fills: true as const } : {}
      const block: TemplateBlock = { name: named ?? '', keepsParent: false, ...fills, start: match.index, end }
      if (named !== null) blocks.push(block)
      if (!attributes.endsWith('/')) open.push(block)
    }
    for (const block of open) block.end = text.length
  }
  return blocks.sort((a, b) => a.start - b.start)
}

/** Of several matches the one of the first alternative: a content has an ID of its own as well. */
function contentName(attributes: string, name: RegExp): string | null {
  const matches = [...attributes.matchAll(new RegExp(name.source, 'gi'))]
  return (matches.find((match) => match[1] !== undefined) ?? matches[0])?.slice(1).find((group) => group !== undefined) ?? null
}
