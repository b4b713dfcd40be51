/** Text of one file → its facts. Pure: the same text gives the same facts. */
import type { Markup, MarkupAttribute, MarkupElement, ParsedFile, ScriptFragment } from '../parse/document.js'
import { HOLE } from '../parse/hole.js'
import type { MappedText } from '../parse/mapped-text.js'
import { parseEmbeddedMarkup, parseFile } from '../parse/parse.js'
import { frontMatterOf } from '../parse/settings.js'
import { lineIndexAt, lineStartsOf } from '../lines.js'
import type { Problem } from '../types.js'
import { branchVariants } from './branches.js'
import { withEvaluated } from './compiled/evaluated.js'
import { narrow, type Narrowed } from './compiled/narrow.js'
import { embeddedStrings } from './embedded.js'
import type { ElementFacts, FieldFacts, FileFacts, FormFacts } from './facts.js'
import { helperFields } from './fields/helpers.js'
import { readFields, readForms } from './fields/markup.js'
import { lowerScript, type LoweredScript } from './script/lower.js'
import type { ScriptFacts } from './script/graph.js'
import { settingsFacts } from './settings.js'
import { hiddenParts } from './regions/hidden.js'
import { printedCode } from './regions/printed.js'
import { shownElements } from './regions/shown.js'
import { serverUrls } from './server-urls.js'
import { readSuppressions } from './suppressions.js'
import { templateFacts } from './templates.js'

/** Tells whether a piece of text can matter at all; decides which strings are read as code. */
export type Interesting = (text: string) => boolean

