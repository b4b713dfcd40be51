/** What class-based views show when they do not say so. https://docs.djangoproject.com/en/5.2/ref/class-based-views/ */
import { HOLE } from '../../../parse/hole.js'
import type { Expression } from '../../reading/code/nodes.js'
import { bindingsOf } from '../reading/bindings.js'
import type { DeclaredClass, Found, PythonCode } from '../reading/code.js'
import { literalsOf } from '../reading/texts.js'

/** By the class of Django they build on: what is put behind the name of the model. */
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/\bListView$/, '_list'], [/\bDetailView$/, '_detail'], [/\b(CreateView|UpdateView)$/, '_form'], [/\bDeleteView$/,
    '_confirm_delete'],
  [/\bArchiveIndexView$/, '_archive'], [/\bYearArchiveView$/, '_archive_year'], [/\bMonthArchiveView$/,
    '_archive_month'],
  [/\bWeekArchiveView$/, '_archive_week'], [/\bDayArchiveView$/, '_archive_day'],
]

/** Name of the template Django makes of the model and the kind of view; with a HOLE for a model that is not known. */
export function defaultTemplate(code: PythonCode, at: DeclaredClass): string | null {
  const lineage = code.lineage(at)
  const suffix = lineage
    .flatMap((found) => (found.kind === 'external' ? SUFFIXES.filter(([base]) => base.test(found.path)) : []))[0]?.[1]
  if (suffix === undefined) return null
  const own = code.classAttribute(at, 'template_name_suffix')
    .flatMap((found) => (found.kind === 'value' ? literalsOf(code, found.value) : []))[0]
  const model = modelOf(code, at)
  return model ? `${appOf(model.file)}/${model.class.name.toLowerCase()}${own ?? suffix}.html`
    : `${appOf(at.file)}/${HOLE}${own ?? suffix}.html`
}

/** `model = Visit`, `queryset = Visit.objects…`, `form_class = VisitForm`, `get_queryset` that returns one of them. */
function modelOf(code: PythonCode, at: DeclaredClass): (Found & { kind: 'class' }) | null {
  const classes = (found: readonly Found[]): (Found & { kind: 'class' })[] => found.flatMap((each) => {
    if (each.kind === 'class') return [each]
    return each.kind === 'value'
      ? classes(code.find({ ...each.value, node: rootOf(each.value.node) }).filter((inner) => inner.kind === 'class'))
        : []
  })
  const [model] = classes(['model', 'queryset'].flatMap((name) => code.classAttribute(at, name)))
  if (model) return model
  const [form] = classes(code.classAttribute(at, 'form_class'))
  const meta = form ? bindingsOf(form.class.body).byName.get('Meta')?.at(-1) : undefined
  if (form && meta?.kind === 'class') {
    return classes(code.classAttribute({ file: form.file, class: meta.class }, 'model'))[0] ?? null
  }
  const [getter] = code.classAttribute(at, 'get_queryset')
  if (getter?.kind !== 'function') return null
  const returned = getter.function.body.flatMap((statement) => (statement.kind === 'return' ? [statement.value] : []))
  return classes(returned
    .map((node) => ({ kind: 'value' as const,
      value: { node: rootOf(node), scope: code.top(getter.file) } })))[0] ?? null
}

/** `Visit` of `Visit.objects.filter(…).order_by(…)`. */
function rootOf(node: Expression): Expression {
  if (node.kind === 'call') return rootOf(node.callee)
  return node.kind === 'member' && node.name !== 'models'
    ? rootOf(node.object.kind === 'member' && node.object.name === 'objects' ? node.object.object : node.object) : node
}

/** `clinic/portal/models.py`, `clinic/portal/models/visit.py` → `portal`. */
function appOf(file: string): string {
  const directories = file.split('/').slice(0, -1).filter((name) => name !== 'models' && name !== 'views')
  return directories.at(-1) ?? ''
}
