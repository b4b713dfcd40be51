/** Classes of a tree by name, and their methods with what they inherit. https://www.php-fig.org/psr/psr-4/ */
import { directoryOf } from '../../../paths.js'
import type { Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { outlineOf, type PhpDeclaration, type PhpNode, type PhpOutline, type PhpParameter } from '../reading/outline.js'

export interface PhpClass {
  /** With its namespace, without a leading backslash. */
  name: string
  file: string
  outline: PhpOutline
  /** Index of its declaration. */
  index: number
}

/** Where code stands and what its names mean there. */
export interface PhpScope {
  file: string
  outline: PhpOutline
  /** Index of the innermost declaration, -1 outside of all. */
  declaration: number
  /** The class `$this` is: the one a method was asked of, which may be below the one that has it. */
  self: PhpClass | null
  /** What the parameters were given, by their names with `$`. */
  given: ReadonlyMap<string, { value: PhpNode; scope: PhpScope }>
}

export interface PhpFunction {
  name: string
  body: Span
  parameters: readonly PhpParameter[]
  declaration: PhpDeclaration
  scope: PhpScope
}

export interface PhpClasses {
  /** The class of a name with its namespace. One without a namespace may be any of that name in the tree. */
  named(name: string, near?: string): PhpClass | null
  /** The class whose name is written at a place: `self`, `static`, `parent`, imported, of the same namespace. */
  written(name: string, scope: PhpScope): PhpClass | null
  /** The class around an offset. */
  around(file: string, offset: number): PhpClass | null
  /** Classes of a file. */
  inFile(file: string): PhpClass[]
  /** A class with its traits and all above it, nearest first. */
  lineage(of: PhpClass): PhpClass[]
  /** Names with namespaces of all that is above a class, those outside of the tree as well. */
  superclassNames(of: PhpClass): string[]
  method(of: PhpClass, name: string): PhpFunction | null
  /** Methods a class has, inherited ones in the tree included, each once. */
  methods(of: PhpClass): PhpFunction[]
  scope(file: string, offset: number): PhpScope
}

const kept = new WeakMap<FrameworkHost, PhpClasses>()

/** The classes of a tree. Files are read when a class of their name is asked for. */
export function phpClasses(host: FrameworkHost): PhpClasses {
  let found = kept.get(host)
  if (!found) kept.set(host, found = createClasses(host))
  return found
}

const NO_ARGUMENTS: PhpScope['given'] = new Map()

function createClasses(host: FrameworkHost): PhpClasses {
  const byName = new Map<string, PhpClass | null>()
  const filesByStem = new Map<string, string[]>()
  let isIndexed = false

  const filesOf = (stem: string): readonly string[] => {
    if (!isIndexed) {
      isIndexed = true
      for (const path of host.under('')) {
        const match = /([^/]+?)(?:\.(?:class|inc))?\.php$/.exec(path)
        if (!match || !host.isProduct(path)) continue
        const key = (match[1] as string).toLowerCase()
        const list = filesByStem.get(key)
        if (list) list.push(path)
        else filesByStem.set(key, [path])
      }
    }
    return filesByStem.get(stem.toLowerCase()) ?? []
  }

  const classes: PhpClasses = {
    named(name, near = '') {
      const clean = name.replace(/^\\/, '')
      const isPlain = !clean.includes('\\')
      const key = isPlain ? `${near}|${clean.toLowerCase()}` : clean.toLowerCase()
      let found = byName.get(key)
      if (found === undefined) {
        const stem = clean.slice(clean.lastIndexOf('\\') + 1)
        const candidates = filesOf(stem)
          .flatMap((file) => classes.inFile(file))
          .filter(
            (candidate) =>
              candidate.name.slice(candidate.name.lastIndexOf('\\') + 1).toLowerCase() === stem.toLowerCase(),
          )
        found = candidates.find((candidate) => candidate.name.toLowerCase() === clean.toLowerCase())
          ?? (isPlain ? nearest(candidates, near) : null)
        byName.set(key, found)
      }
      return found
    },
    written(name, { file, outline, declaration, self }) {
      const word = name.toLowerCase()
      if (word === 'static' || word === '$this') return self
      const owner = classes.around(file, outline.declarations[declaration]?.start ?? -1)
      if (word === 'self') return owner ?? self
      if (word === 'parent') return owner ? classes.lineage(owner)[1] ?? null : null
      const qualified = outline.className(name)
      return classes.inFile(file).find((one) => one.name.toLowerCase() === qualified.toLowerCase())
        ?? classes.named(qualified, directoryOf(file))
    },
    around(file, offset) {
      const outline = outlineOf(host, file)
      for (let index = outline.declarationAt(offset); index >= 0; index = outline.declarations[index]?.parent ?? -1) {
        if (outline.declarations[index]?.kind === 'class') return classAt(file, outline, index)
      }
      return null
    },
    inFile(file) {
      const outline = outlineOf(host, file)
      return outline.declarations.flatMap(({ kind, name }, index) =>
        kind === 'class' && name !== '' ? [classAt(file, outline, index)] : [],
      )
    },
    lineage(of) {
      const found: PhpClass[] = []
      const visit = (at: PhpClass): void => {
        if (found.length > 40 || found.some((known) => known.file === at.file && known.index === at.index)) return
        found.push(at)
        const scope = classes.scope(at.file, at.outline.declarations[at.index]?.body.start ?? 0)
        // Traits stand last and come before what is extended.
        for (const name of [...at.outline.declarations[at.index]?.superclasses ?? []].reverse()) {
          const above = /^(self|static|parent)$/i.test(name) ? null : classes.written(name, scope)
          if (above) visit(above)
        }
      }
      visit(of)
      return found
    },
    superclassNames: (of) => classes.lineage(of).flatMap(({ outline, index }) =>
      (outline.declarations[index]?.superclasses ?? []).map((name) => outline.className(name))),
    method(of, name) {
      for (const at of classes.lineage(of)) {
        const index = at.outline.declarations.findIndex((item) =>
          item.kind === 'function' && item.parent === at.index && item.name.toLowerCase() === name.toLowerCase())
        if (index >= 0) return functionAt(at, index, of)
      }
      return null
    },
    methods(of) {
      const found = new Map<string, PhpFunction>()
      for (const at of classes.lineage(of)) {
        at.outline.declarations.forEach((item, index) => {
          const key = item.name.toLowerCase()
          if (item.kind === 'function' && item.parent === at.index && !found.has(key))
            found.set(key, functionAt(at, index, of))
        })
      }
      return [...found.values()]
    },
    scope(file, offset) {
      const outline = outlineOf(host, file)
      return {
        file,
        outline,
        declaration: outline.declarationAt(offset),
        self: classes.around(file, offset),
        given: NO_ARGUMENTS,
      }
    },
  }
  return classes
}

function classAt(file: string, outline: PhpOutline, index: number): PhpClass {
  return { name: outline.className(outline.declarations[index]?.name ?? ''), file, outline, index }
}

function functionAt(of: PhpClass, index: number, self: PhpClass): PhpFunction {
  const declaration = of.outline.declarations[index] as PhpDeclaration
  return {
    name: declaration.name, body: declaration.body, parameters: declaration.parameters, declaration,
    scope: { file: of.file, outline: of.outline, declaration: index, self, given: NO_ARGUMENTS },
  }
}

/** The class whose file shares the longest way from the root with a directory. */
function nearest(candidates: readonly PhpClass[], near: string): PhpClass | null {
  const parts = near.split('/')
  const shared = ({ file }: PhpClass): number => {
    const own = file.split('/')
    let count = 0
    while (count < parts.length && own[count] === parts[count]) count++
    return count
  }
  return candidates.reduce<PhpClass | null>(
    (best, one) => (best === null || shared(one) > shared(best) ? one : best),
    null,
  )
}
