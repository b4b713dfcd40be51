/**
 * A container as facts of its file: scripts of its variables and tags, markup of its custom code, and what is left to
 * say of tags and triggers. From here on it is code like any other.
 */
import type { ContainerFacts, Firing, TagFacts, TagSending } from '../../facts/container/container.js'
import type { FileFacts, Suppression } from '../../facts/facts.js'
import { FactsReader, type Interesting } from '../../facts/read.js'
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { readSuppressions } from '../../facts/suppressions.js'
import { lineIndexAt, lineStartsOf } from '../../lines.js'
import type { ScriptFragment } from '../../parse/document.js'
import { detectLanguage } from '../../parse/languages.js'
import { sliceText, type MappedText } from '../../parse/mapped-text.js'
import { parseEmbeddedMarkup } from '../../parse/parse.js'
import type { Problem, Span } from '../../types.js'
import type { Container, Tag, Variable } from '../container.js'
import { js, TAG_MANAGER, type Expression } from '../expression.js'
import { partOf, withReferences } from '../reading/text.js'
import { GeneratedCode } from './generated.js'
import { VariableNames } from './names.js'
import { codeOf, sendingOf, type SendingExpressions } from './tags.js'

export function lowerContainer(path: string, text: string, container: Container, interesting: Interesting): FileFacts {
  const names = new VariableNames(path, container)
  const reader = new FactsReader({ path, text }, interesting)
  // Code may ask for any of them.
  if (container.knows.lookup !== undefined) for (const key of container.variables.keys()) names.indexOf(key)
  if (container.script) reader.lowered(container.script.lowered, container.script.fragment, null, 0)
  else if (container.isScript) reader.script(fragmentOf(sliceText(text, 0, text.length)), null, 0)
  const code = container.tags.map((tag) => tag.code ?? customCode(reader, container, names, tag))
  const sending = container.tags.map((tag) => sendingOf(container, tag))
  const main = mainScript(reader, container, names, sending)
  for (const script of reader.scripts) names.resolve(script)
  const lineStarts = lineStartsOf(text)
  const values = valuesOf(reader.scripts[main] as ScriptFacts)
  const problems = container.problems.map(({ offset, message }): Problem => (
    { file: path, line: lineIndexAt(lineStarts, offset) + 1, message }))
  const facts: ContainerFacts = {
    start: container.start, end: container.end, manager: container.manager, form: container.form, id: container.id,
    name: container.name, date: container.date, side: container.side, ...(container.isPart ? { isPart: true as const } : {}), script: main,
    ...(container.settled ? { settled: container.settled } : {}),
    tags: container.tags.map((tag, index) => (
      tagFacts(container, names, tag, { sending: sending[index], values: values.tags[index], code: code[index] }))),
    triggers: container.triggers.map(({ name, place, event, test, says }) => ({ name, place, event, test, says })),
    variables: names.list.map(({ key, variable }) => ({
      name: variable?.name ?? key, place: variable?.place ?? { start: container.start, end: container.start },
      code: codeSpan(container, variable),
    })),
    references: values.references, notRead: container.notRead,
    ...(container.writes && container.writes.length > 0 ? { writes: container.writes } : {}),
  }
  return {
    path, language: detectLanguage(path, text), lineStarts,
    scripts: reader.scripts, fields: reader.fields, forms: reader.forms, elements: reader.elements,
    references: [], blocks: [], templateSpans: [], serverUrls: [], frontMatter: null, settings: [], hidden: [],
    suppressions: container.isScript ? readSuppressions(reader.comments, lineStarts) : suppressionsOf(container, lineStarts),
    problems: [...problems, ...reader.problems(lineStarts)],
    container: facts,
  }
}

function codeSpan({ knows }: Container, variable: Variable | null): Span | null {
  const code = variable && knows.code(variable)
  return code ? { start: code.text.start, end: code.text.end } : null
}

/** Markup or script of a tag, read like those of a page; gives the part of the file it stands in. */
function customCode(reader: FactsReader, container: Container, names: VariableNames, tag: Tag): Span | null {
  const code = codeOf(container, tag)
  if (!code || tag.state === 'paused') return null
  const { start, end } = code.text
  const written = withReferences(code.text, (reference) => names.mark(reference))
  if (code.isFunction) {
    const call = new GeneratedCode(names).code('(', start).written(withoutEnd(written)).code(')()', end)
    reader.script(fragmentOf(call.build(end)), null, 0)
  } else {
    const { markup, fragments } = parseEmbeddedMarkup(written)
    reader.document(markup, fragments, null, 0)
  }
  return { start, end }
}

/** All variables that are referred to, as functions, and after them one array of what there is to read of the tags. */
function mainScript(
  reader: FactsReader, container: Container, names: VariableNames, tags: readonly (SendingExpressions | null)[],
): number {
  const body = new GeneratedCode(names)
  body.code('[[', container.start)
  tags.forEach((tag) => {
    if (tag) body.expression(js`[[${tag.accounts}], [${tag.events}], [${tag.data}]], `, tag.at)
    else body.code('null, ', container.start)
  })
  body.code('], [', container.start)
  const functions = new GeneratedCode(names)
  // A variable may refer to others, which are then listed behind it.
  for (let index = 0; index < names.list.length; index++) addVariable(reader, container, names, functions, index)
  names.list.forEach((_, index) => body.code(`${names.local(index)}(), `, container.start))
  body.code(']]', container.start)
  functions.written(body.build(container.end))
  return reader.script(fragmentOf(functions.build(container.end)), null, 0)
}

