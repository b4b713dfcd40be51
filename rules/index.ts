/** The ESLint plugin: the rules with the engine behind them. */
import { createPlugin, type Plugin } from '../src/eslint/plugin.js'
import { createStore } from '../src/project/store.js'
import { run } from '../src/run.js'
import { rules } from './all.js'

const plugin: Plugin = createPlugin({
  rules,
  createEngine(configuration) {
    const store = createStore()
    return (tree, file) => run(tree, configuration, { store, rules, ...(file === undefined ? {} : { leaksOf: file }) })
  },
})

export default plugin
// What `require` gives: ESLint 8 loads plugins by it. https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require
export { plugin as 'module.exports' }
