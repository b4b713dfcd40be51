/**
 * Pages an editor makes, with Wagtail or django CMS: their templates are named by what the pages are.
 * https://docs.wagtail.org/en/stable/topics/pages.html#template-rendering
 */
import type { PythonCode } from '../reading/code.js'
import { pythonFiles } from '../reading/modules.js'
import { literalsOf } from '../reading/texts.js'
import type { DjangoProject } from './settings.js'

const PAGE = /^wagtail\b.*\.(Page|AbstractEmailForm|AbstractForm|RoutablePageMixin|RoutablePage|WagtailCaptchaEmailForm)$/

/** Names of the templates of all kinds of pages. */
export function wagtailTemplates(code: PythonCode, project: DjangoProject): string[] {
  const chosen = project.setting('CMS_TEMPLATES').flatMap((value) => code.items(value))
    .flatMap((value) => code.items(value).slice(0, 1))
    .flatMap((value) => literalsOf(code, value))
  const kinds = pythonFiles(code.host)
    .filter((file) => /(^|\/)(models|pages?)(\/|\.py$)|_pages?\.py$/.test(file)
      && /\bPage\b/.test(code.host.text(file) ?? ''))
    .flatMap((file) => code.modules.statements(file).flatMap((statement) => {
      if (statement.kind !== 'class') return []
      const at = { file, class: statement.class }
      if (!code.lineage(at).some((found) => found.kind === 'external' && PAGE.test(found.path))) return []
      const own = ['template', 'landing_page_template'].flatMap((name) => code.classAttribute(at, name))
        .flatMap((found) => (found.kind === 'value' ? literalsOf(code, found.value) : []))
      const app = file.split('/').slice(0, -1).filter((name) => name !== 'models').at(-1) ?? ''
      const name = statement.class.name.replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3_$2$4').toLowerCase()
      return [...own, `${app}/${name}.html`, `${app}/${name}_landing.html`]
    }))
  return [...new Set([...chosen, ...kinds])].filter((name) => project.templates.has(name))
}
