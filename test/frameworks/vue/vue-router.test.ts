import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const shell = {
  'package.json': JSON.stringify({ dependencies: { vue: '3.5.22', 'vue-router': '4.6.3' } }),
  'index.html': '<!doctype html><div id="app"></div><script type="module" src="/src/main.ts"></script>',
  'src/main.ts': "import { createApp } from 'vue'\nimport App from './App.vue'\nimport { router } from './router'\ncreateApp(App).use(router).mount('#app')",
  'src/App.vue': '<template><router-view /></template>',
}

/** An application whose router is `src/router/index.ts`. */
function app(router: string, others: Record<string, string> = {}): Record<string, string> {
  return { ...shell, 'src/router/index.ts': router, ...others }
}

/** A router of these records, with an import for each page they name, loaded at once. */
function table(records: string, history = 'createWebHistory()'): string {
  return `import { createRouter, createWebHistory, createWebHashHistory } from 'vue-router'
    export const router = createRouter({ history: ${history}, routes: [${records}] })`
}

function components(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`src/views/${name}.vue`, `<template><h1>${name}</h1></template>`]))
}

describe('records', () => {
  it('nest: paths join, one that starts with a slash is whole, an empty one stands for its parent', () => {
    expect(routesOf(app(table(`
      { path: '/', component: Site, children: [
        { path: '', component: Home },
        { path: 'visits', component: Visits, children: [{ path: ':visitId(\\\\d+)', component: Visit }] },
        { path: '/help', component: Help },
      ] },
      { path: '/portal', children: [{ path: 'messages', component: Messages }] },
      { path: '/:all(.*)*', component: Missing },
    `)))).toEqual(['/', '/*', '/help', '/portal/messages', '/visits', '/visits/:visitId'])
  })

  it('have aliases and redirect', () => {
    expect(routesOf(app(table(`
      { path: '/users', component: Users, alias: ['/people', 'list'], children: [{ path: ':id', component: User, alias: '/u/:id' }] },
      { path: '/old', redirect: '/users' },
    `)))).toEqual(['/list', '/list/:id', '/old redirect', '/people', '/people/:id', '/u/:id', '/users', '/users/:id'])
  })

  it('keep what is not literal as a part, and a path that is wholly unknown as any', () => {
    expect(routesOf(app(table(`
      { path: \`/\${section}/list\`, component: List },
      { path: nowhere, component: Any },
      { path: '/:lang(en|fr)?/about', component: About },
      { path: '/files/:rest+', component: Files },
      { path: '/with\\\\:colon', component: Colon },
    `)))).toEqual(['/* possible', '/:lang?/about', '/:value/list likely', '/files/*', '/with:colon'])
  })

  it('may be spread, made by functions, and come from other modules', () => {
    expect(routesOf(app(`
      import { createRouter, createWebHistory } from 'vue-router'
      import portal, { PORTAL } from './portal'
      const page = (path, name) => ({ path, component: () => import('../views/' + name + '.vue') })
      const routes = [page('/a', 'A'), ...portal, { path: PORTAL + '/extra', component: B }]
      export const router = createRouter({ history: createWebHistory(), routes })
      `, {
      'src/router/portal.ts': "export const PORTAL = '/portal'\nexport default [{ path: PORTAL, component: P }]",
      ...components('A'),
    }))).toEqual(['/a', '/portal', '/portal/extra'])
  })

  it('are added later, below the record they name', () => {
    expect(routesOf(app(`${table("{ path: '/portal', name: 'portal', component: Portal }")}
      router.addRoute({ path: '/late', component: Late })
      router.addRoute('portal', { path: 'results', component: Results })`)))
      .toEqual(['/late', '/portal', '/portal/results'])
  })

  it('of version 3 have a base and stars', () => {
    expect(routesOf(app(`
      import Vue from 'vue'
      import Router from 'vue-router'
      Vue.use(Router)
      export const router = new Router({ mode: 'history', base: '/clinic/', routes: [
        { path: '/', components: { default: Home, menu: Menu } }, { path: '*', component: Missing },
      ] })`))).toEqual(['/clinic', '/clinic/*'])
  })

  it('are guessed in modules that only a glob brings in, and not in menus', () => {
    expect(routesOf(app(`
      import { createRouter, createWebHistory } from 'vue-router'
      const modules = import.meta.glob('./modules/*.ts', { eager: true })
      export const router = createRouter({ history: createWebHistory(), routes: Object.values(modules).map((m) => m.default) })
      `, {
      'src/router/modules/visits.ts': "export default { path: '/visits', component: Layout, children: [{ path: 'new', component: New }] }",
      'src/menu.ts': "const component = 1; export const menu = [{ path: '/menu', title: 'Menu', children: [{ path: 'x' }] }]",
    }))).toEqual(['/visits likely', '/visits/new likely'])
  })
})

