/** Files of pixelward's own package: its version and the pages about its rules. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { RuleText } from '../report/formats.js'
import type { Tool } from '../report/json.js'

// By the package’s own name: it lies at the same place for the sources and for what is built from them.
const load = createRequire(import.meta.url)
const manifest = load.resolve('eslint-plugin-pixelward/package.json')

export function toolOf(): Tool {
  const { version } = load(manifest) as { version: string }
  return { name: 'pixelward', version }
}

/** Absolute path of a file of the package. */
export function packageFile(path: string): string {
  return join(dirname(manifest), path)
}

/** The page of a rule, in Markdown; undefined when the package was installed without. */
export function rulePage(id: string): string | undefined {
  const path = packageFile(join('docs', 'rules', `${id}.md`))
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** A rule with its page, without the title and with fences that any reader of Markdown knows. */
export function withHelp({ id, description }: RuleText): RuleText {
  const page = rulePage(id)
  if (page === undefined) return { id, description }
  return { id, description, help: page.replace(/^# .*\n+/, '').replace(/^```(\w+) (?:bad|good) .*$/gm, '```$1').trim() }
}
