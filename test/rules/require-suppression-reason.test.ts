/** Comments that suppress, in every language a page is written in, by the whole engine. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration, type Configuration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import type { Report } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'

function check(files: Record<string, string>, configuration: Partial<Configuration> = {}): Report {
  return run(memoryTree(files), { ...defaultConfiguration, ...configuration }, { rules, today: '2026-06-01' })
}

const own = (report: Report): string[] => report.findings
  .filter(({ ruleId, suppressed }) => ruleId === 'require-suppression-reason' && suppressed === null).map(({ message }) => message)

const page = (comment: string): Record<string, string> =>
  ({ 'login.html': `<!doctype html>\n<title>Sign in</title>\n${comment}\n<script>fbq('init', '101010101010101')</script>\n` })
const rule = 'no-tracker-on-sensitive-route'

describe('require-suppression-reason', () => {
  it('is silent about a reason that counts', () => {
    const report = check(page(`<!-- pixelward-disable-next-line ${rule} -- agreement, until 2026-06-01 -->`))
    expect(own(report)).toEqual([])
    expect(report.findings.map(({ suppressed }) => suppressed?.reason)).toEqual(['agreement'])
    expect(report.suppressions).toEqual([expect.objectContaining({ file: 'login.html', state: 'used', reason: 'agreement', until: '2026-06-01' })])
  })

  it('tells of one without a reason, at the comment', () => {
    const report = check(page(`<!-- pixelward-disable-next-line ${rule} -->`))
    expect(own(report)).toEqual([`This suppression of ${rule} gives no reason, and so it hides nothing.`])
    const text = page(`<!-- pixelward-disable-next-line ${rule} -->`)['login.html'] as string
    const [finding] = report.findings.filter(({ ruleId }) => ruleId === 'require-suppression-reason')
    expect(text.slice(finding?.span.start, finding?.span.end)).toMatch(/^(<!--)?\s*pixelward-disable-next-line/)
    expect(report.findings.some(({ ruleId, suppressed }) => ruleId === rule && suppressed === null)).toBe(true)
  })

  it('tells of one whose last day is over, with its reason', () => {
    expect(own(check(page(`<!-- pixelward-disable-next-line ${rule} -- agreement, until 2026-05-31 -->`))))
      .toEqual([`This suppression of ${rule} was good until 2026-05-31, and hides nothing any more. Its reason was: agreement.`])
  })

  it('tells of one that hides nothing, and of a name that is nearly one', () => {
    expect(own(check({ 'a.html': `<!-- pixelward-disable-next-line ${rule} -- old -->\n<p>nothing</p>\n` })))
      .toEqual([`This suppression of ${rule} hides nothing: there is no such finding here.`])
    expect(own(check(page('<!-- pixelward-disable-next-line no-tracker-on-sensitive-rout -- agreed -->'))))
      .toEqual([`This suppression of no-tracker-on-sensitive-rout hides nothing: there is no such finding here. Did you mean ${rule}?`])
  })

  it('does not call one unused whose rule is switched off', () => {
    expect(own(check(page(`<!-- pixelward-disable-next-line ${rule} -- agreed -->`), { rules: { [rule]: 'off' } }))).toEqual([])
  })

  it('is hidden only where it is named', () => {
    const idle = `<!-- pixelward-disable-next-line ${rule} -- old -->\n<p>nothing</p>\n`
    expect(own(check({ 'a.html': `<!-- pixelward-disable -- all of it -->\n${idle}` }))).toHaveLength(2)
    expect(own(check({ 'a.html': `<!-- pixelward-disable-next-line require-suppression-reason -- kept for the audit -->\n${idle}` }))).toEqual([])
  })

  it('can be switched off', () => {
    expect(own(check(page(`<!-- pixelward-disable-next-line ${rule} -->`), { rules: { 'require-suppression-reason': 'off' } }))).toEqual([])
  })
})

describe('a suppression is read in the comments of', () => {
  const html = '<script>fbq(\'init\', \'101010101010101\')</script>'
  const js = 'fbq(\'init\', \'101010101010101\')'
  const directive = `pixelward-disable-next-line ${rule} -- agreed`
  const eslint = `eslint-disable-next-line pixelward/${rule} -- agreed`

  it.each<[string, string, string]>([
    ['HTML', 'login.html', `<!-- ${directive} -->\n${html}\n`],
    ['HTML, as ESLint has it', 'login.html', `<!-- ${eslint} -->\n${html}\n`],
    ['a script in a page', 'login.html', `<script>\n// ${directive}\n${js}\n</script>\n`],
    ['a script in a page, as a block', 'login.html', `<script>\n/* ${eslint} */\n${js}\n</script>\n`],
    ['PHP', 'login.php', `<?php // ${directive} ?>\n${html}\n`],
    ['PHP, as a block', 'login.php', `<?php /* ${directive} */ ?>\n${html}\n`],
    ['PHP, with a hash', 'login.php', `<?php\n# ${directive}\n?>${html}\n`],
    ['HTML in PHP', 'login.php', `<?php echo 1 ?>\n<!-- ${directive} -->\n${html}\n`],
    ['Blade', 'resources/views/login.blade.php', `{{-- ${directive} --}}\n${html}\n`],
    ['Twig', 'templates/login.html.twig', `{# ${directive} #}\n${html}\n`],
    ['Jinja', 'templates/login.html', `{% block a %}\n{# ${directive} #}\n${html}\n{% endblock %}\n`],
    ['Liquid', 'login.liquid', `{% comment %} ${directive} {% endcomment %}\n${html}\n`],
    ['Handlebars', 'views/login.hbs', `{{!-- ${directive} --}}\n${html}\n`],
    ['EJS', 'views/login.ejs', `<%# ${directive} %>\n${html}\n`],
    ['ERB', 'app/views/login/index.html.erb', `<%# ${directive} %>\n${html}\n`],
    ['JSP', 'login.jsp', `<%-- ${directive} --%>\n${html}\n`],
    ['Razor', 'Views/Account/Login.cshtml', `@* ${directive} *@\n${html}\n`],
    ['ColdFusion', 'login.cfm', `<!--- ${directive} --->\n${html}\n`],
    ['FreeMarker', 'login.ftl', `<#-- ${directive} -->\n${html}\n`],
    ['Velocity', 'login.vm', `## ${directive}\n${html}\n`],
    ['Smarty', 'templates/login.tpl', `{* ${directive} *}\n${html}\n`],
    ['Thymeleaf', 'templates/login.html', `<!--/* ${directive} */-->\n<p th:text="x">${'</p>'}\n`.split('\n')[0] + `\n${html}\n<p th:text="\${a}"></p>\n`],
    ['Pug', 'views/login.pug', `//- ${directive}\nscript.\n  ${js}\n`],
    ['Haml', 'app/views/login/index.html.haml', `-# ${directive}\n:javascript\n  ${js}\n`],
    ['Vue', 'src/Login.vue', `<template><p/></template>\n<script>\nexport default { mounted() {\n  // ${directive}\n  ${js}\n} }\n</script>\n`],
    ['Svelte', 'src/routes/login/+page.svelte', `<script>\n  // ${directive}\n  ${js}\n</script>\n`],
    ['Astro', 'src/pages/login.astro', `---\nconst a = 1\n---\n<!-- ${directive} -->\n${html}\n`],
    ['Markdown', 'login.md', `# Sign in\n\n<!-- ${directive} -->\n${html}\n`],
  ])('%s', (_, path, text) => {
    const states = check({ [path]: text }).suppressions.map(({ reason, state }) => `${reason} ${state === 'used' || state === 'unused'}`)
    expect(states).toEqual(['agreed true'])
  })

  it('JSX', () => {
    const { findings } = check({
      'package.json': '{ "dependencies": { "next": "15.0.0" } }',
      'app/login/page.tsx': `export default function Page() {\n  return <main>\n    {/* ${directive} */}\n    <script dangerouslySetInnerHTML={{ __html: "${js}" }} />\n  </main>\n}\n`,
    })
    expect(findings.filter(({ ruleId }) => ruleId === rule).map(({ suppressed }) => suppressed?.reason)).toEqual(['agreed'])
  })
})