describe('the base', () => {
  const home = "{ path: '/visits', component: Visits }"

  it('is that of the history', () => {
    expect(routesOf(app(table(home, "createWebHistory('/portal/')")))).toEqual(['/portal/visits'])
    expect(routesOf(app(table(home, 'createWebHashHistory()')))).toEqual(['/visits'])
  })

  it('is that of the build where the history takes it from there', () => {
    expect(routesOf(app(table(home, 'createWebHistory(import.meta.env.BASE_URL)'), {
      'vite.config.ts': "import { defineConfig } from 'vite'\nexport default defineConfig({ base: '/my/' })",
    }))).toEqual(['/my/visits'])
  })

  it('is none when it is an address elsewhere', () => {
    expect(routesOf(app(table(home, 'createWebHistory(process.env.BASE_URL)'), {
      'vue.config.js': "module.exports = { publicPath: 'https://cdn.example.com/x/' }",
    }))).toEqual(['/visits'])
  })
})

describe('reach', () => {
  const source = `
    import { createRouter, createWebHistory } from 'vue-router'
    import Home from '../views/Home.vue'
    import Portal from '../views/Portal.vue'
    const Book = () => import('../views/Book.vue')
    const view = (name) => () => import(\`../views/\${name}.vue\`)
    export const router = createRouter({ history: createWebHistory(), routes: [
      { path: '/', component: Home },
      { path: '/portal', component: Portal, children: [
        { path: 'book', component: Book },
        { path: 'results', component: view('Results'), beforeEnter: guard },
      ] },
      { path: '/login', components: { default: () => import('../views/Login.vue'), side: (resolve) => require(['../views/Side.vue'], resolve) } },
    ] })
    import { guard } from './guard'`
  const files = app(source, {
    ...components('Home', 'Portal', 'Book', 'Results', 'Login', 'Side'),
    'src/views/Home.vue': '<script setup>\nimport Card from "../Card.vue"\n</script><template><Card /></template>',
    'src/Card.vue': '<template><p>card</p></template>',
    'src/router/guard.ts': 'export function guard() { return true }',
  })

  it('of a component is its own route, though the router imports them all', () => {
    expect(reachOf(files, 'src/views/Home.vue')).toEqual(['/'])
    expect(reachOf(files, 'src/Card.vue')).toEqual(['/'])
    expect(reachOf(files, 'src/views/Book.vue')).toEqual(['/portal/book'])
    expect(reachOf(files, 'src/views/Results.vue')).toEqual(['/portal/results'])
    expect(reachOf(files, 'src/views/Login.vue')).toEqual(['/login'])
    expect(reachOf(files, 'src/views/Side.vue')).toEqual(['/login'])
    expect(reachOf(files, 'src/router/guard.ts', 'guard')).toEqual(['/portal/results'])
  })

  it('of a layout is every route below it', () => {
    expect(reachOf(files, 'src/views/Portal.vue')).toEqual(['/portal', '/portal/book', '/portal/results'])
  })

  it('of the shell, the first script and the root component is every route', () => {
    for (const file of ['index.html', 'src/main.ts', 'src/App.vue', 'src/router/index.ts']) {
      expect(reachOf(files, file)).toEqual(['/', '/login', '/portal', '/portal/book', '/portal/results'])
    }
  })
})

