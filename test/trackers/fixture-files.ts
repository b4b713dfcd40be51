/** The files of `fixtures/trackers`: one or more for every row, `<category>/<id>.html`, `<category>/<id>.<form>.tsx`. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

export interface FixtureFile {
  category: string
  /** Row id: the file name up to its first dot. */
  tracker: string
  name: string
  text: string
}

const root = fileURLToPath(new URL('../../fixtures/trackers', import.meta.url))

export const fixtureFiles: readonly FixtureFile[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: category }) => readdirSync(join(root, category)).sort().map((name) => ({
    category, name, tracker: name.split('.')[0] as string, text: readFileSync(join(root, category, name), 'utf8'),
  })))
