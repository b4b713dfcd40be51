/** Which files are containers, what is wrong with them, and where things stand in them. */
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/containers/read.js'
import type { FileFacts } from '../../src/facts/facts.js'
import { memoryTree } from '../memory-tree.js'
import { report, tagOf } from './read-fixture.js'

const read = (path: string, text: string): FileFacts => readSource(path, text, () => true)

/** An export with these tags and variables. */
function exported(tags: object[], variables: object[] = []): object {
  return { exportFormatVersion: 2, containerVersion: { container: { publicId: 'GTM-FIXREAD' }, tag: tags, variable: variables } }
}

const pixel = `<script>
  fbq('init', '200300400500600'); // "quoted"
  fbq('track', 'Lead', { about: document.querySelector("#reason").value });
</script>`

const tag = { name: 'A pixel “of ours”', type: 'html', firingTriggerId: ['2147479553'], parameter: [{ type: 'TEMPLATE', key: 'html', value: pixel }] }

describe('a container is known by what is in it', () => {
  it.each(['GTM-FIXREAD.json', 'export', 'data/anything.json', 'copy.json.js'])('%s', (path) => {
    expect(read(path, JSON.stringify(exported([tag]), null, 2)).container?.id).toBe('GTM-FIXREAD')
  })

  it.each([
    ['a file that mentions exports', 'notes.json', '{ "text": "exportFormatVersion is 2" }'],
    ['settings with a word of them', 'docker.json', '{ "containerVersion": "1.2.3" }'],
    ['a script that makes one', 'make.js', 'export const make = (tags) => ({ "exportFormatVersion": 2, "containerVersion": { "tag": tags } })'],
    ['a script with variables of that name', 'tool.js', 'const name = (macro) => macro.vtp_name'],
    ['something that is no object', 'list.json', '["containerVersion", { "a": 1 }]'],
  ])('%s is none', (_, path, text) => {
    expect(read(path, text).container).toBeUndefined()
  })

  it('the code around it in a script is read as ever where it is none', () => {
    const facts = read('tool.js', "fbq('track', 'Lead') // vtp_")
    expect(facts.scripts[0]?.calls).toHaveLength(1)
  })
})

describe('places', () => {
  const text = JSON.stringify(exported([tag], [{ name: 'Reason', type: 'jsm', parameter: [{ key: 'javascript', value: "function () {\n\treturn document.getElementById('reason').value\n}" }] }]), null, 2)
  const { sightings, findings } = report(memoryTree({
    'package.json': '{ "description": "a clinic that does not exist, for patients of its doctors" }',
    'schedule-appointment/index.html': '<!doctype html><script async src="https://www.googletagmanager.com/gtm.js?id=GTM-FIXREAD"></script><form><textarea id="reason" name="reason"></textarea></form>',
    'GTM.json': text,
  }))
  const inContainer = sightings.filter(({ file }) => file === 'GTM.json')

  it('calls in custom HTML stand where they are written, through the escapes of JSON', () => {
    expect(inContainer.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "fbq('init', '200300400500600')", `fbq('track', 'Lead', { about: document.querySelector(\\"#reason\\").value })`,
    ])
  })

  it('a finding stands at the name of its tag', () => {
    const [finding] = findings.filter(({ ruleId }) => ruleId === 'no-risky-container')
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe('"A pixel “of ours”"')
    expect(finding && tagOf(finding)).toBe('A pixel “of ours”')
  })

  it('the way of the data goes from the page into the container', () => {
    const [finding] = findings.filter(({ ruleId }) => ruleId === 'no-risky-container')
    expect(finding?.flow.map(({ file, note }) => `${file}: ${note}`)).toEqual([
      'schedule-appointment/index.html: the visitor fills in the reason for the visit (textarea#reason)',
      'GTM.json: sent by the tag “A pixel “of ours””',
    ])
  })
})

