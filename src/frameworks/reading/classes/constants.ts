/** What values of classes come to, constants of other classes among them. Nothing is executed. */
import { HOLE } from '../../../parse/hole.js'
import { directoryOf } from '../../../paths.js'
import type { Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { stem } from '../../paths.js'
import { callOf, isListCall } from './expressions.js'
import type { CodeClass, CodeField, CodeMethod, CodeNode } from './nodes.js'
import { outlineOf } from './outline.js'

/** Where a value stands: its file, its class (-1 outside of all), the body whose local names count. */
export interface CodeScope {
  file: string
  owner: number
  body?: Span
  /** Values of the parameters of the method it stands in. */
  given?: ReadonlyMap<string, GivenValue>
}

export interface GivenValue {
  value: CodeNode
  scope: CodeScope
}

export interface FoundClass {
  file: string
  index: number
}

/** How deep names lead to names. */
const DEPTH = 8
/** How many texts one value may have. */
const MOST = 24
const CODE = /\.(?:java|kt|groovy|cs)$/
const DECLARATION = /\b(?:class|interface|object|record|struct|enum|trait)\s+(\w+)/g

const kept = new WeakMap<FrameworkHost, CodeValues>()

/** One for each host: what it knows of a tree is found once. */
export function codeValues(host: FrameworkHost): CodeValues {
  let values = kept.get(host)
  if (!values) kept.set(host, values = new CodeValues(host))
  return values
}

export class CodeValues {
  private byStem: Map<string, string[]> | null = null
  private byDeclaration: Map<string, string[]> | null = null

  constructor(readonly host: FrameworkHost) {}

  classAt({ file, owner }: CodeScope): CodeClass | undefined {
    return outlineOf(this.host, file).classes[owner]
  }

  /** What a value may be as text; HOLE stands for what is not known. Never empty. */
  texts(node: CodeNode, scope: CodeScope, depth = 0): string[] {
    if (depth > DEPTH) return [HOLE]
    const next = (inner: CodeNode): string[] => this.texts(inner, scope, depth + 1)
    switch (node.kind) {
      case 'string': return [node.text]
      case 'join': return node.parts.map(next).reduce((all, options) =>
        all.flatMap((text) => options.map((option) => text + option)).slice(0, MOST), [''])
      case 'choice': return unique(node.options.flatMap(next))
      case 'list': return node.items.length === 0 ? [HOLE] : unique(node.items.flatMap(({ value }) => next(value)))
      case 'call': {
        if (isListCall(node)) return node.arguments.length === 0 ? [HOLE] : unique(node.arguments.flatMap(({ value }) => next(value)))
        const [format] = node.arguments
        const isFormat = /^(?:String\.format|string\.Format)$/.test(node.path) && format
        return isFormat ? next(format.value).map((text) => text.replace(/%[\d$-]*\w|\{\d[^{}]*\}/g, HOLE)) : [HOLE]
      }
      case 'name': {
        if (node.of !== null) return [HOLE]
        const found = this.valuesOf(node.path, scope)
        return found.length === 0 ? [HOLE] : unique(found.flatMap(({ value, scope: own }) => this.texts(value, own, depth + 1)))
      }
      case 'other': return [HOLE]
    }
  }

  /** The values a name is given: a local one, a field of the class or of those around and above it, a constant of another. */
  valuesOf(path: string, scope: CodeScope): GivenValue[] {
    const names = path.replace(/^(?:this|self|base|super)\./, '').split('.').filter((name) => name !== 'Companion')
    const [first = ''] = names
    if (names.length === 1) {
      const local = scope.body ? outlineOf(this.host, scope.file).assignments(scope.body).filter(({ name }) => name === first) : []
      if (local.length > 0) return local.map(({ value }) => ({ value, scope }))
      const given = scope.given?.get(first)
      if (given) return [given]
      return this.constant(first, scope)
    }
    const last = names.pop() as string
    const found = this.classNamed(scope.file, names)
    return found ? this.fieldsOf(found, last, 0) : []
  }

  private constant(name: string, { file, owner }: CodeScope): GivenValue[] {
    const { classes, top, imports } = outlineOf(this.host, file)
    for (let index = owner; index >= 0; index = classes[index]?.parent ?? -1) {
      const own = this.fieldsOf({ file, index }, name, 0)
      if (own.length > 0) return own
    }
    const here = fieldNamed(top.fields, name)
    if (here) return [{ value: here.value, scope: { file, owner: -1 } }]
    for (const path of imports) {
      const parts = path.split('.')
      const isWhole = parts.at(-1) === '*'
      if (!isWhole && parts.at(-1) !== name) continue
      const type = parts.at(-2) ?? ''
      const found = /^[A-Z]/.test(type) ? this.classNamed(file, [type]) : null
      const values = found ? this.fieldsOf(found, name, 0) : isWhole ? [] : this.topConstant(name)
      if (values.length > 0) return values
    }
    // Of the same package without an import.
    return file.endsWith('.kt') ? this.topConstant(name, directoryOf(file)) : []
  }

  /** A constant outside of classes in another file of Kotlin: of a directory, or anywhere. */
  private topConstant(name: string, directory: string | null = null): GivenValue[] {
    for (const file of this.files()) {
      if (!file.endsWith('.kt') || (directory !== null && directoryOf(file) !== directory)) continue
      if (!(this.host.text(file) ?? '').includes(`val ${name}`)) continue
      const field = fieldNamed(outlineOf(this.host, file).top.fields, name)
      if (field) return [{ value: field.value, scope: { file, owner: -1 } }]
    }
    return []
  }

  private fieldsOf(found: FoundClass, name: string, depth: number): GivenValue[] {
    const type = outlineOf(this.host, found.file).classes[found.index]
    if (!type || depth > DEPTH) return []
    const field = fieldNamed(type.fields, name)
    if (field) return [{ value: field.value, scope: { file: found.file, owner: found.index } }]
    return this.above(found).flatMap((parent) => this.fieldsOf(parent, name, depth + 1)).slice(0, 1)
  }

  /** The classes and interfaces a class names as its own parents, as far as they are in the tree. */
  above({ file, index }: FoundClass): FoundClass[] {
    const type = outlineOf(this.host, file).classes[index]
    return (type?.superclasses ?? []).map((name) => this.classNamed(file, name.split('.')))
      .filter((found) => found !== null).filter((found) => found.file !== file || found.index !== index)
  }

  /** The class and all above it, the class first. */
  lineage(from: FoundClass): FoundClass[] {
    const found = [from]
    for (const each of found) {
      if (found.length > 20) break
      for (const parent of this.above(each)) {
        if (!found.some(({ file, index }) => file === parent.file && index === parent.index)) found.push(parent)
      }
    }
    return found
  }

  /** Methods of a name in a class or above it, with where they stand. */
  methods(from: FoundClass, name: string): { method: CodeMethod; scope: CodeScope }[] {
    return this.lineage(from).flatMap(({ file, index }) => (outlineOf(this.host, file).classes[index]?.methods ?? [])
      .filter((method) => method.name === name).map((method) => ({ method, scope: { file, owner: index, body: method.body } })))
  }

  /** `Paths`, `Routes.Portal`, `clinic.web.Paths`: in the same file, else in the nearest that declares it. */
  classNamed(from: string, names: readonly string[]): FoundClass | null {
    const start = names.findIndex((name) => /^[A-Z]/.test(name))
    const [first, ...inner] = names.slice(Math.max(start, 0))
    if (first === undefined) return null
    for (const file of [from, ...this.nearest(from, first)]) {
      const { classes } = outlineOf(this.host, file)
      let index = classes.findIndex(({ name }) => name === first)
      for (const name of inner) if (index >= 0) index = classes.findIndex((each) => each.name === name && each.parent === index)
      if (index >= 0) return { file, index }
    }
    return null
  }

  private nearest(from: string, name: string): string[] {
    this.byStem ??= indexed(this.files(), (file) => [stem(file)])
    let found = this.byStem.get(name) ?? []
    if (found.length === 0) {
      // Only Java keeps each class in a file of its name.
      this.byDeclaration ??= indexed(this.files().filter((file) => !file.endsWith('.java')), (file) =>
        [...(this.host.text(file) ?? '').matchAll(DECLARATION)].map((match) => match[1] as string))
      found = this.byDeclaration.get(name) ?? []
    }
    if (found.length < 2) return found
    const named = outlineOf(this.host, from).imports.map((path) => path.split('.')).filter((parts) => parts.slice(-2).includes(name))
      .map((parts) => parts.slice(0, parts.indexOf(name) + 1).join('/'))
    const rank = (file: string): number => (named.some((path) => file.includes(`${path}.`)) ? 1000 : shared(from, file))
    return [...found].sort((a, b) => rank(b) - rank(a)).slice(0, 3)
  }

  private all: readonly string[] | null = null

  /** Code of the tree in these languages, without tests. */
  files(): readonly string[] {
    return this.all ??= this.host.under('').filter((file) => CODE.test(file) && this.host.isProduct(file) && !/(^|\/)(?:bin|obj|target|build)\//.test(file))
  }
}

function fieldNamed(fields: readonly CodeField[], name: string): CodeField | undefined {
  return fields.find((field) => field.name === name)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, MOST)
}

function indexed(files: readonly string[], keys: (file: string) => readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const file of files) {
    for (const key of new Set(keys(file))) {
      const list = index.get(key)
      if (list) list.push(file)
      else index.set(key, [file])
    }
  }
  return index
}

/** How many directories from the root two paths share. */
function shared(a: string, b: string): number {
  const one = a.split('/')
  const other = b.split('/')
  let count = 0
  while (count < one.length - 1 && one[count] === other[count]) count++
  return count
}

/** The value of an argument by one of its names, else by its place among those without a name. */
export function argumentOf(call: { arguments: readonly { name: string | null; value: CodeNode }[] }, names: readonly string[], place = -1): CodeNode | null {
  const named = call.arguments.find(({ name }) => name !== null && names.includes(name))
  if (named) return named.value
  return call.arguments.filter(({ name }) => name === null)[place]?.value ?? null
}

export { callOf }
