/** Which templates show which others. https://docs.angularjs.org/api/ng/directive/ngInclude */
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import { hasHole, HOLE } from '../../parse/hole.js'
import type { Registration } from './registrations.js'

/** What one template shows, or a string of code that is one. */
export interface Shown {
  templates: Set<string>
  registrations: Set<Registration>
}

const INCLUDE = /<ng-include\b[^>]*?\ssrc\s*=\s*"\s*'([^'"]+)'|\b(?:data-)?ng-include\s*=\s*"(?:\s*)'([^'"]+)'|\b(?:data-)?ng-include\s*=\s*'\s*"([^'"]+)"/g
const CONTROLLER = /\b(?:data-)?ng-controller\s*=\s*["']\s*([\w.$]+)/g
const WORD = /[A-Za-z][\w:-]*/g

export class TemplateReader {
  private readonly byName = new Map<string, Registration[]>()
  private readonly controllers = new Map<string, Registration[]>()
  private readonly read = new Map<string, Shown>()
  readonly edges: ReachEdge[] = []

  /** `directories`: where addresses of templates may count from, the surest first. */
  constructor(
    private readonly host: FrameworkHost, private readonly reader: ScriptReader, private readonly directories: readonly string[],
    registrations: readonly Registration[],
  ) {
    const add = (map: Map<string, Registration[]>, key: string, item: Registration): void => {
      map.set(key, [...map.get(key) ?? [], item])
    }
    for (const item of registrations) {
      if (item.kind === 'controller') add(this.controllers, item.name, item)
      else add(this.byName, item.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), item)
    }
  }

  /** The file an address of a template names: below one of the directories, else the only one whose path ends so. */
  fileAt(url: string): string | null {
    const clean = url.replace(/[?#].*$/, '').replace(/^\uA4F8*\/?/, '').replace(/^(\.?\/)+/, '')
    if (clean === '' || hasHole(clean)) return null
    const direct = this.directories.map((directory) => (directory === '' ? clean : `${directory}/${clean}`)).find((path) => this.host.has(path))
    if (direct !== undefined) return direct
    const ending = `/${clean.replace(/^(?:\.\.\/)+/, '')}`
    const found = this.host.named(clean.slice(clean.lastIndexOf('/') + 1)).filter((path) => `/${path}`.endsWith(ending))
    return found.length === 1 ? found[0] as string : null
  }

  /** Templates, components and controllers that an object with `templateUrl`, `template`, `component`, `controller` names. */
  optionsOf(at: ScriptValue): Shown {
    const { reader } = this
    const shown: Shown = { templates: new Set(), registrations: new Set() }
    const texts = (key: string): string[] => reader.property(at, key).flatMap((value) => {
      const given = reader.shape(value)?.kind === 'function' ? reader.results(value) : [value]
      return given.flatMap((item) => reader.texts(item))
    })
    for (const url of texts('templateUrl')) {
      const file = this.fileAt(url)
      if (file !== null) shown.templates.add(file)
    }
    for (const file of this.requiredTemplates(at)) shown.templates.add(file)
    for (const text of texts('template')) if (text !== HOLE) this.addNamed(shown, text)
    for (const name of texts('component')) for (const item of this.byName.get(kebab(name)) ?? []) shown.registrations.add(item)
    for (const name of texts('controller')) {
      for (const item of this.controllers.get(name.split(' ')[0] as string) ?? []) shown.registrations.add(item)
    }
    return shown
  }

  /** `template: require('./x.html')`, and of an import. */
  private requiredTemplates(at: ScriptValue): string[] {
    return this.reader.property(at, 'template').flatMap((value) => {
      if (value.value === null) return [value.file]
      const shape = this.reader.shape(value)
      const imported = shape?.kind === 'binding' ? this.reader.script(value)?.bindings[shape.binding]?.imported : null
      const required = shape?.kind === 'call' && shape.arguments[0] !== undefined
        ? this.reader.text(this.reader.beside(value, shape.arguments[0])) : null
      const source = imported?.source ?? required
      const file = source === null || source === undefined ? null : this.host.resolve(value.file, source.replace(/^.*!/, ''))
      return file === null ? [] : [file]
    })
  }

  /** All that is shown with these: templates in templates, templates of components. */
  closure(first: readonly Shown[]): Shown {
    const all: Shown = { templates: new Set(), registrations: new Set() }
    const take = ({ templates, registrations }: Shown): void => {
      for (const file of templates) all.templates.add(file)
      for (const item of registrations) all.registrations.add(item)
    }
    first.forEach(take)
    // Sets grow while they are gone through.
    let size = -1
    while (size !== all.templates.size + all.registrations.size) {
      size = all.templates.size + all.registrations.size
      for (const file of all.templates) take(this.shownBy(file))
      for (const item of all.registrations) for (const options of item.options) take(this.optionsOf(options))
    }
    return all
  }

  /** What a template's own text names. */
  private shownBy(file: string): Shown {
    const known = this.read.get(file)
    if (known) return known
    const shown: Shown = { templates: new Set(), registrations: new Set() }
    this.read.set(file, shown)
    const text = (this.host.text(file) ?? '').replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
    for (const match of text.matchAll(INCLUDE)) {
      const target = this.fileAt(match.slice(1).find((group) => group !== undefined) as string)
      if (target === null || target === file) continue
      shown.templates.add(target)
      this.edges.push({ from: { file, unit: null }, offset: match.index, kind: 'include', certainty: 'exact', to: { file: target, unit: null } })
    }
    this.addNamed(shown, text)
    return shown
  }

  private addNamed(shown: Shown, text: string): void {
    for (const match of text.matchAll(CONTROLLER)) {
      for (const item of this.controllers.get(match[1] as string) ?? []) shown.registrations.add(item)
    }
    if (this.byName.size === 0) return
    for (const word of new Set(text.match(WORD) ?? [])) {
      const name = word.replace(/^(?:data|x)[-:]/, '').replace(/:/g, '-')
      const found = this.byName.get(name)
      if (found && new RegExp(`[<\\s"'](?:(?:data|x)[-:])?${name}(?=[\\s=>/"'])`).test(text)) for (const item of found) shown.registrations.add(item)
    }
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