function addVariable(
  reader: FactsReader, container: Container, names: VariableNames, functions: GeneratedCode, index: number,
): void {
  const { key, variable } = names.list[index] as VariableNames['list'][number]
  const at = variable?.place.start ?? container.start
  const code = variable && container.knows.code(variable)
  if (variable && code) {
    const own = new GeneratedCode(names).code(`function ${names.local(index)}() { return (`, at)
    own.written(withoutEnd(withReferences(code.text, (reference) => names.mark(reference))))
    own.code(code.isFunction ? ')() }' : ') }', variable.place.end)
    reader.script(fragmentOf(own.build(variable.place.end)), null, 0)
    return
  }
  const known = variable && container.knows.variable(variable.type)
  const gives: Expression = variable && known ? known.gives(variable.parameters)
    : js`${`${TAG_MANAGER}.variable(${JSON.stringify(variable?.name ?? key)}`}${[...(variable?.parameters.values() ?? [])].flatMap((each) => [', ', each])})`
  functions.code(`function ${names.local(index)}() { return `, at).expression(gives, at).code(' }\n', at)
}

/** An expression without the `;` that ends its statement. */
function withoutEnd(code: MappedText): MappedText {
  return partOf(code, 0, code.text.replace(/[\s;]+$/, '').length)
}

function fragmentOf(code: MappedText): ScriptFragment {
  return { code, goal: 'script', jsx: false, typescript: false, server: false, element: null, attribute: null }
}

interface TagValues {
  accounts: ValueId[]
  events: ValueId[]
  data: ValueId[]
}

/** The array at the end of the main script: values of each tag, and calls of all variables. */
function valuesOf(script: ScriptFacts): { tags: (TagValues | null)[]; references: ValueId[] } {
  const items = (id: ValueId | undefined): readonly ValueId[] => {
    const value = id === undefined ? undefined : script.values[id]
    return value?.kind === 'array' ? value.items : []
  }
  const root = script.values.findLastIndex(({ kind }) => kind === 'array')
  const [tags, references] = items(root)
  return {
    references: [...items(references)],
    tags: items(tags).map((id) => {
      const [accounts, events, data] = items(id)
      if (data === undefined) return null
      return { accounts: [...items(accounts)], events: [...items(events)], data: [...items(data)] }
    }),
  }
}

interface ReadTag {
  sending: SendingExpressions | null | undefined
  values: TagValues | null | undefined
  code: Span | null | undefined
}

function tagFacts(
  container: Container, names: VariableNames, tag: Tag, { sending, values, code = null }: ReadTag,
): TagFacts {
  const { start, end, name, place, type, folder, consent } = tag
  const row = container.knows.tag(type)
  const sends = (): TagSending | null => {
    if (!sending || !values) return null
    const { tracker, byAccount, call } = sending
    return { tracker, byAccount, call, ...values }
  }
  const fires = tag.state === 'paused' ? [] : firingsOf(container, tag, new Set())
  return {
    start, end, name, place, type, folder, consent, sends: sends(), fires,
    title: row?.title ?? (tag.template ? (tag.template.name ?? 'a custom template') : `type ${type}`),
    state: tag.state === 'paused' ? 'paused' : fires.length === 0 ? 'never' : 'fires',
    isUnknown: row === null && tag.state !== 'paused' && !container.knows.isSilent(type),
    urls: [...(tag.template?.urls ?? []), ...(sending?.urls ?? [])],
    collects: sending?.collects ?? [],
    code, uses: names.usedBy(tag.parameters), ...(typeof tag.key === 'string' ? { key: tag.key } : {}),
  }
}

/** Its own triggers, and those of the tags that bring it along. */
function firingsOf(container: Container, tag: Tag, seen: Set<Tag>): Firing[] {
  if (seen.has(tag)) return []
  seen.add(tag)
  const bringing = container.tags.filter((other) => other.brings.includes(tag.name) && other.state !== 'paused')
  const own = tag.fires.map((trigger): Firing => ({ trigger, blocks: tag.blocks }))
  return [...own, ...bringing.flatMap((other) => firingsOf(container, other, seen))]
}

/** JSON has no comments: what a tag's notes say of rules is about the tag. */
function suppressionsOf(container: Container, lineStarts: readonly number[]): Suppression[] {
  return container.tags.flatMap(({ notes, start, end }): Suppression[] => {
    const written = notes ? readSuppressions([notes], lineStarts) : []
    return written.filter(({ scope }) => scope !== 'enable').flatMap((each) => [
      { ...each, scope: 'disable' as const, start, end: start },
      { ...each, scope: 'enable' as const, start: end - 1, end },
    ])
  })
}
