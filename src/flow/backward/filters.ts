/** What a filter lets through: entries whose key a condition tells, values out of a list of constants. */
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import type { Model } from '../models/model.js'
import { pinByTest, type Pin } from '../order/pins.js'
import type { Path } from '../path.js'
import { restricted, type Site } from './rows.js'

/** More names than this are one of any. */
const MOST = 12

/** The path into the receiver of `filter` that its callback leaves; null when nothing of what is wanted passes. */
export function keptBy(host: FlowHost<Origin>, _trail: Trail, site: Site, { row }: Model, path: Path): Path | null {
  if (!row.filters) return path
  const [callback] = site.arguments
  if (callback === undefined) return path
  for (const meaning of host.resolver.meanings({ file: site.file, script: site.script, value: callback })) {
    const script = meaning.kind === 'function' ? scriptOf(host, meaning) : undefined
    const facts = meaning.kind === 'function' ? script?.functions[meaning.function] : undefined
    const [test, ...others] = facts?.returns ?? []
    if (meaning.kind !== 'function' || !script || test === undefined || others.length > 0) continue
    const pinOn = (inner: readonly string[]): Pin | null => pinByTest(host.resolver, meaning, script, test, (id) => {
      const value = script.values[id]
      const parameter = value?.kind === 'binding' ? script.bindings[value.binding]?.parameter : null
      if (parameter) return parameter.function === meaning.function && parameter.index === 0 && parameter.path.join('.') === inner.join('.')
      // `entry[0]` of a parameter that is the whole entry.
      const object = value?.kind === 'member' && inner.length === 1 && value.name === inner[0] ? script.values[value.object] : undefined
      const whole = object?.kind === 'binding' ? script.bindings[object.binding]?.parameter : null
      return whole?.function === meaning.function && whole.index === 0 && whole.path.length === 0
    })
    if (pinOn([])?.only) return null
    const key = pinOn(['0'])
    if (key && (key.only ?? key.without).length <= MOST) return restricted(path, key)
  }
  return path
}
