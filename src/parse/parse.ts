/** One file's text → everything the facts stage needs. The entry of this folder. */
import type { Problem, Span } from '../types.js'
import type { Markup, ParsedFile, ScriptFragment } from './document.js'
import { inOrder, readFragments, type Fragments } from './fragments.js'
import { readIndented, type IndentedLanguage } from './indented.js'
import { detectLanguage, isServerLanguage, producedBy, type Language } from './languages.js'
import { sliceText } from './mapped-text.js'
import { blankCode, splitModuleBlocks } from './markdown.js'
import { mask } from './mask/index.js'
import { readMarkup, type MarkupNote } from './markup.js'
import { readNested } from './nested-markup.js'
import type { IndentedDocument } from './outline/document.js'
import { readPug } from './pug.js'
import { readServerCode } from './server-code.js'

export { parseEmbeddedMarkup } from './nested-markup.js'

const COMPONENTS = new Set<Language>(['vue', 'svelte', 'astro', 'mdx'])
const XML_NAME = /\.(?:xhtml|jspx|tagx|xml)$/i

/**
 * Reads one file: which language, which elements, which scripts, which strings with markup. Never throws: what could
 * not be read is in `problems`. `path` decides the language and is what the problems name; no disk is touched.
 */
export function parseFile(path: string, text: string): ParsedFile {
  const language = detectLanguage(path, text)
  const file = emptyFile(path, language, text)
  if (language === 'json' || language === 'other') return file
  if (language === 'javascript' || language === 'typescript') return withScript(file)
  if (isServerLanguage(language)) {
    const { strings, comments } = readServerCode(text, language)
    return { ...file, strings, comments }
  }
  const produced = producedBy(path)
  if (produced === 'data') return file
  if (produced !== 'page') return withMaskedScript(file, produced === 'typescript')
  if (language === 'pug' || language === 'haml' || language === 'slim') return withIndented(file, language)
  return withMarkup(file)
}

function emptyFile(path: string, language: Language, text: string): ParsedFile {
  return {
    path,
    language,
    text,
    spans: [],
    markup: { elements: [], comments: [] },
    fragments: [],
    strings: [],
    frontMatter: null,
    comments: [],
    problems: [],
  }
}

