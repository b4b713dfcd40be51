import { describe, expect, it } from 'vitest'
import type { FileFacts } from '../../../src/facts/facts.js'
import { lowerScript } from '../../../src/facts/script/lower.js'
import { sliceText } from '../../../src/parse/mapped-text.js'
import { createProjectNames } from '../../../src/project/globals.js'
import type { Meaning } from '../../../src/project/meaning/meaning.js'
import { Resolver } from '../../../src/project/meaning/resolver.js'
import { createPathIndex } from '../../../src/project/path-index.js'
import { createSpecifierResolver } from '../../../src/project/modules/specifiers.js'

/** What the argument of `probe(…)` in `main.ts` is. */
function probe(files: Record<string, string> | string): string[] {
  const texts = typeof files === 'string' ? { 'main.ts': files } : files
  const facts = new Map(Object.entries(texts).map(([path, text]) => [path, factsOf(path, text)]))
  const names = createProjectNames()
  for (const item of facts.values()) names.add(item)
  const paths = createPathIndex([...facts.keys()].sort())
  const specifiers = createSpecifierResolver({ paths, json: (path) => JSON.parse(texts[path] ?? 'null') as unknown, aliases: () => [], builds: { resolve: () => null } })
  const resolver = new Resolver({
    facts: (path) => facts.get(path),
    resolve: (from, specifier) => specifiers.resolve(from, specifier),
    globals: (name) => names.globals(name),
    classesOfType: (type) => names.classesOfType(type),
    registrations: () => names.registrations(),
    handing: (name) => names.handing(name), isHanding: () => names.isHanding(),
  })
  const main = [...facts.keys()].find((path) => path.startsWith('main.')) as string
  const script = facts.get(main)?.scripts[0]
  for (const site of script?.calls ?? []) {
    const value = script?.values[site.value]
    const callee = value?.kind === 'call' ? script?.values[value.callee] : undefined
    if (value?.kind !== 'call' || callee?.kind !== 'global' || callee.name !== 'probe') continue
    return resolver.meanings({ file: main, script: 0, value: value.arguments[0] as number }).map((meaning) => words(meaning, facts)).sort()
  }
  throw new Error('no probe')
}

function factsOf(path: string, text: string): FileFacts {
  const goal = path.endsWith('.classic.js') ? 'script' : 'module'
  const fragment = {
    code: sliceText(text, 0, text.length), goal, jsx: !path.endsWith('.ts'), typescript: path.includes('.ts'), server: false,
    element: null, attribute: null,
  } as const
  return {
    path, language: 'typescript', lineStarts: [0], scripts: path.endsWith('.json') ? [] : [lowerScript(fragment).facts],
    fields: [], forms: [], elements: [], references: [], blocks: [], hidden: [], templateSpans: [], serverUrls: [], frontMatter: null, settings: [], suppressions: [], problems: [],
  }
}

function words(meaning: Meaning, facts: ReadonlyMap<string, FileFacts>): string {
  switch (meaning.kind) {
    case 'external': return meaning.root === 'global' ? meaning.path : `${meaning.name}:${meaning.path}`
    case 'function': return `function ${facts.get(meaning.file)?.scripts[meaning.script]?.functions[meaning.function]?.name ?? '?'} of ${meaning.file}`
    case 'constant': return JSON.stringify(meaning.value)
    case 'class':
    case 'instance': return `${meaning.kind} ${facts.get(meaning.file)?.scripts[meaning.script]?.classes[meaning.class]?.name ?? '?'}`
    case 'module': return `module ${meaning.file}`
    case 'object': return 'object'
    case 'typed': return `typed ${meaning.type}`
  }
}

