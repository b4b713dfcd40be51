/**
 * Routes that packages bring along: accounts of Fortify and Jetstream, folders of Folio, panels of Filament and Nova.
 */
import { directoryOf } from '../../../paths.js'
import type { Certainty } from '../../../types.js'
import type { RouteDeclaration } from '../../framework.js'
import { bracketSegment, join, routePath } from '../../paths.js'
import { phpClasses } from '../code/classes.js'
import { outlineOf, type PhpNode } from '../reading/outline.js'
import type { ActionReader } from './actions.js'
import type { LaravelApplication } from './application.js'
import { fileLayouts, kebab } from './livewire.js'
import type { WrittenRoute } from './routes.js'
import type { LaravelViews } from './views.js'

const STANDARD = { certainty: 'exact', isRead: true, middleware: [] as string[], name: null } as const

// Accounts: https://github.com/laravel/fortify/blob/1.x/routes/routes.php ---------------------------------------------

interface AccountPage {
  path: string
  /** `Fortify::loginView(…)`. */
  call: string
  view: string
  page: string
  /** `Features::registration()` in its configuration. */
  feature?: string
}

const ACCOUNT: readonly AccountPage[] = [
  { path: 'login', call: 'loginView', view: 'login', page: 'Login' },
  { path: 'register', call: 'registerView', view: 'register', page: 'Register', feature: 'registration' },
  {
    path: 'forgot-password',
    call: 'requestPasswordResetLinkView',
    view: 'forgot-password',
    page: 'ForgotPassword',
    feature: 'resetPasswords',
  },
  {
    path: 'reset-password/{token}',
    call: 'resetPasswordView',
    view: 'reset-password',
    page: 'ResetPassword',
    feature: 'resetPasswords',
  },
  {
    path: 'email/verify',
    call: 'verifyEmailView',
    view: 'verify-email',
    page: 'VerifyEmail',
    feature: 'emailVerification',
  },
  { path: 'user/confirm-password', call: 'confirmPasswordView', view: 'confirm-password', page: 'ConfirmPassword' },
  {
    path: 'two-factor-challenge',
    call: 'twoFactorChallengeView',
    view: 'two-factor-challenge',
    page: 'TwoFactorChallenge',
    feature: 'twoFactorAuthentication',
  },
]

/** Pages of accounts whose views the application gives. */
export function accountRoutes(application: LaravelApplication): WrittenRoute[] {
  const { host, root, packages, setting, settingTexts } = application
  const isJetstream = packages.has('laravel/jetstream')
  if (!packages.has('laravel/fortify') && !isJetstream) return []
  const views = setting('fortify.views')
  if (views?.kind === 'name' && views.path.toLowerCase() === 'false') return []
  const listed = setting('fortify.features')
  const features =
    listed?.kind === 'list' ? listed.items.flatMap(({ value }) => (value.kind === 'call' ? [value.name] : [])) : null
  const files = host.under(join(root, 'app/Providers')).filter((file) => /Fortify::/.test(host.text(file) ?? ''))
  const calls = files.flatMap((file) =>
    outlineOf(host, file)
      .calls.filter(({ path }) => /(^|\\)Fortify::\w+$/.test(path))
      .map((call) => ({ file, call })),
  )
  const prefix = settingTexts('fortify.prefix')[0] ?? ''
  const folder = calls.find(({ call }) => call.name === 'viewPrefix')?.call.arguments[0]?.value
  const before =
    folder?.kind === 'string'
      ? folder.text
      : isJetstream || calls.some(({ call }) => call.name === 'viewPrefix')
        ? 'auth.'
        : null
  const inertia = packages.has('inertiajs/inertia-laravel')
  return ACCOUNT.filter(
    ({ feature }) => feature === undefined || features === null || features.includes(feature),
  ).flatMap((row): WrittenRoute[] => {
    const own = calls.find(({ call }) => call.name === row.call)
    const path = routePath(prefix, ...row.path.replace(/\{(\w+)\}/g, ':$1').split('/'))
    const file = own?.file ?? files[0] ?? join(root, 'config/fortify.php')
    const declared = { file, start: own?.call.start ?? 0, end: own?.call.end ?? 0 }
    const scope = phpClasses(host).scope(file, own?.call.start ?? -1)
    const given = own?.call.arguments[0]?.value
    const text = (name: string): PhpNode => ({ kind: 'string', text: name, start: 0, end: 0 })
    if (given?.kind === 'closure')
      return [{ ...STANDARD, path, declared, action: { kind: 'closure', body: given.body, scope } }]
    if (given) return [{ ...STANDARD, path, declared, action: { kind: 'view', name: given, scope } }]
    if (before === null) return []
    return [
      {
        ...STANDARD,
        path,
        declared,
        action:
          inertia && isJetstream
            ? { kind: 'inertia', name: text(`Auth/${row.page}`), scope }
            : { kind: 'view', name: text(before + row.view), scope },
      },
    ]
  })
}

