/**
 * What a page says about itself: `definePageMeta`, `definePage`, a `<route>` block, properties of a Nuxt 2 component.
 * https://nuxt.com/docs/api/utils/define-page-meta, https://uvr.esm.is/guide/extending-routes
 */
import { parse as parseYaml } from 'yaml'
import { hasHole } from '../../parse/hole.js'
import type { FrameworkHost } from '../framework.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'

export interface PageMeta {
  /** A whole path instead of the file's. */
  path: string | null
  aliases: string[]
  redirects: boolean
  /** Name of the layout; false for none; null when the page chooses while it runs; undefined when it does not say. */
  layout: string | false | null | undefined
  /** Named middleware. */
  middleware: string[]
}

const NONE: PageMeta = { path: null, aliases: [], redirects: false, layout: undefined, middleware: [] }
const MENTIONS = /\bdefinePage(?:Meta)?\b|<route\b|\blayout\b|\bmiddleware\b|\balias\b/
const MACRO = /^definePage(Meta)?$/
const BLOCK = /<route\b([^>]{0,200})>([\s\S]{0,5000}?)<\/route>/

/** `isOptions`: the component's own options count as well, as in Nuxt 2. */
export function pageMeta(host: FrameworkHost, reader: ScriptReader, file: string, isOptions: boolean): PageMeta {
  const text = host.text(file) ?? ''
  if (!MENTIONS.test(text)) return NONE
  const objects = reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((shape): ScriptValue[] => {
    if (shape.kind !== 'call') return []
    const [value] = shape.arguments
    const at: ScriptValue = { file, script, value: value ?? null, given: NOTHING_GIVEN }
    return value !== undefined && MACRO.test(reader.written(at, shape.callee)) ? [at] : []
  }))
  if (isOptions) objects.push(...optionsOf(reader, file))
  const found = objects.map((at) => metaOf(reader, at))
  found.push(...blockMeta(text))
  return found.reduce(merged, NONE)
}

/** `export default { … }`, `export default defineComponent({ … })`, `@Component({ … }) export default class …`. */
function optionsOf(reader: ScriptReader, file: string): ScriptValue[] {
  return reader.exported(file, 'default').flatMap((target): ScriptValue[] => {
    const shape = reader.shape(target)
    if (shape?.kind === 'object') return [target]
    if (shape?.kind === 'call') return shape.arguments.map((argument) => reader.beside(target, argument))
    if (shape?.kind !== 'class') return []
    const decorators = reader.script(target)?.classes[shape.class]?.decorators ?? []
    return decorators.flatMap((id) => {
      const decorator = reader.script(target)?.values[id]
      return decorator?.kind === 'call' ? decorator.arguments.map((argument) => reader.beside(target, argument)) : []
    })
  })
}

function metaOf(reader: ScriptReader, at: ScriptValue): PageMeta {
  const texts = (name: string): string[] =>
    reader.property(at, name).flatMap((value) => reader.items(value)).flatMap((item) => reader.texts(item))
  const [path] = texts('path')
  const nested = reader.property(at, 'meta').flatMap((value) => layoutOf(reader, value))
  const [layout] = [...layoutOf(reader, at), ...nested]
  return {
    path: path === undefined || hasHole(path) ? null : path,
    aliases: texts('alias').filter((alias) => !hasHole(alias)),
    redirects: reader.property(at, 'redirect').length > 0,
    layout,
    middleware: texts('middleware').filter((name) => !hasHole(name)),
  }
}

function layoutOf(reader: ScriptReader, at: ScriptValue): (string | false | null)[] {
  return reader.property(at, 'layout').flatMap((value): (string | false | null)[] => {
    const shape = reader.shape(value)
    if (shape?.kind === 'constant') return [shape.value === false ? false : String(shape.value)]
    // `layout: (context) => 'portal'`, `layout() { return 'portal' }`
    const results = shape?.kind === 'function' ? reader.results(value) : [value]
    const [only, ...others] = results.flatMap((result) => reader.texts(result))
    return [only === undefined || others.length > 0 || hasHole(only) ? null : only]
  })
}

/** `<route lang="yaml">`; JSON is YAML as well. */
function blockMeta(text: string): PageMeta[] {
  const block = BLOCK.exec(text)
  if (!block) return []
  let value: unknown
  try {
    value = parseYaml((block[2] as string).replace(/^\s*\n/, ''))
  } catch {
    return []
  }
  if (typeof value !== 'object' || value === null) return []
  const { path, alias, redirect, meta } = value as Record<string, unknown>
  const layout = typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>)['layout'] : undefined
  return [{
    ...NONE, path: typeof path === 'string' ? path : null, redirects: redirect !== undefined,
    aliases: [alias].flat().filter((item): item is string => typeof item === 'string'),
    layout: layout === false || typeof layout === 'string' ? layout : undefined,
  }]
}

function merged(first: PageMeta, second: PageMeta): PageMeta {
  return {
    path: second.path ?? first.path,
    aliases: [...first.aliases, ...second.aliases],
    redirects: first.redirects || second.redirects,
    layout: second.layout === undefined ? first.layout : second.layout,
    middleware: [...first.middleware, ...second.middleware],
  }
}
