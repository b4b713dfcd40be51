/** The pipeline, from a tree to a report: sightings and routes → rules → suppressions → order. */
import type { Draft, ProjectView, Rule } from '../rules/rule.js'
import { createAddresses } from './addresses/addresses.js'
import type { Configuration } from './configuration/configuration.js'
import { fingerprints, type FindingIdentity } from './findings/fingerprint.js'
import { applyBaseline, baselineName, readBaseline } from './findings/baseline.js'
import { compareFindings, compareRoutes, compareSightings, compareUses } from './findings/order.js'
import { suppressionWord } from './facts/suppressions.js'
import { suppress, suppressionWatcher, type FileSuppressions } from './findings/suppress.js'
import { createCapture, type Capture } from './capture/capture.js'
import { notChecked } from './findings/not-checked.js'
import { createOriginals, findingIdentity, sightingIdentity, withoutDoubles, type Originals } from './findings/originals.js'
import { createLeaks, type Leaks } from './leaks/leaks.js'
import { lineIndexAt } from './lines.js'
import { lookedFor } from './project/first-look.js'
import { createPathIndex } from './project/path-index.js'
import { memoised } from './project/memoised.js'
import { createProject, type Project, type ProjectOptions } from './project/project.js'
import { trackerById } from './trackers/index.js'
import type { Finding, Original, Place, PlacedSighting, Problem, ReachedRoute, Report, Tree } from './types.js'

export interface RunOptions extends ProjectOptions {
  /** Rules to ask, in order; hosts hand them in. None: an inventory. */
  rules?: readonly Rule[]
  /** Report on this file alone, and follow data only for its calls: an editor asks about one file after every keystroke. */
  leaksOf?: string
  /** True: the preset chooses no rules, for the host does; what the configuration switches off stays off. */
  everyRule?: boolean
  /** False: findings that the project's baseline knows are reported like others. */
  baseline?: boolean
  /** ISO date that decides whether a suppression has expired; today when absent. */
  today?: string
}

export { createStore, type ProjectStore } from './project/store.js'

/** Reads a tree and reports what the enabled rules find in it. Deterministic for one tree, configuration and day. */
export function run(tree: Tree, configuration: Configuration, options: RunOptions = {}): Report {
  const project = createProject(tree, configuration, options)
  const leaks = createLeaks(project, options.leaksOf)
  const originals = createOriginals(tree, createPathIndex(tree.paths))
  const view = projectView(project, configuration, options.leaksOf, {
    leaks,
    capture: createCapture(project, () => leaks.asking().host, options.leaksOf),
    addresses: memoised(() => createAddresses(project, leaks.asking, options.leaksOf)),
  })
  for (const sighting of view.sightings) {
    const original = originals.of(sighting)
    if (original) sighting.original = original
  }
  const enabled = (options.rules ?? []).filter((rule) => isEnabled(rule, configuration, options.everyRule))
  const ask = (rules: readonly Rule[], asked: ProjectView): Finding[] => withPrints(tree, originals, asked, rules.flatMap((rule) =>
    [...rule.report(asked)]
      .filter(({ file }) => options.leaksOf === undefined || file === options.leaksOf)
      .map((draft) => withSeverity({ ...draft, ruleId: rule.id }, configuration))))
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const told = ask(enabled.filter((rule) => !rule.last), view)
  const comments = suppressionsOf(project, told, options)
  const uses = suppress(told, comments, today).uses.sort(compareUses)
  const about = ask(enabled.filter((rule) => rule.last), { ...view, suppressions: uses, enabled: idsOf(enabled), known: idsOf(options.rules ?? []) })
  const all = suppress([...told, ...about].sort(compareFindings), comments, today)
  // A comment may hide what is said about another comment: then it is of use.
  const useful = new Set(all.uses.filter(({ state }) => state === 'used').map(({ file, span }) => `${span.start} ${file}`))
  const line = ({ file, span }: Place): number => lineIndexAt(project.facts(file)?.lineStarts ?? [0], span.start) + 1
  const findings = withoutDoubles(
    all.findings.filter(({ file, span, ruleId }) => ruleId !== suppressionWatcher || !useful.has(`${span.start} ${file}`)), findingIdentity, line)
  const baseline = withBaseline(tree, findings, options)
  return {
    root: '.',
    files: project.files(),
    routes: [...view.routes].sort(compareRoutes),
    sightings: withoutDoubles([...view.sightings].sort(compareSightings), sightingIdentity, line),
    findings: baseline.findings,
    problems: [...project.problems(), ...leaks.problems(), ...baseline.problems],
    ...(baseline.counts && { baseline: baseline.counts }),
    notChecked: [...notChecked(view), ...project.awaiting()],
    suppressions: all.uses.sort(compareUses),
  }
}

type Ruled = Draft & Pick<Finding, 'ruleId'>
type Unmarked = Omit<Finding, 'fingerprint' | 'suppressed'>

