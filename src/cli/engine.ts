/** The engine as the command uses it. In a file of its own, so that `--help` and mistakes need not wait for it. */
export { rules } from '../../rules/all.js'
export { createStore, run } from '../run.js'
