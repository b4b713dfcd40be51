import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import {
  configurationFromObject,
  describeProblem,
  packageHasConfiguration,
  readConfiguration,
  requireConfiguration,
} from '../../src/configuration/read.js'
import { UsageError } from '../../src/configuration/usage-error.js'

const mistakes = (name: string, text: string): string[] => readConfiguration(name, text).problems.map(describeProblem)

describe('a configuration', () => {
  it('may say everything', () => {
    const text = JSON.stringify({
      $schema: './node_modules/eslint-plugin-pixelward/schema/config.schema.json',
      preset: 'strict',
      rules: { 'no-health-fact-in-event': 'off', 'no-automatic-capture': 'warn' },
      include: ['src/**'],
      exclude: ['legacy'],
      routes: [{ path: '/portal/**', class: 'portal' }, { files: 'src/booking/**', class: 'scheduling' }],
      extraRoutes: [{ path: '/book', files: ['widget/*.js'], class: 'scheduling' }],
      floor: 'condition',
      allow: [{ tracker: 'matomo', accounts: ['1'], owner: 'web team', purpose: 'counts', agreement: true, routes: ['/blog/**'] }],
      threshold: 'warning',
    })
    const { configuration, problems } = readConfiguration('pixelward.config.json', text)
    expect(problems).toEqual([])
    expect(configuration).toMatchObject({ preset: 'strict', floor: 'condition', threshold: 'warning' })
    expect(configuration.rules).toEqual({ 'no-health-fact-in-event': 'off', 'no-automatic-capture': 'warning' })
    expect(configuration).not.toHaveProperty('$schema')
  })

  it.each([['pixelward.config.json', ''], ['pixelward.config.json', '{}'], ['pixelward.config.yaml', ''], ['pixelward.config.yml', '# nothing yet']])(
    'that says nothing means the defaults: %s %j',
    (name, text) => {
      expect(readConfiguration(name, text)).toEqual({ configuration: defaultConfiguration, problems: [] })
    },
  )

  it('may have comments and trailing commas', () => {
    expect(readConfiguration('pixelward.config.jsonc', '{\n  // why\n  "preset": "strict",\n}').configuration.preset).toBe('strict')
  })

  it('may be YAML', () => {
    const text = 'preset: strict\nroutes:\n  - path: /portal/**\n    class: portal\n'
    expect(readConfiguration('pixelward.config.yaml', text).configuration.routes).toEqual([{ path: '/portal/**', class: 'portal' }])
  })

  it('may stand in package.json', () => {
    const text = '{ "name": "site", "pixelward": { "preset": "strict" } }'
    expect(packageHasConfiguration(text)).toBe(true)
    expect(readConfiguration('package.json', text).configuration.preset).toBe('strict')
  })

  it('is not in a package.json that only depends on us', () => {
    const text = '{ "devDependencies": { "eslint-plugin-pixelward": "1" }, "keywords": ["pixelward"] }'
    expect(packageHasConfiguration(text)).toBe(false)
    expect(readConfiguration('package.json', text)).toEqual({ configuration: defaultConfiguration, problems: [] })
  })
})

