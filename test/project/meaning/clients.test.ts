/** Clients of vendors' packages that functions and classes are handed, and call without naming any vendor. */
import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../../src/configuration/configuration.js'
import { createProject } from '../../../src/project/project.js'
import { memoryTree } from '../../memory-tree.js'

const page = "import { analytics } from './analytics'\nexport const go = () => analytics.track('Booked', { reason: 'x' })"

/** Vendors of the event calls of the page. */
function sentBy(files: Record<string, string>): (string | null)[] {
  return createProject(memoryTree({ ...files, 'page.ts': page }), defaultConfiguration).sightings()
    .filter(({ file, kind }) => file === 'page.ts' && kind === 'event-call').map(({ tracker }) => tracker).sort()
}

const mixpanel = "import mixpanel from 'mixpanel-browser'\n"
const providers = `${mixpanel}import posthog from 'posthog-js'
class Mix { track(name, data) { mixpanel.track(name, data) } }
class Post { track(name, data) { posthog.capture(name, data) } }
`

describe('a client', () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ['in a factory', {
      'analytics.ts': `${mixpanel}const make = (client) => ({ track: (name, data) => client.track(name, data) })\nexport const analytics = make(mixpanel)`,
    }, ['mixpanel']],
    ['in a factory of another file', {
      'make.ts': 'export default function make(client) { return { track(name, data) { client.track(name, data) } } }',
      'analytics.ts': `${mixpanel}import make from './make'\nexport const analytics = make(mixpanel)`,
    }, ['mixpanel']],
    ['in a constructor', {
      'client.ts': 'export class Analytics { constructor(private readonly client) {} track(name, data) { this.client.track(name, data) } }',
      'analytics.ts': `${mixpanel}import { Analytics } from './client'\nexport const analytics = new Analytics(mixpanel)`,
    }, ['mixpanel']],
    ['in a list that a constructor is given', {
      'analytics.ts': `${providers}class All { constructor(list) { this.list = list } track(name, data) { for (const one of this.list) one.track(name, data) } }
export const analytics = new All([new Mix(), new Post()])`,
    }, ['mixpanel', 'posthog']],
    ['that is registered', {
      'analytics.ts': `${providers}class All { private list = []; register(one) { this.list.push(one); return this } track(name, data) { this.list.forEach((one) => one.track(name, data)) } }
export const analytics = new All().register(new Mix()).register(new Post())`,
    }, ['mixpanel', 'posthog']],
    ['that another function of the same name is given', {
      'other.ts': `${mixpanel}const make = (client) => ({ start() { client.init('x') } })\nmake(mixpanel).start()`,
      'analytics.ts': 'const make = (client) => ({ track: (name, data) => client.track(name, data) })\nexport const analytics = make(console)',
    }, []],
    ['that is not called', {
      'analytics.ts': `${mixpanel}const make = (client, log) => ({ track: (name, data) => log.track(name, data) })\nexport const analytics = make(mixpanel, console)`,
    }, []],
  ]
  it.each(cases)('%s', (_name, files, expected) => {
    expect(sentBy(files)).toEqual(expected)
  })
})
