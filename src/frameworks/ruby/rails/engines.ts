/** Routes that gems bring along: sign-in, administration. Their pages stand in the layouts of the application. */
import type { Certainty } from '../../../types.js'
import { calledName } from '../../reading/code/nodes.js'
import { callsIn } from '../../reading/code/walk.js'
import type { RubyCode } from '../reading/code.js'
import { textOf, textsIn, type RubyValue } from '../reading/values.js'
import { pluralize, singularize } from '../reading/words.js'
import type { RailsRoute } from './scope.js'

export interface EngineRoute {
  path: string
  controller: string | null
  action: string | null
  verbs: readonly string[]
  answer: RailsRoute['answer']
  certainty: Certainty
}

type Options = (name: string) => RubyValue | undefined

/** The routes of a line such as `devise_for :users`, or of a mounted engine that is not in the tree. */
export function engineRoutes(
  code: RubyCode, name: string, given: readonly RubyValue[], options: Options,
): EngineRoute[] {
  if (name === 'devise_for') return given.flatMap((value) => deviseRoutes(code, textOf(value) ?? '', options))
  if (name === 'use_doorkeeper') {
    // https://github.com/doorkeeper-gem/doorkeeper/wiki/Customizing-routes
    return [route('/oauth/authorize', 'doorkeeper/authorizations', 'new'), route('/oauth/token', null, null, 'data')]
  }
  if (name === 'passwordless_for') {
    const scope = textOf(given[0] ?? { kind: 'unknown' }) ?? ''
    return [route(`/${scope}/sign_in`, 'passwordless/sessions', 'new'),
      route(`/${scope}/sign_in/:id`, 'passwordless/sessions', 'show')]
  }
  if (name === 'comfy_route') return [{ ...route('/*', 'comfy/cms/content', 'show'), certainty: 'possible' }]
  if (name === 'mount_devise_token_auth_for') return [route('/auth/*', null, null, 'data')]
  // What answers programs and not visitors.
  if (/GraphQL|Grape|API|Api\b|ActionCable|Rswag|Apipie|Prometheus|Flipper::Api|::Rack\b/.test(name)) {
    return [route('/*', null, null, 'data')]
  }
  return [{ ...route('/*', null, null, 'page'), certainty: 'possible' }]
}

function route(
  path: string, controller: string | null, action: string | null, answer: RailsRoute['answer'] = null,
  verbs: readonly string[] = ['get'],
): EngineRoute {
  return { path, controller, action, verbs, answer, certainty: 'exact' }
}

/** What a model is made of, and the pages that brings. https://github.com/heartcombo/devise/blob/main/lib/devise/rails/routes.rb */
const PARTS: readonly {
  part: string
  controller: string
  pages: readonly (readonly [path: string, action: string])[]
  /** Another gem brings it: only models that name it have it. */
  isOfGem?: true
}[] = [
  { part: 'database_authenticatable', controller: 'sessions', pages: [['sign_in', 'new']] },
  { part: 'recoverable', controller: 'passwords', pages: [['password/new', 'new'], ['password/edit', 'edit']] },
  { part: 'registerable', controller: 'registrations', pages: [['sign_up', 'new'], ['edit', 'edit']] },
  { part: 'confirmable', controller: 'confirmations', pages: [['confirmation/new', 'new'], ['confirmation', 'show']] },
  { part: 'lockable', controller: 'unlocks', pages: [['unlock/new', 'new'], ['unlock', 'show']] },
  // https://github.com/scambra/devise_invitable/blob/master/lib/devise_invitable/routes.rb
  { part: 'invitable', controller: 'invitations', isOfGem: true,
    pages: [['invitation/new', 'new'], ['invitation/accept', 'edit']] },
]

function deviseRoutes(code: RubyCode, mapping: string, options: Options): EngineRoute[] {
  const has = partsOf(code, mapping, textOf(options('class_name') ?? { kind: 'unknown' }))
  const own = options('path')
  const base = own ? textOf(own) ?? '' : pluralize(mapping)
  const module = textOf(options('module') ?? { kind: 'unknown' }) ?? 'devise'
  const names = texts(options('path_names'))
  const controllers = texts(options('controllers'))
  // `:session` and `:sessions` are the same to Devise.
  const skipped = textsIn(options('skip') ?? { kind: 'unknown' })
  if (skipped.includes('all')) return []
  const skip = new Set(skipped.map(pluralize))
  const only = options('only')
  const kept = only ? new Set(textsIn(only).map(pluralize)) : null
  return PARTS.flatMap(({ part, controller, pages, isOfGem = false }): EngineRoute[] => {
    if (has ? !has.has(part) : isOfGem) return []
    if (skip.has(controller) || (kept && !kept.has(controller))) return []
    const answers = controllers.get(controller) ?? `${module}/${controller}`
    const certainty = has ? 'exact' : 'likely'
    return pages.map(([path, action]) => {
      const [first = '', ...rest] = path.split('/')
      const written = [names.get(first) ?? first, ...rest.map((each) => names.get(each) ?? each)].join('/')
      return { path: `/${base}/${written}`, controller: answers, action, verbs: ['get'], answer: null, certainty }
    })
  })
}

/** What the model is told to be made of; null when it is not in the tree. */
function partsOf(code: RubyCode, mapping: string, className: string | null): ReadonlySet<string> | null {
  const name = className ?? singularize(mapping).replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const model = code.find(name, '')
  if (!model) return null
  const told = code.lineage(model)
    .flatMap((each) => callsIn(each.class.body).filter((call) => calledName(call) === 'devise'))
    .flatMap((call) => call.arguments.flatMap(({ value }) => (value.kind === 'symbol' ? [value.name] : [])))
  return told.length === 0 ? null : new Set(told)
}

function texts(value: RubyValue | undefined): ReadonlyMap<string, string> {
  if (value?.kind !== 'map') return new Map()
  return new Map(value.entries.flatMap(({ key, value: item }) => {
    const text = textOf(item)
    const name = textOf(key)
    return text === null || name === null ? [] : [[name, text] as const]
  }))
}

