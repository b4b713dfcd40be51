/**
 * The limit: what any check of a folder costs at least in Node. Lists the files as the command does, reads each once
 * and runs one regular expression over it. `node bench/limit.mjs FOLDER [EXTENSION…]`; prints how many files it read.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listFiles } from '../dist/src/disk/listing.js'

const [folder = '.', ...extensions] = process.argv.slice(2)
const root = resolve(folder)
const isMeant = extensions.length === 0 ? () => true : (path) => extensions.some((each) => path.endsWith(`.${each}`))
const anything = /googletagmanager|connect\.facebook|dataLayer|analytics/
let read = 0
let hits = 0
for (const path of listFiles(root).paths) {
  if (!isMeant(path)) continue
  // Latin-1 costs nothing to decode, and what is looked for is ASCII.
  if (anything.test(readFileSync(join(root, path)).latin1Slice())) hits++
  read++
}
process.stdout.write(`${read} files, ${hits} hits\n`)
