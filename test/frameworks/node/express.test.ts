/** Express: which routes a server has, and which files each of them shows. */
import { describe, expect, it } from 'vitest'
import { expressPath } from '../../../src/frameworks/node/express-path.js'
import { projectOf, routesOf } from '../read-routes.js'

const manifest = { 'package.json': '{ "dependencies": { "express": "5", "ejs": "3" } }' }
const start = "const express = require('express')\nconst app = express()\n"
const views = { 'views/home.ejs': '<p></p>', 'views/login.ejs': '<p></p>', 'views/portal/visit.ejs': '<p></p>' }

/** `path: files` of each page, sorted. */
function shown(files: Record<string, string>): string[] {
  return projectOf({ ...manifest, ...files }).routes().filter(({ kind }) => kind === 'page')
    .map((route) => `${route.path}: ${(route.files ?? []).filter((file) => !file.endsWith('.js') && !file.endsWith('.ts')).join(' ')}`).sort()
}

const routes = (files: Record<string, string>): string[] => routesOf({ ...manifest, ...files })

describe('paths', () => {
  const cases: [string, string][] = [
    ['/visits/:id(\\d+)', '/visits/:id'], ['/visits/:id?', '/visits/:id?'], ['/visits{/:id}', '/visits/:id?'],
    ['/files/*path', '/files/*'], ['/*', '/*'], ['*', '/*'], ['/{*rest}', '/*'], ['/a/(.*)', '/a/*'], ['/x/', '/x'],
    ['//x//y', '/x/y'], ['', '/'], ['/:from-:to', '/:from-:to'],
  ]
  it.each(cases)('%s', (written, expected) => expect(expressPath(written)).toBe(expected))
})

describe('requests', () => {
  it('pages, redirects, answers of data; one path is one route', () => {
    expect(routes({ ...views, 'server.js': `${start}
      app.get('/', (req, res) => res.render('home'))
      app.get('/login', (req, res) => res.render('login')); app.post('/login', (req, res) => res.redirect('/'))
      app.get('/old', (req, res) => res.redirect('/'))
      app.get('/visits.json', (req, res) => res.json([]))
      app.post('/book', book)
      app.get('/hello', (req, res) => res.send('<h1>Hello</h1>'))
      app.get('setting')` })).toEqual(['/', '/book api', '/hello', '/login', '/old redirect', '/visits.json api'])
  })

  it('lists of paths, chains, regular expressions, names from elsewhere, parts that are not known', () => {
    expect(routes({ ...views, 'paths.js': "exports.BASE = '/clinic'", 'server.js': `${start}
      const { BASE } = require('./paths')
      app.get(['/a', '/b'], show)
      app.route('/c').get(show).post(show)
      app.get(/^\\/d\\/.*/, show)
      app.get(BASE + '/e', show)
      app.get(\`\${BASE}/\${unknown}/f\`, show)
      app.get('/g', show).get('/h', show)
      function show(req, res) { res.render('home') }` }))
      .toEqual(['/a', '/b', '/c', '/clinic/:part/f', '/clinic/e', '/d/*', '/g', '/h'])
  })

  it('what acts on something else than a server is no route', () => {
    expect(routes({ 'src/api.js': "import axios from 'axios'\nexport const load = () => axios.get('/api/visits', show)", 'server.js': `${start}cache.get('/x', show)\nnew Map().get('/y')` })).toEqual([])
  })

  it('a tree without any manifest has a server where a script at its top asks for the package', () => {
    const answers = "app.get('/a', (req, res) => res.json([]))"
    expect(routesOf({ 'server.js': start + answers })).toEqual(['/a api'])
    expect(routesOf({ 'server.js': `const app = make()\n${answers}` })).toEqual([])
    expect(routesOf({ 'package.json': '{ "name": "other" }', 'server.js': start + answers })).toEqual([])
  })

  it('nothing without the package', () => {
    expect(routesOf({ 'package.json': '{}', 'server.js': `${start}app.get('/a', (req, res) => res.json([]))` })).toEqual([])
  })
})

