/** Controllers of ASP.NET MVC and their actions. https://learn.microsoft.com/aspnet/core/mvc/controllers/actions */
import { outlineOf, type CodeAnnotation, type CodeClass, type CodeMethod } from '../../reading/classes/outline.js'
import type { CodeScope, CodeValues, FoundClass } from '../../reading/classes/constants.js'

export interface Controller {
  found: FoundClass
  /** Without `Controller`. */
  name: string
  area: string | null
  /** Its answers are data unless they say otherwise. */
  isApi: boolean
  /** The class and those above it, as far as they are in the tree, the class first. */
  lineage: CodeClass[]
  actions: Action[]
}

export interface Action {
  name: string
  method: CodeMethod
  scope: CodeScope
  /** Only views ask for it: it has no address. */
  isChild: boolean
}

const BASES = /^(?:Controller|ControllerBase|AsyncController|ApiController|ODataController|PageController|ContentController|BlockController|SurfaceController|RenderController|RenderMvcController|UmbracoApiController|JsonApiController)$/
/** Methods of controllers that the framework calls for other reasons. */
const NO_ACTIONS = /^(?:Dispose|DisposeAsync|ToString|Equals|GetHashCode|Initialize|OnAction\w*|OnResult\w*|OnException\w*|OnAuthor\w*|BeginExecute\w*|EndExecute\w*|Execute\w*)$/

/** The controllers of a file. */
export function controllersIn(values: CodeValues, file: string): Controller[] {
  return outlineOf(values.host, file).classes.flatMap((type, index): Controller[] => {
    if (type.kind !== 'class' || /\b(?:abstract|static)\b/.test(type.modifiers)) return []
    const found: FoundClass = { file, index }
    const above = values.lineage(found)
    const lineage = above.map((each) => outlineOf(values.host, each.file).classes[each.index]).filter((each) => each !== undefined)
    const names = new Set(lineage.flatMap(({ superclasses }) => superclasses.map((name) => name.slice(name.lastIndexOf('.') + 1))))
    const isController = [...names].some((name) => BASES.test(name)) || /Controller$/.test(type.name)
      || attributes(type.annotations, /^(?:Api)?Controller$/).length > 0
    if (!isController || attributes(type.annotations, /^NonController$/).length > 0) return []
    const isApi = lineage.some((each) => attributes(each.annotations, /^ApiController$/).length > 0)
      || names.has('ApiController') || names.has('ODataController')
      || (names.has('ControllerBase') && !names.has('Controller'))
    return [{
      found, isApi, lineage, name: type.name.replace(/Controller$/, ''), area: areaOf(values, lineage, found),
      actions: actionsOf(above, lineage, values),
    }]
  })
}

function actionsOf(above: readonly FoundClass[], lineage: readonly CodeClass[], values: CodeValues): Action[] {
  const seen = new Set<string>()
  return lineage.flatMap((type, place) => type.methods.flatMap((method): Action[] => {
    const { modifiers, name, annotations, parameters } = method
    const key = `${name}/${parameters.map((each) => each.type).join()}`
    const isAction = /\bpublic\b/.test(modifiers) && !/\bstatic\b/.test(modifiers) && method.type !== '' && !NO_ACTIONS.test(name)
    if (!isAction || seen.has(key) || attributes(annotations, /^NonAction$/).length > 0) return []
    seen.add(key)
    const at = above[place] as FoundClass
    const scope: CodeScope = { file: at.file, owner: at.index, body: method.body }
    const given = attributes(annotations, /^ActionName$/)[0]?.arguments[0]
    const written = given ? values.texts(given.value, scope)[0] : undefined
    const isChild = attributes(annotations, /^ChildActionOnly$/).length > 0
    return [{ name: written ?? name.replace(/Async$/, ''), method, scope, isChild }]
  }))
}

/** `[Area("Portal")]`, or the folder of the area the class stands in. */
function areaOf(values: CodeValues, lineage: readonly CodeClass[], { file, index }: FoundClass): string | null {
  for (const type of lineage) {
    const [given] = attributes(type.annotations, /^(?:Area|RouteArea)$/)[0]?.arguments ?? []
    if (given) return values.texts(given.value, { file, owner: index })[0] ?? null
  }
  return /(?:^|\/)Areas\/([^/]+)\/Controllers\//i.exec(file)?.[1] ?? null
}

/** Attributes of a name, with or without `Attribute` at its end. */
export function attributes(annotations: readonly CodeAnnotation[], name: RegExp): CodeAnnotation[] {
  return annotations.filter((each) => name.test(each.name.replace(/Attribute$/, '')))
}
