/** Ways from what a page runs to markup and addresses in other functions of Elixir. */
import type { ReachEdge } from '../../types.js'
import { mentionEdges, wordIndex, type Unit } from '../reading/code/mentions.js'
import { elixirFiles, functionsIn, type ElixirCode, type ElixirModule } from './reading/modules.js'

/** Functions that a process calls by itself: who names their module starts it, or hands it work. */
const CALLBACKS = new Set(['perform', 'init', 'handle_call', 'handle_cast', 'handle_info', 'handle_continue',
  'handle_event', 'call', 'run'])

export function codeEdges(code: ElixirCode): ReachEdge[] {
  const files = elixirFiles(code.host).filter((file) => !/(^|\/)(?:priv|config|mix)\//.test(file))
  const naming = wordIndex(code.host, files)
  const owners = new Map<Unit, ElixirModule>()
  const units = new Map<string, readonly Unit[]>()
  return mentionEdges(code.host, {
    files,
    unitsOf(file) {
      const known = units.get(file)
      if (known) return known
      const found = code.modulesIn(file).flatMap((module) => functionsIn(module).map((made): Unit => {
        const { name, end } = made
        const head = /^\w+\s+\w+[?!]?/.exec((code.host.text(file) ?? '').slice(made.start, end))?.[0] ?? ''
        const names = [name, `__MODULE__.${name}`, ...(CALLBACKS.has(name) ? ['__MODULE__'] : [])]
        // Without its own name in front.
        const unit = { file, names, start: made.start + head.length, end }
        owners.set(unit, module)
        return unit
      }))
      units.set(file, found)
      return found
    },
    users(unit) {
      const module = owners.get(unit)
      const [name = ''] = unit.names
      if (!module) return []
      const last = module.name.slice(module.name.lastIndexOf('.') + 1)
      const others = naming(last).filter((file) => file !== unit.file)
        .map((file) => ({ file, names: namesIn(code, file, module.name, name) }))
      return [{ file: unit.file, names: unit.names }, ...others]
    },
  })
}

/** What a file calls a function of another module. */
function namesIn(code: ElixirCode, file: string, module: string, name: string): string[] {
  const called = new Set([module])
  let isImported = false
  for (const each of code.modulesIn(file)) {
    for (const [short, full] of code.aliasesOf(each)) {
      if (full === module) called.add(short)
      else if (module.startsWith(`${full}.`)) called.add(short + module.slice(full.length))
    }
    isImported ||= code.imports(each).includes(module)
  }
  const whole = [...called].flatMap((each) => (CALLBACKS.has(name) ? [`${each}.${name}`, each] : [`${each}.${name}`]))
  return isImported ? [...whole, name] : whole
}
