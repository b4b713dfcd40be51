/** What the functions that answer a request show: views, files, markup of their own, data, another address. */
import type { FunctionId, ScriptFacts, Value } from '../../facts/script/graph.js'
import type { RoutePlace } from '../framework.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'

/** A function of the project, with what its parameters stand for. */
export interface HandlerFunction extends ScriptValue {
  function: FunctionId
}

export interface Answers {
  views: ViewCall[]
  /** First arguments of calls that give out a file, with those that follow. */
  files: ScriptValue[][]
  /** Where the visitor is sent. */
  redirects: ScriptValue[]
  /** Markup in a string of the code itself. */
  markup: boolean
  /** Data, or a status without a page. */
  data: boolean
  /** The functions themselves, in the files they stand in. */
  places: RoutePlace[]
}

export interface ViewCall {
  name: ScriptValue
  /** The values and options that go with it. */
  options: readonly ScriptValue[]
}

const DEPTH = 4
const FUNCTIONS = 40

const RENDERS = new Set(['render', 'view', 'viewAsync', 'renderAsync', 'renderView'])
const FILES = new Set(['sendFile', 'sendfile', 'file', 'html', 'sendFileAsync'])
const REDIRECTS = new Set(['redirect', 'redirectTo'])
const DATA = new Set(['json', 'jsonp', 'sendStatus', 'download', 'attachment', 'noContent'])
const TEXT = new Set(['send', 'end', 'write', 'response'])

/** Functions that a handler argument names: itself, those in a list or handed to a wrapper, methods of a controller. */
export function handlerFunctions(reader: ScriptReader, at: ScriptValue, depth = 0): HandlerFunction[] {
  if (depth > DEPTH) return []
  return reader.read(at).slice(0, FUNCTIONS).flatMap((target): HandlerFunction[] => {
    const shape = reader.shape(target)
    if (!shape) return []
    const inner = (part: number): HandlerFunction[] => handlerFunctions(reader, reader.beside(target, part), depth + 1)
    switch (shape.kind) {
      case 'function': return [{ ...target, function: shape.function }]
      case 'array': return shape.items.flatMap(inner)
      case 'member': return methodsOf(reader, target, shape, depth)
      case 'call': {
        const callee = reader.script(target)?.values[shape.callee]
        if (callee?.kind === 'member' && callee.name === 'bind') return inner(callee.object)
        return shape.arguments.flatMap(inner)
      }
      default: return []
    }
  })
}

/** `controller.show` of an instance, `this.show` inside a class. */
function methodsOf(reader: ScriptReader, at: ScriptValue, shape: Value & { kind: 'member' }, depth: number): HandlerFunction[] {
  const { name } = shape
  if (name === null) return []
  const object = reader.beside(at, shape.object)
  return [object, ...reader.read(object)].flatMap((target) => classesOf(reader, target)).flatMap(({ at: place, id }) => {
    const member = reader.script(place)?.classes[id]?.members.find((own) => own.name === name)
    return typeof member?.value === 'number' ? handlerFunctions(reader, reader.beside(place, member.value), depth + 1) : []
  })
}

/** The classes a value is an instance of. */
export function classesOf(reader: ScriptReader, at: ScriptValue): { at: ScriptValue; id: number }[] {
  const shape = reader.shape(at)
  if (shape?.kind === 'this') {
    const owner = reader.script(at)?.functions[shape.function]
    return owner && owner.class >= 0 ? [{ at, id: owner.class }] : []
  }
  if (shape?.kind !== 'call' || !shape.isNew) return []
  return reader.read(reader.beside(at, shape.callee)).flatMap((target) => {
    const made = reader.shape(target)
    return made?.kind === 'class' ? [{ at: target, id: made.class }] : []
  })
}

