import { describe, expect, it } from 'vitest'
import { reachOf } from '../read-routes.js'

const page = '<!doctype html><html><body><script type="module" src="/entry.js"></script></body></html>'

/** True when a module below `source/parts` is brought in by this specifier, under these further files. */
function isFound(specifier: string, further: Record<string, string>): boolean {
  const files = {
    'page.html': page, 'entry.js': `import '${specifier}'`, 'source/parts/banner.js': 'start()', 'source/parts/index.js': 'start()', ...further,
  }
  return ['source/parts/banner.js', 'source/parts/index.js'].some((file) => reachOf(files, file).length > 0)
}

describe('names for paths', () => {
  it('are nobody’s without a configuration', () => {
    expect(isFound('parts/banner', {})).toBe(false)
    expect(isFound('#parts/banner', {})).toBe(false)
  })

  it.each([
    ['Vite, an object', 'vite.config.ts', "export default defineConfig({ resolve: { alias: { parts: '/source/parts' } } })"],
    ['Vite, a list', 'vite.config.js', "export default { resolve: { alias: [{ find: /^parts/, replacement: fileURLToPath(new URL('./source/parts', import.meta.url)) }] } }"],
    ['a function that gives it', 'vite.config.mts', "const dir = (name) => path.resolve(__dirname, 'source', name)\nexport default ({ mode }) => ({ resolve: { alias: { parts: dir('parts') } } })"],
    ['webpack', 'webpack.config.js', "module.exports = { resolve: { alias: { parts: path.join(__dirname, 'source/parts') } } }"],
    ['webpack in a folder of its own', 'config/webpack.common.js', "module.exports = { resolve: { alias: { parts: path.resolve(__dirname, '..', 'source', 'parts') } } }"],
    ['webpack, directories of modules', 'webpack.config.js', "module.exports = { resolve: { modules: [path.resolve(__dirname, 'source'), 'node_modules'] } }"],
    ['a chain', 'vue.config.js', "module.exports = { chainWebpack: (config) => { config.resolve.alias.set('other', 'x').set('parts', path.resolve('source/parts')) } }"],
    ['an assignment', 'next.config.js', "module.exports = { webpack(config) { config.resolve.alias['parts'] = path.join(__dirname, 'source/parts'); return config } }"],
    ['a spread of what there was', 'next.config.mjs', "export default { webpack(config) { config.resolve.alias = { ...config.resolve.alias, parts: './source/parts' }; return config } }"],
    ['Create React App', 'craco.config.js', "module.exports = { webpack: { alias: { parts: path.resolve(__dirname, 'source/parts/') } } }"],
    ['SvelteKit', 'svelte.config.js', "export default { kit: { alias: { parts: 'source/parts', 'parts/*': 'source/parts/*' } } }"],
    ['Babel', 'babel.config.js', "module.exports = { plugins: [['module-resolver', { alias: { parts: './source/parts' } }]] }"],
    ['Babel, plain data', '.babelrc', '{ "plugins": [["module-resolver", { "alias": { "^parts": "./source/parts" } }]] }'],
    ['Parcel', 'package.json', '{ "alias": { "parts": "./source/parts" } }'],
  ])('are read: %s', (_, name, text) => {
    expect(isFound('parts/banner', { [name]: text })).toBe(true)
    expect(isFound('partsother/banner', { [name]: text })).toBe(false)
  })

  it('may stand for a whole specifier alone', () => {
    const config = { 'webpack.config.js': "module.exports = { resolve: { alias: { parts$: path.join(__dirname, 'source/parts') } } }" }
    expect(isFound('parts', config)).toBe(true)
    expect(isFound('parts/banner', config)).toBe(false)
  })

  it('may begin with a hash', () => {
    expect(isFound('#parts/banner', { 'vite.config.ts': "export default { resolve: { alias: { '#parts': 'source/parts' } } }" })).toBe(true)
  })

  it('count below the configuration, the nearest first', () => {
    const files = {
      'site/page.html': '<!doctype html><html><body><script type="module" src="./entry.js"></script></body></html>',
      'site/entry.js': "import 'parts/banner'", 'site/vite.config.js': "export default { resolve: { alias: { parts: './own' } } }",
      'vite.config.js': "export default { resolve: { alias: { parts: './other' } } }",
      'site/own/banner.js': 'start()', 'other/banner.js': 'start()',
    }
    expect(reachOf(files, 'site/own/banner.js')).toEqual(['/page.html'])
    expect(reachOf(files, 'other/banner.js')).toEqual([])
  })
})

describe('import maps', () => {
  it('name modules for the pages of their directory', () => {
    const files = {
      'site/page.html': '<!doctype html><html><head><script type="importmap">{ "imports": { "count": "./lib/count.js", "parts/": "/lib/parts/", "far": "https://cdn.example.com/far.js" } }</script></head><body><script type="module" src="./entry.js"></script></body></html>',
      'site/entry.js': "import 'count'\nimport 'parts/a.js'\nimport 'far'", 'site/lib/count.js': 'start()', 'site/lib/parts/a.js': 'start()', 'far.js': 'start()',
    }
    expect(reachOf(files, 'site/lib/count.js')).toEqual(['/page.html'])
    expect(reachOf(files, 'site/lib/parts/a.js')).toEqual(['/page.html'])
    expect(reachOf(files, 'far.js')).toEqual([])
  })
})

describe('federated modules', () => {
  const remote = (name: string): string => `module.exports = { plugins: [new ModuleFederationPlugin({ name: '${name}', exposes: { './Banner': './src/banner' } })] }`
  const files = (specifier: string): Record<string, string> => ({
    'shop/page.html': '<!doctype html><html><body><script type="module" src="./entry.js"></script></body></html>',
    'shop/entry.js': `import('${specifier}')`,
    'shop/webpack.config.js': "module.exports = { plugins: [new ModuleFederationPlugin({ name: 'shop', remotes: { widgets: 'parts@http://localhost:1/remoteEntry.js', other: 'other' } })] }",
    'parts/webpack.config.js': remote('parts'), 'parts/src/banner.js': 'start()', 'elsewhere/webpack.config.js': remote('elsewhere'), 'elsewhere/src/banner.js': 'start()',
  })

  it('are those of the application that exposes them', () => {
    expect(reachOf(files('widgets/Banner'), 'parts/src/banner.js')).toEqual(['/shop/page.html'])
    expect(reachOf(files('widgets/Banner'), 'elsewhere/src/banner.js')).toEqual([])
  })

  it('are none that nothing exposes', () => {
    expect(reachOf(files('widgets/Other'), 'parts/src/banner.js')).toEqual([])
    expect(reachOf(files('parts/Banner'), 'parts/src/banner.js')).toEqual([])
  })
})
