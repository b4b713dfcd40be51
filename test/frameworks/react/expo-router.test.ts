import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const manifest = { 'package.json': JSON.stringify({ dependencies: { 'expo-router': '6.0.10', expo: '54.0.0' } }) }

function app(...names: string[]): Record<string, string> {
  return { ...manifest, ...Object.fromEntries(names.map((name) => [`app/${name}`, 'export default function Screen() { return null }'])) }
}

describe('Expo Router', () => {
  it('has pages by file names, answers, and a page for what is not found', () => {
    expect(routesOf(app(
      'index.tsx', 'index.web.tsx', '(tabs)/visits.tsx', 'visits/[id].tsx', 'docs/[...rest].js', '+not-found.tsx', '+html.tsx', '_layout.tsx', 'token+api.ts',
    ))).toEqual(['/', '/*', '/docs/*', '/token api', '/visits', '/visits/:id'])
  })

  it('has layouts around the pages of their folder, and one document around all', () => {
    const files = app('_layout.tsx', 'index.tsx', '(tabs)/_layout.tsx', '(tabs)/visits.tsx', '+html.tsx')
    expect(reachOf(files, 'app/(tabs)/_layout.tsx')).toEqual(['/visits'])
    expect(reachOf(files, 'app/_layout.tsx')).toEqual(['/', '/visits'])
    expect(reachOf(files, 'app/+html.tsx')).toEqual(['/', '/visits'])
  })

  it('lies below the base of the application', () => {
    expect(routesOf({ ...app('index.tsx'), 'app.json': '{ "expo": { "experiments": { "baseUrl": "/my" } } }' })).toEqual(['/my'])
  })
})
