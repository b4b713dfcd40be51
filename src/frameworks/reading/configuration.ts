/** Configuration modules of build tools, read as literals: `export default {…}`, `defineConfig({…})`, `withPlugin({…})`. */
import { HOLE } from '../../parse/hole.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'

const DEPTH = 6

/** The objects a configuration module may give: through calls around it and functions that return it. */
export function configurationObjects(reader: ScriptReader, file: string): ScriptValue[] {
  return reader.exported(file, 'default').flatMap((value) => objectsIn(reader, value, 0))
}

function objectsIn(reader: ScriptReader, at: ScriptValue, depth: number): ScriptValue[] {
  if (depth > DEPTH) return []
  return reader.read(at).flatMap((target) => {
    const shape = reader.shape(target)
    if (shape?.kind === 'object') return [target]
    if (shape?.kind === 'function') return reader.results(target).flatMap((value) => objectsIn(reader, value, depth + 1))
    if (shape?.kind !== 'call') return []
    // `compose([withA, withB])(config)`, `withA(config)`, `withA({…})(config)`
    return [...shape.arguments, shape.callee].flatMap((part) => {
      const value = reader.beside(target, part)
      const kind = reader.shape(value)?.kind
      return kind === 'member' || kind === 'global' ? [] : objectsIn(reader, value, depth + 1)
    })
  })
}

/** Values of a key of a configuration module. */
export function configured(reader: ScriptReader, file: string, name: string): ScriptValue[] {
  return configurationObjects(reader, file).flatMap((value) => reader.property(value, name))
}

/** The values of a chain of keys in a configuration: `['app', 'baseURL']`; the whole objects for no key. */
export function configuredAt(reader: ScriptReader, file: string | null, keys: readonly string[]): ScriptValue[] {
  if (file === null) return []
  return keys.reduce<ScriptValue[]>(
    (values, key) => values.flatMap((value) => reader.property(value, key)), configurationObjects(reader, file))
}

/** Arguments of each call in a file whose callee's last name fits: of `sveltekit({ … })`, `new vendor.Plugin({ … })`. */
export function callsNamed(reader: ScriptReader, file: string, name: RegExp): ScriptValue[][] {
  return reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((shape): ScriptValue[][] => {
    if (shape.kind !== 'call') return []
    const at: ScriptValue = { file, script, value: shape.callee, given: NOTHING_GIVEN }
    if (!name.test(reader.written(at, shape.callee).replace(/^.*\./, ''))) return []
    return [shape.arguments.map((argument) => reader.beside(at, argument))]
  }))
}

/** The first literal text of a key; null when there is none. */
export function configuredText(reader: ScriptReader, file: string, name: string): string | null {
  return configured(reader, file, name).map((value) => reader.text(value)).find((text) => text !== null) ?? null
}

const PATH_CALLS = /(^|\.)(resolve|join|fileURLToPath|normalize|URL)$/

/**
 * A path below the configuration's directory, as `path.resolve(__dirname, 'src/x')`, `require.resolve('./x')` or
 * `new URL('./x', import.meta.url)` write it; without `./` in front. Null when it is not literal.
 */
export function writtenPath(reader: ScriptReader, at: ScriptValue, depth = 0): string | null {
  if (depth > DEPTH) return null
  const [target] = reader.read(at)
  const shape = target ? reader.shape(target) : undefined
  if (!target || !shape) return null
  if (shape.kind !== 'call') return cleanPath(reader.texts(target)[0] ?? HOLE)
  if (!PATH_CALLS.test(reader.written(target, shape.callee))) return null
  const parts = shape.arguments.map((argument) => writtenPath(reader, reader.beside(target, argument), depth + 1))
  const known = parts.filter((part) => part !== null && part !== '')
  return known.length === 0 ? null : known.join('/')
}

/** What stands for the directory itself drops out; a path with another unknown part is none. */
function cleanPath(text: string): string | null {
  const clean = text.replace(/^\uA4F8\/?/, '').replace(/^(\.?\/)+/, '').replace(/[?#].*$/, '').replace(/\/$/, '')
  return clean === '' || clean.includes(HOLE) ? null : clean
}
