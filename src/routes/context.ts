/** Is this repository about health at all? Weak words count only then. */
import type { FrameworkHost } from '../frameworks/framework.js'
import { fold } from './classify.js'
import { healthWords, otherTrades, vocabulary } from './vocabulary.js'

export interface HealthContext {
  /** Names, manifests, read-me or routes speak of patients, clinics, doctors. */
  health: boolean
  /** They plainly speak of another trade, and of nothing medical. */
  otherTrade: boolean
}

const MANIFESTS = [
  'package.json', 'composer.json', 'README.md', 'readme.md', 'README.rst', 'README',
  'style.css', '_config.yml', 'hugo.toml', 'hugo.yaml', 'config.toml', 'config.yaml', 'mkdocs.yml', 'mix.exs', 'pyproject.toml',
  'docusaurus.config.js', 'docusaurus.config.ts', 'astro.config.mjs', 'nuxt.config.ts', 'nuxt.config.js', 'gatsby-config.js', 'angular.json',
  'index.html', 'public/index.html', 'client/index.html', 'src/index.html',
]
/** How much of each is read. */
const READ = 6000
/** How many files of one kind. */
const MOST_NAMES = 8

export function healthContext(host: FrameworkHost, paths: readonly string[]): HealthContext {
  const texts = MANIFESTS.map((path) => host.text(path)?.slice(0, READ) ?? '')
  const said = [...texts, ownName(host)].join('\n').normalize('NFD').replace(/\p{M}+/gu, '')
  const spoken = (said.match(new RegExp(healthWords.source, 'gi')) ?? []).length
  const strong = paths.filter(isPlainlyMedical).length
  const others = (said.match(new RegExp(otherTrades.source, 'gi')) ?? []).length
  const health = spoken >= 2 || strong >= 1
  const medical = spoken + strong * 2
  return { health: health && medical >= others, otherTrade: others >= 3 && others > medical }
}

/** What a project calls itself says more than a word in passing: it counts twice. */
function ownName(host: FrameworkHost): string {
  const manifest = host.json('package.json') ?? host.json('composer.json')
  const { name, description } = (typeof manifest === 'object' && manifest !== null ? manifest : {}) as { name?: unknown; description?: unknown }
  const built = builtNames(host)
  return [name, description, ...built, ...built].filter((text) => typeof text === 'string').join('\n')
}

/** Names in what Maven, Gradle and .NET build a project with. */
function builtNames(host: FrameworkHost): string[] {
  const maven = host.named('pom.xml').slice(0, MOST_NAMES).flatMap((path) => {
    const own = (host.text(path) ?? '').replace(/<parent>[^]*?<\/parent>/, '').split(/<(?:dependencies|dependencyManagement|build|properties|modules)>/)[0] ?? ''
    return [...own.matchAll(/<(?:artifactId|name|description)>([^<]*)</g)].map((match) => match[1] as string)
  })
  const gradle = ['settings.gradle', 'settings.gradle.kts'].flatMap((name) => host.named(name)).slice(0, MOST_NAMES)
    .flatMap((path) => /\brootProject\.name\s*=\s*["']([^"']+)/.exec(host.text(path) ?? '')?.[1] ?? [])
  const dotnet = host.under('').filter((path) => /\.(?:sln|slnx|csproj|vbproj|fsproj)$/i.test(path)).slice(0, MOST_NAMES)
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
  return [...maven, ...gradle, ...dotnet]
}

const telling = new Set(['portal', 'condition', 'provider-search'])
const medicalTerms = new Set(vocabulary.filter((row) => telling.has(row.class))
  .flatMap((row) => [...row.phrases, ...row.strong]).map((term) => fold(term).join(' ')))

function isPlainlyMedical(path: string): boolean {
  return path.split('/').some((segment) => medicalTerms.has(fold(segment).join(' ')))
    || /(^|\/)(patients?|doctors?|pacientes?|medicos?)(\/|$)/i.test(path)
}
