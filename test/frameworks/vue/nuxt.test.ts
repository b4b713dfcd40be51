import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

/** A project of this version; keys are paths, a value of true is an empty page. */
function nuxt(files: Record<string, string | true>, version = '4.2.1', others: Record<string, string> = {}): Record<string, string> {
  const manifest = JSON.stringify({ dependencies: { nuxt: version, ...others } })
  const page = '<template><h1>Page</h1></template>'
  return { 'package.json': manifest, ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text === true ? page : text])) }
}

const meta = (value: string): string => `<script setup>\ndefinePageMeta(${value})\n</script><template><p>page</p></template>`

describe('pages', () => {
  it('are files: parameters, groups, optional parts, rests', () => {
    expect(routesOf(nuxt({
      'app/pages/index.vue': true, 'app/pages/visits/[id].vue': true, 'app/pages/(portal)/records.vue': true,
      'app/pages/[[lang]]/about.vue': true, 'app/pages/doctors/dr-[name].vue': true, 'app/pages/docs/[...slug].vue': true,
      'app/pages/visits/-draft.vue': true, 'app/pages/visits/list.test.ts': '',
    }))).toEqual(['/', '/:lang?/about', '/docs/*', '/doctors/dr-:name', '/records', '/visits/:id'])
  })

  it('are inside the page of their folder; its index stands for it', () => {
    const files = nuxt({
      'pages/portal.vue': true, 'pages/portal/index.vue': true, 'pages/portal/results.vue': true,
      'pages/visits.vue': true, 'pages/visits/new.vue': true,
    })
    expect(routesOf(files)).toEqual(['/portal', '/portal/results', '/visits', '/visits/new'])
    expect(reachOf(files, 'pages/portal.vue')).toEqual(['/portal', '/portal/results'])
    expect(reachOf(files, 'pages/portal/index.vue')).toEqual(['/portal'])
    expect(reachOf(files, 'pages/visits.vue')).toEqual(['/visits', '/visits/new'])
  })

  it('may say their own path, other paths, and where they lead', () => {
    expect(routesOf(nuxt({
      'pages/a.vue': meta("{ path: '/other/:id(\\\\d+)' }"), 'pages/b.vue': meta("{ alias: ['/c', '/d'] }"),
      'pages/e.vue': meta("{ redirect: '/b' }"),
    }))).toEqual(['/b', '/c', '/d', '/e redirect', '/other/:id'])
  })

  it('lie in the source directory: app/, the root, or where the configuration says', () => {
    const config = "export default defineNuxtConfig({ srcDir: 'client/', dir: { pages: 'views' }, app: { baseURL: '/my/' } })"
    expect(routesOf(nuxt({ 'nuxt.config.ts': config, 'client/views/home.vue': true, 'pages/no.vue': true }))).toEqual(['/my/home'])
    expect(routesOf(nuxt({ 'pages/yes.vue': true, 'app/router.options.ts': 'export default {}' }))).toEqual(['/yes'])
  })

  it('are one, the root component, where there is no folder of them', () => {
    expect(routesOf(nuxt({ 'app.vue': true }))).toEqual(['/'])
  })

  it('of layers come too, unless the application has the same', () => {
    const files = nuxt({
      'nuxt.config.ts': "export default defineNuxtConfig({ extends: ['../base'] })", 'pages/a.vue': true,
      'layers/portal/nuxt.config.ts': 'export default defineNuxtConfig({})', 'layers/portal/pages/portal.vue': true,
      'layers/portal/pages/a.vue': true,
    })
    const project = Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text]))
    const base = { 'base/nuxt.config.ts': 'export default {}', 'base/pages/base.vue': '<template>x</template>' }
    expect(routesOf({ ...project, ...base })).toEqual(['/a', '/base', '/portal'])
  })

  it('stand behind a locale, and beside those of the configuration and the server', () => {
    expect(routesOf(nuxt({
      'nuxt.config.ts': `export default defineNuxtConfig({
        modules: ['@nuxtjs/i18n'], i18n: { locales: ['en', 'es'] },
        routeRules: { '/old/**': { redirect: '/new' } },
        hooks: { 'pages:extend'(pages) { pages.push({ name: 'x', path: '/extra', file: '~/views/Extra.vue' }) } },
      })`,
      'pages/home.vue': true, 'views/Extra.vue': true,
      'server/api/visits/[id].get.ts': 'export default defineEventHandler(() => 1)', 'server/routes/feed.ts': 'export default 1',
    }, '3.15.0', { '@nuxtjs/i18n': '9.0.0' }))).toEqual([
      '/:locale?/extra likely', '/:locale?/home', '/api/visits/:id api', '/feed api', '/old/* redirect',
    ])
  })

  it('of version 2 have underscores', () => {
    expect(routesOf(nuxt({
      'nuxt.config.js': "export default { router: { base: '/app/' } }", 'pages/index.vue': true, 'pages/users/_id.vue': true,
      'pages/_slug/index.vue': true, 'pages/_slug/comments.vue': true, 'pages/files/index.vue': true, 'pages/files/_.vue': true,
    }, '^2.17.0'))).toEqual(['/app', '/app/:slug', '/app/:slug/comments', '/app/files', '/app/files/*', '/app/users/:id?'])
  })
})

