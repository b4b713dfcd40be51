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
  return host.under('').filter((file) => /\.cs$/i.test(file) && host.isProduct(file) && !/(^|\/)(?:bin|obj)\//.test(file))
}

function codeEdges(host: FrameworkHost, files: readonly string[]): ReachEdge[] {
  const members = new Map<string, readonly Member[]>()
  const byUnit = new WeakMap<Unit, Member>()
  const text = (file: string): string => host.text(file) ?? ''
  const naming = wordIndex(host, files)
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
      const others = new Set(types.flatMap(naming))
      others.delete(unit.file)
      return [own, ...[...others].map((file) => ({ file, names: types.flatMap((type) => namesIn(text(file), type, name)) }))]
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

/** What a file calls a member of a type: by the type itself, by one that it makes, by a variable of the type. */
function namesIn(text: string, type: string, name: string): string[] {
  const written = type.replace(/[^\w]/g, '')
  if (written === '' || !text.includes(written)) return []
  const variables = new Set([written, written[0]?.toLowerCase() + written.slice(1)])
  const declared = new RegExp(`\\b${written}\\b(?:<[^<>]*>)?\\??\\s+(\\w+)|\\b(\\w+)\\s*:\\s*${written}\\b|\\b(\\w+)\\s*=\\s*new\\s+${written}\\b`, 'g')
  for (const match of text.matchAll(declared)) variables.add((match[1] ?? match[2] ?? match[3]) as string)
  return [...variables].flatMap((variable) => [`${variable}.${name}`, `this.${variable}.${name}`])
}
