/** Cells that views of CodeIgniter 4 call. https://codeigniter.com/user_guide/outgoing/view_cells.html */
import { directoryOf } from '../../../paths.js'
import type { ReachEdge, Span } from '../../../types.js'
import { join } from '../../paths.js'
import { answerOf } from '../code/answers.js'
import { phpClasses, type PhpClass } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import type { ViewReader } from './views.js'

const CALL =
  /\bview_cell\(\s*(?:['"]\\{0,2}([\w\\]+?)(?:(?:::|:)(\w+))?['"]|\\?([\w\\]+)::class(?:\s*\.\s*['"]::(\w+)['"])?)/g

export function cellEdges(values: PhpValues, views: ViewReader, templates: readonly string[]): ReachEdge[] {
  const { host } = values
  const classes = phpClasses(host)
  return templates.flatMap((file) => [...(host.text(file) ?? '').matchAll(CALL)].flatMap((match) => {
    const name = (match[1] ?? match[3] ?? '').replace(/\\\\/g, '\\')
    const of =
      classes.named(name) ??
      classes.named(`App\\Cells\\${name}`) ??
      classes.named(name.slice(name.lastIndexOf('\\') + 1))
    return of
      ? shownBy(values, views, of, match[2] ?? match[4] ?? 'render').map(({ file: to, part }): ReachEdge => ({
          from: { file, unit: null },
          offset: match.index,
          kind: 'include',
          certainty: 'exact',
          to: { file: to, unit: null },
          ...(part ? { part } : {}),
        }))
      : []
  }))
}

function shownBy(values: PhpValues, views: ViewReader, of: PhpClass, method: string): { file: string; part?: Span }[] {
  const found = phpClasses(values.host).method(of, method)
  const own = conventionalView(values, of)
  if (!found) return own
  const rows = { host: values.host, viewNames: views.names, files: views.files, redirects: /^redirect$/ }
  const { leaves } = answerOf(rows, found.body, { ...found.scope, self: of }, true)
  return [...leaves, { file: found.scope.file, part: found.body }, ...leaves.length === 0 ? own : []]
}

/** `AlertMessageCell` shows `alert_message.php` beside it, or what its `$view` says. */
function conventionalView({ host }: PhpValues, of: PhpClass): { file: string }[] {
  const chosen = of.outline.assignments.find(
    ({ name, declaration }) => name === '$view' && declaration === of.index,
  )?.value
  const last = of.name.slice(of.name.lastIndexOf('\\') + 1)
  const snake = last.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()
  const names = chosen?.kind === 'string' ? [chosen.text] : [snake.replace(/_cell$/, ''), snake]
  return names
    .map((name) => join(directoryOf(of.file), `${name}.php`))
    .filter((file) => host.has(file))
    .slice(0, 1)
    .map((file) => ({ file }))
}
