/** Endpoints that a program maps one by one. https://learn.microsoft.com/aspnet/core/fundamentals/minimal-apis */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import type { CodeScope, CodeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCallNode, type CodeOutline } from '../../reading/classes/outline.js'
import { routeTemplate } from '../route-template.js'

const MAPS = /^Map(?:Get|Post|Put|Delete|Patch|Methods)$/
const HINT = /\.\s*Map(?:Get|Post|Put|Delete|Patch|Methods|Group)\s*\(/

export function minimalRoutes(host: FrameworkHost, values: CodeValues, files: readonly string[], base: string): RouteDeclaration[] {
  return files.filter((file) => HINT.test(host.text(file) ?? '')).flatMap((file) => {
    const outline = outlineOf(host, file)
    const whole = { start: 0, end: (host.text(file) ?? '').length }
    const groups = groupsOf(values, outline, file)
    return outline.calls(whole).filter(({ name }) => MAPS.test(name)).flatMap((call): RouteDeclaration[] => {
      const [given] = call.arguments
      if (!given || (given.value.kind !== 'string' && given.value.kind !== 'join' && given.value.kind !== 'name')) return []
      const scope = scopeOf(outline, file, call)
      const prefix = prefixOf(values, groups, call, scope)
      return values.texts(given.value, scope).map((text) => {
        const path = routeTemplate(`${base}/${prefix}/${text}`.replaceAll(HOLE, '{unknown}'))
        const answers = outline.calls(call).map((inner) => inner.path)
        const isPage = answers.some((each) => /^(?:Results|TypedResults)\.(?:Extensions\.)?(?:Html|Razor\w*|View|Content)$/.test(each) || /^new RazorComponentResult/.test(each))
          && !(answers.some((each) => /\.Content$/.test(each)) && !/text\/html/.test((host.text(file) ?? '').slice(call.start, call.end)))
        const isRedirect = answers.some((each) => /^(?:Results|TypedResults)\.(?:Local)?Redirect$/.test(each))
        return {
          path, kind: isPage ? 'page' : isRedirect ? 'redirect' : 'api', file, certainty: text.includes(HOLE) ? 'possible' : 'exact',
          leaves: [], places: [{ file, start: call.start, end: call.end }],
        }
      })
    })
  })
}

function scopeOf(outline: CodeOutline, file: string, call: CodeCallNode): CodeScope {
  return { file, owner: outline.classes.findIndex(({ start, end }) => start <= call.start && call.end <= end) }
}

/** Names of groups with their prefixes: `var api = app.MapGroup("/api")`. */
function groupsOf(values: CodeValues, outline: CodeOutline, file: string): Map<string, string> {
  const groups = new Map<string, string>()
  for (const { name, value } of outline.assignments({ start: 0, end: Number.MAX_SAFE_INTEGER })) {
    for (let link = value.kind === 'call' ? value : null; link; link = link.receiver) {
      if (link.name !== 'MapGroup') continue
      const scope = scopeOf(outline, file, link)
      groups.set(name, prefixOf(values, groups, link, scope) + groupText(values, link, scope))
      break
    }
  }
  return groups
}

function groupText(values: CodeValues, call: CodeCallNode, scope: CodeScope): string {
  const [given] = call.arguments
  return given ? `/${values.texts(given.value, scope)[0] ?? ''}` : ''
}

/** What the groups say on which a call is made. */
function prefixOf(values: CodeValues, groups: ReadonlyMap<string, string>, call: CodeCallNode, scope: CodeScope): string {
  let prefix = ''
  let first: CodeCallNode = call
  for (let link = call.receiver; link; link = link.receiver) {
    if (link.name === 'MapGroup') prefix = groupText(values, link, scope) + prefix
    first = link
  }
  const owner = first.path.replace(/^new /, '').split('.').slice(0, -1).join('.').replace(/\(\)/g, '')
  return (groups.get(owner) ?? '') + prefix
}