describe('globals and their aliases', () => {
  const cases: [string, string, string[]][] = [
    ['a bare global', 'probe(track)', ['track']],
    ['a property of window', 'probe(window.track)', ['track']],
    ['by index', "probe(window['track'])", ['track']],
    ['through a cast', 'probe((window as any).track)', ['track']],
    ['through optional chaining', 'probe(window?.queue?.push)', ['queue.push']],
    ['globalThis and self are the same', 'probe(globalThis.self.track)', ['track']],
    ['an alias of the function', 'const send = window.track; probe(send)', ['track']],
    ['an alias of the window', 'const w = window; probe(w.track)', ['track']],
    ['destructured', 'const { track: send } = window; probe(send)', ['track']],
    ['with a fallback', 'const q = window.queue || []; probe(q.push)', ['queue.push']],
    ['the result of a call', 'probe(sdk.getInstance().log)', ['sdk.getInstance().log']],
    ['an instance', 'const c = new Client("x"); probe(c.track)', ['Client#track']],
    ['a local function is not the global of its name', 'function track() {} probe(track)', ['function track of main.ts']],
    ['a parameter hides the global', 'export function f(track: any) { probe(track) }', []],
    ['a name computed from a constant', "const name = 'queue'; probe(window[name].push)", ['queue.push']],
    ['an immediate function gets its arguments', "(function (w, n) { probe(w[n].push) })(window, 'queue')", ['queue.push']],
    ['and so does one called by .call', '(function (w) { probe(w.track) }).call(this, window)', ['track']],
  ]
  it.each(cases)('%s', (_, code, expected) => expect(probe(code)).toEqual(expected))
})

describe('packages', () => {
  const cases: [string, string, string[]][] = [
    ['default import', "import sdk from 'sdk'; probe(sdk.track)", ['sdk:default.track']],
    ['named and renamed', "import { track as t } from 'sdk'; probe(t)", ['sdk:track']],
    ['namespace', "import * as sdk from 'sdk'; probe(sdk.track)", ['sdk:track']],
    ['require', "const sdk = require('sdk'); probe(sdk.track)", ['sdk:track']],
    ['destructured require', "const { track } = require('sdk'); probe(track)", ['sdk:track']],
    ['dynamic import', "export async function f() { const { track } = await import('sdk'); probe(track) }", ['sdk:track']],
    ['the result of a hook', "import { useSdk } from 'sdk'; const { track } = useSdk(); probe(track)", ['sdk:useSdk().track']],
    ['a type is no value', "import type { track } from 'sdk'; probe(track)", []],
    ['a declared type of a package', "import { Service } from 'sdk'; export class A { constructor(private s: Service) {} run() { probe(this.s.push) } }", ['sdk:Service#push']],
  ]
  it.each(cases)('%s', (_, code, expected) => expect(probe(code)).toEqual(expected))
})

describe('objects and classes', () => {
  const cases: [string, string, string[]][] = [
    ['a member of a literal', 'const a = { send: window.track }; probe(a.send)', ['track']],
    ['the last of two', "const a = { send: one, ['send']: two }; probe(a.send)", ['two']],
    ['a method', 'const a = { send() {} }; probe(a.send)', ['function send of main.ts']],
    ['what a getter gives', 'const a = { get send() { return one } }; probe(a.send)', ['one']],
    ['through a spread', 'const a = { send: one }; const b = { ...a }; probe(b.send)', ['one']],
    ['written later', 'const a: any = {}; a.send = one; probe(a.send)', ['one']],
    ['another member is not it', 'const a = { other: one }; probe(a.send)', []],
    ['a static method', 'class A { static send() {} } probe(A.send)', ['function send of main.ts']],
    ['an instance method', 'class A { send() {} } probe(new A().send)', ['function send of main.ts']],
    ['a field', 'class A { send = one } probe(new A().send)', ['one']],
    ['set in the constructor', 'class A { constructor() { this.send = one } } probe(new A().send)', ['one']],
    ['inherited', 'class A { send() {} } class B extends A {} probe(new B().send)', ['function send of main.ts']],
    ['a getter', 'class A { get send() { return one } } probe(new A().send)', ['one']],
    ['by interface', 'interface T { send(): void } class A implements T { send() {} } const a = box.get<T>("a"); probe(a.send)', ['box.get().send', 'function send of main.ts']],
    ['an enum member', "enum Names { A = 'a' } probe(Names.A)", ['"a"']],
    ['an array item', 'const list = [one, two]; probe(list[1])', ['two']],
    ['an element of a loop', 'for (const item of [one]) { probe(item) }', ['one']],
  ]
  it.each(cases)('%s', (_, code, expected) => expect(probe(code)).toEqual(expected))
})