const KEPT = new Set(['script', 'iframe', 'frame', 'img', 'image', 'link', 'object', 'embed', 'amp-analytics', 'amp-pixel'])
/** Elements that load a page or a script. */
const SOURCES = new Set(['script', 'iframe', 'link', 'object', 'embed'])
/** `{{ "js/app.js" | relURL }}`, `{% static 'js/app.js' %}` */
const MADE_OF = /["'`](?:~?\/)?([\w@./-]+\.(?:[cm]?js|html?))["'`]/
const SURROUNDINGS = new Set(['noscript', 'template', 'pre', 'code', 'textarea', 'xmp'])
/** How deep code in strings in code is followed. */
const NESTING = 3

/** Their templates are filled in by the page itself. */
const CLIENT = new Set(['vue', 'svelte', 'angular', 'astro', 'mdx'])

export function readFacts(path: string, text: string, interesting: Interesting): FileFacts {
  const parsed = parseFile(path, text)
  const reader = new FactsReader(parsed, interesting)
  reader.document(parsed.markup, parsed.fragments, null, 0)
  if (reader.isBroken() || parsed.problems.length > 0) {
    const variants = branchVariants(text, parsed.spans)
    if (variants.length > 0) reader.forgetErrors()
    for (const variant of variants) {
      const again = parseFile(path, variant)
      reader.document(again.markup, again.fragments, null, 0)
    }
  }
  const read = parsed.strings.filter(({ content }) => interesting(content.text))
  for (const { content } of read) reader.embedded(content, null, 0)
  const printed = printedCode(read, text)
  const { references, blocks } = templateFacts(parsed)
  const shown = CLIENT.has(parsed.language) ? [] : shownElements(parsed.markup, parsed.spans)
  const lines = lineStartsOf(text)
  return {
    path,
    language: parsed.language,
    lineStarts: lines,
    scripts: reader.scripts,
    fields: [...reader.fields, ...helperFields(parsed.spans)].sort((one, other) => one.start - other.start),
    forms: reader.forms,
    ...(shown.length > 0 ? { shown } : {}),
    elements: reader.elements,
    references,
    blocks,
    hidden: hiddenParts(parsed),
    templateSpans: parsed.spans,
    ...(printed.length > 0 ? { printed } : {}),
    serverUrls: serverUrls(parsed, interesting),
    frontMatter: parsed.frontMatter && parsed.language !== 'astro' ? frontMatterOf(text) : null,
    settings: settingsFacts(path, text),
    suppressions: readSuppressions([...parsed.comments, ...reader.comments], lines),
    problems: [...parsed.problems, ...reader.problems(lines)],
  }
}

/** Collects the facts of the documents and scripts that stand in one file. */
export class FactsReader {
  readonly scripts: ScriptFacts[] = []
  readonly elements: ElementFacts[] = []
  readonly fields: FieldFacts[] = []
  readonly forms: FormFacts[] = []
  readonly comments: { start: number; end: number; text: string }[] = []
  private readonly errors: { offset: number; message: string }[] = []
  private readonly notes: { offset: number; message: string }[] = []

  constructor(private readonly file: Pick<ParsedFile, 'path' | 'text'>, private readonly interesting: Interesting) {}

  document(markup: Markup, fragments: readonly ScriptFragment[], host: ElementFacts['host'], depth: number): void {
    const scriptOf = new Map<MarkupElement, number>()
    for (const fragment of fragments) {
      const index = this.script(fragment, host, depth)
      if (fragment.element && !fragment.attribute && fragment.element.tag === 'script') scriptOf.set(fragment.element, index)
    }
    if (host && host.script >= 0) this.place(markup, host.script)
    this.fields.push(...readFields(markup, this.file.text))
    this.forms.push(...readForms(markup))
    for (const element of markup.elements) {
      if (!KEPT.has(element.tag) && !isComponent(element)) continue
      this.elements.push({
        start: element.start, end: element.end, tag: element.tag, name: element.name,
        attributes: element.attributes.map((attribute) => ({
          start: attribute.start, end: attribute.end, name: attribute.name, value: this.written(element, attribute),
        })),
        script: scriptOf.get(element) ?? -1,
        inside: surroundings(element),
        host,
      })
    }
  }

  /** A value; of a source that a template's expression makes of a literal path, that path below an unknown base. */
  private written({ tag }: MarkupElement, { name, value, start, end }: MarkupAttribute): string {
    const isMade = SOURCES.has(tag) && /^(?:src|href|data)$/.test(name) && value.text.replaceAll(HOLE, '').trim() === ''
    const path = isMade ? MADE_OF.exec(this.file.text.slice(start + name.length, end))?.[1] : undefined
    return path === undefined ? value.text : `${HOLE}/${path}`
  }

  /** Handlers of markup in a template literal: `<input @input=${this.typed}>`. https://lit.dev/docs/components/events/ */
  private place(markup: Markup, index: number): void {
    const script = this.scripts[index]
    for (const element of script ? markup.elements : []) {
      for (const { name, value: text } of element.attributes) {
        if (!/^@|^on/i.test(name) || !/^\uA4F8+$/.test(text.text)) continue
        const start = text.toFile(0)
        let best = -1
        script?.values.forEach((value, id) => {
          if (value.start === start && (best < 0 || value.end > (script.values[best]?.end ?? 0))) best = id
        })
        if (script && best >= 0) (script.placed ??= []).push({ value: best, element: element.name, attribute: name, start: element.start })
      }
    }
  }

  /** Index of the script among those of the file. */
  script(fragment: ScriptFragment, host: ScriptFacts['host'], depth: number): number {
    const isWhole = fragment.goal === 'module' || fragment.goal === 'script'
    const code = (isWhole ? withEvaluated(fragment.code) : null) ?? fragment.code
    const narrowed = isWhole ? narrow(code, this.interesting) : null
    if (narrowed && narrowed.left >= 0) this.notes.push({ offset: code.toFile(narrowed.left), message: tooMuch(narrowed) })
    return this.lowered(lowerScript({ ...fragment, code: narrowed?.code ?? code }), fragment, host, depth)
  }

  /** The same for one that is lowered already. */
  lowered({ facts, syntax }: LoweredScript, fragment: ScriptFragment, host: ScriptFacts['host'], depth: number): number {
    facts.host = host
    if (fragment.element && (fragment.attribute || fragment.goal === 'expression')) {
      facts.attached = {
        element: fragment.element.name, attribute: fragment.attribute?.name ?? null, start: fragment.element.start,
      }
    }
    this.scripts.push(facts)
    const index = this.scripts.length - 1
    for (const comment of syntax.comments) {
      this.comments.push({ start: fragment.code.toFile(comment.start), end: fragment.code.toFile(comment.end), text: comment.text })
    }
    // Code in a string or an attribute is often a piece of something larger: its errors are nobody's fault.
    if (host === null && fragment.goal !== 'handler' && fragment.goal !== 'expression') {
      const [first] = syntax.errors
      if (first) this.errors.push({ offset: fragment.code.toFile(first.offset), message: first.message })
    }
    if (depth < NESTING) {
      for (const { value, content } of embeddedStrings(facts, this.file.text, this.interesting)) {
        this.embedded(content, { script: index, value }, depth + 1)
      }
    }
    return index
  }

  /** Markup or script in a string. Prose that merely mentions a call is neither. */
  embedded(whole: MappedText, host: ElementFacts['host'], depth: number): void {
    const content = withoutLoneEnd(whole)
    if (/<[a-z!/][^>]*/i.test(content.text) && /<\/?(script|noscript|iframe|img|div|body|head|html|link|a|button|form|input|select|textarea|label|[a-z]+-[\w-]+)\b/i.test(content.text)) {
      const { markup, fragments } = parseEmbeddedMarkup(content)
      this.document(markup, fragments, host ?? { script: -1, value: -1 }, depth)
      return
    }
    if (!/[\w$\])]\s*\(|[\w$\]]\s*=[^=]/.test(content.text)) return
    const fragment: ScriptFragment = {
      code: content, goal: 'script', jsx: false, typescript: false, server: false, element: null, attribute: null,
    }
    const { facts, syntax } = lowerScript(fragment)
    if (syntax.errors.length > 1 || (facts.calls.length === 0 && facts.stores.length === 0)) return
    facts.host = host ?? { script: -1, value: -1 }
    this.scripts.push(facts)
  }

  /** Scripts that do not parse, or that do not end where they should. */
  isBroken(): boolean {
    return this.errors.length > 0 || /<\/script[^>]*>(?:(?!<script)[\s\S])*<\/script/i.test(this.file.text)
  }

  /** Branches that do not fit together are no mistake of the file; what they hold is read branch by branch. */
  forgetErrors(): void {
    this.errors.length = 0
  }

  problems(lines: readonly number[]): Problem[] {
    return [
      ...this.notes,
      ...this.errors.map(({ offset, message }) => ({ offset, message: `cannot be parsed completely: ${message}` })),
    ].map(({ offset, message }) => ({ file: this.file.path, line: lineIndexAt(lines, offset) + 1, message }))
  }
}

function tooMuch({ kept, leftOut }: Narrowed): string {
  return `holds more code around trackers than is followed in one file: ${kept} parts of it were read, ${leftOut} were not`
}

/** Code that somebody else put a start tag in front of: only its end tag stands in the string. */
function withoutLoneEnd(content: MappedText): MappedText {
  const end = content.text.search(/<\/script\s*>/i)
  if (end < 0 || /<script[\s>]/i.test(content.text)) return content
  return { text: content.text.slice(0, end), toFile: (offset) => content.toFile(offset) }
}

function isComponent(element: MarkupElement): boolean {
  return element.name !== element.tag || element.tag.includes('-')
}

function surroundings(element: MarkupElement): string[] {
  const names: string[] = []
  for (let at = element.parent; at; at = at.parent) if (SURROUNDINGS.has(at.tag)) names.push(at.tag)
  return names
}
