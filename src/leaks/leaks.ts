/** Every flow of patient data to a vendor: the sightings of a project, asked one by one where their data comes from. */
import { standardModels } from '../flow/models/index.js'
import { handlerAttributes } from '../flow/joins/templates/controllers.js'
import { trace, type Flow } from '../flow/trace.js'
import type { Trail } from '../flow/host.js'
import type { FileFacts } from '../facts/facts.js'
import { lookedFor } from '../project/first-look.js'
import type { PlacedContainer } from '../project/containers/placed.js'
import type { Project, Sink } from '../project/project.js'
import type { FlowStep, Place, PlacedSighting, Problem } from '../types.js'
import { lineIndexAt } from '../lines.js'
import { isServerLanguage } from '../project/sightings/server/language.js'
import { payloadSources } from './server/payloads.js'
import { renderedValues } from './server/rendered.js'
import { createSinks, type Sinks } from './sinks.js'
import type { DataSource } from './source.js'
import type { Host } from './fields/elements.js'
import { originsAt } from './sources/origins.js'
import { createDataLayer } from './data-layer.js'
import { ownRequests } from './own-requests.js'
import { createRelays, type Relays } from './relays.js'
import { createIdentities, type IdentifyingCall } from './names/identity.js'
import { createReader, type Reader } from './names/said.js'
import { createStated, type StatingCall } from './names/stated.js'
import { createForwarding, type Forwarding, type Receiver } from './forwarding.js'
import { stepsOf } from './steps.js'
import { tellSource } from './telling.js'

export interface LeakingFlow {
  source: DataSource
  steps: FlowStep[]
  /** The value is hashed or encoded on the way. */
  hashed: boolean
  /** For what is pushed into a data layer: tags of committed containers that send it on. */
  receivers?: Receiver[]
}

/** A sighting through which patient data leaves. */
export interface Leak {
  sighting: PlacedSighting
  /** Runs on a server. */
  server: boolean
  flows: LeakingFlow[]
  /** For what is pushed into a data layer: the committed containers that could send it on. */
  containers?: PlacedContainer[]
}

export interface Leaks {
  leaks(): readonly Leak[]
  /** Calls whose names state a fact about somebody’s health. */
  stated(): readonly StatingCall[]
  /** Calls whose names and constants say that they tell who somebody is. */
  identities(): readonly IdentifyingCall[]
  problems(): readonly Problem[]
  /** What the flow engine is asked with. */
  asking(): Asking
}

interface Asking {
  host: Host
  sinks: Sinks
  relays: Relays
}

/** `file`: only what stands in this file is asked. */
export function createLeaks(project: Project, file?: string): Leaks {
  const problems: Problem[] = []
  let asked: Asking | null = null
  let found: Leak[] | null = null
  let stated: StatingCall[] | null = null
  let identities: IdentifyingCall[] | null = null
  let reader: Reader | null = null
  const asking = (): Asking => (asked ??= createHost(project))
  const reading = (): Reader => (reader ??= createReader(asking().host, asking().sinks))
  return {
    leaks: () => (found ??= collect(project, asking(), problems, file)),
    stated: () => (stated ??= createStated(project, reading(), file)),
    identities: () => (identities ??= createIdentities(project, asking().host, reading(), file)),
    problems: () => problems,
    asking,
  }
}

/** What the flow engine is asked with for a project: its code, and what of it is a source. */
export function createHost(project: Project): Asking {
  const dataLayer = project.containers().length > 0 ? createDataLayer(project) : null
  const requests = ownRequests(project, () => host)
  const host: Host = {
    resolver: project.resolver,
    models: standardModels(),
    facts: (path) => project.facts(path),
    importers: importersOf(project),
    filesNaming: (word) => project.filesWith([word]),
    beside: declaredBeside(project),
    origins: () => null,
    templates: templatesBeside(project),
    joins: (trail) => [...(dataLayer?.joins(trail) ?? []), ...requests.joins(trail)],
    ...(dataLayer ? { isPushed: dataLayer.isPushed } : {}),
  }
  const relays = createRelays(project, () => asking, (found) => sinks.starts(found), requests.isAnswered)
  const sinks: Sinks = createSinks(host, project.wrappers(), () => project.sinks().map(({ found }) => found), relays.starts)
  const asking: Host = {
    ...host,
    origins: (trail: Trail, isEnd: boolean) => originsAt(asking, trail, isEnd),
    isAsked: (call) => sinks.isAsked(call),
  }
  return { host: asking, sinks, relays }
}

