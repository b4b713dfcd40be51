import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const page = 'export default function Page() { return null }'
const manifest = { 'package.json': JSON.stringify({ dependencies: { gatsby: '5.15.0' }, scripts: { build: 'gatsby build' } }) }

describe('pages by file', () => {
  it('have folders, parameters, fields of the data and what only the client knows', () => {
    expect(routesOf({
      ...manifest, 'src/pages/index.jsx': page, 'src/pages/doctors/{Doctor.fields__slug}.jsx': page, 'src/pages/portal/[...].jsx': page,
      'src/pages/portal/visits/[id].tsx': page, 'src/pages/about.mdx': '# About', 'src/pages/404.jsx': page, 'src/api/visits.ts': page,
      'src/pages/index.test.jsx': page,
    })).toEqual(['/', '/404', '/about', '/api/visits api', '/doctors/:slug', '/portal/*', '/portal/visits/:id'])
  })

  it('may lie in more folders, and below a prefix that the build asks for', () => {
    const files = {
      'gatsby-config.js': `module.exports = {
        pathPrefix: '/clinic',
        plugins: [{ resolve: 'gatsby-plugin-page-creator', options: { path: \`\${__dirname}/src/landing\` } }],
      }`,
      'src/landing/flu.jsx': page,
    }
    expect(routesOf({ ...manifest, ...files })).toEqual(['/flu'])
    expect(routesOf({ ...files, 'package.json': manifest['package.json'].replace('gatsby build', 'gatsby build --prefix-paths') }))
      .toEqual(['/clinic/flu'])
  })
})

describe('pages that gatsby-node makes', () => {
  const files = {
    ...manifest,
    'gatsby-node.js': `
      const path = require('path')
      const doctor = path.resolve('./src/templates/doctor.js')
      exports.createPages = async ({ graphql, actions }) => {
        const { createPage, createRedirect } = actions
        createPage({ path: '/book', component: require.resolve('./src/templates/book.js') })
        const result = await graphql(query)
        result.data.doctors.forEach((item) => createPage({ path: \`/doctors/\${item.slug}\`, component: doctor, context: {} }))
        result.data.pages.forEach((item) => { actions.createPage({ path: item.path, component: path.join(__dirname, 'src/templates/any.js') }) })
        createRedirect({ fromPath: '/old', toPath: '/book' })
      }`,
    ...Object.fromEntries(['doctor', 'book', 'any'].map((name) => [`src/templates/${name}.js`, page])),
  }

  it('have the path as far as it is written', () => {
    expect(routesOf(files)).toEqual(['/* possible', '/book', '/doctors/:value likely', '/old redirect'])
  })

  it('have their template', () => {
    expect(reachOf(files, 'src/templates/book.js')).toEqual(['/book'])
    expect(reachOf(files, 'src/templates/doctor.js')).toEqual(['/doctors/:value likely'])
    expect(reachOf(files, 'src/templates/any.js')).toEqual(['/* possible'])
  })
})

describe('what is on every page', () => {
  const files = {
    ...manifest,
    'gatsby-config.ts': `
      const config: GatsbyConfig = { plugins: ['gatsby-plugin-image', { resolve: 'gatsby-plugin-layout', options: { component: require.resolve('./src/frame.js') } }, 'clinic-tags'] }
      export default config`,
    'gatsby-browser.js': "import { start } from './src/start'\nexport const onClientEntry = () => start()",
    'gatsby-ssr.js': 'exports.onRenderBody = () => {}',
    'plugins/clinic-tags/gatsby-browser.js': 'exports.onRouteUpdate = () => {}',
    'plugins/not-configured/gatsby-browser.js': 'exports.onRouteUpdate = () => {}',
    'src/start.js': 'export function start() {}',
    'src/frame.js': page,
    'src/pages/index.js': page,
    'src/pages/portal.js': page,
  }

  it('is the configuration, the browser and server files, plugins in the project and the layout', () => {
    for (const file of ['gatsby-config.ts', 'gatsby-browser.js', 'gatsby-ssr.js', 'plugins/clinic-tags/gatsby-browser.js', 'src/frame.js']) {
      expect(reachOf(files, file), file).toEqual(['/', '/portal'])
    }
    expect(reachOf(files, 'src/start.js', 'start')).toEqual(['/', '/portal'])
  })

  it('is neither a page nor a plugin that is not configured', () => {
    expect(reachOf(files, 'src/pages/portal.js')).toEqual(['/portal'])
    expect(reachOf(files, 'plugins/not-configured/gatsby-browser.js')).toEqual([])
  })
})
