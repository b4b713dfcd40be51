/** What a Blade template brings in and which regions it has. https://laravel.com/docs/12.x/blade */
import type { ParsedFile } from '../parse/document.js'
import type { Span } from '../types.js'
import type { TemplateBlock, TemplateReference } from './facts.js'
import { argumentsAt, namesOf } from './php-names.js'

type Reference = Omit<TemplateReference, 'block'>

/** Which argument names the template; `each` names a second one, for an empty list. */
const DIRECTIVES: Readonly<Record<string, readonly number[]>> = {
  extends: [0],
  extendsfirst: [0],
  include: [0],
  includeif: [0],
  includewhen: [1],
  includeunless: [1],
  includefirst: [0],
  includeisolated: [0],
  each: [0, 3],
  component: [0],
  componentfirst: [0],
  livewire: [0],
}
const DIRECTIVE = /^([A-Za-z]+)\s*\(/
/** In expressions and code: `view('a.b')`, `View::make('a.b')`. */
const CALL = /(?<![\w>$])(?:view|View::make|View::first|\$__env->make)\s*\(/g

export function bladeReferences(parsed: ParsedFile): Reference[] {
  return [...parsed.spans.flatMap((span): Reference[] => {
    if (span.kind === 'comment') return []
    const { start, end, code } = span
    const [written = '', name = ''] = DIRECTIVE.exec(code.trimStart()) ?? []
    const positions = DIRECTIVES[name.toLowerCase()]
    const named = (given: readonly string[], at: number): Omit<Reference, 'start' | 'end' | 'kind'>[] =>
      namesOf(given[at] ?? '').map(({ target, certainty }) => ({
        target,
        ...(certainty === 'exact' ? {} : { certainty }),
      }))
    if (positions !== undefined) {
      const given = argumentsAt(code, code.indexOf('(', code.indexOf(written)))
      const kind = /^extends/i.test(name) ? 'extends' : 'include'
      const prefix = name.toLowerCase() === 'livewire' ? 'livewire.' : ''
      return positions
        .flatMap((at) => named(given, at))
        .map((found) => ({ ...found, target: prefix + found.target, kind, start, end }))
    }
    return [...code.matchAll(CALL)].flatMap((match) => named(argumentsAt(code, match.index + match[0].length - 1), 0)
      .map((found) => ({ ...found, kind: 'include' as const, start, end })))
  }), ...tagReferences(parsed)]
}

/** `x-slot` is no component, and neither is the one whose name is computed. */
const COMPONENT = /<x-(?!slot[\s:>/]|dynamic-component[\s>/])([\w.:-]+)/g
const LIVEWIRE = /<livewire:([\w.:-]+)/g

/** `<x-forms.input>` is `components/forms/input`, `<x-shop::card>` the same of a package. */
function tagReferences({ text }: ParsedFile): Reference[] {
  const found = (match: RegExpMatchArray, folder: string): Reference[] => {
    const name = (match[1] as string).replace(/[.:]+$/, '')
    const [namespace, inner] = name.includes('::')
      ? (name.split('::') as [string, string])
      : [null, name.replace(/:/g, '.')]
    const target = namespace === null ? `${folder}.${inner}` : `${namespace}::${folder}.${inner}`
    const start = match.index ?? 0
    const last = inner.slice(inner.lastIndexOf('.') + 1)
    // A folder with a template of its name, or an index, is a component as well.
    return ['', '.index', `.${last}`].map((end) => ({
      kind: 'include',
      target: target + end,
      start,
      end: start + match[0].length,
    }))
  }
  return [
    ...[...text.matchAll(COMPONENT)].flatMap((match) => found(match, 'components')),
    ...[...text.matchAll(LIVEWIRE)].flatMap((match) => found(match, 'livewire').slice(0, 1)),
  ]
}

/** A stack is filled by all that push to it, and is no section of the same name. */
export function stackName(name: string): string {
  return `stack ${name}`
}

const OPENS_SECTION = /^(?:section|sectionMissing)\s*\(/
const PUSHES = /^(push|prepend|pushOnce|prependOnce|pushIf|prependIf)\s*\(/
const SHOWS = /^(yield|stack)\s*\(/
const ENDS =
  /^(?:endsection|stop|show|append|overwrite|endpush|endprepend|endpushonce|endprependonce|endpushif|endprependif)\b/i
const CONDITIONS = 'if|unless|isset|empty|auth|guest|can|cannot|canany|env|production|switch|error|session|once'
const OPENS_IF = new RegExp(`^(?:${CONDITIONS}|hasSection|hasStack)\\b`)
const CLOSES_IF = new RegExp(`^end(?:${CONDITIONS})\\b`, 'i')

/** Sections, stacks and what they are filled with, in order of their beginnings. */
export function bladeBlocks(parsed: ParsedFile): TemplateBlock[] {
  const blocks: TemplateBlock[] = []
  const open: { block: TemplateBlock | null; isCondition: boolean }[] = []
  const begin = (name: string, { start, end }: Span, keepsParent: boolean): TemplateBlock => {
    const block: TemplateBlock = { name, keepsParent, start, end }
    blocks.push(block)
    return block
  }
  const close = (isCondition: boolean, end: number): void => {
    const at = open.findLastIndex((each) => each.isCondition === isCondition)
    if (at < 0) return
    for (const { block } of open.splice(at)) if (block) block.end = end
  }
  for (const span of parsed.spans) {
    if (span.kind === 'comment') continue
    const code = span.code.trim()
    const given = code.includes('(') ? argumentsAt(code, code.indexOf('(')) : []
    const name = textOf(given[/If\s*\(/.test(code) ? 1 : 0])
    if (OPENS_SECTION.test(code) && name !== null) {
      // Shown only where no section of the name is: what a region of that name is, too.
      const isCondition = code.startsWith('sectionMissing')
      const block = begin(name, span, false)
      if (!isCondition) block.fills = true
      if (isCondition || given.length === 1) open.push({ block, isCondition })
    } else if (PUSHES.test(code) && name !== null)
      open.push({ block: filling(begin(stackName(name), span, true)), isCondition: false })
    else if (SHOWS.test(code) && name !== null) begin(code.startsWith('stack') ? stackName(name) : name, span, false)
    else if (ENDS.test(code)) {
      // `@show` ends a section that is shown where it stands.
      const inner = open.findLast((each) => !each.isCondition)?.block
      if (code === 'show' && inner) delete inner.fills
      close(false, span.end)
    }
    else if (OPENS_IF.test(code)) {
      // `@session` and its kin without brackets are text, or a directive of somebody's own.
      open.push({ block: null, isCondition: true })
    } else if (CLOSES_IF.test(code)) close(true, span.end)
    else if (code === 'parent') {
      const inner = open.findLast(({ block }) => block !== null)?.block
      if (inner) inner.keepsParent = true
    }
  }
  for (const { block, isCondition } of open) if (block && !isCondition) block.end = parsed.text.length
  return blocks
}

function filling(block: TemplateBlock): TemplateBlock {
  block.fills = true
  return block
}

function textOf(argument: string | undefined): string | null {
  return /^(['"])([^'"]*)\1$/.exec(argument ?? '')?.[2] ?? null
}
