/** What JSON templates, section groups and tags of a Shopify theme bring in: sections, blocks, scripts of the theme. */
import { parse as parseJson } from 'jsonc-parser'
import type { ReachEdge } from '../../../types.js'
import { assetEdges } from '../../assets.js'
import type { FrameworkHost } from '../../framework.js'
import { join, stem } from '../../paths.js'

type Json = Readonly<Record<string, unknown>>

/** `{% sections 'header-group' %}` */
const GROUP = /\{%-?\s*sections\s+['"]([\w-]+)['"]/g
/** `{% content_for "block", type: "form", id: "form" %}` */
const STATIC_BLOCK = /\bcontent_for\s+['"]block['"]\s*,[^%}]*?\btype:\s*['"]([\w-]+)['"]/g
const SCHEMA = /\{%-?\s*schema\s*-?%\}([^]*?)\{%-?\s*endschema\s*-?%\}/

export function themeEdges(host: FrameworkHost, root: string, templates: readonly string[]): ReachEdge[] {
  const at = (folder: string, name: string): string => join(root, `${folder}/${name}`)
  const liquid = ['layout', 'templates', 'sections', 'snippets', 'blocks', 'assets']
    .flatMap((folder) => host.under(join(root, folder)).filter((file) => file.endsWith('.liquid')))
  const groups = host.under(join(root, 'sections')).filter((file) => file.endsWith('.json'))
  const edges: ReachEdge[] = []
  const add = (from: string, offset: number | null, to: string): void => {
    if (host.has(to)) edges.push({ from: { file: from, unit: null }, offset, kind: 'include', certainty: 'exact', to: { file: to, unit: null } })
  }
  for (const file of [...templates.filter((each) => each.endsWith('.json')), ...groups]) {
    const { sections, blocks } = typesIn(host.json(file))
    for (const type of sections) add(file, null, at('sections', `${type}.liquid`))
    for (const type of blocks) add(file, null, at('blocks', `${type}.liquid`))
  }
  for (const file of liquid) {
    const text = host.text(file) ?? ''
    for (const match of text.matchAll(GROUP)) add(file, match.index, at('sections', `${match[1]}.json`))
    for (const match of text.matchAll(STATIC_BLOCK)) add(file, match.index, at('blocks', `${match[1]}.liquid`))
  }
  return [...edges, ...assetEdges(host, liquid, [{
    // https://shopify.dev/docs/api/liquid/filters/asset_url
    pattern: /(['"][^'"\n]+['"])\s*\|\s*(?:asset_url|inline_asset_content)\b/g,
    candidates: (path) => [at('assets', path), at('assets', `${path}.liquid`)],
  }])]
}

/** https://shopify.dev/docs/storefronts/themes/architecture/section-groups#schema: what is shown of a list of sections. */
function typesIn(file: unknown): { sections: Set<string>; blocks: Set<string> } {
  const found = { sections: new Set<string>(), blocks: new Set<string>() }
  const shown = (of: Json, entries: string, order: string): Json[] => {
    const names = of[order]
    return Object.entries(record(of[entries])).flatMap(([name, entry]) => (
      record(entry)['disabled'] === true || (Array.isArray(names) && !names.includes(name)) ? [] : [record(entry)]))
  }
  const readBlocks = (of: Json): void => {
    for (const block of shown(of, 'blocks', 'block_order')) {
      if (typeof block['type'] === 'string') found.blocks.add(block['type'])
      readBlocks(block)
    }
  }
  for (const section of shown(record(file), 'sections', 'order')) {
    if (typeof section['type'] === 'string') found.sections.add(section['type'])
    readBlocks(section)
  }
  return found
}

export interface OfferedSection {
  file: string
  /** Types of templates it can be put into; null for all. */
  templates: string[] | null
}

/**
 * Sections that the editor of the shop offers, and that nothing in the theme brings in yet.
 * https://shopify.dev/docs/storefronts/themes/architecture/sections/section-schema#presets
 */
export function offeredSections(host: FrameworkHost, root: string, edges: readonly ReachEdge[]): OfferedSection[] {
  const shown = new Set(edges.map(({ to }) => to.file))
  const named = new Set<string>()
  for (const folder of ['layout', 'templates', 'sections', 'snippets']) {
    for (const file of host.under(join(root, folder))) {
      for (const match of (host.text(file) ?? '').matchAll(/\{%-?\s*section\s+['"]([\w-]+)['"]/g)) named.add(match[1] as string)
    }
  }
  return host.under(join(root, 'sections')).flatMap((file): OfferedSection[] => {
    if (!file.endsWith('.liquid') || shown.has(file) || named.has(stem(file))) return []
    const schema = record(parseJson(SCHEMA.exec(host.text(file) ?? '')?.[1] ?? '', [], { allowTrailingComma: true }) as unknown)
    if (!Array.isArray(schema['presets']) || schema['presets'].length === 0) return []
    const templates = record(schema['enabled_on'])['templates']
    const isOpen = !Array.isArray(templates) || templates.includes('*')
    return [{ file, templates: isOpen ? null : templates.filter((each): each is string => typeof each === 'string') }]
  })
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : {}
}
