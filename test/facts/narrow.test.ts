/** Large scripts are read around tracker code alone. */
import { describe, expect, it } from 'vitest'
import { LARGE, narrow } from '../../src/facts/compiled/narrow.js'
import { readFacts } from '../../src/facts/read.js'
import { sliceText } from '../../src/parse/mapped-text.js'

const interesting = (text: string): boolean => text.includes('fbq')

/** A library that has nothing to do with anything: `count` functions of about a thousand characters. */
function library(name: string, count: number): string {
  const body = 'if (a) { b = "text of a library that nobody asked about" + a } '.repeat(16)
  return Array.from({ length: count }, (_, at) => `function ${name}${at}(a, b) { ${body} }`).join('\n')
}

const filler = library('lib', LARGE / 1000)

/** What is left of the parts of a script whose bodies hold one of the words; the library is left out. */
function kept(code: string, words: readonly string[]): string[] {
  const text = `${code}\n${filler}`
  const narrowed = narrow(sliceText(text, 0, text.length), interesting)
  if (!narrowed) return ['whole']
  expect(narrowed.code.text).toHaveLength(text.length)
  expect(narrowed.code.text.split('nobody asked').length - 1).toBe(0)
  return words.filter((word) => narrowed.code.text.includes(word))
}

describe('of a large script', () => {
  it('what sends is read, what calls it, and what these call', () => {
    const code = `
      function send(x) { window.fbq("track", x) }
      function submit(e) { send(read(e)) }
      function read(e) { return "value" + e.target }
      function other(e) { return "unrelated" + e.target }
      function form() { return element({ onSubmit: submit }) }`
    expect(kept(code, ['fbq', 'send(read', '"value"', 'onSubmit', '"unrelated"'])).toEqual(['fbq', 'send(read', '"value"', 'onSubmit'])
  })

  it('modules by their ids', () => {
    const code = `var table = {
      12: (e, t, n) => { t.send = (x) => fbq("track", x) },
      13: (e, t, n) => { var s = n(12); s.send("booked") },
      14: (e, t, n) => { n(15).post("unrelated") },
      15: (e, t, n) => { t.post = (x) => "nothing" } };`
    const large = code.replace('15:', `16: (e) => { /*${' '.repeat(30_000)}*/ }, 15:`)
    expect(kept(large, ['fbq', '"booked"', '"unrelated"', '"nothing"'])).toEqual(['fbq', '"booked"'])
  })

  it('what calls a thing that a module makes when it is asked for', () => {
    const code = `
      var kit, facade
      var makes = once(() => { kit = make("fbq") })
      var wraps = once(() => { makes(); facade = { login(e) { kit.identify(e) } } })
      function make(name) { return "made " + name }
      function page(e) { facade.login("who" + e) }
      function other(e) { return "unrelated" + e.target }`
    expect(kept(code, ['kit.identify', '"made "', '"who"', '"unrelated"'])).toEqual(['kit.identify', '"made "', '"who"'])
  })

  it('members by their names, where no others have them', () => {
    const code = `
      class Service { sendBooking(x) { fbq("track", x) } }
      function page(service) { return { click() { service.sendBooking("a reason") } } }
      function twin(service) { return { click() { service.sendNothing("no reason") } } }`
    expect(kept(code, ['fbq', 'a reason', 'no reason'])).toEqual(['fbq', 'a reason'])
  })

  it('what is shared through a variable', () => {
    const code = `
      var context = create(null);
      function provider() { return element(context, { track: (x) => { fbq("track", x) } }) }
      function use() { return ask(context) /* a hook */ }
      function page() { use()("a reason") }`
    expect(kept(code, ['fbq', 'ask(context)', 'a reason'])).toEqual(['fbq', 'ask(context)', 'a reason'])
  })

  it('short code that everything uses, as what a compiler puts before all classes', () => {
    const others = Array.from({ length: 800 }, (_, at) => `class Other${at} { constructor() { field(this, "of no use") } }`).join('\n')
    const code = `
      function field(object, name, value) { Object.defineProperty(object, name, { value, enumerable: "as a field" }) }
      class Sender { constructor() { field(this, "queue", []) } send(x) { fbq("track", x) } }
      ${others}`
    expect(kept(code, ['fbq', '"as a field"', 'of no use'])).toEqual(['fbq', '"as a field"'])
  })

  it('what calls a tracker rather than all that a vendor has put into its package', () => {
    const inside = Array.from({ length: 90 }, (_, at) => (
      `class Part${at} { run(a) { fbq("internal"); ${'if (a) { a = "inside the package" + a } '.repeat(300)} } }`)).join('\n')
    const code = `
      ${inside}
      function send(x) { window.fbq("track", x) }
      function page(e) { ${'text("something to read about"); '.repeat(100)} send("a reason" + e) }`
    expect(kept(code, ['"track"', '"a reason"'])).toEqual(['"track"', '"a reason"'])
  })

  it('modules of a part of a build that pass on what others of its files call, with the names of events', () => {
    const inside = Array.from({ length: 90 }, (_, at) => (
      `${at + 100}: (e, t, n) => { n(12).send(); fbq("internal"); ${'if (a) { a = "inside the package" + a } '.repeat(300)} }`)).join(',\n')
    // Larger than what may be left of the room for what is near.
    const others = Array.from({ length: 130 }, (_, at) => `k${at}: () => n(${at + 300})["${'x'.repeat(78)}"]`).join(', ')
    const part = (before: string): string => `${before}{
      12: (e, t, n) => { n.d(t, { send: () => a }); function a(x) { fbq("track", x) } },
      13: (e, t, n) => { n.d(t, { Booked: () => a }); var a = (e => (e.Booked = "Visit Booked", e))({}) },
      14: (e, t, n) => { n.d(t, { send: () => n(12).send, pass: "passed on", Booked: () => n(13).Booked, ${others} }) },
      ${inside} }`
    const words = ['"track"', '"passed on"', '"Visit Booked"']
    expect(kept(`${part('(self.webpackChunkelm = self.webpackChunkelm || []).push([[7], ')}]);`, words)).toEqual(words)
    expect(kept(`${part('var table = ')};`, words)).not.toContain('"passed on"')
  })

  it('fields and routes, wherever they stand', () => {
    const code = 'function field() { return element("input", { name: "reason" }) }\nvar routes = [{ path: "/portal", show: () => { portal() } }];'
    expect(kept(code, ['"reason"', 'portal()'])).toEqual(['"reason"', 'portal()'])
  })
})

