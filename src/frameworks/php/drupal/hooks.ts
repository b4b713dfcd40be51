/**
 * What modules and themes add to pages: hooks by the names of their functions, or by an attribute.
 * https://api.drupal.org/api/drupal/core!lib!Drupal!Core!Theme!theme.api.php and
 * https://api.drupal.org/api/drupal/core!core.api.php/group/hooks
 */
import { weakest } from '../../../certainty.js'
import type { Certainty } from '../../../types.js'
import type { FrameworkHost, RoutePlace } from '../../framework.js'
import { joinPath } from '../../../paths.js'
import { outlineOf } from '../reading/outline.js'
import type { Extension } from './extensions.js'

export interface Hooked {
  place: RoutePlace
  /** Addresses it acts on; null for all pages. */
  on: string[] | null
}

/** Around every page. */
const PAGE = /^(?:page_attachments(?:_alter)?|page_top|page_bottom|(?:pre)?process_(?:html|page)|html_head_alter|js_(?:settings_)?alter|css_alter|page_build|page_alter|init)$/
/** In most pages. */
const AROUND = /^preprocess_(?:region|block|menu|breadcrumb)(?:__\w+)?$/
/** In whatever page shows such a thing. */
const PARTS = /^(?:preprocess(?:_\w+)?|(?:node|entity|user|taxonomy_term|comment|block|webform_submission)_view(?:_\w+)?|form(?:_\w+)?_alter|theme_suggestions_\w+|library_info_alter|views_pre_render|field_formatter_\w+)$/
/** Forms of the core that have a page of their own. */
const FORMS: Readonly<Record<string, string>> = {
  user_login_form: '/user/login', user_register_form: '/user/register', user_pass: '/user/password', user_login: '/user/login',
}

export function hookedCode(
  host: FrameworkHost, extensions: readonly Extension[], sureness: (of: Extension) => Certainty,
): Hooked[] {
  return extensions.flatMap((extension) => {
    const certainty = sureness(extension)
    return [...functionHooks(host, extension), ...methodHooks(host, extension)].map(({ place, on }) => (
      { on, place: { ...place, certainty: weakest(place.certainty ?? 'exact', certainty) } }))
  })
}

/** Which of them act on a page. */
export function placesOn(hooked: readonly Hooked[], path: string): RoutePlace[] {
  return hooked.filter(({ on }) => on === null || on.includes(path)).map(({ place }) => place)
}

/** `harbor_page_attachments()` in `harbor.module`. */
function functionHooks(host: FrameworkHost, { name, directory }: Extension): Hooked[] {
  const files = [`${name}.module`, `${name}.theme`, `${name}.profile`, 'template.php']
    .flatMap((file) => joinPath(directory, file) ?? []).filter((file) => host.has(file))
  const included = host.under(directory).filter((file) => /\.inc$/.test(file) && host.isProduct(file))
  return [...files, ...included].flatMap((file) => outlineOf(host, file).declarations.flatMap((declared): Hooked[] => {
    if (declared.kind !== 'function' || declared.parent >= 0 || !declared.name.toLowerCase().startsWith(`${name}_`)) return []
    return acting(declared.name.toLowerCase().slice(name.length + 1), { file, ...declared.body })
  }))
}

/** `#[Hook('page_attachments')]`: https://www.drupal.org/node/3442349 */
function methodHooks(host: FrameworkHost, { directory }: Extension): Hooked[] {
  const folder = joinPath(directory, 'src/Hook')
  return (folder === null ? [] : host.under(folder)).filter((file) => file.endsWith('.php')).flatMap((file) => (
    outlineOf(host, file).declarations.flatMap(({ annotations, body }) => annotations.flatMap((call): Hooked[] => {
      const [first] = call.arguments
      const hook = /(?:^|\\)Hook$/.test(call.name) && first?.value.kind === 'string' ? first.value.text : null
      return hook === null ? [] : acting(hook, { file, ...body })
    }))))
}

function acting(hook: string, place: RoutePlace): Hooked[] {
  const form = /^form_(\w+)_alter$/.exec(hook)?.[1]
  const page = form === undefined ? undefined : FORMS[form]
  if (page !== undefined) return [{ place, on: [page] }]
  if (/^(?:pre)?process_page__front$/.test(hook)) return [{ place, on: ['/'] }]
  const certainty = PAGE.test(hook) ? 'exact' : AROUND.test(hook) ? 'likely' : PARTS.test(hook) ? 'possible' : null
  return certainty === null ? [] : [{ place: { ...place, certainty }, on: null }]
}
