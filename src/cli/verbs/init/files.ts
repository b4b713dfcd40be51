/** The files that `init` writes. What is there already is left as it is, and what to add is said instead. */
import { classOrder } from '../../../report/classes.js'
import type { Hook, Service, Surroundings } from './detect.js'

export interface Planned {
  /** Relative to the root. */
  path: string
  text: string
  /** Unix mode of a file that is run. */
  mode?: number
  /** The text is put behind what is there. */
  appends?: true
  /** What somebody has to add when the file is there already. */
  instead: string
}

const comment = (text: string): string => text.split('\n').map((line) => `  // ${line}`.trimEnd()).join('\n')

function routeComment({ routes }: Surroundings): string {
  const found = classOrder.flatMap((name) => routes.filter((each) => each.class === name && name !== 'public'))
  if (found.length === 0) return 'No sensitive routes were recognised. Name them here, or add those that the source does not show\nunder "extraRoutes".'
  const lines = found.map(({ class: name, paths }) => `${name}: ${paths.slice(0, 4).join(', ')}${paths.length > 4 ? `, and ${paths.length - 4} more` : ''}`)
  return `What pixelward takes for sensitive ("pixelward routes" lists all):\n${lines.map((line) => `  ${line}`).join('\n')}\nCorrect what is wrong; the last entry that matches a route decides.`
}

/** The configuration with what was found in comments. */
export function configurationFile(surroundings: Surroundings): Planned {
  const { frameworks, trackers } = surroundings
  const declared = trackers.map(({ id, accounts }) =>
    `  { "tracker": "${id}"${accounts.length > 0 ? `, "accounts": ${JSON.stringify(accounts)}` : ''}, "owner": "", "purpose": "", "agreement": false, "routes": ["/"] },`)
  const text = [
    '{',
    '  "$schema": "./node_modules/eslint-plugin-pixelward/schema/config.schema.json",',
    '',
    comment(`Found: ${frameworks.length > 0 ? frameworks.join(', ') : 'no framework that is known'}.`),
    comment('"recommended" reports what is nearly always worth a look, "strict" turns every rule on.'),
    '  "preset": "recommended",',
    '',
    comment('Exit code 1 at this severity or above.'),
    '  "threshold": "error",',
    '',
    comment(routeComment(surroundings)),
    '  "routes": [',
    '    // { "path": "/my-care/**", "class": "portal" },',
    '    // { "files": "src/pages/campaigns/**", "class": "public" }',
    '  ],',
    '',
    comment('The declared inventory. With it there, every other tracker and account is reported. Fill in who answers for\neach and what it is for, and take the slashes away.'),
    comment(['"allow": [', ...(declared.length > 0 ? declared : ['  { "tracker": "google-analytics-4", "accounts": ["G-…"], "owner": "", "purpose": "", "routes": ["/"] },']), '],'].join('\n')),
    '',
    comment('Not looked at.'),
    '  "exclude": []',
    '}',
    '',
  ].join('\n')
  return { path: 'pixelward.config.jsonc', text, instead: '' }
}

/**
 * ESLint's wiring. A configuration of one's own is code, and code is not edited; where there is none, no parser is set
 * up either, and every file is read by ours.
 */
export function eslintFile({ eslintFiles, isWired, hasEslint }: Surroundings): Planned | string | null {
  const [first] = eslintFiles
  if (isWired || (first === undefined && !hasEslint)) return null
  if (first === undefined) {
    const text = [
      "import pixelward from 'eslint-plugin-pixelward'",
      '',
      '// Every file, read by pixelward itself. Where scripts are linted with other rules and a parser for them, take',
      "// 'flat/recommended' (scripts), 'flat/html' (pages, templates) and 'flat/containers' in its place.",
      "export default [pixelward.configs['flat/standalone']]",
      '',
    ]
    return { path: 'eslint.config.mjs', text: text.join('\n'), instead: '' }
  }
  if (!first.startsWith('eslint.config')) return `Add to ${first}: "extends": ["plugin:pixelward/legacy-recommended"]`
  return [
    `Add to ${first}:`,
    '',
    "import pixelward from 'eslint-plugin-pixelward'",
    '',
    'export default [',
    '  // …',
    "  pixelward.configs['flat/recommended'], // scripts, Vue, Svelte, Astro",
    "  pixelward.configs['flat/html'],        // HTML and templates",
    "  pixelward.configs['flat/containers'],  // exports of tag-manager containers",
    ']',
  ].join('\n')
}

