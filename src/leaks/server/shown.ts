/**
 * What a script reads of an element that the server has put something into: the text of `<span id="mail">{{ user.email }}</span>`,
 * the `content` of a `<meta>`, the data of `<script id="visit" type="application/json">`.
 */
import type { FileFacts, ShownElement } from '../../facts/facts.js'
import { isName } from '../../flow/path.js'
import type { Span } from '../../types.js'
import type { Element, Host } from '../fields/elements.js'
import { pagesOf } from '../fields/selected-fields.js'
import { isFound, isNarrow, parseSelectors } from '../fields/selectors.js'
import type { DataSource } from '../source.js'
import { renderedValues } from './rendered.js'

/** `part`: `textContent`, `content`, `data-visit`; `rest`: what is read of it. Null when nothing is printed there. */
export function shownIn(host: Host, element: Element, part: string, rest: readonly string[]): DataSource[] | null {
  if (element.kind !== 'selector') return null
  const selectors = parseSelectors(element.selector).filter(({ found }) => isNarrow(found))
  for (const file of selectors.length === 0 ? [] : pagesOf(host, element.from.file)) {
    const facts = host.facts(file)
    if (!facts) continue
    const parts = [
      ...selectors.flatMap(({ found }) => (facts.shown ?? []).filter((shown) => isFound(shown.attributes, shown.tag, found)).flatMap((shown) => partOf(shown, part) ?? [])),
      ...selectors.flatMap(({ found }) => (found.id === null ? [] : scriptOfFilter(facts, found.id))),
    ]
    if (parts.length > 0) return parts.flatMap((span) => meant(renderedValues(facts, span, rest.filter(isName)), rest))
  }
  return null
}

function partOf({ content, printed }: ShownElement, part: string): Span | null {
  return printed.find(({ name }) => name === part) ?? (/^(?:content|value|title|alt|data-)/.test(part) ? null : content)
}

/** `{{ visit|json_script:"visit" }}` makes a script with that id. https://docs.djangoproject.com/en/stable/ref/templates/builtins/#json-script */
function scriptOfFilter({ templateSpans }: FileFacts, id: string): Span[] {
  return templateSpans.filter(({ kind, code }) => kind === 'expression' && code.includes('json_script') && new RegExp(`json_script\\s*:\\s*["']${id}["']`).test(code))
}

/** Of data with several values, the one that is read by its name; all when none is called so. */
function meant(sources: readonly DataSource[], [first]: readonly string[]): DataSource[] {
  const named = sources.filter(({ name }) => first !== undefined && name.includes(`.${first}`) && name.replace(`.${first}`, '').includes(first))
  return named.length > 0 ? named : [...sources]
}