describe('components that are registered for all templates', () => {
  const views = {
    ...app(table("{ path: '/a', component: () => import('../views/A.vue') }, { path: '/b', component: () => import('../views/B.vue') }")),
    'src/views/A.vue': '<template><base-card /><!-- <side-note /> --></template>',
    'src/views/B.vue': '<template><side-note /></template>',
    'src/components/BaseCard.vue': '<template>card</template>',
    'src/components/SideNote.vue': '<template>note</template>',
  }
  const main = `${shell['src/main.ts']}
    import BaseCard from './components/BaseCard.vue'
    import SideNote from './components/SideNote.vue'
    app.component('BaseCard', BaseCard).component('SideNote', SideNote)`

  it('are where a tag names them, and not wherever they are registered', () => {
    const files = { ...views, 'src/main.ts': main }
    expect(reachOf(files, 'src/components/BaseCard.vue')).toEqual(['/a'])
    expect(reachOf(files, 'src/components/SideNote.vue')).toEqual(['/b'])
  })

  it('may be what a component chooses, when no tag names them', () => {
    const chosen = { ...views, 'src/main.ts': main, 'src/views/A.vue': '<template><component :is="kinds[kind]" /></template>' }
    expect(reachOf(chosen, 'src/components/BaseCard.vue')).toEqual(['/a possible'])
    expect(reachOf(chosen, 'src/components/SideNote.vue')).toEqual(['/b'])
  })

  it('may come from a whole folder', () => {
    const main = "const files = require.context('./components', false, /[A-Z]\\w+\\.vue$/)\nfiles.keys().forEach((name) => Vue.component(name, files(name)))"
    expect(reachOf({ ...views, 'src/main.ts': main }, 'src/components/SideNote.vue')).toEqual(['/b likely'])
  })

  it('give way to what the file imports itself', () => {
    const own = '<script setup>\nimport SideNote from "../other/SideNote.vue"\n</script><template><side-note /></template>'
    const files = { ...views, 'src/main.ts': main, 'src/views/B.vue': own, 'src/other/SideNote.vue': '<template>x</template>' }
    expect(reachOf(files, 'src/other/SideNote.vue')).toEqual(['/b'])
    expect(reachOf(files, 'src/components/SideNote.vue')).toEqual([])
  })
})

describe('modules that a pattern brings in', () => {
  const files = (main: string): Record<string, string> => ({
    ...app(table("{ path: '/a', component: A }")), 'src/main.ts': `${shell['src/main.ts']}\n${main}`,
    'src/modules/analytics.ts': 'export function install() {}', 'src/modules/deep/other.ts': 'start()',
  })

  it('run with the file that brings them in', () => {
    const glob = files("Object.values(import.meta.glob(['./modules/**/*.ts', '!./modules/deep/*'], { eager: true }))")
    expect(reachOf(glob, 'src/modules/analytics.ts', 'install')).toEqual(['/a likely'])
    expect(reachOf(glob, 'src/modules/deep/other.ts')).toEqual([])
    const context = files("require.context('@/modules', false, /\\.ts$/)")
    expect(reachOf(context, 'src/modules/analytics.ts')).toEqual(['/a likely'])
    expect(reachOf(context, 'src/modules/deep/other.ts')).toEqual([])
  })
})

describe('applications', () => {
  it('of a workspace that names the router once have each their own document', () => {
    const one = (name: string): Record<string, string> => Object.fromEntries(Object.entries(app(
      table(`{ path: '/${name}', component: () => import('./Page.vue') }`), { 'src/router/Page.vue': '<template>x</template>' },
    )).map(([path, text]) => [`apps/${name}/${path}`, path === 'package.json' ? '{}' : text]))
    const files = { 'package.json': shell['package.json'], ...one('public'), ...one('portal') }
    expect(routesOf(files)).toEqual(['/portal', '/public'])
    expect(reachOf(files, 'apps/portal/index.html')).toEqual(['/portal'])
  })

  it('are none without the package, and none of a framework with routes of its own', () => {
    const source = table("{ path: '/visits', component: Visits }")
    expect(routesOf({ 'package.json': '{}', 'src/router.ts': source })).toEqual([])
    expect(routesOf({ 'package.json': '{"dependencies":{"vitepress":"1","vue-router":"4"}}', 'src/router.ts': source })).toEqual([])
  })

  it('survive broken and circular tables', () => {
    expect(routesOf(app("import { createRouter } from 'vue-router'\nconst a = [{ path: '/x', component: X, children: a }]\ncreateRouter({ routes: a"))).toBeInstanceOf(Array)
  })
})
