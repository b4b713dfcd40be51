/** Parameters of exports: https://developers.google.com/tag-platform/tag-manager/api/v2/parameter-reference */
import type { Parameter, Parameters } from '../container.js'
import { entry, items, textOf, type Literal } from '../reading/literal.js'
import { textOfLiteral } from '../reading/text.js'

/** `{ "type": "TEMPLATE", "key": …, "value": … }`, a list of such, or a map. */
export function parameterOf(fileText: string, item: Literal): Parameter | null {
  const list = entry(item, 'list')
  if (list) return { kind: 'list', items: items(list).flatMap((each) => parameterOf(fileText, each) ?? []) }
  const map = entry(item, 'map')
  if (map) return { kind: 'map', entries: entriesOf(fileText, map) }
  const value = entry(item, 'value')
  const text = value && textOfLiteral(fileText, value, true)
  return text ? { kind: 'text', text } : null
}

export function parametersOf(fileText: string, list: Literal | null): Parameters {
  return new Map(entriesOf(fileText, list))
}

function entriesOf(fileText: string, list: Literal | null): [string, Parameter][] {
  return items(list).flatMap((item): [string, Parameter][] => {
    const key = textOf(entry(item, 'key'))
    const value = key === null ? null : parameterOf(fileText, item)
    return key === null || !value ? [] : [[key, value]]
  })
}

/** The parameter of an item under a key. */
export function parameterAt(item: Literal, key: string): Literal | null {
  return items(entry(item, 'parameter')).find((each) => textOf(entry(each, 'key')) === key) ?? null
}
