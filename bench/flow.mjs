/**
 * What the flow analysis costs against parsing: `npm run build && node bench/flow.mjs PATH…`. For each tree: the time to
 * parse the files that the flow analysis asked for, the time of the analysis itself, and their ratio. Aim: 1.5 at most.
 */
import { performance } from 'node:perf_hooks'
import { readFacts } from '../dist/src/facts/read.js'
import { defaultConfiguration } from '../dist/src/configuration/configuration.js'
import { diskTree } from '../dist/src/disk/tree.js'
import { createLeaks } from '../dist/src/leaks/leaks.js'
import { createProject } from '../dist/src/project/project.js'

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
    const project = createProject(tree, defaultConfiguration)
    const sinks = project.sinks().length
    const read = new Set()
    const watched = { ...project, facts: (file) => (read.add(file), project.facts(file)) }
    let leaks = []
    const before = time(() => {
      leaks = createLeaks(watched).leaks()
    })
    const files = [...read].filter((file) => project.facts(file))
    const parse = time(() => files.forEach((file) => readFacts(file, tree.text(file) ?? '', () => false)))
    if (round === 0) continue
    // Files that only the analysis asked for were parsed inside it.
    const flow = before
    console.log(`${seconds(parse)} ${seconds(flow)} ${(flow / parse).toFixed(2).padStart(7)} ${String(sinks).padStart(6)} ${String(leaks.length).padStart(6)}  ${path}`)
  }
}