const FRONT_MATTER = /^(---|\+\+\+)(?:json|js|javascript|toml|yaml)?[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??\1[ \t]*(?:\r?\n|$)/

/** The block between `---` lines at the very beginning. `span` includes the delimiters, `text` does not. */
export function readFrontMatter(text: string): { span: Span; text: string } | null {
  const match = FRONT_MATTER.exec(text)
  return match ? { span: { start: 0, end: match[0].length }, text: match[2] ?? '' } : null
}

/** Spaces instead of every character but line breaks. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
}

function withScript(file: ParsedFile): ParsedFile {
  const { path } = file
  file.frontMatter = readFrontMatter(file.text)
  const text = file.frontMatter ? blank(file.text, 0, file.frontMatter.span.end) : file.text
  const typescript = file.language === 'typescript'
  file.fragments.push({
    code: sliceText(text, 0, text.length),
    goal: isModule(path, text) ? 'module' : 'script',
    jsx: !typescript || /\.tsx$/i.test(path),
    typescript,
    server: false,
    element: null,
    attribute: null,
  })
  return file
}

const MODULE_SYNTAX = new RegExp(
  [
    /(?:^|[;}\s])import(?:\s*["']|[\s{*][^;"'()]{0,3000}?\bfrom\s*["'])/,
    /(?:^|[;}\s])export\s*[*{]/,
    /(?:^|[;}\s])export\s+(?:default|const|let|var|function|class|async|type|interface|enum|abstract|declare|namespace)\b/,
    /\bmodule\.exports\b|\bexports\.\w+\s*=|\brequire\s*\(\s*["'`]/,
  ]
    .map(({ source }) => source)
    .join('|'),
)

/** A file whose top level is not the page's global scope: an ES or a CommonJS module. */
function isModule(path: string, text: string): boolean {
  return /\.(?:[mc]js|[mc]ts)$/i.test(path) || MODULE_SYNTAX.test(text)
}

/** A script that a template engine writes: `analytics.js.erb`. */
function withMaskedScript(file: ParsedFile, typescript: boolean): ParsedFile {
  file.frontMatter = readFrontMatter(file.text)
  const masked = mask(file.frontMatter ? blank(file.text, 0, file.frontMatter.span.end) : file.text, file.language)
  file.spans = masked.spans
  file.strings = masked.strings
  file.comments = masked.comments
  file.fragments.push({
    code: sliceText(masked.text, 0, masked.text.length),
    goal: isModule(file.path, masked.text) ? 'module' : 'script',
    jsx: !typescript,
    typescript,
    server: false,
    element: null,
    attribute: null,
  })
  return file
}

function withMarkup(file: ParsedFile): ParsedFile {
  const { language, path } = file
  const front = language === 'astro' ? null : readFrontMatter(file.text)
  const component = language === 'astro' ? astroScript(file.text) : null
  let text = file.text
  if (front) text = blank(text, 0, front.span.end)
  if (component) text = blank(text, 0, component.end)
  file.frontMatter = front
  if (component) file.fragments.push(component.fragment)
  if (language === 'mdx') {
    const { text: rest, fragment } = splitModuleBlocks(blankCode(text, true))
    text = rest
    if (fragment) file.fragments.push(fragment)
  } else if (language === 'markdown') {
    text = blankCode(text, false)
  }
  const pug = language === 'vue' ? pugTemplate(text) : null
  if (pug) text = blank(text, pug.start, pug.end)
  const original = text
  // Static site generators run Markdown through Liquid or a language much like it.
  const engine = language === 'markdown' && /\{[{%]/.test(text) ? 'liquid' : language
  const masked = mask(text, engine)
  text = masked.text
  file.spans = masked.spans
  file.strings = masked.strings
  file.comments = masked.comments
  const xml = XML_NAME.test(path) || /^\s*<\?xml\b/.test(text)
  const markup = readMarkup(text, { components: COMPONENTS.has(language) || xml, rawTopLevel: language === 'vue' })
  file.problems.push(...problemsOf(file, markup.notes))
  const found = readFragments({ text, original, markup, language, spans: file.spans, xml })
  addMarkup(file, markup, found)
  if (pug) addIndented(file, readPug(outside(file.text, pug)))
  return inFileOrder(file)
}

/** Pug, HAML and Slim. */
function withIndented(file: ParsedFile, language: IndentedLanguage): ParsedFile {
  file.frontMatter = readFrontMatter(file.text)
  const text = file.frontMatter ? blank(file.text, 0, file.frontMatter.span.end) : file.text
  addIndented(file, language === 'pug' ? readPug(text) : readIndented(text, language))
  return inFileOrder(file)
}

function addIndented(file: ParsedFile, document: IndentedDocument) {
  const { text, markup, spans } = document
  const found = readFragments({ text, original: file.text, markup, language: file.language, spans: [] })
  addMarkup(file, markup, found)
  file.spans.push(...spans)
  file.comments.push(...document.comments)
  file.problems.push(...problemsOf(file, document.notes))
}

/** Where the Pug of a Vue component stands. https://vuejs.org/api/sfc-spec.html#pre-processors */
function pugTemplate(text: string): Span | null {
  const tag = /^<template\b[^>]*\slang\s*=\s*["']?(?:pug|jade)["']?[^>]*>/m.exec(text)
  if (!tag) return null
  const start = tag.index + tag[0].length
  const end = /^<\/template/m.exec(text.slice(start))
  return { start, end: end ? start + end.index : text.length }
}

/** The text with all but a span blanked. */
function outside(text: string, { start, end }: Span): string {
  return blank(blank(text, 0, start), end, text.length)
}

function inFileOrder(file: ParsedFile): ParsedFile {
  file.markup.elements.sort((one, other) => one.start - other.start)
  file.fragments = inOrder(file.fragments)
  for (const { start, end } of file.markup.comments) {
    const comment = /^<!--([\s\S]*?)(?:-->)?$/.exec(file.text.slice(start, end))
    if (comment) file.comments.push({ start, end, text: comment[1] ?? '' })
  }
  file.comments.sort((one, other) => one.start - other.start)
  return file
}

function addMarkup(file: ParsedFile, markup: Markup, found: Fragments) {
  // One by one: a spread of a large list overflows the stack.
  for (const element of markup.elements) file.markup.elements.push(element)
  for (const comment of markup.comments) file.markup.comments.push(comment)
  for (const fragment of found.fragments) file.fragments.push(fragment)
  for (const nested of found.nested) {
    const inner = readNested(nested)
    addMarkup(file, inner.markup, { fragments: inner.fragments, nested: [] })
  }
}

/**
 * What stands between the fences of an Astro component, which need no lines of their own.
 * https://docs.astro.build/en/basics/astro-components/#the-component-script
 */
function astroScript(text: string): { fragment: ScriptFragment; end: number } | null {
  const fences = /^(\s*---)([\s\S]*?\n)---/.exec(text) ?? /^(\s*---)([\s\S]*?)---/.exec(text)
  if (!fences) return null
  const [whole, opening = '', code = ''] = fences
  const fragment: ScriptFragment = {
    code: sliceText(text, opening.length, opening.length + code.length),
    goal: 'module',
    jsx: true,
    typescript: true,
    server: true,
    element: null,
    attribute: null,
  }
  return { fragment, end: whole.length }
}

function problemsOf(file: ParsedFile, notes: readonly MarkupNote[]): Problem[] {
  return notes.map(({ offset, message }) => ({ file: file.path, line: lineOf(file.text, offset), message }))
}

/** 1-based line of an offset. */
function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