describe('whole', () => {
  it('is a script of an ordinary size', () => {
    const text = 'function send() { fbq("init") }'
    expect(narrow(sliceText(text, 0, text.length), interesting)).toBeNull()
  })

  it('is a script whose brackets do not fit', () => {
    expect(kept('function send() { fbq("init" }', [])).toEqual(['whole'])
  })
})

describe('facts', () => {
  it('stand where the code stands in the file', () => {
    const text = `${filler}\nfunction send() { fbq("track", "Lead") }`
    const [script] = readFacts('app.js', text, interesting).scripts
    const call = script?.values.find((value) => value.kind === 'call')
    expect(text.slice(call?.start, call?.end)).toBe('fbq("track", "Lead")')
  })

  it('say when there is more around trackers than is read', () => {
    const calls = Array.from({ length: 1000 }, (_, at) => (
      `function page${at}() { var text = "${'long '.repeat(200)}"; fbq("track", text) }`)).join('\n')
    const { problems } = readFacts('app.js', calls, interesting)
    expect(problems).toEqual([expect.objectContaining({ file: 'app.js' })])
    expect(problems[0]?.message).toMatch(/^holds more code around trackers than is followed in one file: \d+ parts of it were read, \d+ were not$/)
    expect(problems[0]?.line).toBeGreaterThan(500)
  })

  it('say nothing when all of it was read', () => {
    expect(readFacts('app.js', `${filler}\nfunction send() { fbq("track") }`, interesting).problems).toEqual([])
  })
})
