/**
 * What pages show makes them what they are, whatever their paths say: a widget for booking or a portal, a form of the
 * site's own that asks for an appointment or for symptoms. It may stand in the page, or in anything the page brings in.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { DataCategory } from '../../personal/index.js'
import { moreSensitive } from '../../routes/classes.js'
import { embedsIn, embedWords } from '../../routes/embeds.js'
import { classifyName } from '../../routes/classify.js'
import type { Certainty, ReachedRoute, ReachNode, Route, RouteClass } from '../../types.js'
import type { RouteTable } from '../routes.js'
import { lookedFor } from '../first-look.js'
import { unitAround } from '../sightings/units.js'
import type { StoreView } from '../store.js'
import { formsIn, formWords, type PageForm } from './forms.js'

export interface ContentsHost {
  /** Product files, sorted. */
  files: readonly string[]
  view: StoreView
  facts(path: string): FileFacts | undefined
  /** Routes of the table as it is declared. */
  reached(node: ReachNode, offset: number | null): readonly ReachedRoute[]
}

/** Something in a file that makes the pages with it what it is. */
interface Content {
  node: ReachNode
  offset: number
  class: RouteClass
  because: string
  certainty: Certainty
  /** The same thing in other files. */
  key: string
}

/** The routes of a table, in the classes of what their pages show. */
export function withContents(table: RouteTable, host: ContentsHost): readonly Route[] {
  if (table.routes.length === 0) return table.routes
  const indexOf = new Map(table.routes.map((route, index) => [route, index]))
  const routes = [...table.routes]
  const same = new Map<string, { content: Content; reached: readonly ReachedRoute[] }[]>()
  for (const content of [...widgets(table, host), ...askingForms(table, host)]) {
    const reached = host.reached(content.node, content.offset).filter(({ route, certainty }) => certainty !== 'possible' && isPage(route))
    same.set(content.key, [...same.get(content.key) ?? [], { content, reached }])
  }
  for (const found of same.values()) {
    const shownOn = new Set(found.flatMap(({ reached }) => reached.flatMap(({ route }) => indexOf.get(route) ?? [])))
    for (const { content, reached } of found) {
      for (const { route, certainty } of reached) {
        const index = indexOf.get(route)
        // A form for the people who work there asks no patient.
        const isTheirs = content.certainty !== 'exact' && index !== undefined && table.isForStaff(index)
        if (index === undefined || isTheirs || isShared(table, index, shownOn)) continue
        routes[index] = raised(routes[index] as Route, content, certainty)
      }
    }
  }
  return routes
}

function isPage({ kind }: Route): boolean {
  return kind === 'page' || kind === 'static'
}

/** What stands on all pages of an application, or on most of many, makes none of them what it is. */
function isShared(table: RouteTable, index: number, shownOn: ReadonlySet<number>): boolean {
  const pages = table.routes.flatMap((route, other) => (isPage(route) && table.applicationOf(other) === table.applicationOf(index) ? [other] : []))
  const count = pages.filter((page) => shownOn.has(page)).length
  return (pages.length > 1 && count === pages.length) || (pages.length > 4 && count * 2 > pages.length)
}

function raised(route: Route, content: Content, certainty: Certainty): Route {
  // What the project says itself is not corrected.
  if (route.because.includes('configuration') || moreSensitive(route.class, content.class) === route.class) return route
  const { classCertainty: _, ...known } = route
  const isSure = content.certainty === 'exact' && certainty === 'exact'
  return { ...known, class: content.class, because: content.because, ...isSure ? {} : { classCertainty: 'likely' } }
}

lookedFor(embedWords)
lookedFor(formWords)

/** One pass over the bytes of each file, and a closer look at the few that hold a word. */
function widgets(table: RouteTable, { files, view, facts }: ContentsHost): Content[] {
  return files.filter((file) => view.holds(file, embedWords)).flatMap((file) =>
    (view.memo(file, 'embeds', embedsIn) ?? []).flatMap(({ embed, offset }): Content[] => {
      if (embed.general && !table.isAboutHealth) return []
      const found = facts(file)
      return [{
        node: { file, unit: found ? unitAround(found, offset) : null }, offset, class: embed.class, because: `${file} embeds ${embed.name}`, certainty: 'exact', key: embed.name,
      }]
    }))
}

/** Texts in which a form can be one that matters here. */
const ASKS = /\bdate|appoint|appt|schedul|booking|reserv|consult|visit|\bcitas?\b|turno|agend|horario|fecha|symptom|sintoma|síntoma|intake|questionn|cuestionario|question[aá]rio|medication|medicamento|insurance|seguro|convenio|birth|nacimiento|nascimento/i

function askingForms(table: RouteTable, { files, view, facts }: ContentsHost): Content[] {
  if (!table.isAboutHealth) return []
  return files.filter((file) => view.holds(file, formWords)).flatMap((file) => {
    const isCandidate = view.memo(file, 'form asks', (text) => ASKS.test(text)) ?? false
    const found = isCandidate ? facts(file) : undefined
    return (found ? formsIn(found) : []).flatMap((form): Content[] => {
      const asks = asksFor(file, form)
      if (asks === null) return []
      return [{
        node: { file, unit: form.unit }, offset: form.start, class: asks.class, because: `${file} has a form ${asks.what}`, certainty: 'likely',
        key: `form ${asks.class} ${[...form.asks].sort().join(' ')}`,
      }]
    })
  })
}

const CONTACT: readonly DataCategory[] = ['name', 'email', 'phone']
const VISIT: readonly DataCategory[] = ['appointment-date', 'appointment-type', 'appointment-location']
const HEALTH: readonly DataCategory[] = ['condition', 'medication', 'procedure', 'test-result', 'reason-for-visit']
const RECORD: readonly DataCategory[] = ['medical-record-number', 'insurance', 'date-of-birth', 'demographics']

function asksFor(file: string, { names, asks }: PageForm): { class: RouteClass; what: string } | null {
  const count = (list: readonly DataCategory[]): number => list.filter((category) => asks.has(category)).length
  const isAboutPerson = count(CONTACT) + count(RECORD) > 0
  if (count(HEALTH) >= 2 && isAboutPerson) return { class: 'intake', what: 'that asks for a person’s health' }
  if (count(HEALTH) >= 1 && count(RECORD) >= 1) return { class: 'intake', what: 'that asks for a person’s health' }
  if (count(VISIT) >= 1 && isAboutPerson) return { class: 'scheduling', what: 'that asks for an appointment' }
  const component = file.slice(file.lastIndexOf('/') + 1).replace(/\..*$/, '')
  const called = isAboutPerson || asks.size === 0 ? [...names, component].map(classifyName).find((found) => found === 'scheduling' || found === 'intake') : undefined
  if (called === undefined) return null
  return { class: called, what: called === 'scheduling' ? 'for appointments by its name' : 'for patients to fill in, by its name' }
}
