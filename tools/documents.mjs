/**
 * `npm run documents`: writes what the documentation takes from the rules and the fixtures. A test says when it has to be
 * run. `-- --scenarios`: only `docs/scenarios.md`, which is made of the fixtures alone and needs nothing installed or built.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, root } from './fresh.mjs'
import { withRuleTable } from './rule-table.mjs'
import { readScenarios, scenarioPage } from './scenario-page.mjs'

if (!process.argv.includes('--scenarios')) {
  install()
  build()
  const { rules } = await import('../dist/rules/all.js')
  const path = join(root, 'README.md')
  writeFileSync(path, withRuleTable(readFileSync(path, 'utf8'), rules))
}
writeFileSync(join(root, 'docs', 'scenarios.md'), scenarioPage(readScenarios(join(root, 'fixtures', 'scenarios'))))