/** Pages load a container by its id, and not by its file. */
function importersOf(project: Project): Host['importers'] {
  const loading = new Map(project.containers().map(({ file, loading: { places } }) => (
    [file, places.map((place) => place.file)])))
  return (path) => {
    const places = loading.get(path)
    return places === undefined ? project.importers(path) : [...new Set([...project.importers(path), ...places])]
  }
}

/** Scripts of the pages that load a file, by the names they seem to declare: `function name`, `name = …`. */
function declaredBeside(project: Project): Host['beside'] {
  const files = new Map<string, readonly string[]>()
  return (path, name) => {
    let beside = files.get(path)
    if (!beside) {
      const pages = [path, ...project.importers(path)]
      files.set(path, beside = [...new Set(pages.flatMap((page) => [page, ...project.imports(page)]))].filter((other) => other !== path))
    }
    if (beside.length === 0 || !/^[\w$]+$/.test(name)) return []
    const word = name.replaceAll('$', '\\$')
    const declared = new RegExp(String.raw`\b(?:function|class)\s+${word}(?![\w$])|(?<![\w$])${word}['"]?\]?\s*=(?!=)`)
    return beside.filter((other) => declared.test(project.text(other) ?? ''))
  }
}

const MODELS = lookedFor(['x-model', 'ng-model'])
for (const word of handlerAttributes) lookedFor([word])

/** Templates that name a script's values without importing it: those beside an Angular class, and all with `x-model`. */
function templatesBeside(project: Project): Host['templates'] {
  let alpine: FileFacts[] | null = null
  return (file) => {
    const stem = file.replace(/\.[^./]+$/, '')
    const beside = project.facts(`${stem}.html`)
    if (beside) return [beside]
    if (!/\.[cm]?[jt]sx?$/.test(file)) return []
    alpine ??= project.filesWith(MODELS).flatMap((path) => project.facts(path) ?? [])
    return alpine
  }
}

function collect(
  project: Project, { host, sinks, relays }: Asking, problems: Problem[], file: string | undefined,
): Leak[] {
  const forwarding = project.containers().length > 0 ? createForwarding(project, host, sinks) : null
  return project.sinks().flatMap((sink): Leak[] => {
    if (sink.sighting.unused || (file !== undefined && sink.sighting.file !== file)) return []
    const starts = sinks.starts(sink.found)
    if (starts.length === 0) return [...ofServerCode(project, sink), ...ofMarkup(project, sink)]
    const { flows: all, isCut } = trace(host, starts, sinks.isToldByCalls(sink.found))
    const flows = relays.untold(sink.found, withoutOwnRequests(all))
    if (isCut) addOnce(problems, tooWide(project, sink))
    if (flows.length === 0) return []
    const { sighting } = sink
    const server = isServer(project, sink)
    const says = sighting.tag ? `sent by the tag “${sighting.tag.name}”` : sentAs(project, sighting, sighting)
    const leak: Leak = {
      sighting, server,
      flows: flows.map(({ origin, trail }) => ({
        source: origin, hashed: trail.hashed, steps: stepsOf(host, origin, tellSource(origin), trail, sighting, says, starts),
      })),
    }
    return [forwarding && sighting.tag === undefined ? forwarded(host, sinks, forwarding, sink, leak) : leak]
  })
}

