/** `pixelward init`: looks at a project and writes what it needs to begin; asks little, and overwrites nothing. */
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defaultConfiguration } from '../../../configuration/configuration.js'
import { UsageError } from '../../../configuration/usage-error.js'
import { diskTree } from '../../../disk/tree.js'
import { counted } from '../../../report/words.js'
import type { Engine, ExitCode } from '../../command.js'
import type { Host } from '../../host.js'
import { configurationIn, configurationsIn, filesOnDisk } from '../../project/find-configuration.js'
import { hooks, services, surroundingsOf, type Hook, type Service, type Surroundings } from './detect.js'
import { configurationFile, eslintFile, hookFiles, serviceFiles, type Planned } from './files.js'

export interface InitRequest {
  verb: 'init'
  /** Take what was found and ask nothing. */
  yes: boolean
  hook?: string
  ci?: string
}

function chosen<Choice extends string>(given: string, choices: readonly Choice[], option: string): Choice {
  const found = choices.find((each) => each === given.trim().toLowerCase())
  if (found === undefined) throw new UsageError(`${option} is "${given}"; choose one of ${choices.join(', ')}.`)
  return found
}

/** The answer to a question with few answers; the found one where nobody is there to ask. */
async function choose<Choice extends string>(
  { ask }: Host, request: InitRequest, question: string, choices: readonly Choice[], found: Choice, option: string, given?: string,
): Promise<Choice> {
  if (given !== undefined) return chosen(given, choices, option)
  if (request.yes || ask === undefined) return found
  const text = await ask(`${question} (${choices.join(', ')}) [${found}] `)
  return text.trim() === '' ? found : chosen(text, choices, 'The answer')
}

function write(root: string, { path, text, mode, appends, instead }: Planned): string {
  const absolute = join(root, path)
  if (existsSync(absolute)) {
    if (!appends) return `  kept     ${path}: it is yours; add ${instead || 'what it lacks'}`
    if (readFileSync(absolute, 'utf8').includes('pixelward')) return `  kept     ${path}`
    appendFileSync(absolute, text)
    return `  added to ${path}`
  }
  mkdirSync(dirname(absolute), { recursive: true })
  writeFileSync(absolute, text)
  if (mode !== undefined) chmodSync(absolute, mode)
  return `  wrote    ${path}`
}

function overview({ frameworks, routes, trackers, findings }: Surroundings): string[] {
  const sensitive = routes.filter(({ class: name }) => name !== 'public')
  return [
    `Stack:    ${frameworks.join(', ') || 'nothing that is known; pages are told by their paths'}`,
    `Routes:   ${sensitive.map(({ class: name, paths }) => `${paths.length} ${name}`).join(', ') || 'none that look sensitive'}`,
    `Trackers: ${trackers.map(({ id }) => id).join(', ') || 'none seen'}`,
    `Findings: ${findings}`,
    '',
  ]
}

export async function init(request: InitRequest, host: Host, given?: Engine): Promise<ExitCode> {
  const root = host.cwd
  const engine = given ?? (await import('../../engine.js'))
  const files = filesOnDisk(root, root)
  const existing = configurationsIn(files)
  const configuration = existing.length > 0 ? configurationIn(files) : defaultConfiguration
  const surroundings = surroundingsOf(root, engine.run(diskTree(root), configuration, { rules: engine.rules }))
  host.stdout.write(`${overview(surroundings).join('\n')}\n`)
  const hook: Hook = await choose(host, request, 'Which hook before a commit?', hooks, surroundings.hook, '--hook', request.hook)
  const service: Service = await choose(host, request, 'Which service for pull requests?', services, surroundings.service, '--ci', request.ci)
  const eslint = eslintFile(surroundings)
  const planned = [
    ...(existing.length > 0 ? [] : [configurationFile(surroundings)]),
    ...(eslint !== null && typeof eslint !== 'string' ? [eslint] : []),
    ...hookFiles(hook, surroundings),
    ...serviceFiles(service, surroundings),
  ]
  const lines = planned.map((each) => write(root, each))
  if (existing.length > 0) lines.unshift(`  kept     ${existing.join(', ')}`)
  const more = [
    ...(typeof eslint === 'string' ? ['', eslint] : []),
    '',
    surroundings.findings > 0
      ? `Today: ${counted(surroundings.findings, 'finding')}. Hooks and pull requests tell what a change adds; ` +
        '"pixelward baseline" writes today\'s down, so that "pixelward" alone does so, too.'
      : 'Nothing was found today.',
    'Next: "pixelward routes" shows which pages are taken for sensitive, "pixelward --format html -o report.html" ' +
      'is for the privacy office.',
  ]
  host.stdout.write(`${[...lines, ...more].join('\n')}\n`)
  return 0
}
