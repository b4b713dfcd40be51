/** Tools that list their pages by name. https://cli.vuejs.org/config/#pages, https://rsbuild.rs/config/html/template */
import { joinPath } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { join } from '../paths.js'
import { configuredAt, configuredText, writtenPath } from '../reading/configuration.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import { configurations, scriptAt, type BuiltDocument } from './documents.js'
import { basePath, pagePath } from './vite.js'

export function vueCliDocuments(host: FrameworkHost, reader: ScriptReader, root: string): BuiltDocument[] {
  return configurations(host, root, ['vue.config']).flatMap((config) => {
    const base = basePath(configuredText(reader, config, 'publicPath'))
    return namedPages(reader, configuredAt(reader, config, ['pages'])).flatMap(({ name, at }): BuiltDocument[] => {
      const text = (key: string): string | null => reader.text(reader.property(at, key)[0])
      const template = joinPath(root, text('template') ?? `public/${name}.html`)
      const file = [template, join(root, 'public/index.html')].find((path) => path !== null && host.has(path))
      if (file === undefined || file === null) return []
      const [entry] = reader.shape(at)?.kind === 'object' ? reader.property(at, 'entry') : [at]
      const path = entry === undefined ? null : writtenPath(reader, entry)
      const script = path === null ? null : scriptAt(host, join(root, path))
      return [{ file, path: pagePath(base, text('filename') ?? `${name}.html`), scripts: script === null ? [] : [script], config }]
    })
  })
}

export function rsbuildDocuments(host: FrameworkHost, reader: ScriptReader, root: string): BuiltDocument[] {
  return configurations(host, root, ['rsbuild.config']).flatMap((config) => {
    const template = configuredAt(reader, config, ['html', 'template']).flatMap((value) => writtenPath(reader, value) ?? [])[0]
    const file = template === undefined ? null : joinPath(root, template)
    if (file === null || !host.has(file)) return []
    const base = basePath(configuredText(reader, config, 'base'))
    const entries = namedPages(reader, configuredAt(reader, config, ['source', 'entry']))
    const pages = entries.length > 0 ? entries : [{ name: 'index', at: null }]
    return pages.map(({ name, at }): BuiltDocument => {
      const written = at === null ? 'src/index' : writtenPath(reader, at)
      const script = written === null ? null : scriptAt(host, join(root, written))
      return { file, path: pagePath(base, `${name}.html`), scripts: script === null ? [] : [script], config }
    })
  })
}

function namedPages(reader: ScriptReader, values: readonly ScriptValue[]): { name: string; at: ScriptValue }[] {
  return values.flatMap((value) => reader.read(value)).flatMap((value) => {
    const shape = reader.shape(value)
    return shape?.kind !== 'object' ? [] : shape.entries.flatMap(({ name, value: page }) =>
      (name === null ? [] : reader.read(reader.beside(value, page)).map((at) => ({ name, at }))))
  })
}
