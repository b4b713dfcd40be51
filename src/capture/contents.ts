/** What stands on pages that a tracker could take by itself: fields, choices, and what a page says about itself. */
import type { FileFacts } from '../facts/facts.js'
import { elementName, isJsxField, jsxField } from '../leaks/fields/jsx-fields.js'
import { markupField, type FieldFound, type Host } from '../leaks/fields/elements.js'
import { hasHole } from '../parse/hole.js'
import { classifyField, classifyText, HEALTH, statedByPage, statementWords, type DataCategory } from '../personal/index.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import { isLibrary } from '../project/sightings/vendored/copies.js'
import { unitAround, unitOfHost, unitOfValue } from '../project/sightings/units.js'
import type { Place, ReachedRoute, Route } from '../types.js'

/**
 * - `field`: something to fill in or to choose
 * - `choice`: an option or a button whose text says what somebody has or needs
 * - `statement`: structured data or keywords
 */
export interface Item {
  kind: 'field' | 'choice' | 'statement'
  place: Place
  /** `input#email`, `“I am pregnant”`, `structured data of a MedicalCondition`. */
  name: string
  /** The most telling first; empty for a field that nothing is known of. */
  categories: DataCategory[]
  /** For fields. */
  field?: FieldFound['field']
  /** Its form puts what is filled in into the address. */
  isInAddress?: true
}

export interface Contents {
  /** What the page of a route shows, in the order of files and places. */
  on(route: Route): readonly Item[]
}

/** A look at the bytes that finds every file with something to fill in or to click. */
const controls: readonly string[] = [
  '<input', '<select', '<textarea', '<button', '<Input', '<Field', '<TextField', '<Select', '<Textarea', '<Button', '<Checkbox', '<Radio',
  'Field ', 'v-model', 'formControl', 'form.', 'text_field', 'asp-for', 'EditorFor', 'TextBox', 'Input\n', 'ng-model',
]

const words = lookedFor([...controls, ...statementWords])

/** Found when first asked: for every file once. */
export function createContents(project: Project, host: Host): Contents {
  let byRoute: Map<Route, Item[]> | null = null
  const collect = (): Map<Route, Item[]> => {
    const found = new Map<Route, Item[]>()
    for (const file of project.filesWith(words)) {
      const facts = project.facts(file)
      // What a library builds to try a browser out is on no page.
      if (!facts || facts.container || isLibrary(facts, project.text(file) ?? '')) continue
      const ways = new Map<string, readonly ReachedRoute[]>()
      for (const { item, unit } of itemsOf(host, facts, project.text(file) ?? '')) {
        const { start } = item.place.span
        const key = `${unit} ${partOf(facts, start)}`
        let reached = ways.get(key)
        if (!reached) ways.set(key, reached = project.reached({ file, unit }, start))
        for (const { route, certainty } of reached) {
          if (certainty === 'possible') continue
          const items = found.get(route)
          if (items) items.push(item)
          else found.set(route, [item])
        }
      }
    }
    return found
  }
  return { on: (route) => (byRoute ??= collect()).get(route) ?? [] }
}

/** What stands in one form and one region of a file is shown on the same routes. */
function partOf({ blocks, forms }: FileFacts, offset: number): string {
  return [...blocks, ...forms].filter(({ start, end }) => start <= offset && offset < end).map(({ start }) => start).join(' ')
}

interface Placed {
  item: Item
  unit: string | null
}

function itemsOf(host: Host, facts: FileFacts, text: string): Placed[] {
  const { path: file } = facts
  const isHidden = (offset: number): boolean => facts.hidden.some(({ start, end }) => start <= offset && offset < end)
  const found: Placed[] = [
    ...facts.fields.map((field): Placed => {
      const form = facts.forms.find(({ start }) => start === field.form)
      const isInAddress = form !== undefined && /^(?:get)?$/i.test(form.attributes.method ?? '')
      return { item: { ...fieldItem(markupField(file, field)), ...isInAddress ? { isInAddress } : {} }, unit: unitAround(facts, field.start) }
    }),
    ...facts.scripts.flatMap((script, index) => script.values.flatMap((value, id): Placed[] => {
      if (value.kind !== 'element') return []
      const unit = script.host ? unitOfHost(facts, script.host) : unitOfValue(facts, index, value.start)
      if (/button$/i.test(elementName(script, value))) {
        const words = value.children.map((child) => script.values[child]).flatMap((child) => (child?.kind === 'constant' ? [String(child.value)] : []))
        return telling(file, value, words.join(' ')).map((item) => ({ item, unit }))
      }
      return isJsxField(script, value) ? [{ item: fieldItem(jsxField(host, script, { file, script: index, value: id }, value)), unit }] : []
    })),
    ...buttons(text).flatMap(({ start, end, words }) => telling(file, { start, end }, words)).map((item) => ({ item, unit: unitAround(facts, item.place.span.start) })),
    ...statedByPage(text).map(({ start, end, what, category }): Placed => ({
      item: { kind: 'statement', place: { file, span: { start, end } }, name: what, categories: [category] }, unit: unitAround(facts, start),
    })),
  ]
  const all = found.flatMap((placed) => [placed, ...options(placed)]).filter(({ item }) => !isHidden(item.place.span.start))
  const byPlace = new Map(all.map((placed) => [`${placed.item.kind} ${placed.item.place.span.start} ${placed.item.name}`, placed]))
  return [...byPlace.values()].sort((a, b) => a.item.place.span.start - b.item.place.span.start)
}

function fieldItem(found: FieldFound): Item {
  const { field, place, name } = found
  return { kind: 'field', place, name: hasHole(name) ? field.tag : name, categories: classifyField(field).map(({ category }) => category), field }
}

const PICKED = /^(?:radio|checkbox)$/i

/** The options of a field that say what somebody has or needs. */
function options({ item, unit }: Placed): Placed[] {
  const { field } = item
  if (!field) return []
  const isPicked = PICKED.test(field.type ?? '') || /(?:checkbox|radio)$/i.test(field.tag)
  const texts = [...field.options, ...isPicked && field.label !== null ? [field.label] : []]
  return texts.flatMap((text) => telling(item.place.file, item.place.span, text)).map((choice) => ({ item: choice, unit }))
}

function telling(file: string, span: { start: number; end: number }, text: string): Item[] {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length < 3 || words.length > 160) return []
  const categories = classifyText(words).filter((category) => HEALTH.has(category))
  return categories.length === 0 ? [] : [{ kind: 'choice', place: { file, span: { start: span.start, end: span.end } }, name: `“${words}”`, categories }]
}

/** Buttons of markup with nothing but text in them. */
function buttons(text: string): { start: number; end: number; words: string }[] {
  return [...text.matchAll(/<(button)\b[^<>]*>([^<>{}]{3,160})<\/\1>/gi)].map((match) => ({
    start: match.index, end: match.index + match[0].length, words: match[2] as string,
  }))
}
