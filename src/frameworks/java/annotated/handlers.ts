/** Methods that answer requests because an annotation says so, those that a class inherits among them. */
import type { CodeScope, CodeValues, FoundClass } from '../../reading/classes/constants.js'
import { argumentOf } from '../../reading/classes/constants.js'
import { outlineOf, type CodeAnnotation, type CodeClass, type CodeMethod } from '../../reading/classes/outline.js'

/** How a framework writes its annotations. */
export interface AnnotationDialect {
  isController(type: CodeClass): boolean
  /** On the class: what stands before all its paths. */
  base: AnnotatedPath
  /** On a method: what makes it a handler. */
  handles: RegExp
  /** On a method: its path; may be the same annotation. */
  path: AnnotatedPath
}

export interface AnnotatedPath {
  name: RegExp
  /** Names of its arguments that hold paths; one without a name does, too. */
  arguments: readonly string[]
}

export interface Handler {
  /** Paths in front of its own, and its own, as written; HOLE for what is not known. */
  bases: string[]
  paths: string[]
  method: CodeMethod
  /** Where the method is written out. */
  scope: CodeScope
  controller: FoundClass
  annotations: CodeAnnotation[]
}

/** All handlers of the controllers of a file. */
export function handlersIn(values: CodeValues, file: string, dialect: AnnotationDialect): Handler[] {
  return outlineOf(values.host, file).classes.flatMap((type, index) => {
    if (/^(?:interface|trait|annotation)$/.test(type.kind) || /\babstract\b/.test(type.modifiers)) return []
    const found: FoundClass = { file, index }
    const lineage = values.lineage(found)
    const types = lineage.map((each) => outlineOf(values.host, each.file).classes[each.index] as CodeClass)
    if (!types.some((each) => dialect.isController(each))) return []
    const basesAt = types.findIndex((each) => named(each.annotations, dialect.base.name) !== undefined)
    const annotation = named(types[basesAt]?.annotations ?? [], dialect.base.name)
    const at = lineage[basesAt] ?? found
    const bases = annotation ? pathsOf(values, annotation, dialect.base, { file: at.file, owner: at.index }) : []
    return methodsOf(lineage, types).flatMap(({ written, declared }): Handler[] => {
      const handling = declared.find(({ method }) => named(method.annotations, dialect.handles) !== undefined)
      if (!handling) return []
      const own = named(handling.method.annotations, dialect.path.name)
      const scope: CodeScope = { file: written.at.file, owner: written.at.index, body: written.method.body }
      return [{
        bases: bases.length > 0 ? bases : [''], method: written.method, scope, controller: found,
        annotations: handling.method.annotations,
        paths: own ? orRoot(pathsOf(values, own, dialect.path, { file: handling.at.file, owner: handling.at.index })) : [''],
      }]
    })
  })
}

interface Declared {
  method: CodeMethod
  at: FoundClass
}

/** Each method once, as it is written out, with all its declarations from the class upwards. */
function methodsOf(lineage: readonly FoundClass[], types: readonly CodeClass[]): { written: Declared; declared: Declared[] }[] {
  const found = new Map<string, Declared[]>()
  for (const [index, type] of types.entries()) {
    for (const method of type.methods) {
      const key = `${method.name}/${method.parameters.map((each) => each.type.replace(/<.*/, '')).join()}`
      const list = found.get(key)
      const declared = { method, at: lineage[index] as FoundClass }
      if (list) list.push(declared)
      else found.set(key, [declared])
    }
  }
  return [...found.values()].map((declared) => ({
    declared, written: declared.find(({ method }) => method.body.end > method.body.start) ?? declared[0] as Declared,
  }))
}

function named(annotations: readonly CodeAnnotation[], name: RegExp): CodeAnnotation | undefined {
  return annotations.find((each) => name.test(each.name))
}

/** The paths an annotation gives. */
export function pathsOf(values: CodeValues, annotation: CodeAnnotation, { arguments: names }: AnnotatedPath, scope: CodeScope): string[] {
  const plain = annotation.arguments.filter(({ name }) => name === null).map(({ value }) => value)
  const given = names.map((name) => argumentOf(annotation, [name])).filter((value) => value !== null)
  return [...plain, ...given].filter((value) => value.kind !== 'list' || value.items.length > 0).flatMap((value) => values.texts(value, scope))
}

function orRoot(paths: readonly string[]): string[] {
  return paths.length > 0 ? [...paths] : ['']
}
