/**
 * SARIF 2.1.0, within what GitHub takes.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import { contentKey } from '../../findings/fingerprint.js'
import type { ChainLink, Finding, Problem, ReachedRoute, Report, Span } from '../../types.js'
import { compareReached } from '../classes.js'
import type { Format, FormatOptions, RuleText } from '../formats.js'
import { encodePath } from '../escape.js'
import { place, type Sources } from '../positions.js'
import { worstFirst } from '../ranked.js'

/** What GitHub takes of one run, and how many places of one result it shows. */
const MOST_RESULTS = 25_000
const MOST_RELATED = 100
const MOST_STEPS = 1_000
/** Ten megabytes compressed are taken; reports shrink to less than a tenth. In UTF-16 units. */
const LARGEST = 60_000_000
const MOST_NOTIFICATIONS = 1_000

type Json = Record<string, unknown>

/** RFC 3986, relative to the top of the repository. */
function artifact(file: string, { repositoryPrefix }: FormatOptions): Json {
  return { uri: encodePath(repositoryPrefix + file), uriBaseId: '%SRCROOT%' }
}

/** 1-based, `endColumn` exclusive, as `columnKind` says in UTF-16 units. */
function region(sources: Sources, file: string, span: Span): Json {
  const start = place(sources, file, span.start)
  const end = place(sources, file, Math.max(span.start, span.end))
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

function physical(sources: Sources, file: string, span: Span, options: FormatOptions): Json {
  return { artifactLocation: artifact(file, options), region: region(sources, file, span) }
}

function linkLocation(sources: Sources, { file, offset }: ChainLink, options: FormatOptions): Json {
  if (offset === null) return { artifactLocation: artifact(file, options) }
  const { line, column } = place(sources, file, offset)
  return { artifactLocation: artifact(file, options), region: { startLine: line, startColumn: column } }
}

/** Where the routes are that a finding is about, and the files between them and the code. */
function related(sources: Sources, finding: Finding, options: FormatOptions): Json[] {
  const locations: Json[] = []
  const seen = new Set<string>()
  const add = (link: ChainLink, text: string): void => {
    const key = `${link.file}:${link.offset}`
    if (seen.has(key) || locations.length >= MOST_RELATED) return
    seen.add(key)
    locations.push({ id: locations.length + 1, physicalLocation: linkLocation(sources, link, options), message: { text } })
  }
  for (const { route, via, certainty } of [...finding.routes].sort(compareReached)) {
    const [first, ...rest] = via
    add(first ?? { file: route.file, offset: null }, `${route.path} (${route.class}, ${certainty})`)
    for (const link of rest.slice(0, -1)) add(link, `on the way from ${route.path}`)
  }
  return locations
}

function codeFlows(sources: Sources, { flow }: Finding, options: FormatOptions): Json | undefined {
  if (flow.length === 0) return undefined
  const half = MOST_STEPS / 2
  const steps = flow.length <= MOST_STEPS ? flow : [...flow.slice(0, half), ...flow.slice(-half)]
  const locations = steps.map(({ file, span, note }, index) => ({
    location: { physicalLocation: physical(sources, file, span, options), message: { text: note || 'goes on here' } },
    importance: index === 0 || index === steps.length - 1 ? 'essential' : 'important',
    executionOrder: index + 1,
  }))
  return { codeFlows: [{ threadFlows: [{ locations }] }] }
}

/** GitHub knows a result again by this one: what it is, and which of several in its file. */
function lineHashes(findings: readonly Finding[]): Map<Finding, string> {
  const counts = new Map<string, number>()
  return new Map(findings.map((finding) => {
    const content = contentKey(finding.fingerprint)
    const key = `${content} ${finding.file}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return [finding, `${content}:${count}`]
  }))
}

const routeText = ({ route, certainty }: ReachedRoute): Json => ({ path: route.path, class: route.class, certainty })

function resultOf(sources: Sources, finding: Finding, ruleIndex: number, lineHash: string, options: FormatOptions): Json {
  const { ruleId, severity, message, help, file, span, suppressed, change, fingerprint } = finding
  const relatedLocations = related(sources, finding, options)
  return {
    ruleId,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: severity,
    message: { text: help === '' ? message : `${message}\n\n${help}` },
    locations: [{ physicalLocation: physical(sources, file, span, options) }],
    ...(relatedLocations.length > 0 && { relatedLocations }),
    ...codeFlows(sources, finding, options),
    partialFingerprints: { primaryLocationLineHash: lineHash, 'pixelward/v1': fingerprint },
    ...(suppressed && {
      suppressions: [{
        kind: suppressed.by === 'comment' ? 'inSource' : 'external', status: 'accepted',
        justification: suppressed.until === null ? suppressed.reason : `${suppressed.reason} (until ${suppressed.until})`,
      }],
    }),
    ...(change && { baselineState: change.kind === 'new' ? 'new' : 'updated' }),
    properties: {
      tracker: finding.tracker, accountId: finding.accountId, event: finding.event, dataCategories: finding.dataCategories,
      confidence: finding.confidence, hashed: finding.hashed, routes: [...finding.routes].sort(compareReached).slice(0, MOST_RELATED).map(routeText),
    },
  }
}

/** The documentation is part of the package. */
const documentation = 'https://unpkg.com/eslint-plugin-pixelward/docs/rules'

function descriptorOf({ id, description, help }: RuleText): Json {
  const helpUri = `${documentation}/${id}.md`
  const pascal = id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return {
    id,
    name: pascal,
    shortDescription: { text: description },
    fullDescription: { text: description },
    help: { text: help ?? `${description}. See ${helpUri}`, markdown: help ?? `${description}. See [${id}](${helpUri}).` },
    helpUri,
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['privacy', 'health-data', 'tracking'], precision: 'high', 'problem.severity': 'warning' },
  }
}

function notification({ file, line, message }: Problem, options: FormatOptions): Json {
  return {
    level: 'warning',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file, options), region: { startLine: line } } }],
  }
}

function withoutLast(results: readonly Json[]): Json[] {
  let size = 0
  const kept: Json[] = []
  for (const result of results) {
    size += JSON.stringify(result).length
    if (size > LARGEST) break
    kept.push(result)
  }
  return kept
}

/** One log with one run; the worst results come first, so that those are kept where not all can be. */
export const reportSarif: Format = (report: Report, sources, options) => {
  const ordered = worstFirst(report.findings)
  const hashes = lineHashes(report.findings)
  const indexes = new Map(options.rules.map(({ id }, index) => [id, index]))
  const results = withoutLast(ordered.slice(0, MOST_RESULTS).map((finding) =>
    resultOf(sources, finding, indexes.get(finding.ruleId) ?? -1, hashes.get(finding) ?? '', options)))
  const left = ordered.length - results.length
  const notifications = [
    ...(left > 0 ? [{ level: 'warning', message: { text: `${left} more results are left out: services take no larger reports.` } }] : []),
    ...report.problems.slice(0, MOST_NOTIFICATIONS).map((problem) => notification(problem, options)),
  ]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: options.tool.name,
          semanticVersion: options.tool.version,
          informationUri: 'https://www.npmjs.com/package/eslint-plugin-pixelward',
          rules: options.rules.map(descriptorOf),
        },
      },
      automationDetails: { id: `pixelward/${options.repositoryPrefix}` },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: true, ...(notifications.length > 0 && { toolExecutionNotifications: notifications }) }],
      results,
      properties: { notChecked: report.notChecked },
    }],
  }
  return `${JSON.stringify(log, null, results.length > 2_000 ? 0 : 2)}\n`
}
