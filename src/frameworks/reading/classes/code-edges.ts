/** Ways from actions to markup and addresses in other methods of Java, Kotlin, Groovy and C#: services and the like. */
import type { ReachEdge } from '../../../types.js'
import type { Application, FrameworkHost } from '../../framework.js'
import { mentionEdges, wordIndex, type Unit } from '../code/mentions.js'
import { outlineOf, type CodeClass } from './outline.js'

interface Member extends Unit {
  owner: CodeClass | null
}

const given = new WeakMap<FrameworkHost, Set<string>>()

/** Applications with the ways through the code of a tree, which are theirs together. `code`: files of one language. */
export function withCodeEdges(host: FrameworkHost, found: Application[], code: readonly string[]): Application[] {
  const [first, ...rest] = found
  if (!first) return []
  // Another framework of the language may have told them.
  const known = given.get(host) ?? new Set()
  given.set(host, known)
  const files = code.filter((file) => !known.has(file))
  for (const file of files) known.add(file)
  return files.length === 0 ? found : [{ ...first, edges: [...first.edges ?? [], ...codeEdges(host, files)] }, ...rest]
}

export function csharpFiles(host: FrameworkHost): string[] {
  return host.under('').filter((file) => /\.cs$/i.test(file) && host.isProduct(file) && !/(^|\/)(?:bin|obj|Migrations)\//.test(file))
}

function codeEdges(host: FrameworkHost, files: readonly string[]): ReachEdge[] {
  const members = new Map<string, readonly Member[]>()
  const byUnit = new WeakMap<Unit, Member>()
  const text = (file: string): string => host.text(file) ?? ''
  const naming = wordIndex(host, files)
  const variables = new Map<string, ReadonlySet<string>>()
  const namesIn = (file: string, types: readonly string[], name: string): string[] => types.flatMap((type) => {
    const key = `${type} ${file}`
    const found = variables.get(key) ?? variablesOf(text(file), type)
    variables.set(key, found)
    return [...found].flatMap((variable) => [`${variable}.${name}`, `this.${variable}.${name}`])
  })
  return mentionEdges(host, {
    files,
    unitsOf(file) {
      const found = members.get(file) ?? membersOf(host, file)
      members.set(file, found)
      for (const unit of found) byUnit.set(unit, unit)
      return found
    },
    users(unit) {
      const owner = byUnit.get(unit)?.owner ?? null
      const [name = ''] = unit.names
      const own = { file: unit.file, names: unit.names }
      // A function of Kotlin outside of classes.
      if (!owner) return [own, ...files.filter((file) => file !== unit.file && text(file).includes(`${name}(`)).map((file) => ({ file, names: [name] }))]
      const types = [owner.name, ...owner.superclasses.map((type) => type.slice(type.lastIndexOf('.') + 1))]
        .filter((type) => /^\w+$/.test(type))
      const others = new Set(types.flatMap(naming))
      others.delete(unit.file)
      return [own, ...[...others].map((file) => ({ file, names: namesIn(file, types, name) }))]
    },
  })
}

/** Methods with what stands in them, and fields with their values. */
function membersOf(host: FrameworkHost, file: string): Member[] {
  const { classes, top } = outlineOf(host, file)
  const of = (owner: CodeClass | null, { methods, fields }: Pick<CodeClass, 'methods' | 'fields'>): Member[] => [
    ...methods.filter(({ body }) => body.end > body.start).map(({ name, body: { start, end } }): Member => (
      { file, names: [name, `this.${name}`], start, end, owner })),
    ...fields.map(({ name, value: { start, end } }): Member => ({ file, names: [name, `this.${name}`], start, end, owner })),
  ]
  return [...classes.flatMap((owner) => of(owner, owner)), ...of(null, top)]
}

/** What a text calls one of a type: the type itself, a variable that is declared with it or made of it. */
function variablesOf(text: string, type: string): ReadonlySet<string> {
  const found = new Set([type, type[0]?.toLowerCase() + type.slice(1)])
  for (const { index } of text.matchAll(new RegExp(`\\b${type}\\b`, 'g'))) {
    const after = /^(?:<[^<>]*>)?\??\s+(\w+)/.exec(text.slice(index + type.length, index + type.length + 100))?.[1]
    const before = /(\w+)\s*(?::|=\s*new)\s*$/.exec(text.slice(Math.max(0, index - 60), index))?.[1]
    for (const name of [after, before]) if (name !== undefined) found.add(name)
  }
  return found
}
