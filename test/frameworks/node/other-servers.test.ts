/** Koa, Fastify, Hapi and NestJS: the forms their routes are written in. */
import { describe, expect, it } from 'vitest'
import { hapiPath } from '../../../src/frameworks/node/hapi.js'
import { projectOf, routesOf } from '../read-routes.js'

const manifest = (...packages: string[]): Record<string, string> => ({
  'package.json': JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '1'])) }),
})

const shown = (files: Record<string, string>): string[] => projectOf(files).routes()
  .map((route) => `${route.path}: ${(route.files ?? []).filter((file) => !/\.m?[jt]s$/.test(file)).join(' ')}`).sort()

describe('Koa', () => {
  const start = "const Koa = require('koa')\nconst Router = require('@koa/router')\nconst app = new Koa()\n"
  it('prefixes, nested routers, names, applications in applications', () => {
    expect(routesOf({
      ...manifest('koa', '@koa/router', 'koa-mount'),
      'app.js': `${start}const mount = require('koa-mount')
        const visits = new Router({ prefix: '/visits' }); visits.get('visit', '/:id', show)
        const portal = new Router(); portal.prefix('/ignored'); portal.use('/portal', visits.routes())
        app.use(portal.routes())
        const staff = new Koa(); const inner = new Router(); inner.get('/rota', show); staff.use(inner.routes()); app.use(mount('/staff', staff))
        async function show(ctx) { ctx.body = { at: 1 } }`,
    })).toEqual(['/portal/visits/:id api', '/staff/rota api'])
  })

  it('markup that is assigned to the body is a page', () => {
    expect(routesOf({ ...manifest('koa', '@koa/router'), 'app.js': `${start}const r = new Router()\nr.get('/a', (ctx) => { ctx.body = '<h1>A</h1>' })\napp.use(r.routes())` })).toEqual(['/a'])
  })
})

describe('Fastify', () => {
  it('plugins in plugins, the full form, a folder that is loaded as a whole', () => {
    expect(routesOf({
      ...manifest('fastify', '@fastify/autoload'),
      'app.js': `const fastify = require('fastify')()
        const autoload = require('@fastify/autoload')
        fastify.register(async (one) => { one.register(async (two) => { two.get('/c', async () => ({})) }, { prefix: '/b' }) }, { prefix: '/a' })
        fastify.route({ method: ['GET', 'HEAD'], url: '/d', handler: async () => '<p>D</p>' })
        fastify.register(autoload, { dir: require('path').join(__dirname, 'routes'), options: { prefix: '/v1' } })`,
      'routes/users/_id/index.js': "module.exports = async function (fastify) { fastify.get('/visits', async () => []) }",
    })).toEqual(['/a/b/c api', '/d', '/v1/users/:id/visits api'])
  })

  it('views of several engines by their extension', () => {
    expect(shown({
      ...manifest('fastify', '@fastify/view'), 'views/home.njk': '<p></p>',
      'app.mjs': "import Fastify from 'fastify'\nimport view from '@fastify/view'\nimport nunjucks from 'nunjucks'\nconst app = Fastify()\napp.register(view, { engine: { nunjucks }, root: './views' })\napp.get('/', (request, reply) => reply.view('home'))",
    })).toEqual(['/: views/home.njk'])
  })
})

describe('Hapi', () => {
  it.each([['/a/{id}', '/a/:id'], ['/a/{id?}', '/a/:id?'], ['/a/{rest*}', '/a/*'], ['/a/{rest*2}', '/a/*'], ['/a/{name}.html', '/a/:name.html'], ['/{p*}', '/*']])('%s', (written, expected) => {
    expect(hapiPath(written)).toBe(expected)
  })

  it('lists from other modules, handlers of objects, files', () => {
    expect(shown({
      ...manifest('@hapi/hapi'), 'views/home.html': '<p></p>', 'pages/help.html': '<html></html>',
      'server.js': "const Hapi = require('@hapi/hapi')\nconst server = new Hapi.Server()\nserver.views({ engines: { html: 1 }, path: 'views' })\nserver.route([...require('./routes'), { method: '*', path: '/{any*}', handler: () => 'no' }])",
      'routes.js': "module.exports = [{ method: 'GET', path: '/', handler: { view: 'home' } }, { method: 'GET', path: '/help', handler: { file: 'pages/help.html' } }]",
    })).toEqual(['/*: ', '/: views/home.html', '/help: pages/help.html'])
  })
})

describe('NestJS', () => {
  it('controllers below a global prefix; what is not shown is answered', () => {
    expect(routesOf({
      ...manifest('@nestjs/core'), 'views/visit.ejs': '<p></p>',
      'src/main.ts': "import { NestFactory } from '@nestjs/core'\nconst app = await NestFactory.create(AppModule)\napp.setGlobalPrefix('clinic')\napp.setBaseViewsDir('views')\napp.setViewEngine('ejs')",
      'src/visits.controller.ts': "import { Controller, Get, Post, Render, Redirect } from '@nestjs/common'\n@Controller(['visits', 'appointments'])\nexport class Visits {\n  @Get(':id') @Render('visit') show() { return {} }\n  @Post() save() { return this.service.save() }\n  @Get() list() { return this.service.list() }\n  helper() {}\n}",
    })).toEqual(['/clinic/appointments api', '/clinic/appointments/:id', '/clinic/visits api', '/clinic/visits/:id'])
  })

  it('nothing of a class without the decorator', () => {
    expect(routesOf({ ...manifest('@nestjs/core'), 'a.ts': "import { Get } from '@nestjs/common'\nexport class A { @Get('x') x() {} }" })).toEqual([])
  })
})
