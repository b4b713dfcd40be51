/**
 * `docs/scenarios.md`, from `fixtures/scenarios`: what is not in a fixture is not claimed. Each folder there is one
 * documented way by which data of patients left: `scenario.json` says what it was and who reported it, the folders below
 * are the forms of code in which it is found (`html`, `react-hook`: the first word is the stack), and those that begin
 * with `near-miss-` look alike and are not found.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the first word of a form's folder stands for: its name, and the kind of code it is. */
export const stacks = {
  html: ['HTML', 'page'], liquid: ['Liquid', 'page'], hugo: ['Hugo', 'page'], jekyll: ['Jekyll', 'page'], eleventy: ['Eleventy', 'page'],
  react: ['React', 'components'], next: ['Next.js', 'components'], gatsby: ['Gatsby', 'components'], remix: ['Remix', 'components'],
  vue: ['Vue', 'components'], nuxt: ['Nuxt', 'components'], angular: ['Angular', 'components'], svelte: ['SvelteKit', 'components'],
  astro: ['Astro', 'components'], php: ['PHP', 'server'], wordpress: ['WordPress', 'server'], laravel: ['Laravel', 'server'],
  twig: ['Twig', 'server'], razor: ['ASP.NET', 'server'], django: ['Django', 'server'], flask: ['Flask', 'server'],
  rails: ['Rails', 'server'], jsp: ['Java Server Pages', 'server'], thymeleaf: ['Thymeleaf', 'server'], express: ['Express', 'server'],
  node: ['Node.js', 'server'], python: ['Python', 'server'], ruby: ['Ruby', 'server'], java: ['Java', 'server'], csharp: ['C#', 'server'], go: ['Go', 'server'],
  gtm: ['Google Tag Manager', 'container'], adobe: ['Adobe Launch', 'container'], matomo: ['Matomo Tag Manager', 'container'],
  segment: ['Segment', 'container'], nginx: ['nginx', 'server'], hosting: ['a hosting service', 'server'],
}

const detections = {
  static: 'found in the source', 'static-predict': 'predicted: a setting of the vendor decides', 'not-detectable': 'not detectable: listed as not checked',
}

/** All scenarios below a folder, in the order of their ids, each with its forms and near misses. */
export function readScenarios(folder) {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name)
    .sort((one, other) => (one < other ? -1 : 1)).map((id) => {
      const at = join(folder, id)
      const file = join(at, 'scenario.json')
      if (!existsSync(file)) throw new Error(`${id} has no scenario.json`)
      const folders = readdirSync(at, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()
      return {
        id, ...JSON.parse(readFileSync(file, 'utf8')),
        forms: folders.filter((name) => !name.startsWith('near-miss')), nearMisses: folders.filter((name) => name.startsWith('near-miss')),
      }
    })
}

/** The stack of a form or of a near miss. */
export function stackOf(form) {
  const word = form.replace(/^near-miss-/, '').split('-')[0]
  if (!(word in stacks)) throw new Error(`no stack is called "${word}"`)
  const [name, kind] = stacks[word]
  return { name, kind }
}

function names(forms) {
  const counts = new Map()
  for (const form of forms) counts.set(stackOf(form).name, (counts.get(stackOf(form).name) ?? 0) + 1)
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count})`)).join(', ')
}

function section({ id, title, evidence, detect, rules, nearMiss, cannot, notChecked, forms, nearMisses }) {
  const lines = [`## ${id}: ${title}`, '', `- Evidence: ${evidence}`, `- Detection: ${detections[detect]}`]
  if (rules.length > 0) lines.push(`- ${rules.length === 1 ? 'Rule' : 'Rules'}: ${rules.map((rule) => `[\`${rule}\`](rules/${rule}.md)`).join(', ')}`)
  if (forms.length > 0) lines.push(`- ${rules.length > 0 ? 'Found' : 'Listed'} in ${forms.length === 1 ? 'one form' : `${forms.length} forms`}: ${names(forms)}`)
  if (nearMisses.length > 0) lines.push(`- ${rules.length > 0 ? 'Not found' : 'Not listed'} in: ${names(nearMisses)}${nearMiss ? `; ${nearMiss}` : ''}`)
  if (notChecked) lines.push(`- The report lists as not checked: “${notChecked}…”`)
  if (cannot) lines.push(`- What no source shows: ${cannot}`)
  return lines.join('\n')
}

export function scenarioPage(scenarios) {
  const forms = scenarios.reduce((sum, scenario) => sum + scenario.forms.length, 0)
  const misses = scenarios.reduce((sum, scenario) => sum + scenario.nearMisses.length, 0)
  return [
    '# How data of patients has left, and what finds it', '',
    'Each of these ways is documented: in news, breach notices, complaints, decisions or recorded requests. For each, the',
    '[fixtures](https://www.npmjs.com/package/eslint-plugin-pixelward) hold code in several forms in which it is found, and code that looks alike and is not.',
    `This page is made of them by \`npm run documents\`: ${scenarios.length} ways, ${forms} forms, ${misses} near misses, all run as tests.`, '',
    '| | way | rules | stacks |', '|---|---|---|---|',
    ...scenarios.map(({ id, title, rules, forms: all }) =>
      `| [${id}](#${anchor(id, title)}) | ${title} | ${rules.map((rule) => `\`${rule}\``).join(', ') || '*not checked*'} | ${names(all)} |`), '',
    ...scenarios.flatMap((scenario) => [section(scenario), '']),
  ].join('\n')
}

/** As Markdown on the web makes anchors of headings. */
function anchor(id, title) {
  return `${id}: ${title}`.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-')
}
