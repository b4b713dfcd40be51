/** A real Chromium, where there is one: Debian's package `chromium`, or what CHROMIUM names. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

export const executablePath = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path !== '' && existsSync(path))

if (executablePath === undefined) {
  process.stderr.write('No Chromium is installed: the tests of the page in a browser are skipped (apt-get install chromium).\n')
}

const quiet = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no Chromium')
  return chromium.launch({ executablePath, args: quiet })
}