/** The command of hooks: what the commit adds, and nothing when it adds nothing. */
const staged = ({ runner }: Surroundings): string => `${runner} pixelward --staged --quiet`

export function hookFiles(hook: Hook, surroundings: Surroundings): Planned[] {
  const command = staged(surroundings)
  switch (hook) {
    case 'husky':
      return [{ path: '.husky/pre-commit', text: `${command}\n`, mode: 0o755, appends: true, instead: command }]
    case 'git':
      return [{ path: '.git/hooks/pre-commit', text: `#!/bin/sh\n${command}\n`, mode: 0o755, instead: command }]
    case 'lefthook':
      return [{ path: 'lefthook.yml', text: `pre-commit:\n  commands:\n    pixelward:\n      run: ${command}\n`, instead: `pre-commit: commands: pixelward: run: ${command}` }]
    case 'lint-staged':
      // A function's name would be put before the files: the command reads the index itself and wants none.
      return [{ path: 'lint-staged.config.mjs', text: `export default {\n  // The whole project is read, and the command knows by itself what is staged.\n  '*': () => '${command}',\n}\n`, instead: `'*': () => '${command}'` }]
    case 'pre-commit':
      return [{
        path: '.pre-commit-config.yaml',
        text: `repos:\n  - repo: local\n    hooks:\n      - id: pixelward\n        name: trackers on patient pages\n        entry: ${command}\n        language: system\n        pass_filenames: false\n        always_run: true\n`,
        instead: `a local hook with entry: ${command}, language: system, pass_filenames: false`,
      }]
    case 'none':
      return []
  }
}

export function serviceFiles(service: Service, { runner }: Surroundings): Planned[] {
  if (service === 'github') {
    const install = runner.startsWith('pnpm') ? 'corepack enable && pnpm install --frozen-lockfile' : runner === 'yarn' ? 'yarn install --immutable' : 'npm ci'
    return [{
      path: '.github/workflows/pixelward.yml',
      text: [
        'name: trackers', 'on: pull_request', 'permissions:', '  contents: read', 'jobs:', '  pixelward:', '    runs-on: ubuntu-latest', '    steps:',
        '      - uses: actions/checkout@v4', '        with: { fetch-depth: 0 }', '      - uses: actions/setup-node@v4', '        with: { node-version: 22 }',
        `      - run: ${install}`, `      - run: ${runner} pixelward --since "origin/\${{ github.base_ref }}" --format github --format markdown="$GITHUB_STEP_SUMMARY"`, '',
      ].join('\n'),
      instead: 'a step that runs pixelward --since origin/$GITHUB_BASE_REF --format github',
    }]
  }
  if (service === 'gitlab') {
    return [{
      path: '.gitlab-ci.yml',
      text: [
        'pixelward:', '  image: node:22', '  rules:', '    - if: $CI_MERGE_REQUEST_IID', '  variables:', '    GIT_DEPTH: "0"', '  script:', '    - npm ci',
        `    - ${runner} pixelward --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format terminal --format gitlab=gl-code-quality-report.json`,
        '  artifacts:', '    when: always', '    reports:', '      codequality: gl-code-quality-report.json', '',
      ].join('\n'),
      instead: 'the job of ci/gitlab.yml in the package eslint-plugin-pixelward',
    }]
  }
  return []
}
