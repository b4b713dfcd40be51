/** The texts a value of PHP code may be, and the paths of files it may name. Nothing runs. */
import { HOLE } from '../../../parse/hole.js'
import { directoryOf, joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { outlineOf, type PhpCallNode, type PhpNode } from '../reading/outline.js'
import { phpClasses, type PhpFunction, type PhpScope } from './classes.js'

/** What functions of a framework give: `config('x')`, `base_path('routes')`. Null for those it does not know. */
export type KnownFunctions = (
  call: PhpCallNode,
  argument: (index: number) => string[],
  scope: PhpScope,
) => string[] | null

export interface PhpValues {
  host: FrameworkHost
  /** Texts, with a HOLE for each part that is not known; at least one. */
  texts(node: PhpNode, scope: PhpScope): string[]
  /** Texts without those that nothing is known of. */
  known(node: PhpNode | undefined, scope: PhpScope): string[]
  /** Values behind variables, constants and properties; the value itself when it is none. */
  values(node: PhpNode, scope: PhpScope): { value: PhpNode; scope: PhpScope }[]
  /** Paths in the tree, without a slash at either end. What is relative counts from the directories. */
  paths(node: PhpNode, scope: PhpScope, directories?: readonly string[]): string[]
}

/** Stands in front of a path that is known from the root of the tree on. */
export const IN_TREE = '\u0000'
const DEPTH = 8
const MOST = 16

/** What constants that are defined elsewhere were given, by their names. */
export type KnownConstants = (name: string) => { value: PhpNode; scope: PhpScope }[]

const none = (): null => null
const nothing: KnownConstants = () => []

export function phpValues(
  host: FrameworkHost, knownFunctions: KnownFunctions = none, knownConstants: KnownConstants = nothing,
): PhpValues {
  const classes = phpClasses(host)

  const texts = (node: PhpNode, scope: PhpScope, depth: number): string[] => {
    if (depth > DEPTH) return [HOLE]
    switch (node.kind) {
      case 'string': {
        if (!node.parts) return [node.text]
        return product(node.parts.map((part) => texts(part, scope, depth + 1)))
      }
      case 'number': return [String(node.value)]
      case 'choice': return unique(node.options.flatMap((option) => texts(option, scope, depth + 1)))
      case 'call': return called(node, scope, depth)
      case 'name':
      case 'variable': {
        const special = node.kind === 'name' ? magic(node.path, scope) : null
        if (special !== null) return [special]
        const found = behind(node, scope, depth)
        return found.length === 0 ? [HOLE] : unique(found.flatMap((each) => texts(each.value, each.scope, depth + 1)))
      }
      default: return [HOLE]
    }
  }

  const magic = (path: string, scope: PhpScope): string | null => {
    if (path === '__DIR__') return IN_TREE + directoryOf(scope.file)
    if (path === '__FILE__') return IN_TREE + scope.file
    if (path === 'DIRECTORY_SEPARATOR' || path === 'DS') return '/'
    if (!path.endsWith('::class')) return null
    const name = path.slice(0, -'::class'.length)
    const own = /^(self|static)$/i.test(name) ? classes.written(name, scope)?.name : undefined
    return own ?? scope.outline.className(name)
  }

  /** What variables, properties and constants were given; nothing for anything else. */
  const behind = (node: PhpNode, scope: PhpScope, depth: number): { value: PhpNode; scope: PhpScope }[] => {
    if (node.kind === 'name') return constant(node.path, scope)
    if (node.kind !== 'variable' || depth > DEPTH) return []
    const given = scope.given.get(node.path)
    const own = given ? [given] : assigned(node.path, node.start, scope)
    if (node.keys.length === 0) return own.filter(({ keys = [] }: Given) => keys.length === 0)
    return own.flatMap((each: Given) => inside(each, node.keys, depth))
  }

  type Given = { value: PhpNode; scope: PhpScope; keys?: readonly (string | null)[] }

  const inside = (given: Given, wanted: readonly (string | null)[], depth: number): Given[] => {
    const { keys = [], value, scope } = given
    if (keys.some((key, at) => key !== wanted[at])) return []
    const rest = wanted.slice(keys.length)
    if (rest.length === 0) return [{ value, scope }]
    const lists =
      value.kind === 'list'
        ? [{ value, scope }]
        : behind(value, scope, depth + 1).filter((each) => each.value.kind === 'list')
    return lists.flatMap((list) => {
      if (list.value.kind !== 'list') return []
      const [key, ...others] = rest
      const item = list.value.items.find(({ name }, at) => name === key || (name === null && String(at) === key))
      return item ? inside({ value: item.value, scope: list.scope }, others, depth + 1) : []
    })
  }

  const assigned = (path: string, before: number, scope: PhpScope): Given[] => {
    const property = /^(?:\$this->|self::\$|static::\$)(\w+)$/.exec(path)?.[1]
    if (property !== undefined) return scope.self ? properties(scope, property) : []
    const { assignments } = scope.outline
    const inFunction = assignments.filter(
      (item) => item.name === path && item.declaration === scope.declaration && item.start < before,
    )
    const whole = inFunction.findLastIndex(
      ({ keys }, at) => keys.length === 0 && isStraight(scope, inFunction[at]?.start ?? 0, before),
    )
    return inFunction.slice(Math.max(0, whole)).map(({ value, keys }) => ({ value, keys, scope }))
  }

  const properties = (scope: PhpScope, name: string): Given[] => {
    if (!scope.self) return []
    for (const { file, outline, index } of classes.lineage(scope.self)) {
      const found = outline.assignments.filter((item) => {
        const owner = outline.declarations[item.declaration]
        return (item.name === `$${name}` && item.declaration === index)
          || (item.name === `$this->${name}` && owner?.parent === index)
      })
      if (found.length > 0) {
        return found.map(({ value, keys, declaration }) =>
          ({ value, keys, scope: { file, outline, declaration, self: scope.self, given: new Map() } }))
      }
    }
    return []
  }

  const constant = (path: string, scope: PhpScope): Given[] => {
    const [className, name] = path.replace(/->value$/, '').split('::')
    if (name === undefined) {
      const { outline } = scope
      const own = outline.assignments.filter((item) => item.name === path)
      const defined = outline.calls
        .filter(
          ({ name: called, arguments: [first] }) =>
            called === 'define' && first?.value.kind === 'string' && first.value.text === path,
        )
        .flatMap(({ arguments: [, second] }) => second ?? [])
      const here = [...own, ...defined].map(({ value }) => ({ value, scope }))
      return here.length > 0 ? here : knownConstants(path)
    }
    const of = classes.written(className as string, scope)
    if (!of) return []
    for (const { file, outline, index } of classes.lineage(of)) {
      const found = outline.assignments.find(
        (item) => item.name === name.replace(/^\$(?=\w)/, '$') && item.declaration === index,
      )
      if (found)
        return [{ value: found.value, scope: { file, outline, declaration: index, self: of, given: new Map() } }]
    }
    return []
  }

  const called = (call: PhpCallNode, scope: PhpScope, depth: number): string[] => {
    const argument = (index: number): string[] => {
      const given = call.arguments[index]
      return given ? texts(given.value, scope, depth + 1) : []
    }
    const known = knownFunctions(call, argument, scope) ?? builtIn(call, argument)
    if (known !== null) return known.length === 0 ? [HOLE] : unique(known)
    const called = calledFunction(host, call, scope)
    if (!called) return [HOLE]
    const results = called.scope.outline.returns.filter(({ declaration }) => declaration === called.scope.declaration)
    return results.length === 0 ? [HOLE] : unique(results.flatMap(({ value }) => texts(value, called.scope, depth + 2)))
  }

  const reader: PhpValues = {
    host,
    texts: (node, scope) => texts(node, scope, 0),
    known: (node, scope) => (node ? texts(node, scope, 0).filter((text) => text.replaceAll(HOLE, '') !== '') : []),
    values(node, scope) {
      if (node.kind === 'choice') return node.options.flatMap((option) => reader.values(option, scope))
      const found = behind(node, scope, 0)
      return found.length === 0
        ? [{ value: node, scope }]
        : found.flatMap((each) =>
            each.value === node
              ? []
              : behind(each.value, each.scope, 1).length > 0
                ? behind(each.value, each.scope, 1)
                : [each],
          )
    },
    paths(node, scope, directories = [directoryOf(scope.file)]) {
      const found = texts(node, scope, 0).flatMap((text): string[] => {
        const at = text.lastIndexOf(IN_TREE)
        if (at >= 0) return [joinPath('', text.slice(at + 1))].filter((path) => path !== null)
        if (text.replaceAll(HOLE, '') === '') return []
        // A base that is not known stands for one of the directories.
        const relative = text.replace(new RegExp(`^${HOLE}+/*`), '')
        return directories.map((directory) => joinPath(directory, relative)).filter((path) => path !== null)
      })
      return unique(found)
    },
  }
  return reader
}

/** The function of the tree that a call runs, with what it is given: a method of the same class, or one of the file. */
export function calledFunction(host: FrameworkHost, call: PhpCallNode, scope: PhpScope): PhpFunction | null {
  const classes = phpClasses(host)
  const method = /^(\$this|self|static|parent)(?:->|::)(\w+)$/i.exec(call.path)
  let found: PhpFunction | null = null
  if (method) {
    const [, word = '', name = ''] = method
    const of = classes.written(word, scope)
    found = of ? classes.method(of, name) : null
    if (found && scope.self && word !== 'self') found = { ...found, scope: { ...found.scope, self: scope.self } }
  } else if (call.path.includes('::')) {
    const of = classes.written(call.path.slice(0, call.path.lastIndexOf('::')), scope)
    found = of ? classes.method(of, call.name) : null
  } else if (call.receiver?.kind === 'call' && call.receiver.path.startsWith('new ')) {
    const of = classes.written(call.receiver.path.slice(4), scope)
    found = of ? classes.method(of, call.name) : null
  } else if (call.receiver === null && !call.path.startsWith('new ') && call.name !== '')
    found = ownFunction(host, scope.file, call.name)
  return found === null ? null : withArguments(found, call, scope)
}

function ownFunction(host: FrameworkHost, file: string, name: string): PhpFunction | null {
  const outline = outlineOf(host, file)
  const index = outline.declarations.findIndex(
    (item) => item.kind === 'function' && item.parent < 0 && item.name.toLowerCase() === name.toLowerCase(),
  )
  const declaration = outline.declarations[index]
  if (!declaration) return null
  return {
    name: declaration.name, body: declaration.body, parameters: declaration.parameters, declaration,
    scope: { file, outline, declaration: index, self: null, given: new Map() },
  }
}

function withArguments(found: PhpFunction, call: PhpCallNode, scope: PhpScope): PhpFunction {
  const given = new Map<string, { value: PhpNode; scope: PhpScope }>()
  found.parameters.forEach(({ name }, index) => {
    const argument = call.arguments.find((item) => item.name !== null && `$${item.name}` === name)
      ?? (call.arguments[index]?.name === null ? call.arguments[index] : undefined)
    if (argument) given.set(name, { value: argument.value, scope })
  })
  return { ...found, scope: { ...found.scope, given } }
}

/** True when nothing stands around the assignment that does not stand around the place as well. */
function isStraight({ outline }: PhpScope, assignment: number, place: number): boolean {
  return outline.branchesAround(assignment).every(({ body }) => body.start <= place && place < body.end)
}

function builtIn({ name, receiver, path }: PhpCallNode, argument: (index: number) => string[]): string[] | null {
  if (receiver !== null || path !== name) return null
  switch (name.toLowerCase()) {
    case 'dirname': {
      const [levels = '1'] = argument(1)
      return argument(0).map((text) => {
        let path = text
        for (let count = Number(levels) || 1; count > 0; count--)
          path = path.startsWith(IN_TREE) ? IN_TREE + directoryOf(path.slice(1)) : directoryOf(path)
        return path
      })
    }
    case 'sprintf': {
      const given: string[] = []
      for (let at = 1; at < 9; at++) given.push(argument(at)[0] ?? HOLE)
      return argument(0).map((text) => {
        let next = 0
        return text.replace(/%(?:(\d)\$)?[-+0-9.' ]*[a-zA-Z]/g, (_, index: string | undefined) =>
          given[index === undefined ? next++ : Number(index) - 1] ?? HOLE)
      })
    }
    case 'strtolower': return argument(0).map((text) => text.toLowerCase())
    case 'trim':
    case 'realpath':
    case 'strval':
    case 'basename':
    case 'esc_url':
    case 'trailingslashit':
    case 'untrailingslashit':
      return name === 'basename' ? [HOLE] : argument(0).map((text) => (name === 'trailingslashit' ? `${text}/` : text))
    case 'rtrim': return argument(0).map((text) => text.replace(/\/+$/, ''))
    case 'ltrim': return argument(0).map((text) => text.replace(/^\/+/, ''))
    default: return null
  }
}

/** Every way to put one of each together. */
function product(parts: readonly (readonly string[])[]): string[] {
  let found = ['']
  for (const options of parts) found = found.flatMap((text) => options.map((option) => text + option)).slice(0, MOST)
  return unique(found)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, MOST)
}
