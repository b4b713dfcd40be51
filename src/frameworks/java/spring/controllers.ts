/** Annotated controllers of Spring. https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-controller.html */
import { HOLE } from '../../../parse/hole.js'
import { weakest } from '../../../certainty.js'
import { outlineOf, type CodeAnnotation, type CodeClass, type CodeMethod } from '../../reading/classes/outline.js'
import type { CodeValues } from '../../reading/classes/constants.js'
import { annotationGuards } from '../../reading/classes/guards.js'
import { handlersIn, type AnnotationDialect, type Handler } from '../annotated/handlers.js'
import { outcomeOf, type Outcome } from '../annotated/outcomes.js'
import { uriPath } from '../annotated/uri-template.js'
import type { HandledRequest } from '../handled.js'
import type { SpringSettings } from './settings.js'

const PATHS = ['value', 'path'] as const
const MAPPING = /^(?:Request|Get|Post|Put|Delete|Patch)Mapping$/

const dialect: AnnotationDialect = {
  isController: ({ annotations }) => annotations.some(({ name }) => /Controller$/.test(name) && name !== 'FeignController')
    || (annotations.some(({ name }) => name === 'RequestMapping') && !annotations.some(({ name }) => name === 'FeignClient')),
  base: { name: /^RequestMapping$/, arguments: PATHS },
  handles: MAPPING,
  path: { name: MAPPING, arguments: PATHS },
}

/** Types whose value is written to the response as it is, or that write it themselves. */
const DATA = /^(?:ResponseEntity|HttpEntity|Resource|InputStreamResource|ByteArrayResource|StreamingResponseBody|SseEmitter|ResponseBodyEmitter|byte\[\]|ByteArray|HttpHeaders|JSONObject|JsonNode)\b/
const WRITES = /^(?:HttpServletResponse|ServletResponse|OutputStream|Writer|ServerHttpResponse|ServerWebExchange)$/

/** What the controllers of a file answer. */
export function controllerRequests(values: CodeValues, file: string, settings: SpringSettings): HandledRequest[] {
  return handlersIn(values, file, dialect).flatMap((handler) => {
    const { method, scope, controller } = handler
    const outcome = outcomeOf(values, method, scope, controller)
    const given = pathsOf(handler, settings)
    const isData = answersWithData(values, handler)
    const guards = annotationGuards(values, [
      { annotations: [...handler.annotations, ...method.annotations], scope },
      ...values.lineage(controller).map((at) => (
        { annotations: outlineOf(values.host, at.file).classes[at.index]?.annotations ?? [], scope: { file: at.file, owner: at.index } })),
    ])
    return given.map(({ path, certainty }): HandledRequest => ({
      path, certainty, declared: { file: scope.file, start: method.start, end: method.end },
      places: outcome.places, views: isData ? [] : viewsOf(outcome, method, path, settings), isOpen: !isData && outcome.isOpen, isData, guards,
    }))
  })
}

function pathsOf({ bases, paths }: Handler, { properties, context, extension }: SpringSettings): ReturnType<typeof uriPath>[] {
  return bases.flatMap((base) => paths.map((own) => {
    const { path, certainty } = uriPath(context, properties.filled(base), properties.filled(own))
    const isBare = extension !== null && path !== '/' && !/\.\w+$|\*$/.test(path)
    return { path: isBare ? `${path}.${extension}` : path, certainty: weakest(certainty, 'exact') }
  }))
}

/** Names of views; without one the view has the name of the request. */
function viewsOf(outcome: Outcome, method: CodeMethod, path: string, { context }: SpringSettings): string[] {
  const writes = method.parameters.some(({ type }) => WRITES.test(type))
  const isDefault = outcome.isDefault && outcome.views.length === 0 && !(writes && /^(?:void|Unit|)$/.test(method.type))
  if (!isDefault) return outcome.views
  const own = path.slice(context.length).replace(/^\//, '').replace(/\.\w+$/, '').replace(/:[\w.]+/g, HOLE)
  return own === '' ? [] : [own]
}

function answersWithData(values: CodeValues, { method, annotations, controller }: Handler): boolean {
  const lineage = values.lineage(controller).map(({ file, index }) => outlineOf(values.host, file).classes[index]).filter((type) => type !== undefined)
  if (lineage.some(isRest) || has([...annotations, ...method.annotations], /^ResponseBody$/)) return true
  const type = method.type.replace(/^(?:Mono|Flux|Callable|DeferredResult|CompletableFuture|CompletionStage|WebAsyncTask|Flow)<(.*)>$/, '$1')
  return DATA.test(type) && !/^ResponseEntity<(?:String|ModelAndView)>$/.test(type) || /^ResponseEntity\b/.test(type)
}

/** `@RestController`, also by an annotation that holds it by its name. */
function isRest({ annotations }: CodeClass): boolean {
  return has(annotations, /^(?:\w*RestController|ResponseBody|\w*ApiController|RepositoryRestController|RestControllerAdvice)$/)
}

function has(annotations: readonly CodeAnnotation[], name: RegExp): boolean {
  return annotations.some((each) => name.test(each.name))
}

/** Views that are shown when something goes wrong, wherever it does. */
export function errorViews(values: CodeValues, file: string): { views: string[]; places: Outcome['places'] } {
  const found: { views: string[]; places: Outcome['places'] } = { views: [], places: [] }
  for (const [index, type] of outlineOf(values.host, file).classes.entries()) {
    if (has(type.annotations, /RestControllerAdvice|^ResponseBody$/)) continue
    for (const method of type.methods) {
      if (!has(method.annotations, /^ExceptionHandler$/) || has(method.annotations, /^ResponseBody$/) || DATA.test(method.type)) continue
      const outcome = outcomeOf(values, method, { file, owner: index, body: method.body }, { file, index })
      found.views.push(...outcome.views)
      found.places.push(...outcome.places)
    }
  }
  return found
}
