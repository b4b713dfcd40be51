/** Where a report goes, and in which formats. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { nearest } from '../../configuration/nearest.js'
import { UsageError } from '../../configuration/usage-error.js'
import type { Format, Question } from '../../report/formats.js'
import { formats } from '../../report/formats.js'
import type { Host } from '../host.js'

export interface Wanted {
  name: string
  format: Format
  /** Absolute path; null for standard output. */
  file: string | null
}

/**
 * Reads `NAME` and `NAME=FILE`. Without any the terminal's format is meant.
 *
 * @param given as on the command line
 * @param file what `--output` names: where a single format goes
 * @throws UsageError when there is no such format for the question, or when two go to one place
 */
export function wantedOutputs(question: Question, given: readonly string[], file: string | undefined, cwd: string): Wanted[] {
  const known = formats[question]
  const wanted = (given.length === 0 ? ['terminal'] : given).map((each): Wanted => {
    const [, name = '', path] = /^([^=]*)(?:=(.*))?$/s.exec(each) ?? []
    const format = Object.hasOwn(known, name) ? known[name] : undefined
    if (format === undefined) {
      const near = nearest(name, Object.keys(known))
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`
      throw new UsageError(`--format ${each}: ${question} has no format "${name}".${hint} There are: ${Object.keys(known).join(', ')}.`)
    }
    if (path === '') throw new UsageError(`--format ${each}: name a file after "=".`)
    return { name, format, file: path === undefined ? null : resolve(cwd, path) }
  })
  if (file !== undefined) {
    const free = wanted.filter((each) => each.file === null)
    if (free.length !== 1) throw new UsageError('--output names one file for one format; write --format NAME=FILE for each of several.')
    for (const each of free) each.file = resolve(cwd, file)
  }
  const places = wanted.map((each) => each.file)
  if (new Set(places).size < places.length) {
    throw new UsageError('Several formats cannot go to one place: write --format NAME=FILE for all but one of them.')
  }
  return wanted
}

/** @throws UsageError when a file cannot be written */
export function writeOutput({ file }: Wanted, text: string, host: Host): void {
  if (file === null) {
    host.stdout.write(text)
    return
  }
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(`The report cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
