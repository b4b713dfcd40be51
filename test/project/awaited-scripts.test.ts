/** Code that waits for a script of the site: it runs nowhere when nothing is given out at that address. */
import { describe, expect, it } from 'vitest'
import { projectOf } from '../frameworks/read-routes.js'

const component = `import Script from 'next/script'
import { useEffect, useState } from 'react'
export const Pixel = () => {
  const [loaded, setLoaded] = useState(false)
  useEffect(() => {
    if (!loaded) return
    fbq('track', 'PageView')
  }, [loaded])
  return <Script src="/scripts/pixel.js" onLoad={() => setLoaded(true)} />
}`
const site = {
  'package.json': '{ "dependencies": { "next": "15" }, "scripts": { "build": "next build" } }', '.gitignore': '/node_modules\n.pnp.js\n/.next/',
  'components/Pixel.jsx': component, 'app/layout.jsx': "import { Pixel } from '../components/Pixel'\nexport default ({ children }) => <html><body><Pixel />{children}</body></html>",
  'app/login/page.jsx': 'export default () => <p />',
}

function told(files: Record<string, string>): { routes: string[]; awaiting: readonly string[] } {
  const project = projectOf({ ...site, ...files })
  const [event] = project.sightings().filter(({ event: name }) => name === 'PageView')
  return { routes: (event?.routes ?? []).map(({ route }) => route.path), awaiting: project.awaiting() }
}

describe('code that waits for a script of the site', () => {
  it('reaches no page where nothing is that script, and the report says so', () => {
    expect(told({})).toEqual({ routes: [], awaiting: ['What components/Pixel.jsx sends once /scripts/pixel.js has loaded: no file here is that script.'] })
    expect(told({ 'components/Pixel.jsx': component.replace('() => setLoaded(true)', "() => { fbq('track', 'PageView') }").replace("    fbq('track', 'PageView')\n  }, [", '  }, [') }).routes).toEqual([])
  })

  it.each<[string, Record<string, string>]>([
    ['it is there', { 'public/scripts/pixel.js': '' }],
    ['a folder of such files is ignored', { '.gitignore': '/public\n' }],
    ['scripts are ignored', { '.gitignore': '*.js\n' }],
    ['a build makes or copies files', { 'package.json': '{ "dependencies": { "next": "15" }, "scripts": { "postbuild": "cp -r x public" } }' }],
    ['another server answers', { 'next.config.js': "module.exports = { rewrites: () => [{ source: '/scripts/:path*', destination: 'https://x.example/:path*' }] }" }],
    ['a route of the site answers', { 'app/scripts/pixel.js/route.js': 'export const GET = () => new Response()' }],
    ['other files of the site are not here either', { 'app/login/page.jsx': 'export default () => <img src="/logo.png" />' }],
    ['something else sets the state as well', { 'components/Pixel.jsx': component.replace('return <Script', 'setTimeout(() => setLoaded(true), 2000)\n  return <Script') }],
    ['the script is one of another site', { 'components/Pixel.jsx': component.replace('/scripts/', 'https://cdn.example/') }],
  ])('may run where %s', (_, files) => {
    const { routes, awaiting } = told(files)
    expect(awaiting).toEqual([])
    expect(routes.length).toBeGreaterThan(0)
  })
})
