/** Patterns of the routers of Go as canonical paths. */
import { HOLE } from '../../parse/hole.js'

/**
 * `/visits/{id}` of `net/http`, `/visits/{id:[0-9]+}` of gorilla and chi, `/visits/:id/*rest` of gin, echo
 * and fiber. https://pkg.go.dev/net/http#hdr-Patterns-ServeMux
 */
export function goPath(pattern: string): string {
  return pattern.replaceAll(HOLE, ':value')
    .replace(/\{\$\}$/, '')
    // Braces may stand in the expression of a parameter.
    .replace(/\{(\w+)(?:\.\.\.|:\.\*|:\.\+)\}/g, '*')
    .replace(/\{(\w+)(?::(?:[^{}]|\{[^{}]*\})*)?\}/g, ':$1')
    .replace(/:(\w+)<[^>]*>/g, ':$1')
    .replace(/\*\w*/g, '*').replace(/\+$/, '*')
}

/** True for a pattern of `net/http` that stands for all paths below it. */
export function isSubtree(pattern: string): boolean {
  return /.\/$/.test(withoutMethod(pattern))
}

/** The method in front of a pattern, lower case; null for none. */
export function methodOf(pattern: string): string | null {
  return /^([A-Z]+)\s+/.exec(pattern)?.[1]?.toLowerCase() ?? null
}

/** A pattern without the method and the host in front of its path. */
export function withoutMethod(pattern: string): string {
  const path = pattern.replace(/^[A-Z]+\s+/, '')
  // A host may stand in front.
  return path.startsWith('/') || path === '' || path.startsWith(HOLE) || path.startsWith(':') || path.startsWith('*')
    ? path : path.replace(/^[\w.-]+\.[\w.:-]+(?=\/)/, '')
}
