/** What handlers of Go answer with: templates, files, data, another address, and what they switch on the path for. */
import { HOLE } from '../../parse/hole.js'
import { directoryOf } from '../../paths.js'
import type { Certainty } from '../../types.js'
import type { RoutePlace } from '../framework.js'
import { calledName, pathOf, positional, type Call, type Expression, type Statement } from '../reading/code/nodes.js'
import { walk } from '../reading/code/walk.js'
import type { GoCode } from './reading/code.js'
import type { GoFunction, GoScope, GoValue } from './reading/packages.js'
import { textsOf } from './reading/texts.js'
import type { GoTemplates } from './templates.js'

export interface GoAnswers {
  /** Names of templates that are executed, with a HOLE for each part that is not known. */
  executed: { name: string; near: string; certainty: Certainty }[]
  /** Files that are parsed together for it. */
  parsed: string[]
  /** Layouts an engine is told by name. */
  layouts: string[]
  /** An engine of a router shows it, which may put a layout around all it shows. */
  isByEngine: boolean
  isOpen: boolean
  gives: Set<'markup' | 'redirect' | 'data' | 'file'>
  files: string[]
  places: RoutePlace[]
  /** What it answers below paths of its own: `switch r.URL.Path`. */
  below: { path: string; isPrefix: boolean; answers: GoAnswers }[]
}

export function noAnswers(): GoAnswers {
  return { executed: [], parsed: [], layouts: [], isByEngine: false, isOpen: false, gives: new Set(), files: [],
    places: [], below: [] }
}

const DEPTH = 5
const MAKES_ANSWERS =
  /render|template|tmpl|html|page|view|serve|exec|show|respond|display|handle|get|post|write|send|index|home|login/i
/** Functions of a project that are handed the name of a definition. */
const SHOWS = /render|template|tmpl|html|page|view|show|display|exec/i
const DATA = new RegExp(`^(?:${['(?:Indented|Secure|AbortWithStatus)?JSONP?', 'XML', 'YAML', 'ProtoBuf', 'Encode', 'SendStatus',
  'WriteHeader', 'Error', 'NoContent', 'Blob', 'Stream', 'AbortWithStatus'].join('|')})$`)

export class HandlerReader {
  constructor(
    private readonly code: GoCode, private readonly templates: GoTemplates,
    /** The directory all templates are loaded from, null when there are several or none is told. */
    private readonly directory: string | null,
  ) {}

  private near(scope: GoScope): string {
    return this.directory ?? directoryOf(scope.file)
  }

  read(handlers: readonly GoValue[]): GoAnswers {
    const found = noAnswers()
    const seen = new Set<unknown>()
    for (const handler of handlers) this.target(found, handler, seen, 0)
    return found
  }

  /** Goes through wrappers, conversions, methods and literals to what answers. */
  private target(found: GoAnswers, { node, scope }: GoValue, seen: Set<unknown>, depth: number): void {
    if (depth > DEPTH) return
    switch (node.kind) {
      case 'function': {
        found.places.push({ file: scope.file, start: node.function.start, end: node.function.end })
        return this.body(found, node.function.body, { ...scope, functions: [node.function, ...scope.functions] }, seen,
          depth)
      }
      case 'name':
      case 'member': {
        const functions = this.code.functionsNamed({ node, scope })
        for (const each of functions) this.declared(found, each, null, scope, seen, depth)
        if (functions.length > 0) return
        for (const value of this.code.values({ node, scope })) {
          if (value.node !== node) this.target(found, value, seen, depth + 1)
        }
        return this.served(found, { node, scope }, seen, depth)
      }
      case 'map': return this.served(found, { node, scope }, seen, depth)
      case 'call': {
        const given = positional(node)
          .filter(({ kind }) => kind === 'name' || kind === 'member' || kind === 'call' || kind === 'function'
            || kind === 'map')
        const before = found.places.length
        for (const argument of given) this.target(found, { node: argument, scope }, seen, depth + 1)
        // `s.handleHome()` gives back the handler itself.
        if (found.places.length === before) {
          for (const each of this.code.functionsNamed({ node: node.callee, scope })) {
            this.declared(found, each, node, scope, seen, depth)
          }
        }
        return
      }
      default:
    }
  }

  /** An object whose type has a method `ServeHTTP`. */
  private served(found: GoAnswers, value: GoValue, seen: Set<unknown>, depth: number): void {
    const type = this.code.typeOf(value)
    for (const method of type === null
      ? [] : this.code.packages.methods('ServeHTTP').filter((each) => each.function.receiver === type)) {
      this.declared(found, method, null, value.scope, seen, depth)
    }
  }

