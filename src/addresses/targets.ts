/** From an address as code writes it to the routes it leads to. */
import { HOLE } from '../parse/hole.js'
import type { Route } from '../types.js'

export interface Target {
  /** `/appointments/thanks`, with `…` for what is not literal; empty for the page itself. */
  path: string
  query: string
  fragment: string
  /** It leads to another site. */
  isElsewhere: boolean
}

const HOLES = new RegExp(`${HOLE}+`, 'g')

/** The parts of an address. Parts that are not literal are written `…`. */
export function targetOf(text: string): Target {
  const shown = text.replace(HOLES, '…').trim()
  const [, before = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#[^]*)?$/.exec(shown) ?? []
  const isElsewhere = /^(?:[a-z][a-z+.-]*:|\/\/)/i.test(before) && !/^[a-z]+:\/\/…/i.test(before)
  return { path: isElsewhere ? before : before.replace(/^[a-z]+:\/\/…/i, ''), query, fragment, isElsewhere }
}

/**
 * Pages of an address; empty when none of those that are known fits. Relative ones fit by their ending, and a parameter
 * alone is no ending. Pages that say more of the address themselves go before those that would take anything.
 */
export function routesOf(routes: readonly Route[], { path, isElsewhere }: Target): Route[] {
  const wanted = segments(path)
  if (isElsewhere || path === '' || wanted.length === 0 || wanted.every((segment) => segment === '…')) return []
  const isRelative = !path.startsWith('/')
  const fitting = routes.flatMap((route) => {
    if (route.kind !== 'page' && route.kind !== 'static') return []
    const own = segments(route.path)
    if (own.some((segment) => segment.startsWith('*'))) return []
    const tail = isRelative ? own.slice(-wanted.length) : own
    if (tail.length !== wanted.length || !tail.every((segment, at) => fits(segment, wanted[at] as string))) return []
    const literal = tail.filter((segment, at) => segment === wanted[at]).length
    return isRelative && literal === 0 ? [] : [{ route, literal }]
  })
  const most = Math.max(...fitting.map(({ literal }) => literal))
  return fitting.filter(({ literal }) => literal === most).map(({ route }) => route)
}

function fits(own: string, wanted: string): boolean {
  return own.startsWith(':') || wanted === '…' || own === wanted
}

/** Without endings of files, dots and an index, in small letters: `./Thanks.php` is `thanks`. */
function segments(path: string): string[] {
  return path.toLowerCase().split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map((segment) => segment.replace(/\.(?:x?html?|php\d?|aspx?|jsp|cfm)$/i, ''))
    .filter((segment, at, all) => !(segment === 'index' && at === all.length - 1))
}
