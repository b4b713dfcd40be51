/** Where Ember looks for what a name stands for: by kind, and in pods. https://cli.emberjs.com/release/advanced-use/project-layouts/ */
import type { FrameworkHost } from '../framework.js'
import { join } from '../paths.js'

const SCRIPTS = ['js', 'ts', 'gjs', 'gts']
const ANY = [...SCRIPTS, 'hbs']

export interface EmberLayout {
  /** `app`, or `addon` of an engine. */
  source: string
  /** The folder of pods, where there is one of its own. */
  pods: string
}

/** Route, controller and template of a dotted name, as far as they are there. */
export function filesOfRoute(host: FrameworkHost, { source, pods }: EmberLayout, name: string): string[] {
  const path = dasherized(name).replace(/\./g, '/')
  return there(host, [
    ...SCRIPTS.flatMap((end) => [`${source}/routes/${path}.${end}`, `${source}/controllers/${path}.${end}`]),
    ...ANY.map((end) => `${source}/templates/${path}.${end}`),
    ...[...new Set([source, pods])].flatMap((folder) => [
      ...SCRIPTS.flatMap((end) => [`${folder}/${path}/route.${end}`, `${folder}/${path}/controller.${end}`]),
      ...ANY.map((end) => `${folder}/${path}/template.${end}`),
    ]),
  ])
}

function there(host: FrameworkHost, paths: readonly string[]): string[] {
  return [...new Set(paths)].filter((path) => host.has(path))
}

/** What templates may name, by its name: components, helpers and modifiers, each with its files. */
export function namedParts(host: FrameworkHost, { source, pods }: EmberLayout): Map<string, string[]> {
  const parts = new Map<string, string[]>()
  const add = (name: string, file: string): void => {
    parts.set(name, [...parts.get(name) ?? [], file])
  }
  const collect = (folder: string, name: (relative: string) => string | null): void => {
    for (const file of host.under(folder)) {
      const match = /\.(js|ts|gjs|gts|hbs)$/.exec(file)
      const found = match && !/[.-](test|spec)\.\w+$/.test(file) ? name(file.slice(folder.length + 1, -match[0].length)) : null
      if (found !== null && found !== '') add(found, file)
    }
  }
  const component = (relative: string): string => relative.replace(/(^|\/)(index|component|template|styles)$/, '')
  for (const folder of [...new Set([`${source}/components`, join(pods, 'components')])]) collect(folder, component)
  collect(`${source}/templates/components`, (relative) => relative)
  for (const kind of ['helpers', 'modifiers']) collect(`${source}/${kind}`, (relative) => relative)
  return parts
}

/** `VisitList` → `visit-list`, `Ui::Button` → `ui/button`. */
export function dasherized(name: string): string {
  return name.replace(/::/g, '/').replace(/([a-z\d])([A-Z])/g, '$1-$2').replace(/_/g, '-').toLowerCase()
}
