/**
 * Source maps: where a place of a built file stood before it was built. Files, `data:` URLs, and maps in sections.
 * https://tc39.es/ecma426/
 */
import { createRequire } from 'node:module'
import type * as tracing from '@jridgewell/trace-mapping'

// Loaded when the first map is read: most trees have none.
const load = createRequire(import.meta.url)

export interface SourceMapReader {
  /** Names of the sources as the map has them, with its root in front. */
  sources: readonly string[]
  /** What the map says of a place, or of the first place after it within `length`; null when it says nothing. */
  original(line: number, column: number, length: number): OriginalPlace | null
  /** A line of a source, 1-based, as far as the map holds the source's text. */
  sourceLine(source: string, line: number): string | undefined
}

/** Lines and columns are 1-based here as everywhere. */
export interface OriginalPlace {
  source: string
  line: number
  column: number
  /** Where what is mapped begins in the built file: at the place, or before it. */
  from: { line: number; column: number }
  /** Lines between that and the place are marked as nobody's: the place is in the source only if its text is. */
  isAcrossUnmapped: boolean
}

const COMMENT = 'sourceMappingURL='

/** What the last comment of a built file names as its map: a URL, relative or `data:`; null when there is none. */
export function mapReference(text: string): string | null {
  const at = text.lastIndexOf(COMMENT)
  if (at < 0 || !/\/[/*][#@]\s*$/.test(text.slice(Math.max(0, at - 8), at))) return null
  const from = at + COMMENT.length
  const end = text.slice(from).search(/[\s'"`*]/)
  const url = text.slice(from, end < 0 ? text.length : from + end)
  return url === '' ? null : url
}

/** The text that a `data:` URL holds, or null for other URLs. https://www.rfc-editor.org/rfc/rfc2397 */
export function dataOf(url: string): string | null {
  const match = /^data:[^,]*?(;base64)?,/.exec(url)
  if (!match) return null
  const data = url.slice(match[0].length)
  if (match[1] !== undefined) return Buffer.from(data, 'base64').toString('utf8')
  try {
    return decodeURIComponent(data)
  } catch {
    return null
  }
}

/** The map a text holds; null when it is none. Never throws. */
export function readSourceMap(text: string): SourceMapReader | null {
  const { FlattenMap, decodedMappings } = load('@jridgewell/trace-mapping') as typeof tracing
  try {
    // https://tc39.es/ecma426/#sec-source-map-retrieval: servers may put `)]}'` in front.
    const json = JSON.parse(text.replace(/^\uFEFF?\)\]\}'[^\n]*\n/, '')) as tracing.SectionedSourceMapInput
    const map = new FlattenMap(json)
    const lines = decodedMappings(map)
    const texts = new Map<string, readonly string[]>()
    return {
      sources: map.resolvedSources,
      original(line, column, length) {
        const found = segmentBefore(lines, line - 1, column - 1) ?? segmentAfter(lines[line - 1] ?? [], column - 1, length)
        const source = found ? map.resolvedSources[found.segment[1]] : undefined
        if (!found || source === undefined) return null
        const { segment, line: at, isAcrossUnmapped = false } = found
        const from = { line: (at ?? line - 1) + 1, column: segment[0] + 1 }
        return { source, line: segment[2] + 1, column: segment[3] + 1, from, isAcrossUnmapped }
      },
      sourceLine(source, line) {
        let text = texts.get(source)
        if (!text) texts.set(source, text = (map.sourcesContent?.[map.resolvedSources.indexOf(source)] ?? '').split('\n'))
        return text[line - 1]
      },
    }
  } catch {
    return null
  }
}

type Segment = readonly [column: number, source: number, line: number, column: number]
type Lines = ReturnType<typeof tracing.decodedMappings>

/** How far above a place the text that it stands in may begin. */
const LONGEST_TEXT = 2_000

interface Found {
  segment: Segment
  /** 0-based; absent for the line that was asked about. */
  line?: number
  isAcrossUnmapped?: boolean
}

/**
 * The last segment that begins at or before a place, 0-based. A text of several lines (a template with a snippet in it)
 * has its segment where it begins; some write the same again for each line, and some that each line is nobody's.
 */
function segmentBefore(lines: Lines, line: number, column: number): Found | null {
  let found: Found | null = null
  let isAcrossUnmapped = false
  for (let at = line; at >= 0 && line - at <= LONGEST_TEXT; at--) {
    const before = at === line ? lines[at]?.filter((segment) => segment[0] <= column) : lines[at]
    const last = before?.at(-1)
    if (last?.length === 1) {
      if (found || last[0] !== 0) break
      isAcrossUnmapped = true
      continue
    }
    if (!last) continue
    const segment: Segment = [last[0], last[1], last[2], last[3]]
    if (found && (segment[1] !== found.segment[1] || segment[2] !== found.segment[2] || segment[3] !== found.segment[3])) break
    found = { segment, line: at, isAcrossUnmapped }
    if (before?.length !== 1 || segment[0] !== 0) break
  }
  return found
}

function segmentAfter(segments: Lines[number], column: number, length: number): Found | null {
  const next = segments.find((segment) => segment.length > 1 && segment[0] > column)
  return next === undefined || next.length === 1 || next[0] >= column + length ? null : { segment: [next[0], next[1], next[2], next[3]] }
}
