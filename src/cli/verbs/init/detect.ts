/** What kind of project this is, and which tools it already has. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { git } from '../../../disk/git/repository.js'
import type { PlacedSighting, Report, RouteClass } from '../../../types.js'

export const hooks = ['husky', 'lefthook', 'lint-staged', 'pre-commit', 'git', 'none'] as const
export type Hook = (typeof hooks)[number]
export const services = ['github', 'gitlab', 'none'] as const
export type Service = (typeof services)[number]

export interface Surroundings {
  frameworks: string[]
  routes: { class: RouteClass; paths: string[] }[]
  trackers: { id: string; accounts: string[] }[]
  /** Open findings. */
  findings: number
  /** Names of ESLint's configurations at the top. */
  eslintFiles: string[]
  /** One of them names the plugin. */
  isWired: boolean
  hasEslint: boolean
  hook: Hook
  service: Service
  /** How the project runs a tool of its own: `npx`, `pnpm exec`, `yarn`, `bunx`. */
  runner: string
}

function dependenciesOf(root: string): Set<string> {
  try {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>
    return new Set(['dependencies', 'devDependencies'].flatMap((key) => Object.keys(manifest[key] ?? {})))
  } catch {
    return new Set()
  }
}

function trackersOf(sightings: readonly PlacedSighting[]): Surroundings['trackers'] {
  const accounts = new Map<string, Set<string>>()
  for (const { tracker, accountId, category } of sightings) {
    if (category === 'consent') continue
    const known = accounts.get(tracker) ?? new Set()
    if (accountId !== null) known.add(accountId)
    accounts.set(tracker, known)
  }
  return [...accounts].map(([id, ids]) => ({ id, accounts: [...ids].sort() })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function routesOf({ routes }: Report): Surroundings['routes'] {
  const classes = new Map<RouteClass, Set<string>>()
  for (const route of routes) classes.set(route.class, (classes.get(route.class) ?? new Set()).add(route.path))
  return [...classes].map(([name, paths]) => ({ class: name, paths: [...paths].sort() }))
}

const eslintNames = [
  'eslint.config.js', 'eslint.config.mjs', 'eslint.config.cjs', 'eslint.config.ts',
  '.eslintrc.json', '.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yml', '.eslintrc.yaml', '.eslintrc',
]

/** Looks; asks nobody and runs nothing of the project. */
export function surroundingsOf(root: string, report: Report): Surroundings {
  const has = (name: string): boolean => existsSync(join(root, name))
  const dependencies = dependenciesOf(root)
  const hook: Hook =
    has('.husky') || dependencies.has('husky') ? 'husky'
    : has('lefthook.yml') || has('lefthook.yaml') || has('.lefthook.yml') || dependencies.has('lefthook') ? 'lefthook'
    : has('.pre-commit-config.yaml') ? 'pre-commit'
    : dependencies.has('lint-staged') ? 'lint-staged'
    : 'none'
  const remote = has('.git') ? git(root, ['config', '--get-regexp', '^remote\\..*\\.url$']).stdout.toString('utf8') : ''
  const service: Service =
    has('.github') || remote.includes('github.') ? 'github'
    : has('.gitlab-ci.yml') || remote.includes('gitlab') ? 'gitlab'
    : 'none'
  const runner = has('pnpm-lock.yaml') ? 'pnpm exec' : has('yarn.lock') ? 'yarn' : has('bun.lock') || has('bun.lockb') ? 'bunx' : 'npx'
  const eslintFiles = eslintNames.filter(has)
  return {
    frameworks: [...new Set(report.routes.map(({ framework }) => framework))].sort(),
    routes: routesOf(report),
    trackers: trackersOf(report.sightings),
    findings: report.findings.filter(({ suppressed }) => suppressed === null).length,
    eslintFiles,
    isWired: eslintFiles.some((name) => readFileSync(join(root, name), 'utf8').includes('pixelward')),
    hasEslint: dependencies.has('eslint'),
    hook, service, runner,
  }
}
