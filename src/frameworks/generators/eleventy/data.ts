/** What is known of a template before it is rendered. https://www.11ty.dev/docs/data-cascade/ */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost } from '../../framework.js'
import { baseNameOf, directoryOf } from '../../../paths.js'
import { join } from '../../paths.js'
import { configurationObjects } from '../../reading/configuration.js'
import type { ScriptReader, ScriptValue } from '../../reading/script-values.js'
import { isSettings, type FrontMatter, type Settings } from '../content.js'
import type { EleventyProject } from './project.js'

const ENDINGS = ['.json', '.11tydata.json', '.11tydata.js', '.11tydata.cjs', '.11tydata.mjs', '.11tydata.ts']

/** The fields of a page that decide where and in what it is shown. */
export interface PageData {
  layout: string | null
  /** False: no page; a text with template expressions; null when nothing says one. HOLE stands for what is computed. */
  permalink: string | false | null
  title: string | null
  slug: string | null
  isPaginated: boolean
  redirects: string[]
}

export class DataCascade {
  private readonly directories = new Map<string, Settings[]>()

  constructor(
    private readonly host: FrameworkHost, private readonly reader: ScriptReader, private readonly project: EleventyProject,
    private readonly frontMatter: FrontMatter,
  ) {}

  of(file: string): PageData {
    const stem = file.replace(/\.[^./]+$/, '')
    const own = this.frontMatter.of(file) ?? this.exportedData(file)
    const layers = [own, ...ENDINGS.map((ending) => this.dataFile(stem + ending)), ...this.around(directoryOf(file))]
    const given = (name: string): unknown => {
      for (const layer of layers) {
        const computed = layer?.['eleventyComputed']
        const value = (isSettings(computed) ? computed[name] : undefined) ?? layer?.[name]
        if (value !== undefined) return value
      }
      return undefined
    }
    const permalink = given('permalink')
    const built = isSettings(permalink) ? permalink['build'] : permalink
    const layout = given('layout')
    const redirects = given('redirectFrom') ?? given('redirect_from')
    return {
      layout: typeof layout === 'string' ? layout : layout === undefined ? this.project.globalLayout : null,
      permalink: typeof built === 'string' ? built : built === false ? false : null,
      title: text(given('title')), slug: text(given('slug')),
      isPaginated: given('pagination') !== undefined,
      redirects: (Array.isArray(redirects) ? redirects : [redirects]).filter((item): item is string => typeof item === 'string'),
    }
  }

  /** Data of the folder and of those around it, the closest first. */
  private around(directory: string): Settings[] {
    const known = this.directories.get(directory)
    if (known) return known
    const { input } = this.project
    const own = ENDINGS.map((ending) => this.dataFile(join(directory, baseNameOf(directory) + ending))).filter((data) => data !== null)
    const isInside = directory !== input && directory !== '' && (input === '' || directory.startsWith(`${input}/`))
    const found: Settings[] = [...own, ...isInside ? this.around(directoryOf(directory)) : []]
    this.directories.set(directory, found)
    return found
  }

  private dataFile(path: string): Settings | null {
    if (!this.host.has(path)) return null
    if (path.endsWith('.json')) {
      const value = this.host.json(path)
      return isSettings(value) ? value : null
    }
    return this.literal(configurationObjects(this.reader, path))
  }

  /** `export const data = {…}` of a template that is a script. */
  private exportedData(file: string): Settings | null {
    if (!/\.11ty\.\w+$/.test(file)) return null
    const values = [...this.reader.exported(file, 'data'), ...this.reader.exported(file, 'default').flatMap((value) => this.reader.property(value, 'data'))]
    return this.literal(values.flatMap((value) => [...this.reader.read(value), ...this.reader.results(value)]))
  }

  private literal(objects: readonly ScriptValue[]): Settings {
    const read = (value: ScriptValue): unknown => {
      const shape = this.reader.shape(value)
      if (shape?.kind === 'constant') return shape.value
      if (shape?.kind === 'function') return this.reader.results(value).flatMap((result) => this.reader.texts(result))[0] ?? HOLE
      return this.reader.texts(value)[0] ?? {}
    }
    const found: Record<string, unknown> = {}
    const add = (from: readonly ScriptValue[], into: Record<string, unknown>): void => {
      for (const name of ['layout', 'permalink', 'title', 'slug', 'pagination']) {
        for (const value of from.flatMap((object) => this.reader.property(object, name)).slice(0, 1)) into[name] = read(value)
      }
    }
    add(objects, found)
    const computed: Record<string, unknown> = {}
    add(objects.flatMap((object) => this.reader.property(object, 'eleventyComputed')).flatMap((value) => this.reader.read(value)), computed)
    return { ...found, ...computed }
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
