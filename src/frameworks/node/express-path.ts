/**
 * Paths of Express, and of the routers that write them the same way, as canonical patterns: `/x/:id(\\d+)`, `/x{/:id}`,
 * `/files/*path`. https://expressjs.com/en/guide/routing.html, https://github.com/pillarjs/path-to-regexp
 */
import { routePath } from '../paths.js'
import { withoutHoles } from './routers.js'

export function expressPath(...parts: readonly string[]): string {
  const path = parts.join('/')
    .replace(/\{\/\*(\w+)\}/g, '/*').replace(/\{\/:(\w+)\}/g, '/:$1?').replace(/\{\*(\w+)\}/g, '*')
    // What a parameter has to look like does not matter here.
    .replace(/(:\w+)\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\((?:\.\*|\[\^[^)]*)\)/g, '*')
    .replace(/(:\w+)[*+]/g, '*')
    .replace(/\*\w+/g, '*').replace(/\/\?(?=$|\/)/g, '/').replace(/\\/g, '')
  const clean = routePath(withoutHoles(path))
  return clean.split('/').map((segment) => (/^\*+$|^\(\.\*\)$/.test(segment) ? '*' : segment)).join('/')
}
