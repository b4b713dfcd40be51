/** Names and constants that are about who somebody is: placeholders left in, flags of being signed in, keys that lie. */
import { startAt, trace } from '../../flow/trace.js'
import { classifyPath, type DataCategory } from '../../personal/index.js'
import type { Project } from '../../project/project.js'
import type { PlacedSighting } from '../../types.js'
import type { Host } from '../fields/elements.js'
import type { Reader, Said } from './said.js'

/**
 * - `placeholder`: a text that waits for an address or number to be put in its place
 * - `flag`: a key or text says that the visitor is signed in, a member or a patient
 * - `raw`: a key says that its value is hashed, and it is not
 */
export interface IdentityStatement extends Said {
  states: 'placeholder' | 'flag' | 'raw'
  category: DataCategory
}

export interface IdentifyingCall {
  sighting: PlacedSighting
  /** Never empty. */
  statements: IdentityStatement[]
}

/** Keys by which vendors take who somebody is, besides those that say it in words. */
const SHORT_KEYS: Readonly<Record<string, DataCategory>> = {
  em: 'email', ph: 'phone', fn: 'name', ln: 'name', db: 'date-of-birth', external_id: 'account-identifier', user_id: 'account-identifier',
  user_email: 'email', user_phone_number: 'phone', user_hashed_email: 'email', uid: 'account-identifier',
}
const IDENTITY: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'email', 'phone', 'name', 'date-of-birth', 'postal-address', 'medical-record-number', 'account-identifier',
])

/** `__INSERT_USER_EMAIL__`, `<USER-EMAIL>`, `YOUR_EMAIL`. What templates and short codes fill in by themselves is none. */
const PLACEHOLDER = /^(?:__[\w -]+__|<[\w -]+>|(?:YOUR|INSERT|ENTER|REPLACE|USER|CUSTOMER|HASHED|ADD|TODO)[_ -][A-Z0-9_ -]+|[A-Z]+(?:_[A-Z]+)*_HERE|x{4,})$/

/** Keys that say by themselves that somebody is signed in, and those that do with the right text. */
const SIGNED_IN = /^(?:is_?)?(?:user_?)?(?:logged_?in|signed_?in|authenticated|login_?(?:status|state)|logged_?in_?(?:status|state|user)|sign_?in_?status|auth_?(?:status|state)|has_?account|is_?(?:member|patient|subscriber|enrolled)|patient_?(?:type|status)|member(?:ship)?_?(?:type|status)|existing_?patient|returning_?patient|current_?patient|account_?status)$/i
const KIND = /^(?:user|visitor|customer|account|member|person|client)_?(?:type|role|status|state|kind|group|segment)$/i
const OF_CARE = /\b(?:patient|member|paciente|enrolled|subscriber|beneficiary|logged|signed|authenticated)/i
const HASHED_KEY = /hash|sha_?\d|md5/i

/** Most flows that one key is asked for. */
const MOST = 4

export function createIdentities(project: Project, host: Host, reader: Reader, file?: string): IdentifyingCall[] {
  const isHealthSite = project.isAboutHealth()
  return project.sinks().flatMap((sink): IdentifyingCall[] => {
    const { sighting, found } = sink
    if (sighting.unused || found.dataValues.length === 0 || (file !== undefined && sighting.file !== file)) return []
    const statements = reader.said(sink).flatMap((said) => statementOf(host, said, isHealthSite, sighting) ?? [])
    return statements.length === 0 ? [] : [{ sighting, statements }]
  })
}

function statementOf(host: Host, said: Said, isHealthSite: boolean, sighting: PlacedSighting): IdentityStatement | null {
  if (said.part === 'event') return null
  const key = said.part === 'key' ? said.text : said.keys.at(-1)
  if (key === undefined) return null
  if (said.part === 'value') {
    const isPlaceholder = PLACEHOLDER.test(said.text.trim()) && /[A-Za-z]/.test(said.text)
    const identity = isPlaceholder ? identityOf(key) : null
    if (identity !== null) return { ...said, states: 'placeholder', category: identity }
    return KIND.test(plain(key)) && OF_CARE.test(said.text) ? { ...said, states: 'flag', category: 'sign-in-status' } : null
  }
  if (HASHED_KEY.test(key)) {
    const raw = identityOf(key) ?? identityOf(key.replace(HASHED_KEY, ''))
    return raw !== null && said.holds && isRaw(host, said) ? { ...said, states: 'raw', category: raw } : null
  }
  const isOfCare = /patient|member|enrolled/i.test(key)
  return SIGNED_IN.test(plain(key)) && (isHealthSite || isOfCare || isBehindSignIn(sighting)) ? { ...said, states: 'flag', category: 'sign-in-status' } : null
}

/** `userLoggedIn` as `user_Logged_In`. */
function plain(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/[\s.-]+/g, '_')
}

function isBehindSignIn({ routes }: PlacedSighting): boolean {
  return routes.some(({ route }) => route.class === 'portal' || route.class === 'login')
}

function identityOf(key: string): DataCategory | null {
  const known = SHORT_KEYS[key.toLowerCase()]
  if (known) return known
  const found = classifyPath(['user', key]).find(({ category, sure }) => sure && IDENTITY.has(category))
  return found?.category ?? null
}

/** What somebody typed gets to the key without being hashed on the way. */
function isRaw(host: Host, { holds }: Said): boolean {
  if (!holds) return false
  const { flows } = trace(host, [startAt(holds)], undefined, MOST)
  return flows.some(({ origin, trail }) => !trail.hashed && origin.kind !== 'record' && origin.categories.some(({ category }) => IDENTITY.has(category)))
}
