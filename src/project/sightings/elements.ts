/** Elements of markup and JSX that load or send: scripts, pixels, frames, and components of tracker packages. */
import type { ElementFacts, FileFacts } from '../../facts/facts.js'
import type { ScriptFacts } from '../../facts/script/graph.js'
import { matchBeacon, matchLoader, packageRows } from '../../trackers/index.js'
import type { SightingKind } from '../../types.js'
import type { Meaning } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'
import type { Found } from './found.js'
import { literal } from './text.js'
import { unitOfHost, unitOfValue } from './units.js'

/** Markup shown to the reader, not run. */
const SHOWN = new Set(['pre', 'code', 'textarea', 'xmp'])

export function findElements(facts: FileFacts): Found[] {
  return facts.elements.flatMap((element) => {
    if (element.inside.some((name) => SHOWN.has(name))) return []
    return fromSource(facts, element)
  })
}

function fromSource(facts: FileFacts, element: ElementFacts): Found[] {
  const source = element.attributes.find((attribute) => /^(:|v-bind:|\[)?(src|data-src|data-lazy-src|data)\]?$/i.test(attribute.name))
  if (!source || !/^(script|iframe|img|image|object|embed|amp-pixel|component)$/.test(element.tag)) return []
  const url = source.value.trim().replace(/^['"`]|['"`]$/g, '')
  const loader = element.tag === 'img' || element.tag === 'image' ? null : matchLoader(url)
  const match = loader ?? matchBeacon(url)
  if (!match) return []
  const isScript = element.tag === 'script' || element.tag === 'component'
  const kind: SightingKind = !isScript ? 'noscript-pixel' : match.tracker.opaque ? 'container' : 'remote-script'
  return [{
    sighting: {
      kind, tracker: match.tracker.id, accountId: match.account ?? accountAttribute(element, match.tracker.accounts), event: null,
      file: facts.path, span: { start: element.start, end: element.end }, gate: consentType(element) ? 'consent' : null,
      unit: element.host && element.host.script >= 0 ? unitOfHost(facts, element.host) : null, through: [],
    },
    needsEvidence: false, code: null, eventValue: null,
    // A pixel that code writes: `document.write('<img src="…' + mail + '">')`.
    dataValues: kind === 'noscript-pixel' && element.host && element.host.script >= 0 ? [{ file: facts.path, ...element.host }] : [],
  }]
}

/** `<script data-website-id="…">`, `<script id="…" data-domain="…">`: some loaders carry the account in an attribute. */
function accountAttribute(element: ElementFacts, accounts: readonly string[]): string | null {
  const patterns = accounts.map((source) => new RegExp(`^(?:${source})$`))
  for (const attribute of element.attributes) if (patterns.some((pattern) => pattern.test(attribute.value))) return attribute.value
  return null
}

/** Consent managers keep scripts back by `type="text/plain"` and run them later. */
function consentType(element: ElementFacts): boolean {
  return element.tag === 'script' && element.attributes.some(({ name, value }) =>
    (name === 'type' && value === 'text/plain') || /^data-(cookieconsent|cookie-?category|usercentrics|consent|category)$/i.test(name))
}

/** `<GoogleTagManager gtmId="…" />`: rendering a package's component is its use. */
export function findComponents(resolver: Resolver, facts: FileFacts): Found[] {
  const found: Found[] = []
  facts.scripts.forEach((script, index) => {
    for (const value of script.values) {
      if (value.kind !== 'element' || typeof value.name !== 'number') continue
      for (const meaning of resolver.meanings({ file: facts.path, script: index, value: value.name })) {
        const row = componentRow(meaning)
        if (row) found.push(component(resolver, facts, index, value, row))
      }
    }
    found.push(...templateComponents(resolver, facts, index, script))
  })
  return found
}

/** Components of a single-file component are named in its markup. */
function templateComponents(resolver: Resolver, facts: FileFacts, index: number, script: ScriptFacts): Found[] {
  return facts.elements.flatMap((element) => {
    if (element.name === element.tag && !element.tag.includes('-')) return []
    const wanted = element.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()).toLowerCase()
    const binding = script.bindings.find((item) => item.imported && item.name.toLowerCase() === wanted)
    if (!binding?.imported || resolver.host.resolve(facts.path, binding.imported.source) !== null) return []
    const row = componentRow({ kind: 'external', root: 'package', name: binding.imported.source, path: binding.imported.name })
    if (!row) return []
    const account = element.attributes.find((attribute) => attribute.name.replace(/^:/, '') === row.account)
    return [{
      sighting: {
        kind: 'package-use' as const, tracker: row.tracker, accountId: account && !account.name.startsWith(':') ? account.value : null,
        event: null, file: facts.path, span: { start: element.start, end: element.end }, gate: null, unit: null, through: [],
      },
      needsEvidence: false, code: { script: index, scope: 0 }, eventValue: null, dataValues: [],
    }]
  })
}

interface ComponentRow {
  tracker: string
  account: string | null
  /** Properties that leave. */
  data: readonly string[]
}

function componentRow(meaning: Meaning): ComponentRow | null {
  if (meaning.kind !== 'external' || meaning.root !== 'package') return null
  for (const { tracker, row } of packageRows().get(meaning.name) ?? []) {
    const member = row.members.find((item) => item.path === meaning.path || `default.${item.path}` === meaning.path)
    if (member?.kind === 'component') return { tracker: tracker.id, account: member.account ?? null, data: member.data ?? [] }
  }
  return null
}

function component(
  resolver: Resolver, facts: FileFacts, index: number,
  value: ScriptFacts['values'][number] & { kind: 'element' }, row: ComponentRow,
): Found {
  const property = value.properties.find((item) => item.name !== null && item.name === row.account)
  const account = property ? literal(resolver, { file: facts.path, script: index, value: property.value }) : null
  return {
    sighting: {
      kind: 'package-use', tracker: row.tracker, accountId: account, event: null, file: facts.path,
      span: { start: value.start, end: value.end }, gate: null, unit: unitOfValue(facts, index, value.start), through: [],
    },
    needsEvidence: false, code: null, eventValue: null,
    dataValues: value.properties.flatMap((item) =>
      (item.name !== null && row.data.includes(item.name) ? [{ file: facts.path, script: index, value: item.value }] : [])),
  }
}
