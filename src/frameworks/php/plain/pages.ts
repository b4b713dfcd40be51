/** Which files of PHP a web server shows by their paths, and under which address. */
import { baseNameOf, directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { routePath, stem } from '../../paths.js'
import type { Rewrites } from './rewrites.js'
import { directoryAround } from './rewrites.js'

/** Folders of files that only other files bring in. */
const PARTS = 'includes?|inc|partials?|parts|templates?|template-parts|views?|layouts?|components?|classes|lib|libs|library|vendor|config|language|languages|lang|models?|controllers?|helpers?|cache|migrations|database|wp-includes|wp-admin|wp-content|node_modules|phpmailer|tcpdf|fpdf|dompdf|plantillas?|vistas?|parciales|componentes'
/** Folders of code that a whole page may lie in all the same. */
const CODE = 'src|app|core|system|modules|plugins|api|ajax|cron|webhooks?|actions?|process|backend|handlers?'
const IN_PARTS = new RegExp(`(^|/)(${PARTS})/`, 'i')
const IN_CODE = new RegExp(`(^|/)(${CODE})/`, 'i')
const PART_NAMES = /^(header|footer|sidebar|nav|navbar|menu|head|foot|config|configuration|functions?|settings|init|bootstrap|autoload|db|database|connection|connect|conn|conexion|vars|constants|top|bottom|layout|encabezado|pie|cabecera|cabecalho|rodape)$/i
const BELOW_ROOT = /^(?:.*\/)?(?:public|public_html|www|htdocs|web|html|httpdocs|docroot|webroot)\//i
const DOCUMENT_ROOT = /^(?:public|public_html|www|htdocs|web|html|httpdocs|docroot|webroot)$/i

const DOCUMENT = /<!doctype\s+html|<html[\s>]|<body[\s>]/i
const BRINGS_HEADER = /\b(?:include|require)(?:_once)?\b[^;]{0,300}(?:header|head|top|nav|layout|cabecera|encabezado|cabecalho|begin|inicio)[\w-]*\.(?:php|inc|html)/i
const MARKUP = /<(?:head|main|section|div|form|script|table|h1|p|article)\b/i
const ANSWERS = /\$_(?:POST|GET|REQUEST|FILES)\b|php:\/\/input|\bheader\s*\(/
const INCLUDES = /\b(?:include|require)(?:_once)?\b[^;'"]{0,120}(?:['"][^'"]*['"]\s*\.\s*)?['"]([^'"\n]*\.(?:php|inc))['"]/g

export interface PhpPage {
  file: string
  path: string
  kind: 'page' | 'api'
  /** It is no whole document, and brings in none: it may be a part of something. */
  isFragment: boolean
}

export interface PhpPages {
  pages: PhpPage[]
  /** The address of a file, whether it is a page or not; null for one that the server does not give out. */
  served(file: string): string | null
  /** Another file brings it in. */
  isIncluded(file: string): boolean
}

export function findPages(host: FrameworkHost, files: readonly string[], rewrites: Rewrites): PhpPages {
  const roots = documentRoots(host)
  const included = includedNames(host, files)
  const served = (file: string): string | null => {
    const root = roots.find((each) => each === '' || file.startsWith(`${each}/`))
    if (root === undefined) return null
    const inside = root === '' ? file : file.slice(root.length + 1)
    const isBare = directoryAround(file, (directory) => (rewrites.bare.has(directory) ? true : undefined)) === true
    const clean = inside.replace(/(^|\/)index\.php$/i, '$1')
    return routePath(isBare ? clean.replace(/\.php$/i, '') : clean)
  }
  const pages = files.flatMap((file): PhpPage[] => {
    const path = served(file)
    const found = path === null ? null : kindOf(host, file, included)
    return path === null || found === null ? [] : [{ file, path, ...found }]
  })
  return { pages, served, isIncluded: (file) => isIncluded(file, included) }
}

/** Whole documents and what brings in a header are pages; so is markup that nothing else brings in. */
function kindOf(
  host: FrameworkHost, file: string, included: ReadonlySet<string>,
): Pick<PhpPage, 'kind' | 'isFragment'> | null {
  const inside = file.replace(BELOW_ROOT, '')
  if (IN_PARTS.test(inside) || PART_NAMES.test(stem(file))) return null
  const text = host.text(file) ?? ''
  const isPart = isIncluded(file, included)
  const bringsHeader = BRINGS_HEADER.test(text)
  const isStart = /^index\.php$/i.test(baseNameOf(file))
  if (bringsHeader || (DOCUMENT.test(text) && (!isPart || isStart || hasOwnStart(text)))) return { kind: 'page', isFragment: false }
  if (isPart) return null
  if (!IN_CODE.test(inside) && MARKUP.test(text) && !isClass(text)) return { kind: 'page', isFragment: true }
  return ANSWERS.test(text) && !isClass(text) ? { kind: 'api', isFragment: true } : null
}

function isIncluded(file: string, included: ReadonlySet<string>): boolean {
  return included.has(baseNameOf(file).toLowerCase()) && (included.has(lastTwo(file)) || !file.includes('/'))
}

/** A document that begins here is one of its own, and no layout around what others say. */
function hasOwnStart(text: string): boolean {
  return /<body[\s>]/i.test(text) && /<\/body>/i.test(text)
}

function isClass(text: string): boolean {
  return /^\s*(?:<\?php\s+)?(?:(?:abstract|final)\s+)?(?:class|interface|trait|namespace)\s+\w/m.test(text)
}

function lastTwo(file: string): string {
  return `${baseNameOf(directoryOf(file))}/${baseNameOf(file)}`.toLowerCase()
}

/** Names of files that others bring in, alone and with the folder they are named with. */
function includedNames(host: FrameworkHost, files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const file of files) {
    for (const [, path = ''] of (host.text(file) ?? '').matchAll(INCLUDES)) {
      const parts = path.toLowerCase().split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
      const name = parts.at(-1)
      if (name === undefined) continue
      found.add(name)
      found.add(`${parts.at(-2) ?? baseNameOf(directoryOf(file)).toLowerCase()}/${name}`)
    }
  }
  return found
}

/**
 * Folders the server gives out, the innermost first. One of a usual name counts when a site begins in it; what lies
 * outside of it is not given out, unless a site begins there as well.
 */
function documentRoots(host: FrameworkHost): string[] {
  const starts = ['index.php', 'index.html', 'index.htm', '.htaccess'].flatMap((name) => host.named(name)).map(directoryOf)
  const named = [...new Set(starts)].filter((directory) => DOCUMENT_ROOT.test(baseNameOf(directory)))
  const isTop = starts.includes('') || named.length === 0
  return [...named.sort((a, b) => b.split('/').length - a.split('/').length), ...isTop ? [''] : siblings(named)]
}

/** Beside a document root lies code; a folder without one in it may be a site of its own. */
function siblings(roots: readonly string[]): string[] {
  return roots.every((root) => !root.includes('/')) ? [] : ['']
}
