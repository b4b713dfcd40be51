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
  'style.css', '_config.yml', 'hugo.toml', 'config.toml', 'mix.exs', 'pyproject.toml',
  'index.html', 'public/index.html', 'client/index.html', 'src/index.html',
]
/** How much of each is read. */
const READ = 6000

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
  if (typeof manifest !== 'object' || manifest === null) return ''
  const { name, description } = manifest as { name?: unknown; description?: unknown }
  return [name, description].filter((text) => typeof text === 'string').join('\n')
}

const telling = new Set(['portal', 'condition', 'provider-search'])
const medicalTerms = new Set(vocabulary.filter((row) => telling.has(row.class))
  .flatMap((row) => [...row.phrases, ...row.strong]).map((term) => fold(term).join(' ')))

function isPlainlyMedical(path: string): boolean {
  return path.split('/').some((segment) => medicalTerms.has(fold(segment).join(' ')))
    || /(^|\/)(patients?|doctors?|pacientes?|medicos?)(\/|$)/i.test(path)
}
