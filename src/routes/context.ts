/** Is this repository about health at all, and about patients? Weak words count only then. */
import type { FrameworkHost } from '../frameworks/framework.js'
import { classifyPath } from './classify.js'
import { fold } from './fold.js'
import { areasOfPeople, isRunByStaff } from './guards.js'
import { appointmentWords, areaNames, healthWords, otherTrades, patientWords, runningPages, sharedPages } from './surroundings.js'
import { vocabulary } from './vocabulary.js'

export interface HealthContext {
  /** Names, manifests, read-me or routes speak of patients, clinics, doctors, health. */
  health: boolean
  /** They speak of people who come to be treated, and not of health in general. */
  patients: boolean
  /** Some route is where patients sign in, or plainly behind that. */
  signIn: boolean
  /** They plainly speak of another trade, and of nothing medical. */
  otherTrade: boolean
  /** They speak of appointments more than of another trade. */
  appointments: boolean
  /** Paths below which what is published has names, `/results` for `/results/:slug`: no account has them. */
  published: ReadonlySet<string>
  /** Paths of areas in which those who work there run the place: `/dashboard` over `/dashboard/inventory`, `/dashboard/payroll`, …. */
  run: ReadonlySet<string>
}

/** What is known where nothing is said. */
export const noContext: HealthContext =
  { health: false, patients: false, signIn: false, otherTrade: false, appointments: false, published: new Set(), run: new Set() }

const MANIFESTS = [
  'composer.json', 'README.md', 'readme.md', 'README.rst', 'README', 'README.txt', '_config.yml', 'hugo.toml', 'hugo.yaml', 'config.toml',
  'config.yaml', 'mkdocs.yml', 'mix.exs', 'pyproject.toml', 'docusaurus.config.js', 'docusaurus.config.ts', 'astro.config.mjs', 'nuxt.config.ts',
  'nuxt.config.js', 'gatsby-config.js', 'angular.json',
]
/** Read at the top and in the folders of applications. */
const ANYWHERE = ['package.json', 'index.html']
/** What in a page is for browsers and not for readers: `margin: 0 auto`, `<meta property="og:title"`. */
const CODE = /<(style|script)\b[^]*?(?:<\/\1\s*>|$)/gi
const TAG = /<[a-z!/][^<>]*>/gi
const READABLE = /(?<=\s(?:content|title|alt|aria-label|placeholder)\s*=\s*)(?:"[^"]*"|'[^']*')/gi
/** How much of each is read, and of how many of a name. */
const READ = 6000
/** A page that holds a bundle is not gone through for its words. */
const PAGE = 60_000
const MOST = 12

export function healthContext(host: FrameworkHost, paths: readonly string[]): HealthContext {
  const said = [...textsOf(host), ownNames(host)].join('\n').normalize('NFD').replace(/\p{M}+/gu, '')
  const count = (pattern: RegExp): number => (said.match(new RegExp(pattern.source, 'gi')) ?? []).length
  const spoken = count(healthWords)
  const strong = paths.filter(isPlainlyMedical).length
  const others = count(otherTrades)
  const health = spoken >= 2 || strong >= 1
  const medical = spoken + strong * 2
  const signIn = paths.some(isBehindSignIn)
  const appointments = count(appointmentWords) + paths.filter((path) => appointmentWords.test(path)).length
  return {
    appointments: appointments >= 2 && appointments > others,
    published: new Set(paths.flatMap((path) => /^(.+)\/:slug$/.exec(path)?.[1] ?? [])),
    run: new Set([...areasOfStaff(paths), ...areasOfPeople(paths)]),
    signIn,
    health: health && medical >= others, otherTrade: others >= 3 && others > medical,
    patients: health && medical >= others && !isRunByStaff(paths) && (count(patientWords) + strong >= 2 || paths.some(isOfPatients)),
  }
}

/** How many different pages of that kind make an area one of those who run the place. */
const RUN = 4

function areasOfStaff(paths: readonly string[]): Set<string> {
  const pages = new Map<string, Set<string>>()
  const shared = new Set<string>()
  for (const path of paths) {
    const segments = path.split('/').filter((segment) => segment !== '')
    const at = segments.findIndex((segment) => areaNames.has(fold(segment).join(' ')))
    const area = `/${segments.slice(0, at + 1).join('/')}`
    const words = at < 0 ? [] : fold(segments[at + 1] ?? '')
    if (words.some((word) => sharedPages.has(word))) shared.add(area)
    for (const word of words.filter((each) => runningPages.has(each)).slice(0, 1)) pages.set(area, (pages.get(area) ?? new Set()).add(word))
  }
  return new Set([...pages].flatMap(([area, words]) => (words.size >= RUN && !shared.has(area) ? [area] : [])))
}

