/**
 * What the flow analysis costs against parsing: `npm run build && node bench/flow.mjs PATH…`. For each tree: the time to
 * parse the files that trackers and the flow analysis need, the time of the analysis itself, and their ratio. Aim: 1.5 at
 * most.
 */
import { performance } from 'node:perf_hooks'
import { readFacts } from '../dist/src/facts/read.js'
import { defaultConfiguration } from '../dist/src/configuration/configuration.js'
import { diskTree } from '../dist/src/disk/tree.js'
import { createLeaks } from '../dist/src/leaks/leaks.js'
import { createProject } from '../dist/src/project/project.js'
import { createStore } from '../dist/src/project/store.js'

const seconds = (milliseconds) => (milliseconds / 1000).toFixed(2).padStart(7)

function time(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

console.log('  parse    flow   ratio  sinks  leaks  tree')
for (const path of process.argv.slice(2)) {
  const tree = diskTree(path)
  // Twice: the first run warms the engine's code up, as it is in an editor or a long run.
  for (let round = 0; round < 2; round++) {
    const store = createStore()
    const project = createProject(tree, defaultConfiguration, { store })
    const sinks = project.sinks().length
    const known = new Set([...store.entries].flatMap(([file, { facts }]) => (facts ? [file] : [])))
    let leaks = []
    const asked = time(() => {
      leaks = createLeaks(project).leaks()
    })
    const files = [...store.entries].flatMap(([file, { facts }]) => (facts ? [file] : []))
    const parsed = new Map(files.map((file) => [file, time(() => readFacts(file, tree.text(file) ?? '', () => false))]))
    if (round === 0) continue
    const parse = [...parsed.values()].reduce((sum, each) => sum + each, 0)
    // Files that only the analysis asked for were parsed inside it.
    const flow = asked - files.filter((file) => !known.has(file)).reduce((sum, file) => sum + parsed.get(file), 0)
    console.log(`${seconds(parse)} ${seconds(flow)} ${(flow / parse).toFixed(2).padStart(7)} ${String(sinks).padStart(6)} ${String(leaks.length).padStart(6)}  ${path}`)
  }
}
