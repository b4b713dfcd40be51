import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests that start ESLint or the command as a process are slow on a loaded machine; none measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Loading the product anew for each file would take a third of the time; nothing in it keeps what a run found.
    isolate: false,
    // What runs keep for later runs is not kept with the user's own.
    env: { XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'pixelward-cache-')) },
  },
})