/** The findings as the project's baseline leaves them. */
function withBaseline(tree: Tree, findings: Finding[], { rules = [], baseline = true }: RunOptions): {
  findings: Finding[]; problems: Problem[]; counts?: NonNullable<Report['baseline']>
} {
  const text = baseline && rules.length > 0 && tree.paths.includes(baselineName) ? tree.text(baselineName) : undefined
  if (text === undefined) return { findings, problems: [] }
  const { entries, problems } = readBaseline(text)
  const applied = applyBaseline(findings, entries)
  const known = applied.findings.filter(({ suppressed }) => suppressed?.by === 'baseline').length
  return { findings: applied.findings, problems, counts: { known, fixed: applied.fixed } }
}

const idsOf = (rules: readonly Rule[]): Set<string> => new Set(rules.map(({ id }) => id))

function isEnabled(rule: Rule, configuration: Configuration, everyRule = false): boolean {
  const chosen = configuration.rules[rule.id]
  return chosen === undefined ? everyRule || rule.presets.includes(configuration.preset) : chosen !== 'off'
}

/** A severity set for a rule is its upper bound: `warning` makes a rule advisory, `error` leaves the classes to decide. */
function withSeverity(finding: Ruled, configuration: Configuration): Ruled {
  return configuration.rules[finding.ruleId] === 'warning' ? { ...finding, severity: 'warning' } : finding
}

function withPrints(tree: Tree, originals: Originals, { sightings }: ProjectView, drafts: readonly Ruled[]): Finding[] {
  const told = [...drafts].sort(compareFindings).map(withSighting(sightings))
  const prints = fingerprints(told.map((finding) => identity(tree, finding)))
  return told.map((finding, index): Finding => ({
    ...withOriginal(originals, finding), fingerprint: prints[index] as string, suppressed: null,
  }))
}

function withOriginal<T extends Place>(originals: Originals, item: T): T & { original?: Original } {
  const original = originals.of(item)
  return original ? { ...item, original } : item
}

/** Account and event are those of the sighting a finding stands at. */
function withSighting(sightings: readonly PlacedSighting[]): (finding: Ruled) => Unmarked {
  const key = (file: string, offset: number, tracker: string | null): string => `${offset} ${tracker} ${file}`
  const known = new Map<string, PlacedSighting>()
  for (const sighting of sightings) {
    const at = key(sighting.file, sighting.span.start, sighting.tracker)
    if (!known.has(at)) known.set(at, sighting)
  }
  return (finding) => {
    const sighting = known.get(key(finding.file, finding.span.start, finding.tracker))
    return { ...finding, accountId: sighting?.accountId ?? null, event: sighting?.event ?? null }
  }
}

function identity(tree: Tree, { file, span, ruleId, tracker, accountId }: Unmarked): FindingIdentity {
  return { ruleId, tracker, account: accountId, snippet: (tree.text(file) ?? '').slice(span.start, span.end) }
}

const SUPPRESSIONS = lookedFor([suppressionWord])

/** What the comments of each file say. Without rules to hide anything from, or of other files than the one asked about, nothing. */
function suppressionsOf(project: Project, findings: readonly Finding[], { rules = [], leaksOf }: RunOptions): Map<string, FileSuppressions> {
  const files = new Map<string, FileSuppressions>()
  const asked = leaksOf === undefined ? [...project.filesWith(SUPPRESSIONS), ...findings.map(({ file }) => file)] : [leaksOf]
  for (const file of rules.length === 0 ? [] : new Set(asked)) {
    const facts = project.facts(file)
    if (facts && facts.suppressions.length > 0) files.set(file, { suppressions: facts.suppressions, lineStarts: facts.lineStarts })
  }
  return files
}

interface Stages {
  leaks: Leaks
  capture: Capture
  addresses: ProjectView['addresses']
}

function projectView(project: Project, configuration: Configuration, file: string | undefined, { leaks, capture, addresses }: Stages): ProjectView {
  const place = (file: string, offset: number): string => {
    const facts = project.facts(file)
    return facts ? `${file}:${lineIndexAt(facts.lineStarts, offset) + 1}` : file
  }
  return {
    configuration,
    ...file === undefined ? {} : { file },
    routes: project.routes(),
    sightings: project.sightings(),
    containers: project.containers(),
    suppressions: [],
    enabled: new Set(),
    known: new Set(),
    leaks: () => leaks.leaks(),
    stated: () => leaks.stated(),
    taken: (started) => capture.taken(started),
    recorded: (started) => capture.recorded(started),
    revealed: () => capture.revealed(),
    injections: () => capture.injections(),
    identities: () => leaks.identities(),
    addresses,
    thirdParties: () => capture.thirdParties(),
    givenConsents: () => capture.givenConsents(),
    tracker: trackerById,
    hasForm: (route) => project.hasForm(route),
    describePlace: ({ file, span }: Place) => place(file, span.start),
    describeReach({ route, via }: ReachedRoute) {
      const links = via.map(({ file, offset }) => (offset === null ? file : place(file, offset)))
      const chain = links.length > 1 ? `, by ${links.join(' → ')}` : ''
      return `${route.path} (${route.file}${chain})`
    },
  }
}
