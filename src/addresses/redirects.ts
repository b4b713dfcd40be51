/** Server code that sends a browser on to an address with what it was sent: `header('Location: /thanks?email=' . $email)`. */
import { payloadSources } from '../leaks/server/payloads.js'
import { tellSource } from '../leaks/telling.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import { closing, isServerLanguage } from '../project/sightings/server/language.js'
import type { Span } from '../types.js'
import type { AddressLeak } from './address-leak.js'
import type { Views } from './addresses.js'
import { targetOf, type Target } from './targets.js'
import { tellingSources } from './telling.js'

const WORDS = lookedFor(['Location:', 'edirect'])

/**
 * Calls that redirect, in PHP, WordPress, Laravel, Symfony, Django, Flask, Rails, Spring, ASP.NET and Go. Of those that
 * name a page instead of its address, the arguments with a name are its query.
 */
const REDIRECT = /\b(?:header|wp_(?:safe_)?redirect|redirect(?:_to|_back|ToRoute|ToAction)?|redirect\(\)\s*->\s*(?:to|route|away)|Redirect::(?:to|route)|HttpResponseRedirect|RedirectResponse|LocalRedirect|RedirectTo(?:Action|Page|Route)|Redirect(?:Permanent)?|sendRedirect|http\.Redirect)\s*\(|\bredirect_to\s+(?=\S)|\breturn\s+(?="redirect:)/g

export function redirectLeaks(project: Project, views: Views, file?: string): AddressLeak[] {
  const files = file === undefined ? project.filesWith(WORDS) : [file]
  return files.flatMap((path) => {
    const text = project.text(path) ?? ''
    if (text.search(REDIRECT) < 0) return []
    const facts = project.facts(path)
    return facts && isServerLanguage(facts) ? ofText(project, views, path, text) : []
  })
}

function ofText(project: Project, views: Views, path: string, text: string): AddressLeak[] {
  return [...text.matchAll(REDIRECT)].flatMap((match): AddressLeak[] => {
    const open = match.index + match[0].length - 1
    const line = text.indexOf('\n', match.index)
    const end = text[open] === '(' ? closing(text, open) : line < 0 ? text.length : line
    const written = text.slice(match.index, end)
    const isHeader = match[0].startsWith('header')
    if ((isHeader && !/^header\s*\(\s*["']\s*Location:/i.test(written)) || !WITH_QUERY.test(written)) return []
    const span = { start: match.index, end }
    const sources = tellingSources(payloadSources(path, withoutFlashes(text, span), span), project.isAboutHealth())
    const [first] = sources
    if (!first) return []
    const target = targetIn(written, path)
    const found = views.of(target, null, null)
    if (found.length === 0) return []
    return [{
      file: path, span, kind: 'redirect', part: 'query', sources, hashed: false, views: found, target: target.path === '' ? null : target.path,
      steps: [{ ...first.place, note: tellSource(first) }, { file: path, span, note: 'put into the address' }],
    }]
  })
}

/** What is shown on the next page and kept in the session until then: `notice: …` of Rails, `->with(…)` of Laravel. */
const FLASHES = /,\s*(?:notice|alert|flash|status|error)(?::|\s*=>)[\s\S]*$/

/** The text without them, at the same length. */
function withoutFlashes(text: string, { start, end }: Span): string {
  const flash = FLASHES.exec(text.slice(start, end))
  const from = flash ? start + flash.index : end
  const [chain = ''] = /^\s*->with\w*\([^;]*/.exec(text.slice(end, end + 4000)) ?? []
  const to = end + chain.length
  const keepsBracket = flash && text[end - 1] === ')' && chain === '' ? 1 : 0
  return text.slice(0, from) + text.slice(from, to - keepsBracket).replace(/[^\n]/g, ' ') + text.slice(to - keepsBracket)
}

/** `?email=`, a named argument, or a table of parameters. */
const WITH_QUERY = /\?[\w-]+=|\?["']\s*[.+]|[?&]\{|\w+\s*[:=](?![=>])\s*\S|=>|http_build_query|add_query_arg|urlencode|new\s*\{|RequestParam|addAttribute/

/** An action, and the controller it belongs to: the class at hand when none is named. */
const ACTION = /RedirectToAction(?:Permanent)?\s*\(\s*(?:nameof\s*\(\s*(?:\w+\.)*(\w+)\s*\)|"(\w+)")(?:\s*,\s*(?:controllerName\s*:\s*)?"(\w+)")?/

/**
 * The page in a redirect: an address, the action of a controller, or the name of a route, whose last word is the page's.
 * https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.mvc.controllerbase.redirecttoaction
 */
function targetIn(written: string, file: string): Target {
  const [isAction, named, action = named, controller = /(\w+)Controller\.\w+$/.exec(file)?.[1]] = ACTION.exec(written) ?? []
  if (isAction !== undefined) return targetOf([...controller === undefined ? [] : [controller], action].join('/'))
  const [, address] = /["'`](?:Location:\s*|redirect:)?((?:https?:\/\/[^"'`?\s]*)?\/?[\w./-]*)\?/.exec(written) ?? []
  if (address !== undefined && address !== '') return targetOf(address)
  const [, name] = /(?:url_for|reverse|route|home_url|site_url|redirect|RedirectTo(?:Page|Route)|redirectToRoute)\s*\(\s*["']([\w./:-]+)["']/.exec(written)
    ?? /redirect_to\s+(\w+?)_(?:path|url)\b/.exec(written) ?? []
  return targetOf(name === undefined ? '' : (name.split(/[.:]/).at(-1) as string).replace(/_/g, '-'))
}
