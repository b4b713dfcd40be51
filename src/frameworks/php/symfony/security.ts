/** What Symfony shows only to some people. https://symfony.com/doc/current/security.html#access-control-authorization */
import type { FrameworkHost, RouteGuard } from '../../framework.js'
import { join } from '../../paths.js'
import { mapping, textIn, textsIn, yamlMapping } from '../../yaml.js'
import type { PhpValues } from '../code/values.js'
import type { SymfonyRoute } from './attributes.js'

const OPEN = /^(?:PUBLIC_ACCESS|IS_AUTHENTICATED_ANONYMOUSLY)$/
const FILES = ['config/packages/security.yaml', 'config/packages/security.yml', 'app/config/security.yml', 'config/security.yaml']

/** `access_control` of the configuration: the first rule whose path fits decides. */
export function accessRules(host: FrameworkHost, root: string): (path: string) => RouteGuard[] {
  const rules = FILES.map((name) => join(root, name)).filter((file) => host.has(file)).flatMap((file) => {
    const listed = mapping(yamlMapping(host, file)['security'])['access_control']
    return (Array.isArray(listed) ? listed : []).flatMap((item) => {
      const { path, roles, role } = mapping(item)
      const pattern = patternOf(textIn(path))
      const given = [...textsIn(roles), ...textsIn(role)].flatMap((text) => text.split(/\s*,\s*/))
      return pattern === null ? [] : [{ pattern, file, roles: given, text: textIn(path) ?? '' }]
    })
  })
  return (path) => {
    const rule = rules.find(({ pattern }) => pattern.test(path))
    if (!rule || rule.roles.length === 0 || rule.roles.some((role) => OPEN.test(role))) return []
    const offset = Math.max(0, (host.text(rule.file) ?? '').indexOf(rule.text))
    return [{ name: `access_control ${rule.text}`, roles: rule.roles, file: rule.file, offset, isSeen: true }]
  }
}

function patternOf(text: string | null): RegExp | null {
  // Expressions of settings are no short list of beginnings: only plain ones are tried.
  if (text === null || text.length > 200 || /[+*}]\)?[+*{]/.test(text)) return null
  try {
    return new RegExp(text)
  } catch {
    return null
  }
}

/** `#[IsGranted('ROLE_PATIENT')]` of the action and of its class, `$this->denyAccessUnlessGranted('ROLE_USER')`. */
export function guardsOfAction(values: PhpValues, { action }: SymfonyRoute): RouteGuard[] {
  if (action.kind !== 'method') return []
  const { of, method } = action
  const { outline, file } = method.scope
  const annotations = [
    ...of.outline.declarations[of.index]?.annotations.map((each) => ({ each, at: of.file })) ?? [],
    ...method.declaration.annotations.map((each) => ({ each, at: file })),
  ].filter(({ each }) => /^(?:IsGranted|Security)$/.test(each.name))
  const calls = outline.within(method.body).filter(({ name }) => name === 'denyAccessUnlessGranted').map((each) => ({ each, at: file }))
  return [...annotations, ...calls].flatMap(({ each, at }): RouteGuard[] => {
    const roles = each.arguments.slice(0, 1).flatMap(({ value }) => values.known(value, method.scope))
    if (roles.some((role) => OPEN.test(role))) return []
    return [{ name: each.name, file: at, offset: each.start, isSeen: true, ...roles.length === 0 ? {} : { roles } }]
  })
}
