/** Running programs for their time. */
import { spawnSync } from 'node:child_process'

/** Milliseconds of one run from start to exit, and what it printed. Throws when it does not end as it should. */
export function time(command, arguments_, { codes = [0], cwd = process.cwd() } = {}) {
  const started = performance.now()
  const result = spawnSync(command, arguments_, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 })
  const milliseconds = performance.now() - started
  if (result.error) throw result.error
  if (!codes.includes(result.status)) {
    throw new Error(`${command} ${arguments_.join(' ')} ended with ${result.status}\n${result.stderr.slice(0, 2000)}`)
  }
  return { milliseconds, stdout: result.stdout }
}

export function median(numbers) {
  const sorted = [...numbers].sort((left, right) => left - right)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
