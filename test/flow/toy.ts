/** The engine under a toy domain: `source('name')` makes a value, `sink(…)` takes one; everything else is real. */
import { readFacts } from '../../src/facts/read.js'
import type { FileFacts } from '../../src/facts/facts.js'
import { trace, startAt, type Flow } from '../../src/flow/trace.js'
import type { FlowHost, Origin, Trail } from '../../src/flow/host.js'
import { scriptOf } from '../../src/flow/host.js'
import { isDead } from '../../src/flow/order/dead.js'
import { isName, KEYS, limitsOf } from '../../src/flow/path.js'
import { standardModels } from '../../src/flow/models/index.js'
import { indexModels } from '../../src/flow/models/model.js'
import { createProjectNames } from '../../src/project/globals.js'
import { Resolver } from '../../src/project/meaning/resolver.js'
import { lineIndexAt } from '../../src/lines.js'

export interface Toy {
  host: FlowHost<Origin>
  facts: ReadonlyMap<string, FileFacts>
}

const sources = indexModels([{ of: null, names: 'source', flows: ['= @source'] }])

/** A project of a few files in memory. */
export function toy(files: Readonly<Record<string, string>>): Toy {
  const facts = new Map(Object.entries(files).map(([path, text]) => [path, readFacts(path, text, () => false)]))
  const names = createProjectNames()
  for (const file of facts.values()) names.add(file)
  const resolve = (from: string, specifier: string): string | null => {
    if (!specifier.startsWith('.')) return null
    const base = new URL(specifier, `file:///${from}`).pathname.slice(1)
    return [base, ...['.js', '.ts', '.jsx', '.tsx', '.vue', '.svelte', '/index.js'].map((end) => base + end)].find((path) => facts.has(path)) ?? null
  }
  const resolver = new Resolver({
    facts: (path) => facts.get(path), resolve, globals: (name) => names.globals(name), classesOfType: (type) => names.classesOfType(type),
    registrations: () => names.registrations(),
    handing: (name) => names.handing(name), isHanding: () => names.isHanding(),
  })
  const standard = standardModels()
  const host: FlowHost<Origin> = {
    resolver,
    models: {
      external: (name, path) => [...sources.external(name, path), ...standard.external(name, path)],
      method: (name) => standard.method(name),
      describes: (name, path) => standard.describes(name, path),
    },
    facts: (path) => facts.get(path),
    importers: (path) => [...facts.keys()].filter((other) => (facts.get(other)?.scripts ?? []).some((script) =>
      script.imports.some(({ source }) => resolve(other, source) === path))),
    beside: () => [],
    filesNaming: (word) => [...facts.keys()].filter((path) => (files[path] ?? '').includes(word)),
    origins: (trail) => toyOrigins(host, trail),
  }
  return { host, facts }
}

function toyOrigins(host: FlowHost<Origin>, trail: Trail): readonly Origin[] | null {
  if (trail.spot.kind !== 'origin') return null
  if (trail.spot.slot !== 'source') return null
  const script = scriptOf(host, trail.spot)
  const call = script?.values[trail.spot.id]
  const name = call?.kind === 'call' && call.arguments[0] !== undefined ? script?.values[call.arguments[0]] : undefined
  // `source('person')` is an object whose parts are told apart; `source()` is one value.
  if (trail.path.includes(KEYS)) return []
  const but = trail.path.flatMap((item) => limitsOf(item).without)
  const part = trail.path.filter(isName).join('.')
  const word = name?.kind === 'constant' ? String(name.value) : 'source'
  return [{ key: `${part === '' ? word : `${word}.${part}`}${but.length > 0 ? ` but ${but.join(' and ')}` : ''}` }]
}

/** `line: what reaches the sink of that line` for every `sink(…)` of a file. */
export function sinksOf({ host, facts }: Toy, path: string): Map<number, string[]> {
  const found = new Map<number, string[]>()
  const file = facts.get(path)
  for (const [index, script] of (file?.scripts ?? []).entries()) {
    for (const site of script.calls) {
      const value = script.values[site.value]
      const callee = value?.kind === 'call' ? script.values[value.callee] : undefined
      if (value?.kind !== 'call' || callee?.kind !== 'global' || callee.name !== 'sink') continue
      const starts = isDead(host.resolver, { file: path, script: index }, script, value.start) ? [] : value.arguments.map((argument) => startAt({ file: path, script: index, value: argument }))
      const line = lineIndexAt(file?.lineStarts ?? [0], value.start) + 1
      found.set(line, [...(found.get(line) ?? []), ...trace(host, starts).flows.map(describe)].sort())
    }
  }
  return found
}

function describe({ origin, trail }: Flow<Origin>): string {
  return origin.key + (trail.hashed ? ' hashed' : '')
}
