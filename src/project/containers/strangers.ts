/** Hosts that a tag's code loads from or sends to and no table knows. */
import type { ContainerFacts, FilterTest, TagFacts } from '../../facts/container/container.js'
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { services } from '../../trackers/services.js'
import { sharedHosts } from '../../trackers/shared-hosts.js'
import type { Span } from '../../types.js'
import type { Resolver } from '../meaning/resolver.js'
import { foldText } from '../sightings/text.js'

const LOADING = new Set(['script', 'img', 'iframe'])
/** Functions that request the address they are given. */
const REQUESTING = new Set(['fetch', 'sendBeacon', 'getScript', 'loadScript', 'open'])

/** Sorted. Computed addresses are none: nothing is known of them. Nor are hosts of the site itself. */
export function strangersOf(resolver: Resolver, facts: FileFacts & { container: ContainerFacts }, tag: TagFacts): string[] {
  const { code } = tag
  const urls = [...tag.urls]
  if (code) {
    for (const element of facts.elements) {
      if (!LOADING.has(element.tag) || !isWithin(code, element)) continue
      urls.push(...element.attributes.filter(({ name }) => name === 'src').map(({ value }) => value))
    }
    facts.scripts.forEach((script, index) => {
      const read = (value: ValueId): string[] => foldText(resolver, { file: facts.path, script: index, value })
      for (const { name, value, ...span } of script.stores) if (name === 'src' && isWithin(code, span)) urls.push(...read(value))
      for (const { value } of script.calls) urls.push(...requested(script, value, code).flatMap(read))
    })
  }
  const own = ownDomains(facts.container)
  // Maps, fonts and captchas are told of wherever they are.
  const isService = (url: string): boolean => services.some(({ addresses }) => addresses.some((address) => address.test(url)))
  return [...new Set(urls.filter((url) => !isService(url)).flatMap(hostOf))].filter((host) => !own.some((domain) => `.${host}`.endsWith(`.${domain}`))).sort()
}

/** A container is named after its site, as a rule, and its triggers ask for the site's hosts. */
function ownDomains({ name, triggers }: ContainerFacts): string[] {
  const asked = (test: FilterTest): string[] => {
    if (test.kind === 'compare') return test.subject === 'host' && test.operator !== 'matches' ? [test.value] : []
    return test.kind === 'all' || test.kind === 'any' ? test.of.flatMap(asked) : []
  }
  return [name ?? '', ...triggers.flatMap(({ test }) => asked(test))].flatMap((text) => {
    const host = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})\/?$/i.exec(text.trim())?.[1]?.toLowerCase()
    return host === undefined ? [] : [host.replace(/^www\./, '')]
  })
}

function requested(script: ScriptFacts, id: ValueId, code: Span): ValueId[] {
  const call = script.values[id]
  if (call?.kind !== 'call' || !isWithin(code, call)) return []
  const callee = script.values[call.callee]
  const name = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name : null
  return name !== null && REQUESTING.has(name) ? [...call.arguments] : []
}

function isWithin(code: Span, { start, end }: Span): boolean {
  return code.start <= start && end <= code.end
}

function hostOf(url: string): string[] {
  // `location.protocol + '//host/…'`
  const host = /^[\s\uA4F8]*(?:https?:)?\/\/(?:\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?=[/:?#]|\s*$)/i.exec(url)?.[1]?.toLowerCase()
  return host === undefined || sharedHosts.has(host) ? [] : [host]
}
