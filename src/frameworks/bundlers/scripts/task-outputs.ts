/**
 * What tasks of gulp and Grunt write. https://gulpjs.com/docs/en/api/src/,
 * https://gruntjs.com/configuring-tasks#files
 */
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { callsNamed, writtenPath } from '../../reading/configuration.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../../reading/script-values.js'
import { configurations } from '../documents.js'
import type { BuiltScript } from './built-scripts.js'
import { globbed, scriptsOf } from './configured-outputs.js'

export function taskOutputs(host: FrameworkHost, reader: ScriptReader, root: string): BuiltScript[] {
  return [
    ...configurations(host, root, ['gulpfile', 'gulpfile.babel'])
      .flatMap((file) => gulpOutputs(host, reader, file, root)),
    ...configurations(host, root, ['Gruntfile', 'gruntfile'])
      .flatMap((file) => gruntOutputs(host, reader, file, root)),
  ]
}

/** `src(…).pipe(concat('app.js')).pipe(dest('public/js'))`: each chain that ends in a folder. */
function gulpOutputs(host: FrameworkHost, reader: ScriptReader, file: string, root: string): BuiltScript[] {
  return reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((_, value): BuiltScript[] => {
    const end = piped(reader, { file, script, value, given: NOTHING_GIVEN })
    const folder = end?.name === 'dest' && end.first ? writtenPath(reader, end.first) : null
    if (!end || folder === null) return []
    let joined: string | null = null
    let suffix = ''
    let at = end.before
    for (let step = piped(reader, at); step; step = piped(reader, at)) {
      if (/^(concat|source|stream)$/.test(step.name)) joined ??= reader.text(step.first ?? undefined)
      if (step.name === 'rename' && step.first) {
        joined ??= reader.text(step.first)
        suffix ||= reader.text(reader.property(step.first, 'suffix')[0]) ?? ''
      }
      at = step.before
    }
    const begin = called(reader, at)
    const isStart = begin?.first && /^(src|browserify)$/.test(begin.name)
    const sources = isStart && begin.first ? globbed(host, reader, begin.first, root) : []
    const path = (name: string): string => join(root, `${folder}/${name.replace(/(?=\.\w+$)/, suffix)}`)
    if (joined !== null) return [{ path: path(joined), sources }]
    const name = (source: string): string => source.slice(source.lastIndexOf('/') + 1).replace(/\.[jt]sx?$/, '.js')
    return sources.map((source) => ({ path: path(name(source)), sources: [source] }))
  }))
}

interface Call {
  /** Last name of the callee. */
  name: string
  first: ScriptValue | null
}

function called(reader: ScriptReader, at: ScriptValue): Call | null {
  const shape = reader.shape(at)
  if (shape?.kind !== 'call') return null
  const [first] = shape.arguments
  const name = reader.written(at, shape.callee).replace(/^.*\./, '')
  return { name, first: first === undefined ? null : reader.beside(at, first) }
}

/** The last step of a chain: what is piped into, and the chain before it. */
function piped(reader: ScriptReader, at: ScriptValue): (Call & { before: ScriptValue }) | null {
  const shape = reader.shape(at)
  const callee = shape?.kind === 'call' ? reader.shape(reader.beside(at, shape.callee)) : undefined
  if (shape?.kind !== 'call' || callee?.kind !== 'member') return null
  const before = reader.beside(at, callee.object)
  if (callee.name === 'bundle') return { name: 'bundle', first: null, before }
  const [argument] = shape.arguments
  const step = callee.name === 'pipe' && argument !== undefined ? called(reader, reader.beside(at, argument)) : null
  return step && { ...step, before }
}

const TASKS = /^(concat|uglify|terser|browserify|babel)$/

/** `concat: { site: { src: […], dest: 'public/app.js' } }`, also with `files`. */
function gruntOutputs(host: FrameworkHost, reader: ScriptReader, file: string, root: string): BuiltScript[] {
  const tasks = callsNamed(reader, file, /^initConfig$/).flatMap(([options]) => (options ? reader.read(options) : []))
  const objects = (at: ScriptValue, wanted = /./): { name: string; value: ScriptValue }[] => {
    const shape = reader.shape(at)
    return shape?.kind !== 'object' ? [] : shape.entries.flatMap(({ name, value }) => {
      if (name === null || !wanted.test(name)) return []
      return reader.read(reader.beside(at, value)).map((target) => ({ name, value: target }))
    })
  }
  const made = (path: string | null, sources: string[], extension: string | null = null): BuiltScript[] => {
    if (path === null || path.includes('<%')) return []
    if (!path.endsWith('/')) return [{ path: join(root, path), sources }]
    // A folder gets each source under its own name. https://gruntjs.com/configuring-tasks#building-the-files-object-dynamically
    const name = (source: string): string => source.slice(source.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, extension ?? '.js')
    return sources.map((source) => ({ path: join(root, path + name(source)), sources: [source] }))
  }
  const pair = (at: ScriptValue): BuiltScript[] => {
    const from = join(root, reader.text(reader.property(at, 'cwd')[0])?.replace(/\/+$/, '') ?? '')
    const sources = reader.property(at, 'src').flatMap((value) => globbed(host, reader, value, from))
    return made(reader.text(reader.property(at, 'dest')[0]), sources, reader.text(reader.property(at, 'ext')[0]))
  }
  const targets = tasks.flatMap((at) => objects(at, TASKS)).flatMap(({ value }) => objects(value))
  return targets.flatMap(({ value: target }) => [
    ...pair(target),
    ...reader.property(target, 'files').flatMap((files) => reader.items(files)).flatMap(pair),
    ...reader.property(target, 'files').flatMap((files) => objects(files)).flatMap(({ name, value }) => {
      const listed = reader.shape(value)?.kind === 'array' ? globbed(host, reader, value, root)
        : reader.texts(value).flatMap((text) => scriptsOf(host, root, text))
      return made(name, listed)
    }),
  ])
}
