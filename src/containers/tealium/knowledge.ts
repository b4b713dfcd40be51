/**
 * What tags of Tealium iQ are given: keys of its data layer, those of the page itself among them.
 * https://docs.tealium.com/iq-tag-management/data-layer/variables/
 */
import { textParameter, type Parameters } from '../container.js'
import { dataLayerValue, globalNamed, js, TAG_MANAGER, type Expression } from '../expression.js'
import type { Knowledge, TagType, VariableType } from '../knowledge.js'
import { constantText } from '../reading/text.js'

/** A tag by the number of its template, which says nothing of who receives: its code and the addresses in it do. */
const TAG = /^(?:template \d+|tag)$/

/** What stands around the tags of a profile, and tags whose code lies in files of their own. */
const tags: readonly TagType[] = [
  { type: 'profile', title: 'code of the profile' },
  { type: 'elsewhere', title: 'tag in a file of its own' },
]

/** Of the page: https://docs.tealium.com/iq-tag-management/data-layer/dom-variables/ */
const PAGE: Readonly<Record<string, string>> = {
  url: 'location.href', pathname: 'location.pathname', query_string: 'location.search', hash: 'location.hash', title: 'document.title',
  referrer: 'document.referrer',
}

const key: VariableType = { type: 'key', is: 'data layer', gives: ofKey }

/** `qp.` parameters of the address, `cp.` cookies, `js_page.` variables of the page, `dom.` and `meta.` its own. */
function ofKey(parameters: Parameters): Expression {
  const name = constantText(textParameter(parameters, 'name')) ?? ''
  const own = constantText(textParameter(parameters, 'own'))
  if (own !== null) return js`(${dataLayerValue(name)} || ${`${TAG_MANAGER}.pushed(${JSON.stringify(own)})`})`
  const [, source, rest = ''] = /^(qp|cp|js_page|dom|meta|ut|tealium|timing)\.(.+)$/.exec(name) ?? []
  switch (source) {
    case undefined: return name === '' ? ['undefined'] : dataLayerValue(name)
    case 'qp': return js`new URLSearchParams(location.search).get(${JSON.stringify(rest)})`
    case 'cp': return js`Cookies.get(${JSON.stringify(rest)})`
    case 'js_page': {
      const known = globalNamed(rest)
      return known.length > 0 ? known : ['undefined']
    }
    case 'dom': return [PAGE[rest] ?? 'undefined']
    default: return ['undefined']
  }
}

export const tealiumKnowledge: Knowledge = {
  tag: (type) => (TAG.test(type) ? { type, title: type, tracker: 'by-address', call: 'init' } : (tags.find((row) => row.type === type) ?? null)),
  isSilent: () => false,
  variable: (type) => (type === key.type ? key : null),
  code: () => null,
  builtIn: () => null,
}
