/** SvelteKit. https://svelte.dev/docs/kit/routing, https://svelte.dev/docs/kit/project-structure */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, isTestModule, join, routePath } from '../paths.js'
import { callsNamed, configuredAt } from '../reading/configuration.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { reroutes } from './reroute.js'
import { kitRoutes, type KitRoute } from './route-files.js'

const CONFIGS = ['js', 'ts', 'mjs', 'mts'].map((extension) => `svelte.config.${extension}`)
const BUILDS = ['ts', 'js', 'mjs', 'mts'].map((extension) => `vite.config.${extension}`)
const MODULES = ['.js', '.ts']

export const svelteKit: Framework = {
  name: 'sveltekit',
  docs: 'https://svelte.dev/docs/kit/routing',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => host.dependencies(root).has('@sveltejs/kit'))
    .flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const settings = readSettings(host, root)
  const files = host.under(settings.routes).filter((path) => !isTestModule(path))
  const found = kitRoutes(files, settings.routes, [...settings.extensions, ...MODULES])
  if (found.length === 0) return []
  const template = host.has(settings.template) ? [{ file: settings.template }] : []
  const declared = found.flatMap((route) => declarations(route, settings.base, template))
  const universal = moduleAt(host, settings.hooks.universal)
  const hooks = [settings.hooks.client, settings.hooks.server].flatMap((path) => moduleAt(host, path) ?? [])
  return [{
    framework: 'sveltekit', root,
    routes: [...declared, ...universal === null ? [] : reroutes(host, universal, settings.base, declared)],
    injections: [...hooks, ...universal === null ? [] : [universal]]
      .map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    // The page for errors that no other page is there for; no address of its own.
    owns: [settings.routes, settings.template, settings.errorTemplate],
    singlePage: true,
  }]
}

function declarations(
  { path, page, layouts, errors, answers }: KitRoute, base: string, template: { file: string }[],
): RouteDeclaration[] {
  const [file] = page
  const address = routePath(base, path)
  const shown: RouteDeclaration[] = file === undefined ? [] : [{
    path: address, kind: 'page', certainty: 'exact', file: page.find((own) => !/\.[jt]s$/.test(own)) ?? file,
    leaves: page.map((own) => ({ file: own })),
    shell: [
      ...template, ...layouts.map((layout) => ({ file: layout })),
      ...errors.map((error) => ({ file: error, certainty: 'likely' as const })),
    ],
  }]
  // A directory may show a page and answer other requests at the same address.
  const answered = shown.length > 0 ? [] : answers.slice(0, 1)
  return [...shown, ...answered.map((own): RouteDeclaration => ({ path: address, kind: 'api', certainty: 'exact', file: own }))]
}

interface KitSettings {
  routes: string
  template: string
  errorTemplate: string
  hooks: { client: string; server: string; universal: string }
  base: string
  /** Of components, with the dot. */
  extensions: string[]
}

/** https://svelte.dev/docs/kit/configuration: `kit` of `svelte.config`; from version 3 on the options of the plugin. */
function readSettings(host: FrameworkHost, root: string): KitSettings {
  const reader = new ScriptReader(host)
  const there = (names: readonly string[]): string[] => names.map((name) => join(root, name)).filter((path) => host.has(path))
  const [config = null] = there(CONFIGS)
  const whole = configuredAt(reader, config, [])
  const kit = [
    ...configuredAt(reader, config, ['kit']),
    ...there(BUILDS).flatMap((file) => callsNamed(reader, file, /^sveltekit$/).flatMap(([options]) => options ?? [])),
  ]
  const text = (values: readonly ScriptValue[], ...keys: string[]): string | null => {
    const at = keys.reduce<readonly ScriptValue[]>((found, key) => found.flatMap((value) => reader.property(value, key)), values)
    return at.map((value) => reader.text(value)).find((found) => found !== null) ?? null
  }
  const path = (written: string | null, usual: string): string => (written === null ? usual : join(root, written.replace(/^\.?\/|\/$/g, '')))
  const source = path(text(kit, 'files', 'src'), join(root, 'src'))
  const file = (name: string, usual: string): string => path(text(kit, 'files', name), join(source, usual))
  const extensions = [...whole, ...kit].flatMap((value) => reader.property(value, 'extensions'))
    .flatMap((value) => reader.items(value)).flatMap((item) => reader.text(item) ?? [])
  return {
    routes: file('routes', 'routes'),
    template: file('appTemplate', 'app.html'),
    errorTemplate: file('errorTemplate', 'error.html'),
    hooks: {
      client: path(text(kit, 'files', 'hooks', 'client'), join(source, 'hooks.client')),
      server: path(text(kit, 'files', 'hooks', 'server'), join(source, 'hooks.server')),
      universal: path(text(kit, 'files', 'hooks', 'universal'), join(source, 'hooks')),
    },
    base: text(kit, 'paths', 'base') ?? '',
    extensions: [...new Set(['.svelte', ...extensions])],
  }
}

function moduleAt(host: FrameworkHost, path: string): string | null {
  const ends = ['', ...MODULES, ...MODULES.map((extension) => `/index${extension}`)]
  return ends.map((end) => path + end).find((candidate) => host.has(candidate)) ?? null
}