  private declared(
    found: GoAnswers, at: GoFunction, call: Call | null, scope: GoScope, seen: Set<unknown>, depth: number,
  ): void {
    if (seen.has(at.function)) return
    seen.add(at.function)
    found.places.push({ file: at.file, start: at.function.start, end: at.function.end })
    this.body(found, at.function.body, this.code.inside(at, call, scope), seen, depth)
  }

  private body(found: GoAnswers, body: readonly Statement[], scope: GoScope, seen: Set<unknown>, depth: number): void {
    const rest = this.paths(found, body, scope, depth)
    const visit = (node: Expression): void => {
      if (node.kind === 'call') this.call(found, node, scope, seen, depth)
      else if (node.kind === 'text') this.literal(found, node.text, scope)
    }
    walk(rest, visit)
  }

  /** A literal that is the name of a template, wherever it stands. */
  private literal(found: GoAnswers, text: string, scope: GoScope): void {
    if (text.length > 120 || !this.templates.isFileName(text) || found.executed.some(({ name }) => name === text)) {
      return
    }
    found.executed.push({ name: text, near: this.near(scope), certainty: 'likely' })
  }

  private call(found: GoAnswers, call: Call, scope: GoScope, seen: Set<unknown>, depth: number): void {
    const name = calledName(call)
    const given = positional(call)
    const texts = (node: Expression | undefined): string[] => (node ? textsOf(this.code, { node, scope }) : [])
    const path = pathOf(call.callee)
    switch (name) {
      case 'ExecuteTemplate': return this.execute(found, texts(given[1]), scope, call)
      case 'Execute': return this.execute(found, [], scope, call)
      case 'HTML':
      case 'Render': {
        // `c.HTML(200, "name", …)`, `c.Render(200, "name", …)`, `c.Render("name", …, "layout")`, `r.HTML("name")`
        const isFirst = given[0] !== undefined && !this.isStatus(given[0], scope)
        const named = texts(isFirst ? given[0] : given[1])
        found.isByEngine = true
        this.named(found, named, scope)
        if (isFirst && name === 'Render') {
          for (const layout of given.slice(2)) {
            found.layouts.push(...texts(layout).filter((text) => !text.includes(HOLE)))
          }
        }
        return
      }
      case 'ServeFile':
      case 'SendFile':
      case 'File':
      case 'ServeFileFS': {
        const files = given.flatMap(texts).filter((text) => /\.html?$/i.test(text))
        found.files.push(...files)
        found.gives.add(files.length > 0 ? 'file' : 'data')
        return
      }
      case 'Redirect':
      case 'RedirectToRoute': found.gives.add('redirect'); return
      case 'ParseFiles':
      case 'ParseGlob':
      case 'ParseFS': return
      default:
    }
    if (DATA.test(name)) found.gives.add('data')
    if (/^(fmt\.Fprint(f|ln)?|io\.WriteString|w\.Write|c\.(HTML|String|SendString|Data|HTMLBlob))$/.test(path)
      || name === 'WriteString') {
      const written = given.flatMap(texts)
      if (written.some((text) => /<[a-z!/][^>]*>/i.test(text))) found.gives.add('markup')
      else if (written.length > 0 && !written.some((text) => text.includes(HOLE))) found.gives.add('data')
    }
    if (depth >= DEPTH) return
    const names = given.flatMap((node) => (node.kind === 'text' && this.templates.isName(node.text) ? [node.text] : []))
    const takesName = names.length > 0 && SHOWS.test(name)
    for (const each of takesName ? names : []) {
      if (!found.executed.some((known) => known.name === each)) {
        found.executed.push({ name: each, near: this.near(scope), certainty: 'likely' })
      }
    }
    if (!takesName && !MAKES_ANSWERS.test(name)) return
    for (const each of this.code.functionsNamed({ node: call.callee, scope }).slice(0, 4)) {
      if (seen.has(each.function) && !takesName) continue
      seen.add(each.function)
      this.body(found, each.function.body, this.code.inside(each, call, scope), seen, depth + 1)
    }
  }

  /** `200`, `http.StatusOK` in front of a name. */
  private isStatus(node: Expression, scope: GoScope): boolean {
    if (node.kind === 'text') return false
    if (node.kind === 'constant' || (node.kind === 'member' && node.name.includes('Status'))) return true
    return textsOf(this.code, { node, scope }).every((text) => /^\d+$/.test(text))
  }

  private named(found: GoAnswers, names: readonly string[], scope: GoScope): void {
    const known = names.filter((text) => text.replaceAll(HOLE, '').replace(/[./]|html|tmpl/g, '') !== '')
    if (known.length < names.length || names.length === 0) found.isOpen = true
    for (const name of known) {
      found.executed.push({ name, near: this.near(scope), certainty: known.length === 1 && !name.includes(HOLE)
        ? 'exact' : 'likely' })
    }
  }