function textsOf(host: FrameworkHost): string[] {
  const below = ANYWHERE.flatMap((name) => host.named(name)).filter((path) => host.isProduct(path)).slice(0, MOST)
  // A theme says in its style sheet what it is; a site without tools has its pages at the top.
  const themes = host.named('style.css').filter((path) => /(^|\/)themes\/[^/]+\/style\.css$/.test(path)).slice(0, MOST)
  const pages = host.under('').filter((path) => /^[^/]+\.(?:html?|php)$/.test(path)).slice(0, MOST)
  return [...new Set([...MANIFESTS, 'style.css', ...below, ...themes, ...pages])].map((path) => beginning(host, path))
}

/** Of a page what it says about itself, of a style sheet its comments, of everything else the first lines. */
function beginning(host: FrameworkHost, path: string): string {
  const text = host.text(path) ?? ''
  // `margin: 0 auto` speaks of no cars.
  if (path.endsWith('.css')) return (text.slice(0, READ).match(/\/\*[^]*?\*\//g) ?? []).join('\n')
  if (!/\.(?:html?|php)$/.test(path)) return text.slice(0, READ)
  return /\.html?$/.test(path) ? readable(text.slice(0, PAGE)).slice(0, READ) : (/<title>[^<]{0,300}|<meta\s+name=["']description["'][^>]{0,500}/gi.exec(text.slice(0, READ))?.[0] ?? '')
}

function readable(page: string): string {
  return page.replace(CODE, ' ').replace(TAG, (tag) => ` ${(tag.match(READABLE) ?? []).join(' ')} `)
}

/** What a project calls itself says more than a word in passing: it counts twice. */
function ownNames(host: FrameworkHost): string {
  const built = builtNames(host)
  const manifests = [...host.named('package.json').slice(0, MOST), 'composer.json'].flatMap((path) => {
    const manifest = host.json(path)
    if (typeof manifest !== 'object' || manifest === null) return []
    const { name, description } = manifest as { name?: unknown; description?: unknown }
    return [name, description].filter((text) => typeof text === 'string')
  })
  const titles = host.named('index.html').filter((path) => host.isProduct(path)).slice(0, MOST)
    .flatMap((path) => /<title>([^<]{1,300})/i.exec((host.text(path) ?? '').slice(0, READ))?.[1] ?? [])
  return [...manifests, ...titles, ...built, ...built].join('\n')
}

/** Names in what Maven, Gradle and .NET build a project with. */
function builtNames(host: FrameworkHost): string[] {
  const maven = host.named('pom.xml').slice(0, MOST).flatMap((path) => {
    const own = (host.text(path) ?? '').replace(/<parent>[^]*?<\/parent>/, '').split(/<(?:dependencies|dependencyManagement|build|properties|modules)>/)[0] ?? ''
    return [...own.matchAll(/<(?:artifactId|name|description)>([^<]*)</g)].map((match) => match[1] as string)
  })
  const gradle = ['settings.gradle', 'settings.gradle.kts'].flatMap((name) => host.named(name)).slice(0, MOST)
    .flatMap((path) => /\brootProject\.name\s*=\s*["']([^"']+)/.exec(host.text(path) ?? '')?.[1] ?? [])
  const dotnet = host.under('').filter((path) => /\.(?:sln|slnx|csproj|vbproj|fsproj)$/i.test(path)).slice(0, MOST)
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
  return [...maven, ...gradle, ...dotnet]
}

/** Told by words that need no context. */
function isBehindSignIn(path: string): boolean {
  const found = classifyPath(path, { ...noContext, health: true })
  return found.class === 'login' || found.class === 'portal'
}

/** A page that only the patients of somebody have, told by words that need no context. */
function isOfPatients(path: string): boolean {
  const found = classifyPath(path, noContext)
  return found.class === 'portal' && found.certainty === 'exact'
}

const telling = new Set(['portal', 'condition', 'provider-search'])
const medicalTerms = new Set(vocabulary.filter((row) => telling.has(row.class))
  .flatMap((row) => [...row.phrases, ...row.strong]).map((term) => fold(term).join(' ')))

function isPlainlyMedical(path: string): boolean {
  return path.split('/').some((segment) => medicalTerms.has(fold(segment).join(' ')))
    || /(^|\/)(patients?|doctors?|pacientes?|medicos?)(\/|$)/i.test(path)
}
