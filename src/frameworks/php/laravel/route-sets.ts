/** Calls that stand for a set of routes: resources, and the pages of accounts. */
import { phpClasses, type PhpScope } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import type { PhpCallNode, PhpNode } from '../reading/outline.js'
import type { ChainLink, SetRoute } from './routes.js'

// Resources: https://laravel.com/docs/12.x/controllers#resource-controllers -------------------------------------------

interface ResourceRow {
  action: string
  isRead: boolean
  /** Behind the address of the resource; `:one` stands for its parameter. */
  path: string
}

const COLLECTION: readonly ResourceRow[] = [
  { action: 'index', isRead: true, path: '' },
  { action: 'create', isRead: true, path: '/create' },
  { action: 'store', isRead: false, path: '' },
  { action: 'show', isRead: true, path: '/:one' },
  { action: 'edit', isRead: true, path: '/:one/edit' },
  { action: 'update', isRead: false, path: '/:one' },
  { action: 'destroy', isRead: false, path: '/:one' },
]
const SINGLETON: readonly ResourceRow[] = [
  { action: 'show', isRead: true, path: '' },
  { action: 'edit', isRead: true, path: '/edit' },
  { action: 'update', isRead: false, path: '' },
]

/** `Route::resource('doctors.slots', SlotController::class)->only('index')` and its kin. */
export function resourceRoutes(
  values: PhpValues,
  { name, call }: ChainLink,
  chain: readonly ChainLink[],
  scope: PhpScope,
): SetRoute[] {
  const [first, second, third] = call.arguments
  if (!first) return []
  const listed =
    first.value.kind === 'list'
      ? first.value.items.map((item) => ({ resource: item.name ?? '', controller: item.value }))
      : second
        ? values.texts(first.value, scope).map((resource) => ({ resource, controller: second.value }))
        : []
  const options = first.value.kind === 'list' ? second : third
  const option = (key: string): string[] | null => {
    const link = chain.find((item) => item.name === key)
    const node =
      link?.call.arguments[0]?.value ??
      (options?.value.kind === 'list' ? options.value.items.find((item) => item.name === key)?.value : undefined)
    if (node === undefined) return null
    const own =
      link && node.kind !== 'list'
        ? link.call.arguments.map(({ value }) => value)
        : node.kind === 'list'
          ? node.items.map(({ value }) => value)
          : [node]
    return own.flatMap((value) => values.known(value, scope))
  }
  const only = option('only')
  const except = option('except')
  const isSingleton = /singleton/.test(name)
  const creatable = chain.some((item) => item.name === 'creatable')
  const rows = (isSingleton ? [...SINGLETON, ...(creatable ? COLLECTION.slice(1, 3) : [])] : COLLECTION)
    .filter(({ action }) => !/^api/.test(name) || (action !== 'create' && action !== 'edit'))
    .filter(({ action }) => (only === null || only.includes(action)) && (except === null || !except.includes(action)))
  const shallow = chain.some((item) => item.name === 'shallow')
  return listed.flatMap(({ resource, controller }) => {
    const [written] = values.known(controller, scope)
    if (written === undefined) return []
    const segments = resource.replace(/^\/+|\/+$/g, '').split('/')
    const parts = (segments.pop() ?? '').split('.')
    const last = parts.pop() ?? ''
    const parents = parts.map((part) => `${part}/{${parameter(part)}}`)
    return rows.map(({ action, isRead, path }): SetRoute => {
      const own = shallow && path.includes(':one') ? [] : parents
      const base = [...segments, ...own, last].join('/')
      return {
        path: `${base}${path.replace(':one', `{${parameter(last)}}`)}`,
        isRead,
        action: { kind: 'method', class: written.replace(/^\\/, ''), method: action },
        name: [...parts, last, action].join('.'),
      }
    })
  })
}

/** `Str::singular`, as far as it names a parameter. */
function parameter(resource: string): string {
  const name = resource.replace(/-/g, '_')
  return name.replace(/ies$/, 'y').replace(/(ss|x|ch|sh)es$/, '$1').replace(/([^su])s$/, '$1')
}

