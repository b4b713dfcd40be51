/** Components an application registers by name for all its templates: `app.component('Name', Component)`. */
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost, RoutePlace } from '../framework.js'
import { extensionOf, stem } from '../paths.js'
import { NOTHING_GIVEN, type ScriptReader } from '../reading/script-values.js'
import { shownFiles } from '../reading/shown-files.js'
import { addName, choosesComponent, nameKey, tagEdges, type ComponentNames } from './component-tags.js'

const REGISTERS = /\.component\s*\(/
/** Registers all files of a folder: `require.context('./base', …)`, `import.meta.glob('./base/*.vue')`. */
const GLOBS = /\brequire\.context\s*\(|\bimport\.meta\.glob(?:Eager)?\s*[(<]/

export interface Registrations {
  /** Registering is no showing: what only a registration mentions is on no route by that. */
  tables: RoutePlace[]
  edges: ReachEdge[]
}

export function registrations(reader: ScriptReader, host: FrameworkHost, files: readonly string[]): Registrations {
  const names: ComponentNames = new Map()
  const registered = new Map<string, { name: string; place: RoutePlace }>()
  for (const path of files) {
    const text = host.text(path) ?? ''
    if (extensionOf(path) === 'vue' || !REGISTERS.test(text)) continue
    for (const { name, file, place } of registeredIn(reader, path)) {
      registered.set(file, { name, place })
      addName(names, name, { file, certainty: 'exact' })
    }
    if (!GLOBS.test(text)) continue
    // Which folder is globbed and how the names are made of the files' is up to code: the file's own name will do.
    for (const file of files.filter((other) => other.endsWith('.vue') && !names.has(nameKey(stem(other))))) {
      addName(names, stem(file), { file, certainty: 'likely' })
    }
  }
  if (names.size === 0) return { tables: [], edges: [] }
  const edges = tagEdges(host, files, names)
  const shown = new Set(edges.map(({ to }) => to.file))
  const unseen = [...registered].filter(([file]) => !shown.has(file))
  if (unseen.length > 0) edges.push(...chosenEdges(host, files, unseen.map(([file]) => file)))
  return { tables: [...registered.values()].map(({ place }) => place), edges }
}

/** What no tag names may be what a component chooses when the page runs. */
function chosenEdges(host: FrameworkHost, files: readonly string[], components: readonly string[]): ReachEdge[] {
  const choosing = files.filter((path) => extensionOf(path) === 'vue' && choosesComponent(host.text(path) ?? ''))
  return choosing.flatMap((path) => components.filter((file) => file !== path).map((file): ReachEdge => ({
    from: { file: path, unit: null }, offset: (host.text(path) ?? '').search(/<component\b/i), kind: 'render',
    certainty: 'possible', to: { file, unit: null },
  })))
}

interface Registered {
  name: string
  file: string
  place: RoutePlace
}

function registeredIn(reader: ScriptReader, path: string): Registered[] {
  return reader.scripts(path).flatMap((facts, script) => facts.values.flatMap((shape): Registered[] => {
    const callee = shape.kind === 'call' ? facts.values[shape.callee] : undefined
    if (shape.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'component') return []
    const [name, component] = shape.arguments.map((id) => ({ file: path, script, value: id, given: NOTHING_GIVEN }))
    const written = reader.text(name)
    const at = component ? reader.shape(component) : undefined
    if (written === null || !component || !at) return []
    const place = { file: path, start: at.start, end: at.end }
    const shown = shownFiles(reader, component).filter((file) => file.endsWith('.vue'))
    return shown.map((file) => ({ name: written, file, place }))
  }))
}
