/** URLs that packages for Django bring along, with the templates they show. */
import type { RouteKind } from '../../../types.js'

export interface PackageRoute {
  path: string
  /** Names of templates, of the project's own or the package's; `*` stands for any. */
  templates: string[]
  kind?: RouteKind
}

interface Package {
  /** Dotted names of modules that are included. */
  modules: RegExp
  docs: string
  routes: PackageRoute[]
}

const route = (path: string, ...templates: string[]): PackageRoute => ({ path, templates })

const authentication: PackageRoute[] = [
  route('login/', 'registration/login.html'), route('logout/', 'registration/logged_out.html'),
  route('password_change/', 'registration/password_change_form.html'),
  route('password_change/done/', 'registration/password_change_done.html'),
  route('password_reset/', 'registration/password_reset_form.html'),
  route('password_reset/done/', 'registration/password_reset_done.html'),
  route('reset/:uidb64/:token/', 'registration/password_reset_confirm.html'),
  route('reset/done/', 'registration/password_reset_complete.html'),
]

/** Layouts of the project that these packages' own templates build on. */
const ALLAUTH = ['allauth/layouts/base.html', 'account/base.html', 'base.html']
const allauth = (path: string, template: string): PackageRoute => route(path, `account/${template}.html`, ...ALLAUTH)

export const packages: readonly Package[] = [
  {
    modules: /^django\.contrib\.auth\.urls$/,
    docs: 'https://docs.djangoproject.com/en/5.2/topics/auth/default/#module-django.contrib.auth.views',
    routes: authentication,
  },
  {
    modules: /^django\.contrib\.admin\.site\.urls$|^django\.contrib\.admin\.urls$/,
    docs: 'https://docs.djangoproject.com/en/5.2/ref/contrib/admin/#overriding-admin-templates',
    routes: [route('*', 'admin/*')],
  },
  { modules: /^django\.contrib\.admindocs\.urls$/, docs: 'https://docs.djangoproject.com/en/5.2/ref/contrib/admin/admindocs/', routes: [route('*', 'admin_doc/*')] },
  { modules: /^django\.contrib\.flatpages\.urls$/, docs: 'https://docs.djangoproject.com/en/5.2/ref/contrib/flatpages/', routes: [route('*', 'flatpages/default.html', 'flatpages/*')] },
  { modules: /^django\.conf\.urls\.i18n$/, docs: 'https://docs.djangoproject.com/en/5.2/topics/i18n/translation/#the-set-language-redirect-view', routes: [{ path: 'setlang/', templates: [], kind: 'api' }] },
  {
    // https://github.com/pennersr/django-allauth/blob/main/allauth/account/urls.py
    modules: /^allauth\.(account\.)?urls$/,
    docs: 'https://docs.allauth.org/en/latest/account/views.html',
    routes: [
      allauth('signup/', 'signup'), allauth('login/', 'login'), allauth('logout/', 'logout'), allauth('reauthenticate/', 'reauthenticate'),
      allauth('inactive/', 'account_inactive'), allauth('email/', 'email'), allauth('confirm-email/', 'verification_sent'),
      allauth('confirm-email/:key/', 'email_confirm'), allauth('password/change/', 'password_change'), allauth('password/set/', 'password_set'),
      allauth('password/reset/', 'password_reset'), allauth('password/reset/done/', 'password_reset_done'),
      allauth('password/reset/key/:key/', 'password_reset_from_key'), allauth('password/reset/key/done/', 'password_reset_from_key_done'),
    ],
  },
  {
    modules: /^(django_)?registration\.(backends\.\w+\.)?(auth_)?urls$/,
    docs: 'https://django-registration.readthedocs.io/en/stable/activation-workflow.html',
    routes: [
      ...authentication,
      route('register/', 'registration/registration_form.html', 'django_registration/registration_form.html'),
      route('register/complete/', 'registration/registration_complete.html', 'django_registration/registration_complete.html'),
      route('activate/:activation_key/', 'registration/activate.html', 'django_registration/activation_failed.html'),
      route('activate/complete/', 'registration/activation_complete.html', 'django_registration/activation_complete.html'),
    ],
  },
  {
    modules: /^two_factor\.urls$/,
    docs: 'https://django-two-factor-auth.readthedocs.io/en/stable/installation.html',
    routes: [route('account/login/', 'two_factor/core/login.html', 'two_factor/_base.html', 'base.html'), route('account/two_factor/setup/', 'two_factor/core/setup.html', 'two_factor/_base.html', 'base.html'), route('account/two_factor/', 'two_factor/profile/profile.html', 'two_factor/_base.html', 'base.html')],
  },
  { modules: /^oauth2_provider\.urls$/, docs: 'https://django-oauth-toolkit.readthedocs.io/en/latest/templates.html', routes: [route('authorize/', 'oauth2_provider/authorize.html', 'oauth2_provider/base.html')] },
  // Pages of an editor: their templates are named by what the pages are, see `wagtail.ts`.
  { modules: /^wagtail\.(core\.|wagtailcore\.)?urls$/, docs: 'https://docs.wagtail.org/en/stable/topics/pages.html', routes: [route('*')] },
  { modules: /^wagtail\.(admin|wagtailadmin)\.urls$/, docs: 'https://docs.wagtail.org/en/stable/advanced_topics/customization/admin_templates.html', routes: [route('*', 'wagtailadmin/*')] },
  { modules: /^cms\.urls$/, docs: 'https://docs.django-cms.org/en/latest/reference/configuration.html#cms-templates', routes: [route('*')] },
  { modules: /^mezzanine\.urls$/, docs: 'https://mezzanine.readthedocs.io/en/latest/content-architecture.html', routes: [route('*', 'pages/*', 'index.html')] },
  { modules: /^rest_framework\.urls$/, docs: 'https://www.django-rest-framework.org/topics/browsable-api/', routes: [route('login/', 'rest_framework/login.html'), route('logout/')] },
]

