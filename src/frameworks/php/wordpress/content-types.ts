/**
 * Kinds of content a site registers. https://developer.wordpress.org/plugins/post-types/registering-custom-post-types/
 */
import type { PhpNode } from '../reading/outline.js'
import type { PhpScope } from '../code/classes.js'
import type { ContentTypes } from './hierarchy.js'
import type { SiteCode } from './site-code.js'

export function contentTypes(code: SiteCode): ContentTypes {
  const entries = new Map<string, string>()
  const archives = new Map<string, string>()
  const taxonomies = new Map<string, string>()
  const shown = new Set<string>()
  for (const { call, scope } of code.calls(/^register_(post_type|taxonomy)$/)) {
    const isType = call.name === 'register_post_type'
    const [name] = call.arguments
    const options = call.arguments[isType ? 1 : 2]
    if (!name) continue
    const listed = options ? code.values.values(options.value, scope) : []
    const option = (key: string): { value: PhpNode; scope: PhpScope }[] =>
      listed.flatMap(({ value, scope: at }) =>
        value.kind === 'list'
          ? value.items.filter((item) => item.name === key).map((item) => ({ value: item.value, scope: at }))
          : [],
      )
    const slug = option('rewrite')
      .flatMap(({ value, scope: at }) =>
        (value.kind === 'list' ? value.items : [])
          .filter((item) => item.name === 'slug')
          .flatMap((item) => code.values.known(item.value, at)),
      )[0]
      ?.replace(/^\/+|\/+$/g, '')
    const isSet = (key: string, value: string): boolean => (
      option(key).some(({ value: given }) => given.kind === 'name' && given.path.toLowerCase() === value))
    // Types are private unless they say otherwise; taxonomies are not.
    const isPublic = isType ? isSet('public', 'true') : listed.length > 0 && !isSet('public', 'false')
    const hasPages = isPublic && !isSet('publicly_queryable', 'false')
    for (const type of code.values.known(name.value, scope)) {
      if (hasPages) shown.add(type)
      if (!isType) taxonomies.set(type, slug ?? type)
      else {
        entries.set(type, slug ?? type)
        const [archive] = option('has_archive')
        if (archive?.value.kind === 'string') archives.set(type, archive.value.text)
        else if (isSet('has_archive', 'true')) archives.set(type, slug ?? type)
      }
    }
  }
  return { entries, archives, taxonomies, public: shown }
}