/** Laravel 5.1 and before: `Route::controller('doctors', 'DoctorController')`, with `getIndex`, `anyShow`. */
export function implicitRoutes(values: PhpValues, call: PhpCallNode, scope: PhpScope, namespace: string): SetRoute[] {
  const [uri, controller] = call.arguments
  const classes = phpClasses(values.host)
  const [name] = controller ? values.known(controller.value, scope) : []
  const of =
    name === undefined
      ? null
      : (classes.named(namespace === '' || name.includes('\\') ? name : `${namespace}\\${name}`) ??
        classes.named(name))
  if (!of || !uri) return []
  return values.texts(uri.value, scope).flatMap((base) => classes.methods(of).flatMap((method): SetRoute[] => {
    const [, verb, rest = ''] = /^(get|any|post|put|patch|delete)([A-Z]\w*)$/.exec(method.name) ?? []
    if (verb === undefined) return []
    const last = rest === 'Index' ? '' : rest.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
    const parameters = method.parameters
      .filter(({ type }) => type === null || /^(int|string)$/i.test(type))
      .map((each) => `{${each.name.slice(1)}?}`)
    return [{
      path: [base, last, ...parameters].join('/'), isRead: verb === 'get' || verb === 'any',
      action: { kind: 'method', class: of.name, method: method.name },
    }]
  }))
}

// Accounts ------------------------------------------------------------------------------------------------------------

interface AccountRow {
  path: string
  controller: string
  method: string
  view: string
  name: string
  /** The switch that turns it off; `verify` is off by itself. */
  feature?: 'register' | 'reset' | 'confirm' | 'verify'
}

/** https://github.com/laravel/ui/blob/4.x/src/AuthRouteMethods.php */
const ACCOUNT: readonly AccountRow[] = [
  { path: 'login', controller: 'LoginController', method: 'showLoginForm', view: 'auth.login', name: 'login' },
  {
    path: 'register',
    controller: 'RegisterController',
    method: 'showRegistrationForm',
    view: 'auth.register',
    name: 'register',
    feature: 'register',
  },
  {
    path: 'password/reset',
    controller: 'ForgotPasswordController',
    method: 'showLinkRequestForm',
    view: 'auth.passwords.email',
    name: 'password.request',
    feature: 'reset',
  },
  {
    path: 'password/reset/{token}',
    controller: 'ResetPasswordController',
    method: 'showResetForm',
    view: 'auth.passwords.reset',
    name: 'password.reset',
    feature: 'reset',
  },
  {
    path: 'password/confirm',
    controller: 'ConfirmPasswordController',
    method: 'showConfirmForm',
    view: 'auth.passwords.confirm',
    name: 'password.confirm',
    feature: 'confirm',
  },
  {
    path: 'email/verify',
    controller: 'VerificationController',
    method: 'show',
    view: 'auth.verify',
    name: 'verification.notice',
    feature: 'verify',
  },
]

/** `Auth::routes(['register' => false, 'verify' => true])`, `Route::auth()`. */
export function authenticationRoutes(values: PhpValues, call: PhpCallNode): SetRoute[] {
  const options = call.arguments[0]?.value
  const given = (feature: string): boolean | null => {
    const value: PhpNode | undefined =
      options?.kind === 'list' ? options.items.find(({ name }) => name === feature)?.value : undefined
    return value?.kind === 'name' ? value.path.toLowerCase() !== 'false' : null
  }
  const classes = phpClasses(values.host)
  return ACCOUNT.filter(({ feature, controller }) => {
    if (feature === undefined) return true
    const chosen = given(feature)
    if (chosen !== null) return chosen
    // Password confirmation is there when its controller is.
    return feature === 'confirm'
      ? classes.named(`App\\Http\\Controllers\\Auth\\${controller}`) !== null
      : feature !== 'verify'
  }).map(({ path, controller, method, view, name }): SetRoute => ({
    path,
    isRead: true,
    action: { kind: 'method', class: `App\\Http\\Controllers\\Auth\\${controller}`, method, view },
    name,
  }))
}
