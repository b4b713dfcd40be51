/** What a configuration says of routes: classes by path and by file, routes no framework sees, registries, a floor. */
import { describe, expect, it } from 'vitest'
import { defaultConfiguration, type Configuration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { memoryTree } from '../memory-tree.js'

const next = {
  'package.json': '{ "dependencies": { "next": "15" } }',
  'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>',
  'app/(site)/join/page.tsx': 'export default () => <p />',
  'app/about/page.tsx': 'export default () => <p />',
}

function classes(files: Record<string, string>, given: Partial<Configuration>): Record<string, string> {
  const project = createProject(memoryTree(files), { ...defaultConfiguration, ...given })
  return Object.fromEntries(project.routes().map((route) => [route.path, `${route.class}: ${route.because}`]))
}

describe('classes', () => {
  it('by a glob on paths, or on the files of a page; the last that fits decides', () => {
    expect(classes(next, { routes: [{ path: '/*', class: 'contact' }, { files: 'app/(site)/**', class: 'intake' }] })).toEqual({
      '/join': 'intake: the configuration\'s rule for "app/(site)/**"', '/about': 'contact: the configuration\'s rule for "/*"',
    })
  })

  it('a floor raises what is below it, and nothing else', () => {
    expect(classes({ ...next, 'app/login/page.tsx': next['app/about/page.tsx'] }, { floor: 'condition' })).toMatchObject({
      '/about': 'condition: the least class the configuration allows', '/login': 'login: "login" in the path',
    })
  })
})

describe('registries', () => {
  const registry = JSON.stringify([
    { appName: 'Refills', rootUrl: '/my-health/refills', template: { layout: 'app.html' } },
    { appName: 'About', rootUrl: '/about/' }, { appName: 'No page' },
  ])
  const files = { 'registry.json': registry, 'layouts/app.html': '<div></div>' }

  it('a list of entries, with the files that an entry names', () => {
    const given = { registries: [{ file: 'registry.json', path: 'rootUrl', files: ['layouts/{template.layout}'] }] }
    expect(classes(files, given)).toMatchObject({ '/my-health/refills': 'portal: "my-health" in the path', '/about': expect.stringMatching(/^public/) as string })
    const project = createProject(memoryTree(files), { ...defaultConfiguration, ...given })
    expect(project.reached({ file: 'layouts/app.html', unit: null }, null).map(({ route }) => route.path)).toContain('/my-health/refills')
  })

  it('paths as keys, a list inside, YAML, a class of its own', () => {
    const given = (file: string): Partial<Configuration> => ({ registries: [{ file, path: 'url', class: 'portal' }] })
    const said = { '/x': 'portal: set in the configuration' }
    expect(classes({ 'r.json': '{ "/x": "pages/x.html" }' }, given('r.json'))).toEqual(said)
    expect(classes({ 'r.json': '{ "routes": { "list": [{ "url": "x" }] } }' }, given('r.json'))).toEqual(said)
    expect(classes({ 'r.yaml': 'pages:\n  - url: /x\n' }, given('r.yaml'))).toEqual(said)
  })

  it.each(['', '[', '{}', '[1, null, "x"]', '[{ "url": 1 }]'])('whatever the file holds: %s', (text) => {
    expect(classes({ 'r.json': text }, { registries: [{ file: 'r.json', path: 'url' }] })).toEqual({})
    expect(classes({ 'r.yml': text }, { registries: [{ file: 'r.yml', path: 'url' }] })).toEqual({})
  })

  it('that are not there say nothing', () => {
    expect(classes({}, { registries: [{ file: 'r.json', path: 'url' }] })).toEqual({})
  })
})