describe('functions', () => {
  const cases: [string, string, string[]][] = [
    ['what a hook returns', 'function useIt() { return { send: one } } const { send } = useIt(); probe(send)', ['one']],
    ['either branch', 'const send = on ? one : two; probe(send)', ['one', 'two']],
    ['useCallback gives its function', "import { useCallback } from 'react'; const send = useCallback(one, []); probe(send)", ['one']],
    ['useMemo gives what its function returns', "import { useMemo } from 'react'; const api = useMemo(() => ({ send: one }), []); probe(api.send)", ['one']],
    ['a callback gets what its caller calls it with', 'const withIt = (callback) => { callback(window.track) }; withIt((it) => { probe(it) })', ['track']],
    ['a promise gives what its callback gives', "const load = () => import('sdk').then((module) => module.default ?? module).catch(() => null); async function f() { const it = await load(); probe(it.track) }", ['sdk:default.track', 'sdk:track']],
    ['an element handed to forEach', '[one].forEach((item) => { probe(item) })', ['one']],
    ['inject gives an instance', "import { inject } from '@angular/core'; class A { send() {} } class B { a = inject(A); c() { probe(this.a.send) } }", ['function send of main.ts']],
    ['inject gives an instance of a package’s class', "import { inject } from '@angular/core'; import { Sdk } from 'sdk'; const a = inject(Sdk); probe(a.send)", ['sdk:Sdk#send']],
    ['inject of another package does not', "import { inject } from 'vue'; class A { send() {} } probe(inject(A).send)", ['vue:inject().send']],
    ['another callback does not', 'const withIt = (a, b) => { b(window.track) }; withIt((it) => { probe(it) }, () => {})', []],
    ['declare hides nothing', 'declare let window: { track(): void }; probe(window.track)', ['track']],
    ['bind gives the function', 'function send() {} probe(send.bind)', ['function send of main.ts']],
    ['a function gives back what it is given', 'function bare(it) { return isBox(it) ? it.inside : it } probe(bare(window.track))', ['track']],
    ['another parameter does not come back', 'function bare(a, b) { return b } probe(bare(window.track))', []],
    ['nor does a part of it', 'function part(a) { return a.inside } probe(part(window.track))', []],
    ['recursion ends', 'function again() { return again() } probe(again())', []],
    ['a cycle of bindings ends', 'var a = b; var b = a; probe(a)', []],
    ['constant text', "const base = '/x'; probe(`${base}/y`)", ['"/x/y"']],
  ]
  it.each(cases)('%s', (_, code, expected) => expect(probe(code)).toEqual(expected))

  it('a context gives the value it is provided with', () => {
    expect(probe({
      'main.tsx': "import { useTracking } from './tracking'; const { send } = useTracking(); probe(send)",
      'tracking.tsx': `import { createContext, useContext } from 'react'
        const Tracking = createContext(null)
        export function Provider(props) { const send = (name) => {}; return <Tracking.Provider value={{ send }}>{props.children}</Tracking.Provider> }
        export const useTracking = () => useContext(Tracking)`,
    })).toEqual(['function send of tracking.tsx'])
  })
})

describe('modules', () => {
  const api = 'export function send() {}'
  const cases: [string, Record<string, string>][] = [
    ['named', { 'main.ts': "import { send } from './api'; probe(send)", 'api.ts': api }],
    ['namespace', { 'main.ts': "import * as a from './api'; probe(a.send)", 'api.ts': api }],
    ['through a barrel', { 'main.ts': "import { send } from './lib'; probe(send)", 'lib/index.ts': "export * from '../api'", 'api.ts': api }],
    ['renamed on the way', { 'main.ts': "import { x } from './lib'; probe(x)", 'lib.ts': "export { send as x } from './api'", 'api.ts': api }],
    ['default object', { 'main.ts': "import a from './api'; probe(a.send)", 'api.ts': 'function send() {} export default { send }' }],
    ['exported list', { 'main.ts': "import { send } from './api'; probe(send)", 'api.ts': 'function send() {} export { send }' }],
    ['CommonJS', { 'main.ts': "const a = require('./api'); probe(a.send)", 'api.ts': 'exports.send = function send() {}' }],
    ['CommonJS object', { 'main.ts': "const { send } = require('./api'); probe(send)", 'api.ts': 'module.exports = { send: function send() {} }' }],
    ['tsconfig paths', { 'main.ts': "import { send } from '~lib/api'; probe(send)", 'lib/api.ts': api, 'tsconfig.json': '{"compilerOptions":{"paths":{"~lib/*":["./lib/*"]}}}' }],
    ['the @ alias', { 'main.ts': "import { send } from '@/api'; probe(send)", 'src/api.ts': api }],
    ['a workspace package', { 'main.ts': "import { send } from '@site/tracking'; probe(send)", 'packages/t/package.json': '{"name":"@site/tracking"}', 'packages/t/src/index.ts': api }],
  ]
  it.each(cases)('%s', (_, files) => expect(probe(files)[0]).toMatch(/^function send of .*(api|index)\.ts$/))

  it('a cycle of re-exports ends', () => {
    expect(probe({ 'main.ts': "import { send } from './a'; probe(send)", 'a.ts': "export * from './b'", 'b.ts': "export * from './a'" })).toEqual([])
  })
})

