import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const page = '<!doctype html><html><body></body></html>'
const site = { 'index.html': page, 'booking.html': page, 'portal/index.html': page, 'doctor.html': page }
const added = (files: Record<string, string>): string[] =>
  routesOf({ ...site, ...files }).filter((route) => !['/ static', '/booking.html static', '/portal static', '/doctor.html static'].includes(route))

describe('another address of a page', () => {
  it.each([
    ['_redirects', '# x\n/book /booking.html 200\n/my-care/* /portal/index.html 200\n/* /index.html 200\n', ['/book static', '/my-care/* static']],
    ['netlify.toml', '[[redirects]]\nfrom = "/book"\nto = "/booking"\nstatus = 200\n', ['/book static']],
    ['vercel.json', '{ "rewrites": [{ "source": "/book", "destination": "/booking.html" }, { "source": "/(.*)", "destination": "/index.html" }, { "source": "/d/:id", "destination": "/doctor?id=:id" }] }', ['/book static', '/d/:id static']],
    ['firebase.json', '{ "hosting": { "rewrites": [{ "source": "/book", "destination": "/booking.html" }, { "source": "**", "destination": "/index.html" }] } }', ['/book static']],
    ['staticwebapp.config.json', '{ "routes": [{ "route": "/book", "rewrite": "/booking.html" }, { "route": "/x", "allowedRoles": ["a"] }] }', ['/book static']],
    ['.htaccess', 'RewriteEngine On\nRewriteCond %{HTTPS} off\nRewriteRule ^book/?$ booking.html [L]\nRewriteRule ^doctors/([^/]+)/?$ doctor.html?name=$1 [QSA,L]\nRewriteRule . /index.html [L]\n', ['/book static', '/doctors/:1 static']],
    ['nginx.conf', 'server {\n  location = /book { try_files /booking.html =404; } # x\n  rewrite ^/care/?$ /portal/index.html last;\n}', ['/book static', '/care static']],
  ])('%s', (name, text, expected) => {
    expect(added({ [name]: text })).toEqual(expected)
  })

  it('shows the same files', () => {
    expect(reachOf({ ...site, _redirects: '/book /booking.html 200' }, 'booking.html')).toEqual(['/book', '/booking.html'])
  })
})

describe('an address that leads on', () => {
  it.each([
    ['_redirects', '/old /booking.html\n/older /portal 302!\n/gone/* /portal\n', ['/old redirect', '/older redirect']],
    ['netlify.toml', '[[redirects]]\nfrom = "/old"\nto = "https://elsewhere.example/x"\n', ['/old redirect']],
    ['vercel.json', '{ "redirects": [{ "source": "/old", "destination": "/portal" }], "routes": [{ "src": "/older", "status": 301, "dest": "/portal" }] }', ['/old redirect', '/older redirect']],
    ['.htaccess', 'Redirect 301 /old /portal\nRewriteRule ^older$ /portal [R=301,L]\n', ['/old redirect', '/older redirect']],
    ['nginx.conf', 'location = /old { return 301 /portal; }', ['/old redirect']],
  ])('%s', (name, text, expected) => {
    expect(added({ [name]: text })).toEqual(expected)
  })
})

describe('addresses without an ending', () => {
  it.each([
    ['vercel.json', '{ "cleanUrls": true }'], ['firebase.json', '{ "hosting": { "cleanUrls": true } }'],
    ['.htaccess', 'RewriteCond %{REQUEST_FILENAME}.html -f\nRewriteRule ^(.*)$ $1.html [NC,L]'], ['nginx.conf', 'location / { try_files $uri $uri.html $uri/ =404; }'],
  ])('%s', (name, text) => {
    expect(routesOf({ ...site, [name]: text })).toEqual(['/ static', '/booking static', '/doctor static', '/portal static'])
  })
})

it.each(['_redirects', 'netlify.toml', 'vercel.json', 'firebase.json', 'staticwebapp.config.json', '.htaccess', 'nginx.conf'])('whatever %s holds', (name) => {
  for (const text of ['', '[', '{ "rewrites": 1, "routes": "x", "hosting": [1] }', '[[redirects]]\nfrom = 1', 'RewriteRule ^( x\nRewriteRule', '/a', '/x [bad', '\u0000']) expect(added({ [name]: text })).toEqual([])
})
