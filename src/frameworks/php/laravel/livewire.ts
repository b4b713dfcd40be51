/** Components of Livewire and Volt: the view of a class, and the layout around it when it is a page of its own. */
import { directoryOf } from '../../../paths.js'
import { join } from '../../paths.js'
import { followCalls } from '../code/calls.js'
import { phpClasses, type PhpClass, type PhpClasses } from '../code/classes.js'
import { viewFiles, type ViewFile } from '../code/views.js'
import { outlineOf, type PhpCallNode, type PhpNode, type PhpOutline } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'
import { VIEW_EXTENSIONS, type LaravelViews } from './views.js'

export interface ComponentView {
  leaves: ViewFile[]
  layouts: ViewFile[]
}

/** https://livewire.laravel.com/docs/components */
export function isLivewire(classes: PhpClasses, of: PhpClass): boolean {
  return classes.superclassNames(of).some((name) => /^(Livewire\\(Volt\\)?Component|Livewire\\Form)$/.test(name))
}

/** The view that `render()` shows, or the one of the class's name, with the layout of a page. */
export function livewireView(application: LaravelApplication, views: LaravelViews, of: PhpClass): ComponentView {
  const { host, values } = application
  const classes = phpClasses(host)
  const render = classes.method(of, 'render')
  const calls = render ? followCalls(host, render.body, { ...render.scope, self: of }).calls : []
  const named = calls
    .filter(({ call }) => /^(view|View::make)$/.test(call.path.replace(/^.*\\/, '')) && call.arguments.length > 0)
    .flatMap(({ call, scope }) => values.known(call.arguments[0]?.value, scope))
  const names = named.length > 0 ? named : [conventionalName(application, of)]
  const chosen = calls
    .filter(({ call }) => /->(layout|extends)$/.test(call.path))
    .flatMap(({ call, scope }) => values.known(call.arguments[0]?.value, scope))
  const annotations = [
    ...of.outline.declarations[of.index]?.annotations ?? [], ...render?.declaration.annotations ?? [],
  ]
  const layouts = [...chosen, ...layoutsIn(annotations)]
  return { leaves: names.flatMap((name) => views.files(name)), layouts: layoutFiles(application, views, layouts) }
}

/** `App\Livewire\Portal\BookVisit` → `livewire.portal.book-visit`. */
function conventionalName(application: LaravelApplication, of: PhpClass): string {
  const inside = of.name.replace(/^.*?\\Livewire\\/, '').split('\\').map(kebab).join('.')
  const [folder] = application.settingTexts('livewire.view_path')
  return folder === undefined || folder.endsWith('livewire') ? `livewire.${inside}` : inside
}

export function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()
}

/** `#[Layout('layouts.portal')]` */
function layoutsIn(annotations: readonly PhpCallNode[]): string[] {
  return annotations.filter(({ name }) => name === 'Layout').flatMap(({ arguments: [first] }) => textOf(first?.value))
}

function textOf(node: PhpNode | undefined): string[] {
  return node?.kind === 'string' ? [node.text] : []
}

/**
 * The layout of a page: the one it names, the one of the configuration, or the first of the usual ones that is there.
 */
function layoutFiles({ settingTexts }: LaravelApplication, views: LaravelViews, chosen: readonly string[]): ViewFile[] {
  if (chosen.length > 0) return chosen.flatMap((name) => views.files(name))
  const configured = [...settingTexts('livewire.component_layout'), ...settingTexts('livewire.layout')]
  for (const name of [...configured, 'components.layouts.app', 'layouts::app', 'layouts.app']) {
    const found = views.files(name)
    if (found.length > 0) return found
  }
  return []
}

// Volt: https://livewire.laravel.com/docs/volt ------------------------------------------------------------------------

/** Folders of single-file components, as the provider mounts them. */
function mounts(application: LaravelApplication): string[] {
  const { host, root, values } = application
  const file = join(root, 'app/Providers/VoltServiceProvider.php')
  const scope = phpClasses(host).scope(file, -1)
  const written = !host.has(file)
    ? []
    : outlineOf(host, file)
        .calls.filter(({ path }) => path.endsWith('Volt::mount'))
        .flatMap(({ arguments: [first] }) =>
          first?.value.kind === 'list' ? first.value.items.map(({ value }) => value) : first ? [first.value] : [],
        )
        .flatMap((node) => values.paths(node, scope, [root]))
  return [
    ...new Set([
      ...written,
      ...['resources/views/livewire', 'resources/views/pages', 'resources/views/components'].map((folder) =>
        join(root, folder),
      ),
    ]),
  ]
}

/** The file of a name, with the layout it asks for. */
export function voltView(application: LaravelApplication, views: LaravelViews, name: string): ComponentView {
  const { host } = application
  // A namespace is a folder of its own beside `components`: https://livewire.laravel.com/docs/4.x/pages
  const path = name.replace(/^(?:pages|livewire)::/, '').replace('::', '/').replaceAll('.', '/')
  // Livewire 4 marks the files of components.
  const marked = join(directoryOf(path), `⚡${path.slice(path.lastIndexOf('/') + 1)}`)
  const leaves = [path, marked]
    .flatMap((each) => viewFiles(host, mounts(application), VIEW_EXTENSIONS, each))
    .slice(0, 1)
  return { leaves, layouts: leaves.flatMap(({ file }) => fileLayouts(application, views, outlineOf(host, file))) }
}

/** `new #[Layout('layouts.guest')] class extends Component`, `layout('layouts.guest')`. */
export function fileLayouts(application: LaravelApplication, views: LaravelViews, outline: PhpOutline): ViewFile[] {
  const annotations = outline.declarations.flatMap((declaration) => declaration.annotations)
  const called = outline.calls
    .filter(({ path }) => path === 'layout' || path.endsWith('->layout'))
    .flatMap(({ arguments: [first] }) => textOf(first?.value))
  return layoutFiles(application, views, [...layoutsIn(annotations), ...called])
}
