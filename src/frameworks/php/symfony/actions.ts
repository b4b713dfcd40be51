/** What an action of a controller shows. https://symfony.com/doc/current/controller.html */
import { baseNameOf } from '../../../paths.js'
import { answerOf, type Answer, type AnswerRows } from '../code/answers.js'
import type { PhpCallAt } from '../code/calls.js'
import { phpClasses } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import type { SymfonyAction } from './attributes.js'
import type { TwigTemplates } from './templates.js'

const RENDERS = /->(?:render(?:Form|Block|View|BlockView|Response)?|stream|display)$/
const REDIRECTS = /^\$this->redirect\w*$|^new \\?(?:[\w\\]+\\)?RedirectResponse$|^\$this->forward$/

export function createActionReader(
  values: PhpValues,
  templates: TwigTemplates,
): (action: SymfonyAction, isRead: boolean) => Answer {
  const { host } = values
  const classes = phpClasses(host)
  const rows: AnswerRows = {
    host,
    redirects: REDIRECTS,
    files: templates.files,
    viewNames({ call, scope }: PhpCallAt) {
      const [first] = call.arguments
      if (!RENDERS.test(call.path) || !first) return null
      const names = values.texts(first.value, scope)
      // Others have methods of this name, which take no templates.
      const isOwn = call.path.startsWith('$this->render') || /twig|templating|environment|engine/i.test(call.path)
      const shown = names.filter((name) => /\.(twig|php|html)$/.test(name) || templates.files(name).length > 0)
      return shown.length > 0 ? shown : isOwn && names.some((name) => /\.twig|^[^\w]*$/.test(name)) ? names : null
    },
  }
  const none = (kind: Answer['kind'], isOpen = false): Answer => ({ kind, leaves: [], places: [], calls: [], isOpen })
  return (action, isRead) => {
    if (action.kind === 'template') return { ...none('page'), leaves: templates.files(action.name) }
    if (action.kind === 'unknown') return none(isRead ? 'page' : 'api', isRead)
    if (action.kind !== 'method') return none(action.kind)
    const { of, method } = action
    const answer = answerOf(rows, method.body, { ...method.scope, self: of }, isRead)
    const annotation = [
      ...method.declaration.annotations,
      ...(of.outline.declarations[of.index]?.annotations ?? []),
    ].find(({ name }) => name === 'Template')
    if (!annotation) return answer
    const node = (
      annotation.arguments.find(({ name }) => name === 'template' || name === 'value') ??
      annotation.arguments.find(({ name }) => name === null)
    )?.value
    const names = node
      ? values.known(node, classes.scope(of.file, annotation.start))
      : conventionalNames(of.name, method.name)
    return {
      ...answer,
      kind: 'page',
      leaves: [...answer.leaves, ...names.flatMap((name) => templates.files(name)).slice(0, node ? undefined : 1)],
    }
  }
}

/** `@Template` alone: `default/index.html.twig` of `DefaultController::indexAction`, with the old ways to write it. */
function conventionalNames(className: string, method: string): string[] {
  const controller = baseNameOf(className.replaceAll('\\', '/')).replace(/Controller$/, '')
  const snake = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()
  const action = method.replace(/Action$/, '')
  const bundle = /(\w+Bundle)\\/.exec(className)?.[1]
  return [
    `${snake(controller)}/${snake(action)}.html.twig`, `${controller}/${action}.html.twig`,
    ...(bundle === undefined ? [] : [`${bundle}:${controller}:${action}.html.twig`]),
  ]
}
