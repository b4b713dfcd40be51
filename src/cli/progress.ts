/** One line on standard error that says how far a run is; nothing where nobody watches. */
import type { Host } from './host.js'

export interface Progress {
  report(done: number, total: number, stage: string): void
  /** Takes the line away. */
  clear(): void
}

/** Short runs show nothing, and no terminal has to be drawn on more often than eyes can follow. */
const FIRST_AFTER = 300
const EVERY = 80

/** Clears the line and puts the cursor at its beginning. */
const CLEAR_LINE = '\r\u001b[2K'

/** @param now milliseconds of a clock */
export function progressOn({ stderr, env }: Host, quiet: boolean, now = (): number => performance.now()): Progress {
  const inContinuousIntegration = Boolean(env['CI']) && env['CI'] !== 'false'
  if (quiet || stderr.isTTY !== true || inContinuousIntegration || env['TERM'] === 'dumb') {
    return { report: () => undefined, clear: () => undefined }
  }
  let next = now() + FIRST_AFTER
  let shown = false
  return {
    report(done, total, stage) {
      const time = now()
      if (time < next) return
      next = time + EVERY
      shown = true
      const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
      stderr.write(`${CLEAR_LINE}${String(percent).padStart(3)} % ${stage}`)
    },
    clear() {
      if (shown) stderr.write(CLEAR_LINE)
      shown = false
    },
  }
}