describe('a mistake', () => {
  it('in a value names the key, the line and what is allowed', () => {
    const text = '{\n  "routes": [\n    {\n      "path": "/x", "class": "secret"\n    }\n  ]\n}'
    expect(mistakes('pixelward.config.json', text)).toEqual([
      'pixelward.config.json:4: routes[0].class is "secret"; allowed: portal, login, scheduling, intake, billing, ' +
        'provider-search, condition, contact, public',
    ])
  })

  it('in a value that is nearly right names the right one', () => {
    expect(mistakes('pixelward.config.json', '{ "preset": "strickt" }')).toEqual([
      'pixelward.config.json:1: preset is "strickt" (did you mean "strict"?); allowed: recommended, strict',
    ])
  })

  it('in a key names the nearest one', () => {
    expect(mistakes('pixelward.config.json', '{\n\n  "route": []\n}')).toEqual([
      'pixelward.config.json:3: unknown key "route"; did you mean "routes"?',
    ])
  })

  it('in a rule names the nearest one', () => {
    expect(mistakes('c.yml', 'rules:\n  no-form-data-in-traking: off\n')).toEqual([
      'c.yml:2: unknown rule "no-form-data-in-traking" in rules; did you mean "no-form-data-in-tracking"?',
    ])
  })

  it('in a key like no other lists all of them', () => {
    const [message] = mistakes('pixelward.config.json', '{ "zzzzzz": 1 }')
    expect(message).toContain('unknown key "zzzzzz"; known: preset, rules, include')
  })

  it('in a declared tracker names the nearest one', () => {
    expect(mistakes('c.json', '{ "allow": [{ "tracker": "matomo" },\n{ "tracker": "matomoo" }] }')).toEqual([
      'c.json:2: allow[1].tracker is "matomoo", which is no tracker; did you mean "matomo"?',
    ])
  })

  it('in a type says what is wanted', () => {
    expect(mistakes('pixelward.config.json', '{ "include": "src/**" }')).toEqual([
      'pixelward.config.json:1: include is "src/**"; it must be a list ([…])',
    ])
  })

  it.each([
    ['{ "routes": [{ "class": "portal" }] }', 'routes[0] needs one of "path" (a glob on route paths) and "files" (a glob on files)'],
    ['{ "routes": [{ "path": "/a", "files": "b", "class": "portal" }] }', 'routes[0] needs one of "path" (a glob on route paths) and "files" (a glob on files)'],
    ['{ "routes": [{ "path": "/a" }] }', 'routes[0] has no "class"'],
    ['{ "routes": [{ "path": "portal", "class": "portal" }] }', 'routes[0].path is "portal"; a route path begins with "/"'],
    ['{ "extraRoutes": [{ "path": "/a", "files": [] }] }', 'extraRoutes[0].files is empty; name at least one'],
    ['{ "allow": [{ "tracker": "" }] }', 'allow[0].tracker is empty'],
    ['{ "floor": "x" }', 'floor is "x"; allowed: portal, login, scheduling, intake, billing, provider-search, condition, contact, public'],
    ['[]', 'the configuration is []; it must be an object ({…})'],
  ])('is told once and in words: %s', (text, message) => {
    expect(mistakes('c.json', text)).toEqual([`c.json:1: ${message}`])
  })

  it('in the text itself names the line', () => {
    expect(mistakes('c.json', '{\n  "preset": "strict"\n  "rules": {}\n}')).toEqual(['c.json:3: comma expected'])
    expect(mistakes('c.yaml', 'preset: strict\nrules: {\n')[0]).toMatch(/^c\.yaml:\d+: /)
  })

  it('in package.json stands on its line of that file', () => {
    expect(mistakes('package.json', '{\n  "name": "x",\n  "pixelward": {\n    "preset": "x"\n  }\n}')).toEqual([
      'package.json:4: preset is "x"; allowed: recommended, strict',
    ])
  })

  it('leaves the defaults in place', () => {
    expect(readConfiguration('c.json', '{ "preset": "x", "threshold": "warning" }').configuration).toEqual(defaultConfiguration)
  })

  it('stops a host that requires a configuration, with all mistakes at once', () => {
    const read = readConfiguration('c.json', '{\n"preset": "x",\n"routs": []\n}')
    expect(() => requireConfiguration(read)).toThrow(UsageError)
    expect(() => requireConfiguration(read)).toThrow(/c\.json:2: .*\nc\.json:3: /)
  })
})

describe('settings of another tool', () => {
  it('are read as a configuration', () => {
    expect(configurationFromObject({ threshold: 'warning' }, 'settings.pixelward').configuration.threshold).toBe('warning')
    expect(configurationFromObject(undefined, 'settings.pixelward').configuration).toEqual(defaultConfiguration)
  })

  it('have no lines to name', () => {
    const { problems } = configurationFromObject({ floor: 3 }, 'settings.pixelward')
    expect(problems.map(describeProblem)).toEqual([
      'settings.pixelward: floor is 3; allowed: portal, login, scheduling, intake, billing, provider-search, condition, contact, public',
    ])
  })
})
