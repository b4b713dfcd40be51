/** Views of CodeIgniter: which a call names, and what data hands on to a layout. */
import type { PhpCallAt } from '../code/calls.js'
import type { PhpValues } from '../code/values.js'
import { viewFiles, type ViewFile } from '../code/views.js'
import type { PhpNode } from '../reading/outline.js'

const EXTENSIONS = ['', '.php', '.html', '.twig', '.blade.php', '.tpl']
/** `$this->load->view('x')`, `view('x')`, and what libraries of layouts call it. */
const LOADERS =
  'view|parse|build|display|render|load|show|write_view|render_page|loadViews?|template|layout|page|loadTemplate'
const SHOWS = new RegExp(
  [
    '^view$',
    `^\\$this->(?:\\w+->)*(?:${LOADERS})$`,
    '^(?:\\$parser|\\$renderer|service\\(\\)|Services::renderer\\(\\))->render$',
  ].join('|'),
)

export interface ViewReader {
  names(at: PhpCallAt): string[] | null
  files(name: string): ViewFile[]
}

/** `directories`: where views lie, in order. */
export function viewReader(values: PhpValues, directories: readonly string[]): ViewReader {
  const files = (name: string): ViewFile[] =>
    viewFiles(values.host, directories, EXTENSIONS, name.replace(/^.*\\Views\\/, '').replaceAll('\\', '/'))
  return {
    files,
    names({ call, scope }) {
      if (!SHOWS.test(call.path)) return null
      const isPlain = /^(?:view|\$this->load->view)$/.test(call.path)
      const found: string[] = []
      call.arguments.forEach(({ value }, index) => {
        if (index === 0) {
          const texts = values.texts(value, scope)
          found.push(...(isPlain ? texts : texts.filter((text) => files(text).length > 0)))
        } else if (index < 3) found.push(...handedOn(value, scope).filter((text) => files(text).length > 0))
      })
      return found.length > 0 ? found : null
    },
  }

  /** Names of views among data: `['main_content' => 'booking']`, that a layout shows. */
  function handedOn(node: PhpNode, scope: PhpCallAt['scope']): string[] {
    if (node.kind === 'string') return [node.text]
    if (node.kind === 'list')
      return node.items.flatMap(({ value }) => (value.kind === 'string' ? values.texts(value, scope) : []))
    if (node.kind !== 'variable') return []
    const assigned = scope.outline.assignments.filter(
      ({ name, declaration, start }) => name === node.path && declaration === scope.declaration && start < node.start,
    )
    return assigned.flatMap(({ value, keys }) =>
      value.kind === 'list'
        ? handedOn(value, scope)
        : keys.length > 0 && value.kind === 'string'
          ? values.texts(value, scope)
          : [],
    )
  }
}