describe('routers', () => {
  it('through modules, nested, mounted twice', () => {
    expect(routes({
      ...views,
      'server.js': `${start}app.use('/portal', require('./routes/portal'))\napp.use('/en/portal', require('./routes/portal'))`,
      'routes/portal.js': "const router = require('express').Router()\nrouter.use('/visits', require('./visits'))\nmodule.exports = router",
      'routes/visits.js': "const { Router } = require('express')\nconst visits = new Router()\nvisits.get('/:id', (req, res) => res.render('portal/visit'))\nmodule.exports = visits",
    })).toEqual(['/en/portal/visits/:id', '/portal/visits/:id'])
  })

  it('handed to functions, made by functions, kept in fields', () => {
    expect(routes({
      ...views,
      'server.js': `${start}require('./handed')(app)\napp.use('/made', require('./made').makeRouter())\nnew (require('./kept').Server)(app)`,
      'handed.js': "module.exports = (server) => { server.get('/handed', (req, res) => res.render('home')) }",
      'made.js': "const express = require('express')\nexports.makeRouter = () => { const r = express.Router(); r.get('/x', (req, res) => res.render('home')); return r }",
      'kept.js': "const { Router } = require('express')\nclass Kept { constructor() { this.router = Router(); this.router.get('/y', this.show.bind(this)) } show(req, res) { res.render('home') } }\nclass Server { constructor(app) { this.app = app; this.app.use('/kept', new Kept().router) } }\nexports.Server = Server",
    })).toEqual(['/handed', '/kept/y', '/made/x'])
  })

  it('a router that nobody seems to mount is possible', () => {
    expect(routes({ ...views, 'server.js': `${start}load(app)`, 'routes/users.js': "const router = require('express').Router()\nrouter.get('/me', (req, res) => res.render('home'))\nmodule.exports = router" }))
      .toEqual(['/me possible'])
  })

  it('a prefix from the environment is a part of its own', () => {
    expect(routes({ ...views, 'server.js': `${start}const config = { root: process.env.ROOT }\nconst router = express.Router()\nrouter.get('/x', (req, res) => res.render('home'))\napp.use(config.root, router)` }))
      .toEqual(['/:root/x'])
  })
})

