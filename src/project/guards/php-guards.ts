/**
 * Pages of plain PHP and templates of WordPress that send away whoever is not signed in:
 * `if (!isset($_SESSION['patient_id'])) { header('Location: login.php'); exit; }`, in the page or in what it includes first.
 */
import type { FrameworkHost, RouteGuard } from '../../frameworks/framework.js'
import { directoryOf, joinPath } from '../../paths.js'

const MENTIONS = /\$_SESSION|is_user_logged_in|auth_redirect|logged_?in|include|require/i
const COMMENT = /\/\*[^]*?\*\/|(?<![:'"])\/\/[^\n]*|^\s*#[^\n]*/gm
/** A test that fails for those who are not there, and what it guards up to the end of its first statements. */
const CHECK = new RegExp([
  String.raw`\bif\s*\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)\s*(?:\{|:|\?>)?([^{}]{0,400}?)`,
  String.raw`(?:header\s*\(\s*["']\s*Location:\s*([^"']*)|\b(?:wp_safe_redirect|wp_redirect|redirect|redirect_to)\s*\(([^;]{0,200})|\bauth_redirect\s*\(|location(?:\.href)?\s*=\s*["']([^"']*))`,
].join(''), 'gi')
const PERSON = /\$_SESSION|is_user_logged_in|logged_?in|is_?auth|session/i
const ABSENT = /!|===?\s*(?:null|false|''|""|0)|\bempty\s*\(|<\s*1|==\s*0|\bis_null\b/i
const SIGN_IN = /log-?_?in|sign-?_?in|wp_login_url|index|^\s*\/?["']?\s*$|home_url|\.\.\/?$|^\.\/|auth|account/i
const SUBMITS = /\$_(?:POST|GET|REQUEST)|isset\s*\(\s*\$_(?:POST|GET)/
const ALWAYS = /^[^{}]*\bauth_redirect\s*\(/
const INCLUDES = /\b(?:include|require)(?:_once)?\s*\(?\s*(?:__DIR__\s*\.\s*|dirname\s*\(\s*__FILE__\s*\)\s*\.\s*)?["']([^"'$]*\.php)["']/g
/** How deep, how many and how far into a page includes are followed: what checks stands first. */
const DEPTH = 2
const MOST = 6
const BEGINNING = 6000

export function phpGuards(host: FrameworkHost, file: string, depth = 0): RouteGuard[] {
  const whole = host.has(file) ? host.text(file) ?? '' : ''
  const text = whole.slice(0, BEGINNING)
  if (!MENTIONS.test(text)) return []
  // At the same length, so that offsets are those of the file.
  const code = text.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '))
  const found = [...code.matchAll(CHECK)].flatMap((match): RouteGuard[] => {
    const [, test = '', between = '', header, call, script] = match
    const target = header ?? call ?? script
    const isGuard = PERSON.test(test) && ABSENT.test(test) && !SUBMITS.test(test) && !/\bif\b|\belse\b|function/.test(between)
      && !isInFunction(code, match.index) && (target === undefined || SIGN_IN.test(target))
    return isGuard ? [{ name: `the check of ${subjectOf(test)}`, file, offset: match.index, isSeen: true }] : []
  })
  if (ALWAYS.test(code)) found.push({ name: 'auth_redirect', file, offset: code.indexOf('auth_redirect'), isSeen: true })
  if (found.length > 0 || depth >= DEPTH) return found
  return [...code.matchAll(INCLUDES)].slice(0, MOST).flatMap(([, path = '']) => {
    const target = [joinPath(directoryOf(file), path), joinPath('', path)].find((each) => each !== null && each !== file && host.has(each))
    return target == null ? [] : phpGuards(host, target, depth + 1)
  })
}

/** `$_SESSION['patient_id']`, else what is called. */
function subjectOf(test: string): string {
  return /\$_SESSION\s*\[\s*["'][^"']*["']\s*\]/.exec(test)?.[0] ?? /\w*logged_?in\w*|\w*auth\w*/i.exec(test)?.[0] ?? '$_SESSION'
}

/** Inside a function that this file only declares. */
function isInFunction(code: string, offset: number): boolean {
  const before = code.slice(0, offset)
  const declared = before.search(/\bfunction\s+\w+\s*\([^]*$/)
  if (declared < 0) return false
  const last = before.lastIndexOf('function ')
  const inside = before.slice(last)
  return (inside.match(/\{/g) ?? []).length > (inside.match(/\}/g) ?? []).length
}
