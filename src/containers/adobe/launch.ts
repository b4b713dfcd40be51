/**
 * Libraries of Adobe Experience Platform Tags (Launch): the object that `_satellite.container` is set to, with the
 * property's data elements, extensions and rules. The engine behind it and the extensions' own code are not read.
 * https://experienceleague.adobe.com/en/docs/experience-platform/tags/client-side/satellite-object
 */
import type { FilterTest, TriggerEvent } from '../../facts/container/container.js'
import { lowerScript } from '../../facts/script/lower.js'
import { sliceText } from '../../parse/mapped-text.js'
import type { Container, Parameter, Parameters, Tag, Template, Trigger, Variable } from '../container.js'
import { allOf, anyOf, negation } from '../filters.js'
import { entry, isTrue, items, textOf, type Literal } from '../reading/literal.js'
import { literalOfScript } from '../reading/script-literal.js'
import { plainText, templateText } from '../reading/text.js'
import { hostedKey } from './hosted.js'
import { launchKnowledge, REFERENCE } from './knowledge.js'

export const launchWords = ['_satellite.container']

export function readLaunch(path: string, text: string): Container | null {
  const code = sliceText(text, 0, text.length)
  const { facts: script } = lowerScript({
    code, goal: 'script', jsx: false, typescript: false, server: false, element: null, attribute: null,
  })
  const store = script.stores.find(({ name, object }) => {
    const target = script.values[object]
    return name === 'container' && target?.kind === 'global' && target.name === '_satellite'
  })
  const root = store && literalOfScript(script, store.value)
  if (!root || !entry(root, 'rules')) return null
  return new LaunchLibrary(path, text, root).container()
}

class LaunchLibrary {
  private readonly variables = new Map<string, Variable>()
  private readonly triggers: Trigger[] = []
  private readonly extensions: Literal | null
  private hasHostedCode = false

  constructor(private readonly path: string, private readonly text: string, private readonly root: Literal) {
    this.extensions = entry(root, 'extensions')
    const elements = entry(root, 'dataElements')
    for (const [name, item] of elements?.kind === 'object' ? elements.entries : []) {
      const type = textOf(entry(item, 'modulePath')) ?? ''
      const { start, end } = entry(item, 'modulePath') ?? item
      this.variables.set(name, { name, place: { start, end }, type, parameters: this.parameters(entry(item, 'settings')) })
    }
  }

  container(): Container {
    const { root } = this
    const tags = items(entry(root, 'rules')).flatMap((rule) => this.rule(rule))
    const build = entry(root, 'buildInfo')
    return {
      start: root.start, end: root.end, manager: 'adobe-launch', form: 'a library of Adobe Experience Platform Tags', knows: launchKnowledge,
      id: /launch-[0-9A-Za-z]{6,}/.exec(`${this.path}\n${this.text.slice(0, 400)}`)?.[0] ?? null,
      name: textOf(entry(entry(root, 'property'), 'name')), date: textOf(entry(build, 'buildDate')), side: 'page',
      tags, triggers: this.triggers, variables: this.variables,
      notRead: this.hasHostedCode ? ['custom code in files of its own, which are checked where they are in the tree'] : [], problems: [],
    }
  }

  /** Each action of a rule is a tag. */
  private rule(rule: Literal): Tag[] {
    const name = textOf(entry(rule, 'name')) ?? 'a rule without a name'
    const conditions = items(entry(rule, 'conditions')).map((condition) => this.condition(condition))
    const test = allOf(conditions.map((condition) => condition.test))
    const fires = items(entry(rule, 'events')).map((event) => {
      const own = this.event(event)
      const says = [own.says, ...conditions.map((condition) => condition.says)].join(', ')
      const place = { start: event.start, end: event.start + 1 }
      return this.triggers.push({ name, place, event: own.event, test, says }) - 1
    })
    return this.actions(name, items(entry(rule, 'actions')), fires)
  }

  /** One after the other: what an action only sets, a later one of the same extension sends. */
  private actions(rule: string, list: readonly Literal[], fires: number[]): Tag[] {
    const set = new Map<string, Parameters>()
    return list.flatMap((item) => {
      const tag = this.action(rule, item, fires)
      if (!tag) return []
      const extension = tag.type.split('/')[0] as string
      const before = set.get(extension) ?? new Map()
      if (launchKnowledge.isSilent(tag.type)) set.set(extension, new Map([...before, ...this.parameters(entry(item, 'settings'))]))
      return [{ ...tag, parameters: new Map([...before, ...tag.parameters]) }]
    })
  }