describe('what is shown', () => {
  it('by controllers, behind wrappers and middleware, by functions further on', () => {
    expect(shown({
      ...views,
      'server.js': `${start}const visits = new (require('./visits'))()\nconst later = (fn) => (req, res, next) => fn(req, res, next).catch(next)
        const auth = (req, res, next) => next()
        app.get('/a', auth, visits.show)
        app.get('/b', later(visits.show))
        app.get('/c', [auth, require('./pages').home])
        app.get('/d', (req, res) => require('./pages').home(req, res))`,
      'visits.js': "class Visits { show(req, res) { res.render('portal/visit') } }\nmodule.exports = Visits",
      'pages.js': "exports.home = (req, res) => reply(res)\nfunction reply(res) { res.render('home') }",
    })).toEqual(['/a: views/portal/visit.ejs', '/b: views/portal/visit.ejs', '/c: views/home.ejs', '/d: views/home.ejs'])
  })

  it('several views, and names that are put together', () => {
    expect(shown({ ...views, 'server.js': `${start}
      app.get('/a', (req, res) => { if (req.user) return res.render('portal/visit'); res.render('login') })
      app.get('/b', (req, res) => res.render('portal/' + req.params.name))` }))
      .toEqual(['/a: views/portal/visit.ejs views/login.ejs', '/b: views/portal/visit.ejs'])
  })

  it('views in another folder, with an extension of their own', () => {
    expect(shown({ 'src/pages/home.html': '<p></p>', 'src/server.js': `${start}const path = require('path')
      app.set('views', path.join(__dirname, 'pages')); app.engine('html', require('ejs').renderFile); app.set('view engine', 'html')
      app.get('/', (req, res) => res.render('home'))` })).toEqual(['/: src/pages/home.html'])
  })

  it('layouts that the engine puts around, with and without their name', () => {
    const files = { 'views/layout.ejs': '<body></body>', 'views/portal.ejs': '<body></body>', ...views, 'package.json': '{ "dependencies": { "express": "5", "express-ejs-layouts": "2" } }' }
    expect(shown({ ...files, 'server.js': `${start}app.use(require('express-ejs-layouts'))
      app.get('/', (req, res) => res.render('home'))
      app.get('/visit', (req, res) => res.render('portal/visit', { layout: 'portal' }))
      app.get('/login', (req, res) => res.render('login', { layout: false }))` }))
      .toEqual(['/: views/home.ejs views/layout.ejs', '/login: views/login.ejs', '/visit: views/portal/visit.ejs views/portal.ejs'])
  })

  it('layouts of Handlebars', () => {
    const files = {
      'package.json': '{ "dependencies": { "express": "5", "express-handlebars": "8" } }',
      'views/home.handlebars': '<p></p>', 'views/layouts/main.handlebars': '<body></body>', 'views/layouts/site.handlebars': '<body></body>',
    }
    const server = (options: string): string => `${start}const { engine } = require('express-handlebars')
      app.engine('handlebars', engine(${options})); app.set('view engine', 'handlebars'); app.get('/', (req, res) => res.render('home'))`
    expect(shown({ ...files, 'server.js': server('') })).toEqual(['/: views/home.handlebars views/layouts/main.handlebars'])
    expect(shown({ ...files, 'server.js': server("{ defaultLayout: 'site' }") })).toEqual(['/: views/home.handlebars views/layouts/site.handlebars'])
    expect(shown({ ...files, 'server.js': server('{ defaultLayout: false }') })).toEqual(['/: views/home.handlebars'])
  })

  it('files, and folders given out as they stand', () => {
    expect(routes({
      'pages/book.html': '<html><body></body></html>', 'web/help/index.html': '<html><body></body></html>', 'web/part.html': '<p></p>',
      'server.js': `${start}const path = require('path')
        app.get('/book', (req, res) => res.sendFile(path.join(__dirname, 'pages', 'book.html')))
        app.use('/about', express.static(path.join(__dirname, 'web')))
        app.get('*', (req, res) => res.sendFile(path.join(__dirname, 'dist', 'index.html')))`,
    })).toEqual(['/about/help static', '/book'])
  })
})

describe('reach', () => {
  const pixel = '<script async src="https://snap.licdn.com/li.lms-analytics/insight.min.js"></script>'
  const reached = (files: Record<string, string>): string[] => [...new Set(projectOf({ ...manifest, ...files }).sightings()
    .flatMap((sighting) => sighting.routes.map(({ route }) => route.path)))].sort()

  it('of a script under the path it is given out by', () => {
    expect(reached({
      'assets/js/pixel.js': "window.lintrk('track', { conversion_id: 1 })",
      'views/login.ejs': '<script src="/cdn/js/pixel.js"></script>', 'views/home.ejs': '<p></p>',
      'server.js': `${start}app.use('/cdn', express.static('assets'))\napp.get('/', (req, res) => res.render('home'))\napp.get('/login', (req, res) => res.render('login'))`,
    })).toEqual(['/login'])
  })

  it('of markup in the handler itself, and of no other', () => {
    expect(reached({ 'server.js': `${start}app.get('/a', (req, res) => res.send('<html>${pixel}</html>'))\napp.get('/b', (req, res) => res.send('<html></html>'))` })).toEqual(['/a'])
  })

  it('a view that no handler shows is on no route', () => {
    expect(reached({ 'views/home.ejs': '<p></p>', 'views/unused.ejs': pixel, 'server.js': `${start}app.get('/', (req, res) => res.render('home'))` })).toEqual([])
  })
})

it.each(['app.get(', "app.use('/x', require('./none'))", "app.get('/x', undefined)", 'app.use(app)', "const r = express.Router(); r.use('/a', r); app.use(r)", "app.get('/x', (req, res) => res.render())"])('survives %s', (code) => {
  expect(() => routes({ ...views, 'server.js': start + code })).not.toThrow()
})
