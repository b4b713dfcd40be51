/** Where the time of a run goes, for `--stats`. */
import { performance } from 'node:perf_hooks'
import type { Report } from '../../types.js'

export interface Times {
  /** Ends a stage that began with the last mark. */
  mark(stage: string): void
  /** A few lines for people. */
  table(report: Report): string
}

/** @param start of the run, as `performance.now()` has it */
export function createTimes(start: number): Times {
  const stages: [name: string, milliseconds: number][] = []
  let last = start
  return {
    mark(stage) {
      const now = performance.now()
      stages.push([stage, now - last])
      last = now
    },
    table({ files, routes, sightings, findings }) {
      const counts: [string, number][] = [
        ['files', files.seen], ['parsed', files.parsed], ['known from before', files.fromCache], ['routes', routes.length],
        ['places of tracker code', sightings.length], ['findings', findings.length],
      ]
      const rows = [
        ...counts.map(([name, count]) => [name, String(count)]),
        ...stages.map(([name, time]) => [name, `${Math.round(time)} ms`]),
        // From the start of the process: loading the command itself is part of what a user waits for.
        ['all', `${Math.round(performance.now())} ms`],
      ]
      const width = Math.max(...rows.map(([name = '']) => name.length))
      return rows.map(([name = '', value = '']) => `${name.padEnd(width)}  ${value.padStart(9)}\n`).join('')
    },
  }
}