/** Pages of Jetstream: https://github.com/laravel/jetstream/tree/5.x/routes */
export function jetstreamRoutes({ host, root, packages }: LaravelApplication): WrittenRoute[] {
  if (!packages.has('laravel/jetstream')) return []
  const inertia = packages.has('inertiajs/inertia-laravel')
  const file = join(root, 'config/jetstream.php')
  const scope = phpClasses(host).scope(file, -1)
  const rows = [
    ['user/profile', 'profile.show', 'Profile/Show'],
    ['user/api-tokens', 'api.index', 'API/Index'],
    ['teams/create', 'teams.create', 'Teams/Create'],
    ['teams/:team', 'teams.show', 'Teams/Show'],
    ['terms-of-service', 'terms', 'TermsOfService'],
    ['privacy-policy', 'policy', 'PrivacyPolicy'],
  ] as const
  return rows.map(([path, view, page]) => ({
    ...STANDARD,
    path: routePath(path),
    declared: { file, start: 0, end: 0 },
    action: {
      kind: inertia ? 'inertia' : 'view',
      name: { kind: 'string', text: inertia ? page : view, start: 0, end: 0 },
      scope,
    },
  }))
}

// Folders of pages: https://laravel.com/docs/12.x/folio ---------------------------------------------------------------

export function folioRoutes(application: LaravelApplication, views: LaravelViews): RouteDeclaration[] {
  const { host, root, packages, values } = application
  if (!packages.has('laravel/folio')) return []
  const file = join(root, 'app/Providers/FolioServiceProvider.php')
  const mounted: { directory: string; uri: string }[] = []
  for (const call of host.has(file) ? outlineOf(host, file).calls : []) {
    if (!/(^|\\)Folio::(path|route)$|Folio::domain\(\)->path$/.test(call.path)) continue
    const scope = phpClasses(host).scope(file, call.start)
    const uris = outlineOf(host, file)
      .calls.filter(({ name, start, end }) => name === 'uri' && start <= call.start && end >= call.end)
      .flatMap(({ arguments: [first] }) => values.known(first?.value, scope))
    const named = call.arguments.find(({ name }) => name === 'uri')
    const [path] = call.arguments
    const uri = uris[0] ?? values.known(named?.value, scope)[0] ?? ''
    for (const directory of path ? values.paths(path.value, scope, [root]) : []) mounted.push({ directory, uri })
  }
  if (mounted.length === 0)
    mounted.push(...views.directories.map((directory) => ({ directory: join(directory, 'pages'), uri: '' })))
  return mounted.flatMap(({ directory, uri }) =>
    host
      .under(directory)
      .filter((page) => page.endsWith('.blade.php'))
      .map((page): RouteDeclaration => {
        const segments = page
          .slice(directory.length + 1, -'.blade.php'.length)
          .split('/')
          .filter((part, at, all) => part !== 'index' || at < all.length - 1)
        const path = segments.map((part) =>
          bracketSegment(
            part.replace(
              /\[(\.\.\.)?[\w.]*?(\w+)(?:[:-]\w+)?(?:\|\w+)?\]/,
              (_, rest: string | undefined, name: string) => `[${rest ?? ''}${name.toLowerCase()}]`,
            ),
          ),
        )
        return {
          path: routePath(uri, ...path),
          kind: 'page',
          certainty: 'exact',
          file: page,
          leaves: [{ file: page }],
          shell: volts(application, views, page),
        }
      }),
  )
}