describe('layouts', () => {
  const site = (app: string | null, others: Record<string, string> = {}): Record<string, string> => nuxt({
    ...(app === null ? {} : { 'app.vue': app }), 'layouts/default.vue': true, 'layouts/patient-area.vue': true,
    'pages/home.vue': true, 'pages/portal.vue': meta("{ layout: 'patientArea' }"), 'pages/bare.vue': meta('{ layout: false }'),
    'pages/any.vue': meta('{ layout: chosen }'), ...others,
  })
  const app = '<template><NuxtLayout><NuxtPage /></NuxtLayout></template>'

  it('are chosen by the page; without a word the default one, with false none', () => {
    expect(reachOf(site(app), 'layouts/default.vue')).toEqual(['/any possible', '/home'])
    expect(reachOf(site(app), 'layouts/patient-area.vue')).toEqual(['/any possible', '/portal'])
    expect(reachOf(site(null), 'layouts/default.vue')).toEqual(['/any possible', '/home'])
  })

  it('are not shown where the root component shows none', () => {
    expect(reachOf(site('<template><NuxtPage /></template>'), 'layouts/default.vue')).toEqual([])
  })

  it('may be named by a template, by code, and by rules on paths', () => {
    expect(reachOf(site('<template><NuxtLayout name="default"><NuxtPage /></NuxtLayout></template>'), 'layouts/default.vue'))
      .toEqual(['/any', '/bare', '/home', '/portal'])
    const bare = '<script setup>\ndefinePageMeta({ layout: false })\n</script><template><NuxtLayout name="patient-area">x</NuxtLayout></template>'
    expect(reachOf(site(app, { 'pages/bare.vue': bare }), 'layouts/patient-area.vue')).toEqual(['/any possible', '/bare', '/portal'])
    const rules = "export default defineNuxtConfig({ routeRules: { '/ho*': { appLayout: 'patient-area' } } })"
    expect(reachOf(site(app, { 'nuxt.config.ts': rules }), 'layouts/patient-area.vue')).toEqual(['/any possible', '/home', '/portal'])
  })

  it('of version 2 are a property of the outermost page', () => {
    const files = nuxt({
      'layouts/default.vue': true, 'layouts/portal.vue': true, 'pages/index.vue': true,
      'pages/portal.vue': "<template><nuxt-child /></template><script>\nexport default { layout: 'portal' }\n</script>",
      'pages/portal/results.vue': true,
      'pages/login.vue': "<script>\nexport default { layout: (context) => 'portal' }\n</script><template>x</template>",
    }, '2.15.8')
    expect(reachOf(files, 'layouts/portal.vue')).toEqual(['/login', '/portal', '/portal/results'])
    expect(reachOf(files, 'layouts/default.vue')).toEqual(['/'])
  })
})