describe('broken containers', () => {
  const whole = JSON.stringify(exported([tag, { ...tag, name: 'another' }]), null, 1)

  it('cut off: a problem with its line, and what is there', () => {
    const facts = read('GTM.json', whole.slice(0, whole.indexOf('another') + 8))
    expect(facts.problems).toEqual([{ file: 'GTM.json', line: whole.slice(0, whole.indexOf('another')).split('\n').length, message: expect.stringContaining('not whole JSON') as string }])
    expect(facts.container?.tags[0]?.name).toBe('A pixel “of ours”')
  })

  it('of the wrong types', () => {
    const wrong = { exportFormatVersion: '2', containerVersion: { container: [], tag: [{ type: 7, parameter: 'x' }, { type: 'html', parameter: { html: 1 }, firingTriggerId: 'x' }, null, []], trigger: { a: 1 }, variable: [{ name: 3, type: 'c' }], builtInVariable: [4], folder: 'x' } }
    const facts = read('GTM.json', JSON.stringify(wrong))
    expect(facts.problems).toEqual([])
    expect(facts.container?.tags.map(({ type, state }) => `${type} ${state}`)).toEqual(['7 never', 'html never'])
  })

  it('custom code that is no script', () => {
    const text = JSON.stringify(exported([{ ...tag, parameter: [{ key: 'html', value: '<script>if (</script>' }] }]), null, 2)
    const line = text.slice(0, text.indexOf('if (')).split('\n').length
    expect(read('GTM.json', text).problems.map((problem) => `${problem.line} ${problem.message.slice(0, 27)}`)).toEqual([`${line} cannot be parsed completely`])
  })

  it('variables that refer to each other, and to themselves', () => {
    const constant = (name: string, value: string): object => ({ name, type: 'c', parameter: [{ key: 'value', value }] })
    const tree = memoryTree({ 'GTM.json': JSON.stringify(exported(
      [{ name: 'x', type: 'gaawe', firingTriggerId: ['2147479553'], parameter: [{ key: 'eventName', value: '{{A}}' }, { key: 'measurementIdOverride', value: '{{A}}' }] }],
      [constant('A', '{{B}}'), constant('B', '{{A}}{{B}}')],
    )) })
    const { sightings, problems } = report(tree)
    expect(problems).toEqual([])
    expect(sightings.map(({ accountId, event }) => [accountId, event])).toEqual([[null, null]])
  })

  it('nested deeper than anybody would', () => {
    const deep = `{"exportFormatVersion":2,"containerVersion":{"tag":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}}`
    expect(read('GTM.json', deep).container).toBeUndefined()
  })

  it('a live copy in a form that is not read: a problem, and the script is read as any other', () => {
    const old = `// Copyright 2012 Google Inc. All rights reserved.
// Container Version: 5
(function(w,g){w[g]=w[g]||{};})(window,'google_tag_manager');
fbq('init', '200300400500600')
`
    const facts = read('gtm.js', old)
    expect(facts.container).toBeUndefined()
    expect(facts.problems.map(({ line, message }) => [line, message.slice(0, 81)])).toEqual(
      [[1, 'is a Google Tag Manager container in an old form, whose tags are not read: export']])
    expect(report(memoryTree({ 'gtm.js': old })).sightings.map(({ tracker }) => tracker)).toEqual(['meta-pixel'])
    expect(read('other.js', old.replace('Google', 'Another')).problems).toEqual([])
  })

  it('a utag.js of Tealium: tags whose code lies elsewhere are told, and the script is read as any other', () => {
    const script = `//tealium universal tag - utag.loader ut4.0
utag.cfg={path:"//tags.tiqcdn.com/utag/invented/main/prod/"};
fbq('init', '200300400500600');
utag.loader.initcfg=function(){utag.loader.cfg={"3":{load:1,send:1,wait:1,tid:7115},4:{load:utag.cond[2],tid:20010},"5":{load:0,tid:1191}}};`
    const { container, problems } = read('utag.js', script)
    expect(problems).toEqual([])
    expect(container?.id).toBe('invented/main')
    expect(container?.notRead).toEqual([
      'tags whose code lies in files of their own, which are checked where they are in the tree: utag.3.js, utag.4.js'])
    expect(container?.tags.map(({ name, state }) => `${name} ${state}`)).toEqual(
      ['tag 3 fires', 'tag 4 fires', 'tag 5 paused', 'extensions fires'])
    expect(report(memoryTree({ 'utag.js': script })).sightings.map(({ tracker }) => tracker)).toContain('meta-pixel')
    expect(read('utag.js', script.replace('utag.loader.cfg=', 'utag.loader.cfg==')).container).toBeUndefined()
    expect(read('site.js', 'for (const id in utag.loader.cfg) count(utag.loader.cfg[id])').container).toBeUndefined()
    expect(read('site.js', 'mail.sender[id] = utag').container).toBeUndefined()
  })

  it('load rules of Tealium: conditions on the address are read, and what is about something else is left open', () => {
    const script = (rule: string): string => `utag.loader.loadrules=function(a,b){var d=a||utag.data;var c=b||utag.cond;
for(var l in c){switch(l){case '2':try{c[2]|=(${rule})}catch(e){}break}}};
utag.loader.initcfg=function(){utag.loader.cfg={"4":{load:utag.cond[2],send:1,tid:20010}}};`
    const says = (rule: string): string | undefined => read('utag.js', script(rule)).container?.triggers[0]?.says
    const told = 'its load rules: '
    expect(says("d['dom.pathname'].toString().toLowerCase().indexOf('/portal'.toLowerCase())>-1")).toBe(`${told}dom.pathname contains "/portal"`)
    expect(says("d['dom.pathname'].indexOf('/portal')<0")).toBe(`${told}not (dom.pathname contains "/portal")`)
    expect(says("d['dom.url'].indexOf('/a')===0||d['kind']!='form'")).toBe(`${told}dom.url starts with "/a" or not (kind equals "form")`)
    expect(says("/^\\/intake/i.test(d['dom.pathname'])&&d['dom.domain']=='a.example'")).toBe(
      `${told}dom.pathname matches "^\\/intake" and dom.domain equals "a.example"`)
    expect(says("typeof d['x']!='undefined'")).toBe('its load rules')
    const tests = read('utag.js', script("typeof d['x']!='undefined'&&d['dom.pathname']=='/a'")).container?.triggers[0]?.test
    expect(tests).toMatchObject({ kind: 'all', of: [{ kind: 'not', of: { kind: 'open' } }, { kind: 'compare', subject: 'path', value: '/a' }] })
  })

  it('custom code that a Launch library keeps elsewhere: the file that hands it over, and no engine that takes it', () => {
    const address = 'https://assets.adobedtm.com/a/b/c/RC0123abcd-source.min.js'
    const file = `_satellite.__registerScript('${address}', "fbq('track', 'Lead')");`
    expect(read('RC0123abcd-source.min.js', file).container?.tags.map(({ key }) => key)).toEqual(['RC0123abcd-source'])
    expect(report(memoryTree({ 'a.js': file })).sightings.map(({ event }) => event)).toEqual(['Lead'])
    expect(read('engine.js', '_satellite.__registerScript = function (url, code) { keep(url, code) }').container).toBeUndefined()
    expect(read('other.js', file.replace('RC0123abcd-source.min', 'code')).container).toBeUndefined()
  })

  it('too large: a problem, and the run goes on', () => {
    const large = `{"exportFormatVersion":2,"containerVersion":{"tag":[{"type":"html","name":"${'x'.repeat(13_000_000)}"}]}}`
    const { problems, sightings } = report(memoryTree({ 'GTM.json': large, 'index.html': "<script>fbq('init', '200300400500600')</script>" }))
    expect(problems.map(({ file, message }) => `${file}: ${message.slice(0, 41)}`)).toEqual(['GTM.json: has a word of a tag-manager container and'])
    expect(sightings).toHaveLength(1)
  })
})