/** A page of Folio may be a component of Volt, with a layout. */
function volts(
  application: LaravelApplication,
  views: LaravelViews,
  file: string,
): { file: string; certainty: Certainty }[] {
  const text = application.host.text(file) ?? ''
  return /\blayout\s*\(|#\[Layout\(/.test(text)
    ? fileLayouts(application, views, outlineOf(application.host, file))
    : []
}

// Panels: https://filamentphp.com/docs/panels/configuration -----------------------------------------------------------

/** What a panel shows is its package's; resources, pages and hooks of the application are known. */
export function panelRoutes(application: LaravelApplication, actions: ActionReader): RouteDeclaration[] {
  const { host, root, packages, values } = application
  const found: RouteDeclaration[] = []
  for (const file of host.under(join(root, 'app/Providers'))) {
    if (!/PanelProvider\.php$/.test(file)) continue
    const outline = outlineOf(host, file)
    const scope = phpClasses(host).scope(file, outline.declarations[0]?.body.start ?? -1)
    const text = (name: string): string | undefined =>
      outline.calls
        .filter((call) => call.name === name && call.path.includes('->'))
        .flatMap(({ arguments: [first] }) => values.known(first?.value, scope))[0]
    const path = text('path') ?? ''
    const hooks = outline.calls.filter(({ name }) => name === 'renderHook').flatMap(({ arguments: [, hook] }) =>
      (hook?.value.kind === 'closure' ? actions({ kind: 'closure', body: hook.value.body, scope }, true).leaves : []))
    const page = (rest: string, certainty: Certainty, leaves: { file: string }[] = []): RouteDeclaration => ({
      path: routePath(path, rest),
      kind: 'page',
      certainty,
      file: leaves[0]?.file ?? file,
      leaves: [...leaves, ...hooks],
    })
    found.push(page('', 'likely'), page('*', 'possible'))
    if (outline.calls.some(({ name }) => name === 'login')) found.push(page('login', 'exact'))
    if (outline.calls.some(({ name }) => name === 'registration')) found.push(page('register', 'exact'))
    for (const call of outline.calls.filter(({ name }) => name === 'discoverResources' || name === 'discoverPages')) {
      const directory = call.arguments.find(({ name }) => name === 'in') ?? call.arguments[0]
      for (const folder of directory ? values.paths(directory.value, scope, [root]) : []) {
        found.push(
          ...host
            .under(folder)
            .flatMap((each) => panelPages(application, each, call.name === 'discoverResources', page)),
        )
      }
    }
  }
  if (packages.has('laravel/nova'))
    found.push({ path: '/nova/*', kind: 'page', certainty: 'possible', file: join(root, 'composer.json'), leaves: [] })
  return found
}

type PanelPage = (rest: string, certainty: Certainty, leaves?: { file: string }[]) => RouteDeclaration

function panelPages(
  { host, values }: LaravelApplication,
  file: string,
  isResource: boolean,
  page: PanelPage,
): RouteDeclaration[] {
  const [of] = file.endsWith('.php') ? phpClasses(host).inFile(file) : []
  if (!of) return []
  const name = of.name.slice(of.name.lastIndexOf('\\') + 1)
  const slug = of.outline.assignments.find((item) => item.name === '$slug')?.value
  const own = slug ? values.known(slug, phpClasses(host).scope(file, slug.start))[0] : undefined
  if (!isResource)
    return name.endsWith('Page') || directoryOf(file).endsWith('Pages')
      ? [page(own ?? kebab(name), 'likely', [{ file }])]
      : []
  if (!name.endsWith('Resource')) return []
  const base = own ?? `${kebab(name.slice(0, -'Resource'.length)).replace(/y$/, 'ie')}s`
  return [page(base, 'likely'), page(`${base}/create`, 'likely'), page(`${base}/:record/edit`, 'likely')]
}

