/**
 * Which part of a run's work goes into routes and reach: `node bench/routes.mjs [FOLDER…]`; without a folder a site of
 * 5,000 files is made. A run is sampled by the profiler of Node, and each sample counts for the innermost stage on its
 * stack, so that the shares hold on a busy machine as well. Reading is told twice: files that routes ask for first are
 * read once, for all stages.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { rules } from '../dist/rules/all.js'
import { defaultConfiguration } from '../dist/src/configuration/configuration.js'
import { diskTree } from '../dist/src/disk/tree.js'
import { run } from '../dist/src/run.js'
import { writeSite } from './site.mjs'

/** Parts of the paths of modules, the first that fits decides; the innermost frame that any fits tells the stage. */
const stages = [
  ['reading', /\/dist\/src\/(?:disk|parse|facts)\//],
  ['routes and reach', /\/dist\/src\/(?:frameworks|routes)\/|\/dist\/src\/project\/(?:routes|reach|templates|path-index)\.js|\/dist\/src\/project\/(?:routing|conditions|modules)\//],
  ['meaning and sightings', /\/dist\/src\/(?:project|trackers|containers)\//],
  ['flow', /\/dist\/src\/(?:flow|leaks|personal)\//],
  ['findings', /\/dist\/(?:rules\/|src\/(?:findings|run))/],
]
const stageOf = (url) => stages.find(([, pattern]) => pattern.test(url))?.[0]

async function profile(work) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 500 })
  await session.post('Profiler.start')
  const result = work()
  const { profile: found } = await session.post('Profiler.stop')
  session.disconnect()
  return { result, profile: found }
}

/** Microseconds of work by stage, and of reading that began inside of routes and reach. */
function shares({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const known = new Map()
  /** Stages on the way from a frame outwards, innermost first. */
  const stagesAt = (id) => {
    if (id === undefined) return []
    let found = known.get(id)
    if (!found) {
      const outer = stagesAt(parents.get(id))
      const own = stageOf(byId.get(id).callFrame.url)
      found = own === undefined || outer[0] === own ? outer : [own, ...outer]
      known.set(id, found)
    }
    return found
  }
  const times = new Map()
  const add = (stage, time) => times.set(stage, (times.get(stage) ?? 0) + time)
  samples.forEach((id, index) => {
    if (byId.get(id).callFrame.functionName === '(idle)') return
    const [stage = 'other', ...outer] = stagesAt(id)
    add(stage, timeDeltas[index])
    add('all', timeDeltas[index])
    if (stage === 'reading' && outer.includes('routes and reach')) add('reading that routes and reach ask for', timeDeltas[index])
  })
  return times
}

async function measure(folder) {
  const { result, profile: found } = await profile(() => run(diskTree(folder), defaultConfiguration, { rules }))
  const times = shares(found)
  const all = times.get('all')
  const share = (stage) => `${((times.get(stage) ?? 0) / all * 100).toFixed(1)} %`.padStart(7)
  console.log(`${basename(folder)}: ${result.files.seen} files, ${result.routes.length} routes, ${result.sightings.length} places of tracker code`)
  const names = ['routes and reach', 'reading', 'reading that routes and reach ask for', 'meaning and sightings', 'flow', 'findings', 'other']
  for (const name of names) console.log(`  ${name.padEnd(38)}${share(name)}`)
}

const folders = process.argv.slice(2).map((folder) => resolve(folder))
const made = folders.length > 0 ? null : mkdtempSync(join(tmpdir(), 'pixelward-routes-'))
if (made !== null) {
  writeSite(made)
  folders.push(made)
}
for (const folder of folders) await measure(folder)
if (made !== null) rmSync(made, { recursive: true })
