/** The ESLint plugin: the rules with the engine behind them. */
import { createRequire } from 'node:module'
import { openCache } from '../src/disk/cache/cache.js'
import { cacheFolder, toolIdentity } from '../src/disk/cache/location.js'
import { createPlugin, type Plugin } from '../src/eslint/plugin.js'
import { createStore } from '../src/project/store.js'
import { run } from '../src/run.js'
import { rules } from './all.js'

const { version } = createRequire(import.meta.url)('eslint-plugin-pixelward/package.json') as { version: string }

const plugin: Plugin = createPlugin({
  rules,
  createEngine(configuration, root) {
    // What is known of files is shared with the command, with other workers (`--concurrency`) and with the next run.
    const cache = root === undefined ? null : openCache(cacheFolder(root), toolIdentity(version))
    const store = createStore(true, cache?.archive)
    let isSaved = false
    return (tree, file) => {
      const known = cache?.identified(tree) ?? tree
      const report = run(known, configuration, { store, rules, everyRule: true, ...(file === undefined ? {} : { leaksOf: file }) })
      // Not after every keystroke: a text that is not saved yet is of no use to others.
      if (cache && (file === undefined || !isSaved)) cache.save(store.entries)
      isSaved = true
      return report
    }
  },
})

export default plugin
// What `require` gives: ESLint 8 loads plugins by it. https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require
export { plugin as 'module.exports' }
