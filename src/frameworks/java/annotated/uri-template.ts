/** Paths as annotations of Spring, Micronaut and JAX-RS write them. https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller/ann-requestmapping.html */
import { HOLE } from '../../../parse/hole.js'
import type { Certainty } from '../../../types.js'
import { routePath } from '../../paths.js'

export interface UriPath {
  /** Canonical pattern. */
  path: string
  certainty: Certainty
}

/** `{id}` and `{id:\d+}` → `:id`, `{*rest}`, `{rest:.*}` and `**` → `*`; what is not known is a parameter of any text. */
export function uriPath(...parts: readonly string[]): UriPath {
  const segments = parts.flatMap((part) => segmentsOf(part.replace(/\{[?&][^{}]*\}/g, '').replace(/\{\/([\w,]+)\}/g, '/{$1?}')))
  const path = routePath(...segments.map(segment))
  return { path, certainty: segments.some((text) => text.includes(HOLE)) ? 'possible' : 'exact' }
}

/** At slashes outside of braces: an expression may hold one. */
function segmentsOf(template: string): string[] {
  const segments: string[] = ['']
  let depth = 0
  for (const character of template) {
    if (character === '{') depth++
    else if (character === '}') depth--
    if (character === '/' && depth <= 0) segments.push('')
    else segments.push((segments.pop() as string) + character)
  }
  return segments.filter((text) => text !== '')
}

function segment(text: string): string {
  if (text === '*') return ':any'
  if (text === '**') return '*'
  const named = (_: string, sign: string, name: string, rest: string | undefined, optional: string): string => {
    if (sign !== '' || /^:\s*\.[*+]$/.test(rest ?? '')) return '*'
    return `:${name}${optional}`
  }
  const plain = text.replaceAll(HOLE, '{unknown}').replace(/\{([*+]?)\s*([\w.-]+)\s*(:(?:[^{}]|\{[^{}]*\})*)?(\??)\}/g, named)
  return plain === '*' ? '*' : plain.replace(/(?<=.)\*|\*(?=.)/g, '')
}