/** What some functions answer, those of the project that they hand the request on to among them. */
export function answersOf(reader: ScriptReader, functions: readonly HandlerFunction[]): Answers {
  const answers: Answers = { views: [], files: [], redirects: [], markup: false, data: false, places: [] }
  const seen = new Set<string>()
  const open = functions.map((each) => ({ each, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { each, depth } = next
    const key = `${each.file}|${each.script}|${each.function}`
    const script = reader.script(each)
    const facts = script?.functions[each.function]
    if (!script || !facts || seen.has(key) || seen.size > FUNCTIONS) continue
    seen.add(key)
    if (depth === 0) answers.places.push({ file: each.file, start: facts.start, end: facts.end })
    for (const handed of readFunction(reader, script, each, answers)) {
      if (depth < DEPTH) open.push({ each: handed, depth: depth + 1 })
    }
  }
  return answers
}

/** Notes what one function answers; gives the functions it hands its parameters on to. */
function readFunction(reader: ScriptReader, script: ScriptFacts, at: HandlerFunction, answers: Answers): HandlerFunction[] {
  const facts = script.functions[at.function]
  if (!facts) return []
  const isInside = ({ start, end }: { start: number; end: number }): boolean => facts.start <= start && end <= facts.end
  const handed: HandlerFunction[] = []
  for (const site of script.calls) {
    const call = script.values[site.value]
    if (call?.kind !== 'call' || !isInside(call)) continue
    const callee = script.values[call.callee]
    const name = callee?.kind === 'member' ? callee.name : null
    const given = call.arguments.map((argument) => reader.beside(at, argument))
    if (name === null || !readAnswer(reader, name, given, answers)) {
      if (handsOn(script, call, facts.start, facts.end)) handed.push(...handlerFunctions(reader, reader.beside(at, call.callee), 1))
    }
  }
  // Koa: what is assigned to the body is sent.
  for (const store of script.stores) {
    if (store.name === 'body' && isInside(store)) noteText(reader, reader.beside(at, store.value), answers)
  }
  for (const result of facts.returns) noteResult(reader, reader.beside(at, result), answers)
  return handed
}

/** True when it is one of the calls that answer. */
function readAnswer(reader: ScriptReader, name: string, given: readonly ScriptValue[], answers: Answers): boolean {
  const [first] = given
  if (RENDERS.has(name) && first && isText(reader, first)) answers.views.push({ name: first, options: given.slice(1) })
  else if (FILES.has(name) && first) answers.files.push([...given])
  else if (REDIRECTS.has(name)) answers.redirects.push(...given.filter((value) => isText(reader, value)).slice(-1))
  else if (DATA.has(name)) answers.data = true
  else if (TEXT.has(name) && first) noteText(reader, first, answers)
  else return false
  return true
}

function isText(reader: ScriptReader, at: ScriptValue): boolean {
  return reader.read(at).some((target) => {
    const shape = reader.shape(target)
    return shape?.kind === 'template' || (shape?.kind === 'constant' && typeof shape.value === 'string')
  })
}

function noteText(reader: ScriptReader, at: ScriptValue, answers: Answers): void {
  if (isText(reader, at) && reader.texts(at).some((text) => /<[a-z!]/i.test(text))) answers.markup = true
  else answers.data = true
}

/** Frameworks that send what a handler gives back. */
function noteResult(reader: ScriptReader, at: ScriptValue, answers: Answers): void {
  for (const target of reader.read(at)) {
    const shape = reader.shape(target)
    if (shape?.kind === 'object' || shape?.kind === 'array') answers.data = true
    else if (shape?.kind === 'template' || shape?.kind === 'constant') noteText(reader, target, answers)
  }
}

/** True when a call is given a parameter of the functions around it: the request, the response or both. */
function handsOn(script: ScriptFacts, call: Value & { kind: 'call' }, start: number, end: number): boolean {
  return call.arguments.some((argument) => {
    const value = script.values[argument]
    const binding = value?.kind === 'binding' ? script.bindings[value.binding] : undefined
    return binding?.kind === 'parameter' && start <= binding.span.start && binding.span.end <= end
  })
}