  private action(rule: string, item: Literal, fires: number[]): Tag | null {
    const path = entry(item, 'modulePath')
    const type = textOf(path)
    if (type === null || !path) return null
    const settings = entry(item, 'settings')
    const extension = entry(this.extensions, type.split('/')[0] ?? '')
    const source = entry(settings, 'source')
    const hosted = source?.kind === 'text' && /^(?:https?:\/)?\/\S+$/.test(source.value) ? source.value : null
    if (hosted !== null) this.hasHostedCode = true
    const title = textOf(entry(entry(entry(extension, 'modules'), type), 'displayName')) ?? moduleName(type)
    return {
      start: item.start, end: item.end, name: `${rule}: ${title}`, place: { start: path.start, end: path.end }, type,
      parameters: new Map([...this.parameters(entry(extension, 'settings')), ...this.parameters(settings)]), fires, blocks: [], brings: [],
      state: fires.length === 0 ? 'never' : 'fires', folder: null, consent: { status: 'not-set', types: [] },
      template: launchKnowledge.tag(type) ? null : this.template(extension), notes: null,
      key: hosted === null ? null : hostedKey(hosted),
    }
  }

  /** An extension is a template: whom it talks to is told by the addresses in its code. */
  private template(extension: Literal | null): Template {
    const modules = entry(extension, 'modules')
    const code = modules ? this.text.slice(modules.start, modules.end) : ''
    const urls = [...new Set([...code.matchAll(/["'](https?:\/\/[\w.-]+\/[^"'\s]*)["']/g)].map((match) => match[1] as string))]
    return { name: textOf(entry(extension, 'displayName')), repository: null, urls }
  }

  /** Settings by their names; those inside of others by the whole way to them. */
  private parameters(settings: Literal | null, prefix = ''): Parameters {
    if (settings?.kind !== 'object') return new Map()
    return new Map([...settings.entries].flatMap(([key, value]): [string, Parameter][] => {
      if (value.kind === 'object') return [...this.parameters(value, `${prefix}${key}.`)]
      const parameter = this.parameter(value)
      return parameter ? [[prefix + key, parameter]] : []
    }))
  }

  private parameter(value: Literal): Parameter | null {
    if (value.kind === 'text') return { kind: 'text', text: templateText(this.text, value, value.value, REFERENCE) }
    if (value.kind === 'code') {
      const { start, end } = value
      return { kind: 'text', text: { start, end, pieces: [{ kind: 'literal', content: sliceText(this.text, start, end) }] } }
    }
    if (value.kind === 'array') return { kind: 'list', items: value.items.flatMap((item) => this.parameter(item) ?? []) }
    if (value.kind === 'object') return { kind: 'map', entries: [...this.parameters(value)] }
    return value.value === null ? null : { kind: 'text', text: plainText(this.text, value, String(value.value)) }
  }

  private event(item: Literal): { event: TriggerEvent; says: string } {
    const name = moduleName(textOf(entry(item, 'modulePath')) ?? '')
    const identifier = textOf(entry(entry(item, 'settings'), 'identifier'))
    if (name === 'direct call' && identifier !== null) {
      return { event: { kind: 'named', name: identifier, custom: true }, says: `direct call "${identifier}"` }
    }
    return { event: { kind: 'named', name: `launch.${name}`, custom: false }, says: name }
  }

  private condition(item: Literal): { test: FilterTest; says: string } {
    const path = textOf(entry(item, 'modulePath')) ?? ''
    const negated = isTrue(entry(item, 'negate'))
    const name = moduleName(path)
    const paths = items(entry(entry(item, 'settings'), 'paths'))
    const place = { start: item.start, end: item.end }
    const says = `${name} ${negated ? 'is none of' : 'is'} ${paths.map((each) => `"${textOf(entry(each, 'value')) ?? ''}"`).join(' or ')}`
    if (!/core\/src\/lib\/conditions\/path(?:AndQuerystring)?\.js$/.test(path) || paths.length === 0) {
      return { test: { kind: 'open' }, says: negated ? `not ${name}` : name }
    }
    const test = anyOf(paths.map((each): FilterTest => {
      const operator = isTrue(entry(each, 'valueIsRegex')) ? 'matches' : 'equals'
      return { kind: 'compare', subject: 'path', operator, value: textOf(entry(each, 'value')) ?? '', text: says, place }
    }))
    return { test: negated ? negation(test) : test, says }
  }
}

/** `core/src/lib/events/domReady.js` is `dom ready`. */
function moduleName(path: string): string {
  const file = path.split('/').at(-1) ?? path
  const name = file === 'index.js' ? (path.split('/').at(-2) ?? file) : file
  return name.replace(/\.js$/, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