/** Views of packages that are named one by one. */
export const packageViews: readonly { views: RegExp; templates: string[]; kind?: RouteKind }[] = [
  { views: /^django\.contrib\.auth\.views\.(LoginView|login)$/, templates: ['registration/login.html'] },
  { views: /^django\.contrib\.auth\.views\.(LogoutView|logout|logout_then_login)$/, templates: ['registration/logged_out.html'] },
  { views: /^django\.contrib\.auth\.views\.(PasswordChangeView|password_change)$/, templates: ['registration/password_change_form.html'] },
  { views: /^django\.contrib\.auth\.views\.(PasswordChangeDoneView|password_change_done)$/, templates: ['registration/password_change_done.html'] },
  { views: /^django\.contrib\.auth\.views\.(PasswordResetView|password_reset)$/, templates: ['registration/password_reset_form.html'] },
  { views: /^django\.contrib\.auth\.views\.(PasswordResetDoneView|password_reset_done)$/, templates: ['registration/password_reset_done.html'] },
  { views: /^django\.contrib\.auth\.views\.(PasswordResetConfirmView|password_reset_confirm)$/, templates: ['registration/password_reset_confirm.html'] },
  { views: /^django\.contrib\.auth\.views\.(PasswordResetCompleteView|password_reset_complete)$/, templates: ['registration/password_reset_complete.html'] },
  { views: /^django\.contrib\.flatpages\.views\.flatpage$/, templates: ['flatpages/default.html'] },
  { views: /^allauth\.account\.views\.(LoginView|login)$/, templates: ['account/login.html', ...ALLAUTH] },
  { views: /^allauth\.account\.views\.(SignupView|signup)$/, templates: ['account/signup.html', ...ALLAUTH] },
  { views: /^django\.views\.generic\.(base\.)?RedirectView$/, templates: [], kind: 'redirect' },
  { views: /^django\.(contrib\.sitemaps|contrib\.syndication|views\.(i18n|static)|contrib\.staticfiles)\./, templates: [], kind: 'api' },
  { views: /^(rest_framework|drf_\w+|graphene_django|strawberry|ninja)\b/, templates: [], kind: 'api' },
]