describe('what a tag sends', () => {
  const page = '<!doctype html><title>Book a visit</title><script src="https://www.googletagmanager.com/gtm.js?id=GTM-FIXREAD"></script>'
  const ofTags = (tags: object[], variables: object[]): ReturnType<typeof report> => report(memoryTree({
    'package.json': '{ "description": "a clinic that does not exist, for patients of its doctors" }',
    'schedule-appointment/index.html': page, 'container.json': JSON.stringify(exported(tags, variables)),
  }))
  const text = (key: string, value: string): object => ({ type: 'TEMPLATE', key, value })
  const event = (name: string, parameter: string, value: string): object => ({
    name, type: 'gaawe', firingTriggerId: ['2147479553'],
    parameter: [text('eventName', name), text('measurementIdOverride', 'G-FIXTURE001'), {
      type: 'LIST', key: 'eventParameters', list: [{ type: 'MAP', map: [text('name', parameter), text('value', value)] }],
    }],
  })
  const number = { name: 'Number', type: 'v', parameter: [text('name', 'phone_number')] }

  it('a number that is clicked is the site’s own, a number that is booked with is not', () => {
    const { findings } = ofTags([event('phone_click', 'number', '{{Number}}'), event('booked', 'number', '{{Number}}')], [number])
    const told = Object.fromEntries(findings.map((finding) => [tagOf(finding), finding.dataCategories]))
    expect(told.phone_click).not.toContain('phone')
    expect(told.booked).toContain('phone')
  })

  it('a tag that another names and that the export does not hold is no account', () => {
    const tags = ['Another workspace', 'G-FIXTURE001'].map((value) => ({
      name: value, type: 'gaawe', firingTriggerId: ['2147479553'], parameter: [text('eventName', 'seen'), { type: 'TAG_REFERENCE', key: 'measurementId', value }],
    }))
    expect(ofTags(tags, []).sightings.filter(({ file }) => file === 'container.json').map(({ accountId }) => accountId)).toEqual([null, 'G-FIXTURE001'])
  })

  it('a tag that only identifies says so where nobody knows by what, and a visit says nothing of the kind', () => {
    const parameters = [text('conversionId', '700800900'), text('userDataVariable', '{{Somebody}}')]
    const tags = ['awud', 'sp'].map((type) => ({ name: type, type, firingTriggerId: ['2147479553'], parameter: parameters }))
    const told = Object.fromEntries(ofTags(tags, []).findings.map((finding) => [tagOf(finding), finding.message]))
    expect(told.awud).toContain('It sends what is known of the visitor as a person; what that is, the container does not say.')
    expect(told.sp).not.toContain('as a person')
  })
})

describe('a container of Matomo', () => {
  const container = (config: object): string => `(function(){window.MatomoTagManager.addContainer(${JSON.stringify({
    id: 'FixForms', idsite: 7, tags: [{
      id: 1, type: 'Matomo', name: '00000000000000000000000000001eef', fireTriggerIds: [1], blockTriggerIds: [], Tag: 'MatomoTag',
      parameters: { matomoConfig: { name: 'Matomo', type: 'MatomoConfiguration', parameters: { idSite: '7', ...config } }, trackingType: 'pageview' },
    }],
    triggers: [{ id: 1, type: 'PageView', name: 'PageView', parameters: [], conditions: [] }], variables: [],
  })}, Templates);})();`
  const collects = (config: object): string[] | undefined => read('js/container_FixForms.js', container(config)).container?.tags[0]?.collects

  it('says that forms are measured, where its configuration says so', () => {
    expect(collects({ enableFormAnalytics: true })).toEqual(['measures how the fields of forms are filled in, by their names (form analytics)'])
    expect(collects({ enableFormAnalytics: false })).toEqual([])
    expect(collects({})).toEqual([])
  })
})