/** What a request brings is told as what the site's own page puts into it, where that is seen. */
function withoutOwnRequests(flows: readonly Flow<DataSource>[]): readonly Flow<DataSource>[] {
  const passed = new Set<string>()
  for (const { trail } of flows) for (let at = trail.next; at; at = at.next) passed.add(placeOf(at))
  return flows.filter(({ origin, trail }) => origin.kind !== 'request' || !passed.has(placeOf(trail)))
}

function placeOf({ spot, path }: Trail): string {
  return `${spot.file}|${spot.script}|${spot.kind}|${spot.id}|${path.join('.')}`
}

/** The leak with the tags that send on what is pushed. */
function forwarded(host: Host, sinks: Sinks, forwarding: Forwarding, sink: Sink, leak: Leak): Leak {
  const containers = forwarding.containersOf(sink)
  const receivers = new Map<string, Receiver[]>()
  for (const { path, receivers: readers } of forwarding.readersOf(sink)) {
    for (const { origin } of trace(host, sinks.starts(sink.found, path)).flows) {
      receivers.set(origin.key, [...(receivers.get(origin.key) ?? []), ...readers])
    }
  }
  const flows = leak.flows.map((flow) => ({ ...flow, receivers: receivers.get(flow.source.key) ?? [] }))
  return { ...leak, flows, containers }
}

/** Server code in other languages: what the call is given, by its names, and what it gathers for the page to push. */
function ofServerCode(project: Project, { sighting, found }: Sink): Leak[] {
  const isServer = sighting.kind === 'server-side-event'
  const isGathered = found.code === null && (sighting.kind === 'event-call' || sighting.kind === 'identify-call')
  const facts = isServer || isGathered ? project.facts(sighting.file) : undefined
  if (!facts || !isServerLanguage(facts)) return []
  return toldAt(project, sighting, isServer, payloadSources(sighting.file, project.text(sighting.file) ?? '', sighting.span))
}

/** A pixel of markup: what the server renders into its address. */
function ofMarkup(project: Project, { sighting, found }: Sink): Leak[] {
  const facts = sighting.kind === 'noscript-pixel' && found.code === null ? project.facts(sighting.file) : undefined
  return facts ? toldAt(project, sighting, false, renderedValues(facts, sighting.span, [])) : []
}

function toldAt(
  project: Project, sighting: PlacedSighting, server: boolean, sources: readonly (DataSource & { hashed?: boolean })[],
): Leak[] {
  if (sources.length === 0) return []
  return [{
    sighting, server,
    flows: sources.map((source) => ({
      source, hashed: source.hashed === true,
      steps: [{ ...source.place, note: tellSource(source) }, ...[{ file: sighting.file, span: sighting.span }, ...sighting.through].map((place) => ({
        ...place, note: sentAs(project, sighting, place),
      }))],
    })),
  }]
}

/** `sent as \`Schedule\``; without an event's name, as the code has it: `sent by \`api.send(…)\``. */
function sentAs(project: Project, { event, kind }: PlacedSighting, { file, span }: Place): string {
  if (event !== null) return `sent as \`${event}\``
  const callee = /^[\w$.@:>-]+[!?]?(?=\s*\()/.exec((project.text(file) ?? '').slice(span.start, span.start + 80))?.[0]
  return callee === undefined ? `sent by the ${kind.replace(/-/g, ' ')}` : `sent by \`${callee}(…)\``
}

function isServer(project: Project, { sighting, found }: Sink): boolean {
  if (sighting.kind === 'server-side-event') return true
  const script = found.code === null ? undefined : project.facts(sighting.file)?.scripts[found.code.script]
  return script?.server === true
}

/** Many calls stand in one line of a bundle. */
function addOnce(problems: Problem[], { file, line, message }: Problem): void {
  if (!problems.some((known) => known.file === file && known.line === line && known.message === message)) problems.push({ file, line, message })
}

function tooWide(project: Project, { sighting }: Sink): Problem {
  const lines = project.facts(sighting.file)?.lineStarts ?? [0]
  return {
    file: sighting.file, line: lineIndexAt(lines, sighting.span.start) + 1,
    message: 'the data of this call comes from too many places to follow them all: there may be more sources than are told',
  }
}
