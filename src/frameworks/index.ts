/** All frameworks, the more specific first: what one claims, the general ones leave alone. */
import type { Application, Framework, FrameworkHost } from './framework.js'
import { coldFusion } from './coldfusion/coldfusion.js'
import { dotnet } from './dotnet/index.js'
import { java } from './java/index.js'
import { generators } from './generators/index.js'
import { hosted } from './hosted/index.js'
import { express } from './node/express.js'
import { fastify } from './node/fastify.js'
import { hapi } from './node/hapi.js'
import { koa } from './node/koa.js'
import { nest } from './node/nest.js'
import { astro } from './react/astro.js'
import { gatsby } from './react/gatsby.js'
import { nextApp } from './react/next/app.js'
import { nextPages } from './react/next/pages.js'
import { reactRouter } from './react/react-router.js'
import { remix } from './react/remix.js'
import { tanstackRouter } from './react/tanstack-router.js'
import { php } from './php/index.js'
import { plainPhp } from './php/plain/plain-php.js'
import { python } from './python/index.js'
import { elixir } from './elixir/index.js'
import { go } from './go/index.js'
import { svelteKit } from './svelte/sveltekit.js'
import { angular } from './angular/angular.js'
import { angularJs } from './angularjs/angularjs.js'
import { builtPages } from './bundlers/built-pages.js'
import { builtScripts } from './bundlers/scripts/built-scripts.js'
import { ember } from './ember/ember.js'
import { qwikCity } from './qwik/qwik-city.js'
import { expoRouter } from './react/expo-router.js'
import { solidStart } from './solid/solid-start.js'
import { ruby } from './ruby/index.js'
import { nuxt } from './vue/nuxt/nuxt.js'
import { vueRouter } from './vue/vue-router.js'
import { serverTemplates } from './server-templates.js'
import { withHosting } from './hosting/hosting.js'
import { staticSite } from './static/static-site.js'

const rows: readonly Framework[] = [
  nextApp, nextPages, gatsby, astro, remix, tanstackRouter, reactRouter, nuxt, vueRouter, ...generators, svelteKit,
  angular, angularJs, ember, solidStart, qwikCity, expoRouter, ...hosted, ...php, ...dotnet, ...java, coldFusion,
  ...python, ...ruby, ...go, ...elixir, nest, fastify, koa, hapi, express, builtPages, builtScripts, staticSite,
  plainPhp, serverTemplates,
]

/** The applications of a tree. */
export function frameworks(host: FrameworkHost): Application[] {
  const claimed = new Set<string>()
  const applications: Application[] = []
  for (const row of rows) {
    const found = row.applications(host, claimed, applications)
    applications.push(...found)
    for (const application of found) claim(host, application, claimed)
  }
  return withHosting(host, applications)
}

function claim(host: FrameworkHost, application: Application, claimed: Set<string>): void {
  for (const path of application.owns ?? []) for (const file of host.has(path) ? [path] : host.under(path)) claimed.add(file)
  for (const route of application.routes) {
    claimed.add(route.file)
    for (const leaf of route.leaves ?? []) claimed.add(leaf.file)
    for (const shell of route.shell ?? []) claimed.add(shell.file)
  }
}
