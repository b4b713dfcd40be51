/**
 * What Twig templates bring in by a name that is no template's: actions, functions of extensions, components.
 * https://symfony.com/doc/current/templates.html#embedding-controllers
 */
import type { Certainty, ReachEdge, Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import type { Answer } from '../code/answers.js'
import { phpClasses } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import { outlineOf } from '../reading/outline.js'
import type { SymfonyAction, SymfonyRoute } from './attributes.js'
import { actionOf } from './configuration.js'
import type { TwigTemplates } from './templates.js'

interface Target {
  file: string
  certainty: Certainty
  part?: Span
}

const ACTION = /\bcontroller\(\s*['"]([\w\\:/]+)['"]|\{%-?\s*render\s+['"]([\w\\:]+)['"]/g
const ROUTE = /\brender(?:_esi|_hinclude)?\(\s*(?:path|url)\(\s*['"]([\w.-]+)['"]/g
const COMPONENT = /<twig:([\w:]+)|\bcomponent\(\s*['"]([\w:]+)['"]|\{%-?\s*component\s+['"]?([\w:]+)/g

export function twigEdges(
  values: PhpValues, root: string, templates: TwigTemplates, files: readonly string[], routes: readonly SymfonyRoute[],
  read: (action: SymfonyAction, isRead: boolean) => Answer,
): ReachEdge[] {
  const { host } = values
  const functions = ownFunctions(values, root)
  const edges: ReachEdge[] = []
  const shown = (action: SymfonyAction): Target[] => {
    const answer = read(action, true)
    return [
      ...answer.leaves,
      ...answer.places.map(({ file, start, end }): Target => ({ file, certainty: 'exact', part: { start, end } })),
    ]
  }
  for (const file of files) {
    const text = host.text(file) ?? ''
    const add = (offset: number, targets: readonly Target[]): void => {
      for (const { file: to, certainty, part } of targets) {
        if (to === file && !part) continue
        edges.push({
          from: { file, unit: null },
          offset,
          kind: 'include',
          certainty,
          to: { file: to, unit: null },
          ...(part ? { part } : {}),
        })
      }
    }
    for (const match of text.matchAll(ACTION))
      add(match.index, shown(actionOf(values, (match[1] ?? match[2] ?? '').replace(/\\\\/g, '\\'))))
    for (const match of text.matchAll(ROUTE))
      add(
        match.index,
        routes.filter(({ name }) => name === match[1]).flatMap(({ action }) => shown(action)),
      )
    for (const match of text.matchAll(COMPONENT)) {
      const name = match[1] ?? match[2] ?? match[3] ?? ''
      if (name !== 'block')
        add(match.index, [
          ...(functions.get(`component ${name}`) ?? []),
          ...templates.files(`components/${name.replaceAll(':', '/')}.html.twig`),
        ])
    }
    if (functions.size > 0)
      for (const match of text.matchAll(/(?<![\w.'"])([a-z_]\w*)\s*\(/g))
        add(match.index, functions.get(match[1] as string) ?? [])
  }
  return edges
}

/** `new TwigFunction('pixel', [$this, 'pixel'])`, `#[AsTwigFunction('pixel')]`, `#[AsTwigComponent(template: …)]`. */
function ownFunctions(values: PhpValues, root: string): ReadonlyMap<string, Target[]> {
  const { host } = values
  const classes = phpClasses(host)
  const found = new Map<string, Target[]>()
  for (const file of host.under(join(root, 'src'))) {
    if (!file.endsWith('.php') || !/Twig/.test(host.text(file) ?? '')) continue
    const outline = outlineOf(host, file)
    for (const call of outline.calls) {
      if (!/^new .*(TwigFunction|Twig_SimpleFunction|Twig_Function)$/.test(call.path)) continue
      const [name, callback] = call.arguments
      if (name?.value.kind !== 'string' || !callback) continue
      const scope = classes.scope(file, call.start)
      const { value } = callback
      if (value.kind === 'closure') found.set(name.value.text, [{ file, certainty: 'exact', part: value.body }])
      const item = value.kind === 'list' ? value.items[1]?.value : undefined
      const method = item?.kind === 'string' ? item.text : value.kind === 'call' ? value.name : null
      const object = value.kind === 'list' ? value.items[0]?.value : undefined
      const of = object?.kind === 'name' ? classes.written(object.path.replace(/::class$/, ''), scope) : scope.self
      const target = of && method !== null ? classes.method(of, method) : null
      if (target) found.set(name.value.text, [{ file: target.scope.file, certainty: 'exact', part: target.body }])
    }
    for (const declaration of outline.declarations) {
      for (const annotation of declaration.annotations) {
        const [first] = annotation.arguments.filter(({ name }) => name === null || name === 'name')
        const text = first?.value.kind === 'string' ? first.value.text : null
        if (annotation.name === 'AsTwigFunction' && text !== null)
          found.set(text, [{ file, certainty: 'exact', part: declaration.body }])
        const template = annotation.arguments.find(({ name }) => name === 'template')?.value
        if (
          /^As(Twig|Live)Component$/.test(annotation.name) &&
          template?.kind === 'string' &&
          host.has(join(root, `templates/${template.text}`))
        ) {
          found.set(`component ${text ?? declaration.name}`, [
            { file: join(root, `templates/${template.text}`), certainty: 'exact' },
          ])
        }
      }
    }
  }
  return found
}

/** Listeners that put markup into every answer. */
export function responseListeners(host: FrameworkHost, root: string): string[] {
  return host.under(join(root, 'src')).filter((file) => {
    if (!file.endsWith('.php')) return false
    const text = host.text(file) ?? ''
    return /\bsetContent\s*\(/.test(text) && /KernelEvents::RESPONSE|kernel\.response|ResponseEvent/.test(text)
  })
}