  /** `t.ExecuteTemplate(w, "base", data)`, with the files `t` was made of. */
  private execute(found: GoAnswers, names: readonly string[], scope: GoScope, call: Call): void {
    const object = call.callee.kind === 'member' ? call.callee.object : call.callee
    const files = this.parsedFiles({ node: object, scope }, 0)
    found.parsed.push(...files)
    if (names.length > 0) return this.named(found, names, scope)
    // `Execute` takes the first file, or the name the set was made with.
    const [first] = files
    if (first !== undefined) found.executed.push({ name: first, near: '', certainty: 'exact' })
    else found.isOpen = true
  }

  /** Files that a set of templates is parsed of, as far as they are named one by one. */
  private parsedFiles({ node, scope }: GoValue, depth: number): string[] {
    if (depth > DEPTH * 2) return []
    if (node.kind === 'call') {
      const name = calledName(node)
      if (name === 'ParseFiles' || name === 'ParseFS') {
        const given = node.arguments.slice(name === 'ParseFS' ? 1 : 0)
        const values = given
          .flatMap(({ value, isSpread }) =>
            (isSpread ? this.code.items({ node: value, scope }) : [{ node: value, scope }]))
        return values.flatMap((value) => textsOf(this.code, value))
          .filter((text) => !text.includes(HOLE) && !text.includes('*'))
          .flatMap((text) => this.templates.find(text, directoryOf(scope.file)))
      }
      const inner = node.callee.kind === 'member'
        ? this.parsedFiles({ node: node.callee.object, scope }, depth + 1) : []
      const given = positional(node)
        .flatMap((argument) => (argument.kind === 'call' ? this.parsedFiles({ node: argument, scope }, depth + 1) : []))
      const results = this.code.functionsNamed({ node: node.callee, scope }).slice(0, 2)
        .flatMap((each) => this.code.results(each, node, scope)).flatMap((value) => this.parsedFiles(value, depth + 2))
      return [...new Set([...inner, ...given, ...results])]
    }
    if (node.kind === 'index') return []
    return this.code.values({ node, scope }).filter((value) => value.node !== node)
      .flatMap((value) => this.parsedFiles(value, depth + 1))
  }

  // Paths -----------------------------------------------------------------------------------------------------------

  /** Takes out what stands under a question about the path, each as an answer of its own; what is left. */
  private paths(found: GoAnswers, body: readonly Statement[], scope: GoScope, depth: number): Statement[] {
    return body.flatMap((statement): Statement[] => {
      if (statement.kind === 'block') return [{ ...statement, body: this.paths(found, statement.body, scope, depth) }]
      if (statement.kind !== 'branch') return [statement]
      const branches = statement.branches.flatMap((branch) => {
        const asked = branch.tests.flatMap((test) => this.asked(test, statement.subject, scope))
        if (asked.length === 0) return [{ ...branch, body: this.paths(found, branch.body, scope, depth) }]
        const answers = noAnswers()
        answers.places.push({ file: scope.file, start: branch.start, end: branch.end })
        this.body(answers, branch.body, scope, new Set(), depth)
        for (const { path, isPrefix } of asked) found.below.push({ path, isPrefix, answers })
        return []
      })
      return [{ ...statement, branches }]
    })
  }

  /** Paths that a condition asks for. */
  private asked(test: Expression, subject: Expression | null, scope: GoScope): { path: string; isPrefix: boolean }[] {
    const texts = (node: Expression): string[] => textsOf(this.code, { node, scope })
      .filter((text) => text.startsWith('/'))
    if (subject) return isPath(subject) ? texts(test).map((path) => ({ path, isPrefix: false })) : []
    if (test.kind === 'binary' && test.operator === '==') {
      const [asked, told] = isPath(test.left) ? [true, test.right] : [isPath(test.right), test.left]
      return asked ? texts(told).map((path) => ({ path, isPrefix: false })) : []
    }
    if (test.kind === 'binary' && (test.operator === 'or' || test.operator === '&&')) {
      return [...this.asked(test.left, null, scope), ...this.asked(test.right, null, scope)]
    }
    if (test.kind === 'call' && pathOf(test.callee) === 'strings.HasPrefix') {
      const [first, second] = positional(test)
      return first && second && isPath(first) ? texts(second).map((path) => ({ path, isPrefix: true })) : []
    }
    return []
  }
}

/** `r.URL.Path`, `req.RequestURI`. */
function isPath(node: Expression): boolean {
  return /\.(URL\.Path|RequestURI|URL\.EscapedPath\(\))$/.test(pathOf(node))
}

