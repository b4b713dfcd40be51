/** Which texts an expression of Python may be. */
import { HOLE } from '../../../parse/hole.js'
import type { Call, Expression } from '../../reading/code/nodes.js'
import { calledName, named, positional } from '../../reading/code/nodes.js'
import type { PythonCode, Scope, Value } from './code.js'

const DEPTH = 12
/** How many texts one expression may be. */
const MOST = 12

/** The texts an expression may be, with a HOLE for each part that is not known. */
export function textsOf(code: PythonCode, value: Value, depth = 0): string[] {
  if (depth > DEPTH) return [HOLE]
  const { node, scope } = value
  const inner = (part: Expression): string[] => textsOf(code, { node: part, scope }, depth + 1)
  switch (node.kind) {
    case 'text': return [node.text]
    case 'join': return combined(node.parts.map(inner), '')
    case 'choice': return unique(node.options.flatMap(inner))
    case 'binary':
      if (node.operator === '+') return combined([inner(node.left), inner(node.right)], '')
      if (node.operator === '/') return combined([inner(node.left), inner(node.right)], '/')
      if (node.operator === '%') {
        return inner(node.left).map((text) => formatted(code, text, { node: node.right, scope }, depth))
      }
      return node.operator === 'or' ? unique([...inner(node.left), ...inner(node.right)]) : [HOLE]
    case 'constant': return typeof node.value === 'number' ? [String(node.value)] : [HOLE]
    case 'call': return calledTexts(code, node, scope, depth)
    case 'list': return [HOLE]
    case 'index': return indexed(code, node, scope, depth)
    case 'name':
    case 'member': {
      const found = code.find(value).slice(0, MOST)
      const texts = found
        .flatMap((each) =>
          (each.kind === 'value' && each.value.node !== node ? textsOf(code, each.value, depth + 1) : []))
      return texts.length > 0 ? unique(texts) : [HOLE]
    }
    default: return [HOLE]
  }
}

/** The texts of an expression that are wholly known. */
export function literalsOf(code: PythonCode, value: Value): string[] {
  return textsOf(code, value).filter((text) => !text.includes(HOLE))
}

function formatted(code: PythonCode, text: string, right: Value, depth: number): string {
  const given = right.node.kind === 'list' ? right.node.items.map((item) => item.value) : [right.node]
  let at = 0
  return text.replace(/%(?:\((\w+)\))?[sdr]/g, (_, name: string | undefined) => {
    const node = name !== undefined && right.node.kind === 'map' ? named(right.node.entries, name) : given[at++]
    return node && node.kind !== 'map' ? textsOf(code, { node, scope: right.scope }, depth + 1)[0] ?? HOLE : HOLE
  })
}

function calledTexts(code: PythonCode, call: Call, scope: Scope, depth: number): string[] {
  const name = calledName(call)
  const given = positional(call)
  const inner = (part: Expression): string[] => textsOf(code, { node: part, scope }, depth + 1)
  const [first] = given
  if (name === 'format' && call.callee.kind === 'member') {
    return inner(call.callee.object).map((text) => {
      let at = 0
      return text.replace(/\{(\w*)[^{}]*\}/g, (_, key: string) => {
        const node = /^\d*$/.test(key) ? given[key === '' ? at++ : Number(key)] : named(call.arguments, key)
        return node ? inner(node)[0] ?? HOLE : HOLE
      })
    })
  }
  if (name === 'join' && call.callee.kind === 'member' && call.callee.object.kind !== 'text') {
    return combined(given.map(inner), '/')
  }
  if (name === 'joinpath' && call.callee.kind === 'member') {
    return combined([inner(call.callee.object), ...given.map(inner)], '/')
  }
  // Texts in the language of the visitor are looked up by the one that is written.
  if (/^(_|gettext|gettext_lazy|ugettext|ugettext_lazy|gettext_noop|pgettext_lazy|str|Path|mark_safe|Markup|text|reverse_lazy)$/.test(name) && first) {
    return inner(first)
  }
  if (/^(lower|strip|lstrip|rstrip|resolve|absolute|as_posix)$/.test(name) && call.callee.kind === 'member') {
    return inner(call.callee.object)
  }
  if (name === 'getenv' || name === 'get') return given[1] ? inner(given[1]) : [HOLE]
  const texts = code.find({ node: call.callee, scope }).flatMap((found) => (
    found.kind === 'function'
      ? code.results(found, call, scope).flatMap((value) => textsOf(code, value, depth + 2)) : []))
  return texts.length > 0 ? unique(texts) : [HOLE]
}

/** `NAMES["home"]`, `{"a": "x"}[key]`. */
function indexed(
  code: PythonCode, { object, key }: Expression & { kind: 'index' }, scope: Scope, depth: number,
): string[] {
  const keys = textsOf(code, { node: key, scope }, depth + 1)
  const maps = code.find({ node: object, scope })
    .flatMap((found) => (found.kind === 'value' && found.value.node.kind === 'map' ? [found.value] : []))
  const values = maps.flatMap(({ node, scope: at }) => (node.kind !== 'map' ? [] : node.entries
    .filter(({ name }) => keys.includes(HOLE) || (name !== null && keys.includes(name)))
    .flatMap(({ value }) => textsOf(code, { node: value, scope: at }, depth + 1))))
  return values.length > 0 ? unique(values) : [HOLE]
}

/** Every way to put one of each together. */
function combined(parts: readonly (readonly string[])[], between: string): string[] {
  let texts = ['']
  for (const [index, options] of parts.entries()) {
    const known = options.length === 0 ? [HOLE] : options
    texts = texts.flatMap((text) => known.map((option) => (index === 0 ? option : `${text}${between}${option}`)))
      .slice(0, MOST)
  }
  return texts
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, MOST)
}
