/** Views of sites without a framework that says where they lie: what calls and includes name, where a file of it is. */
import { HOLE } from '../../../parse/hole.js'
import { baseNameOf, directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import type { AnswerRows } from '../code/answers.js'
import type { PhpCallAt } from '../code/calls.js'
import type { PhpValues } from '../code/values.js'
import { viewFiles, type ViewFile } from '../code/views.js'

const EXTENSIONS = [
  '',
  '.php',
  '.html.twig',
  '.twig',
  '.html',
  '.phtml',
  '.view.php',
  '.tpl.php',
  '.tpl',
  '.latte',
  '.mustache',
  '.blade.php',
  '.htm',
]
const FOLDER = /(^|\/)(views?|templates?|pages|tpl|ui)$/i
const SHOWING = 'render(?:View|Page|Template)?|views?|make|fetch|display|load(?:View|Template|Page)?|template|show|page'
const SHOWS = new RegExp(`(?:^|->|::)(?:${SHOWING}|output|layout|respond)$`, 'i')
const INCLUDES = /^(include|require)(_once)?$/
const REDIRECTS = /(?:^|->|::)(?:redirect(?:_?to)?|with(?:Redirect|Status)|reroute)$|^header$/i
const MARKUP = /<(?:!doctype|html|head|body|div|section|form|main|header|footer|nav|h[1-3]|p|table|ul|a|script)\b/i

/** Folders of templates below a directory, the outer ones first. */
export function viewFolders(host: FrameworkHost, root: string): string[] {
  const found = new Set<string>()
  for (const file of host.under(root)) {
    if (/(^|\/)(vendor|node_modules)\//.test(file)) continue
    for (let at = directoryOf(file); at.length > root.length; at = directoryOf(at)) if (FOLDER.test(at)) found.add(at)
  }
  return [...found].sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
}

/** How actions below a root show something: views by name, and files they include that hold markup. */
export function shownViews(values: PhpValues, root: string, folders: readonly string[]): AnswerRows {
  const { host } = values
  const files = (name: string): ViewFile[] => {
    const path =
      /\.\w+$/.test(name) || name.includes('/') || name.startsWith('@')
        ? name.replace(/^@\w+\//, '')
        : name.replace(/(?<=\w)\.(?=\w)/g, '/')
    const found = viewFiles(host, folders, EXTENSIONS, path)
    return found.length > 0 ? found : viewFiles(host, folders, EXTENSIONS, name)
  }
  const included = ({ call, scope }: PhpCallAt): ViewFile[] => {
    const [argument] = call.arguments
    if (!argument) return []
    // What is relative counts from the file that is asked for, mostly the one in the document root.
    const bases = [directoryOf(scope.file), root, `${root}/public`.replace(/^\//, ''), ...folders.map(directoryOf)]
    const found = values.paths(argument.value, scope, bases).flatMap((path): ViewFile[] => {
      if (!path.includes(HOLE)) return host.has(path) ? [{ file: path, certainty: 'exact' }] : []
      return viewFiles(host, [''], [''], path)
    })
    const unique = [...new Map(found.map((each) => [each.file, each])).values()]
    return unique.filter(({ file }) => isTemplate(host, file))
  }
  return {
    host,
    redirects: REDIRECTS,
    files,
    viewNames({ call, scope }) {
      if (!SHOWS.test(call.path)) return null
      const names = call.arguments
        .slice(0, 2)
        .flatMap(({ value }) => values.known(value, scope))
        .filter((name) => /^[\w./@-]|^\uA4F8/.test(name) && files(name).length > 0)
      return names.length > 0 ? names.slice(0, 4) : null
    },
    included: (at) => (INCLUDES.test(at.call.name) ? included(at) : []),
  }
}

function isTemplate(host: FrameworkHost, file: string): boolean {
  const text = host.text(file) ?? ''
  return (
    MARKUP.test(text) &&
    !/^\s*(?:abstract |final )?class\s/m.test(text) &&
    !/^(functions?|config|db|database|init|bootstrap)\b/i.test(baseNameOf(file))
  )
}