describe('what no import brings in', () => {
  it('is a component by its tag: with its folders, lazily, by a prefix', () => {
    const files = nuxt({
      'pages/a.vue': '<template><BaseFooButton /><!-- <VisitCard /> --></template>',
      'pages/b.vue': '<template><lazy-visit-card /></template>',
      'pages/c.vue': '<template><UiChip v-if="x" /></template>',
      'pages/d.vue': '<script setup>\nimport VisitCard from "../own/VisitCard.vue"\n</script><template><VisitCard /></template>',
      'components/base/foo/Button.vue': true, 'components/visit/VisitCard.client.vue': true, 'ui/Chip.vue': true, 'own/VisitCard.vue': true,
      'nuxt.config.ts': "export default defineNuxtConfig({ components: ['~/components', { path: '~/ui', prefix: 'Ui' }] })",
    })
    expect(reachOf(files, 'components/base/foo/Button.vue')).toEqual(['/a'])
    expect(reachOf(files, 'components/visit/VisitCard.client.vue')).toEqual(['/b'])
    expect(reachOf(files, 'ui/Chip.vue')).toEqual(['/c'])
    expect(reachOf(files, 'own/VisitCard.vue')).toEqual(['/d'])
  })

  it('is a composable by its name, each on its own', () => {
    const files = nuxt({
      'pages/a.vue': '<script setup>\nconst { send } = useTracking()\n</script><template>a</template>',
      'pages/b.vue': '<template><p>{{ formatVisit(1) }}</p></template>',
      'pages/c.vue': '<script setup>\nimport { useTracking } from "other"\nconst formatVisit = (x) => x\nuseTracking()\n</script><template>{{ formatVisit(1) }}</template>',
      'pages/d.vue': '<script setup>\nimport { useTracking } from "#imports"\nuseTracking()\n</script><template>d</template>',
      'composables/useTracking.ts': 'export const useTracking = () => ({ send() {} })\nexport const useOther = () => 1',
      'utils/format-visit.ts': 'export default function (value) { return value }',
      'composables/nested/useHidden.ts': 'export const useHidden = () => 1',
    })
    expect(reachOf(files, 'composables/useTracking.ts', 'useTracking')).toEqual(['/a', '/d'])
    expect(reachOf(files, 'composables/useTracking.ts', 'useOther')).toEqual([])
    expect(reachOf(files, 'utils/format-visit.ts')).toEqual(['/b'])
  })

  it('runs with every page: the configuration, plugins, global middleware; named middleware with its pages', () => {
    const files = nuxt({
      'nuxt.config.ts': 'export default defineNuxtConfig({})', 'pages/a.vue': meta("{ middleware: ['auth'] }"), 'pages/b.vue': true,
      'plugins/tags.client.ts': 'export default defineNuxtPlugin(() => {})', 'plugins/lib/inner.ts': 'export const x = 1',
      'middleware/count.global.ts': 'export default 1', 'middleware/auth.ts': 'export default 1', 'error.vue': true,
      'server/plugins/head.ts': 'export default 1', 'server/api/x.ts': 'export default 1',
    })
    for (const file of ['nuxt.config.ts', 'plugins/tags.client.ts', 'middleware/count.global.ts', 'server/plugins/head.ts']) {
      expect(reachOf(files, file), file).toEqual(['/a', '/b'])
    }
    expect(reachOf(files, 'error.vue')).toEqual(['/a likely', '/b likely'])
    expect(reachOf(files, 'plugins/lib/inner.ts')).toEqual([])
    expect(reachOf(files, 'middleware/auth.ts')).toEqual(['/a'])
    expect(reachOf(files, 'server/api/x.ts')).toEqual(['/api/x'])
  })

  it('is listed in version 2', () => {
    const files = nuxt({
      'nuxt.config.js': "export default { components: true, plugins: ['~/plugins/one', { src: '@/plugins/two.js', mode: 'client' }], router: { middleware: 'count' } }",
      'pages/a.vue': '<template><visit-card /></template>', 'pages/b.vue': true, 'components/cards/VisitCard.vue': true,
      'plugins/one.js': 'export default 1', 'plugins/two.js': 'export default 1', 'plugins/three.js': 'export default 1',
      'middleware/count.js': 'export default 1', 'app.html': '<html>{{ HEAD }}</html>',
    }, '2.15.8')
    expect(reachOf(files, 'plugins/one.js')).toEqual(['/a', '/b'])
    expect(reachOf(files, 'plugins/two.js')).toEqual(['/a', '/b'])
    expect(reachOf(files, 'plugins/three.js')).toEqual([])
    expect(reachOf(files, 'middleware/count.js')).toEqual(['/a', '/b'])
    expect(reachOf(files, 'app.html')).toEqual(['/a', '/b'])
    expect(reachOf(files, 'components/cards/VisitCard.vue')).toEqual(['/a likely'])
  })
})