describe('what new makes of a function', () => {
  it.each([
    ['methods of its prototype', 'function Tracker() {} Tracker.prototype.send = function send() {}; const t = new Tracker(); probe(t.send)'],
    ['what it writes to this', 'var Tracker = function () { this.send = function send() {} }; probe(new Tracker().send)'],
    ['what a function makes of it', 'var Tracker = function () {}; Tracker.prototype.send = function send() {}; const make = () => new Tracker(); probe(make().send)'],
  ])('has %s', (_, code) => expect(probe(code)).toEqual(['function send of main.ts']))

  it.each([
    ['another function’s', 'function Tracker() {} function Other() {} Other.prototype.send = function send() {}; probe(new Tracker().send)'],
    ['what is written to this elsewhere', 'function Tracker() {} function other() { this.send = function send() {} } probe(new Tracker().send)'],
  ])('has not %s', (_, code) => expect(probe(code)).toEqual([]))
})

describe('what is asked for by a key', () => {
  const own = `class Services { makers = new Map(); made = new Map()
    set(key, make) { this.makers.set(key, make) }
    get(key) { let found = this.made.get(key); return found || (found = this.makers.get(key)?.(this), this.made.set(key, found)), found } }
    export const services = new Services(); export const others = new Services(); export const KEYS = { mailer: 'Mailer', clock: 'Clock' }`
  const mailer = 'export class Mailer { send() {} }'
  const registers = "import { services, KEYS } from './services'; import { Mailer } from './mailer'; services.set(KEYS.mailer, (all) => new Mailer(all.get(KEYS.clock)))"
  const asks = (code: string): Record<string, string> => ({ 'main.js': code, 'services.js': own, 'mailer.js': mailer, 'setup.js': registers })
  const inversify = (bind: string): Record<string, string> => ({
    'main.js': "import { container } from './setup'; import { KEYS } from './keys'; probe(container.get(KEYS.mailer).send)",
    'keys.js': "export const KEYS = { mailer: 'Mailer' }", 'mailer.js': mailer,
    'setup.js': `import { Container } from 'inversify'; import { KEYS } from './keys'; import { Mailer } from './mailer'
      export const container = new Container(); ${bind}`,
  })
  const awilix = (registered: string): Record<string, string> => ({
    'main.js': "import { container } from './setup'; probe(container.resolve('mailer').send)", 'mailer.js': mailer,
    'setup.js': `import { createContainer, asClass, asValue, asFunction } from 'awilix'; import { Mailer } from './mailer'
      export const container = createContainer(); container.register(${registered})`,
  })
  const found: [string, Record<string, string>][] = [
    ['a container of the project', asks("import { services, KEYS } from './services'; probe(services.get(KEYS.mailer).send)")],
    ['by the text of the key', asks("import { services } from './services'; const mailer = services.get('Mailer'); probe(mailer.send)")],
    ['a class that is bound', inversify('container.bind(KEYS.mailer).to(Mailer).inSingletonScope()')],
    ['a value that is bound', inversify('container.bind(KEYS.mailer).toConstantValue(new Mailer())')],
    ['a function that is bound', inversify('container.bind(KEYS.mailer).toDynamicValue(() => new Mailer())')],
    ['a list of names', awilix('{ clock: asValue(Date), mailer: asClass(Mailer).singleton() }')],
    ['a name and what is behind it', awilix("'mailer', asFunction(() => new Mailer())")],
  ]
  it.each(found)('%s', (_, files) => expect(probe(files)).toContain('function send of mailer.js'))

  const none: [string, Record<string, string>][] = [
    ['another key', asks("import { services, KEYS } from './services'; probe(services.get(KEYS.clock).send)")],
    ['another container', asks(`import { Services } from './others'; const mine = new Services(); probe(mine.get('Mailer').send)`)],
    ['a map', asks("const mailers = new Map(); probe(mailers.get('Mailer').send)")],
    ['another name', awilix('{ mailer: asValue(Date), other: asClass(Mailer) }')],
  ]
  it.each(none)('nothing of %s', (_, files) => expect(probe(files)).not.toContain('function send of mailer.js'))
})
