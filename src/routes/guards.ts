/** Who gets past a guard of pages, told by its name and by the roles it is given. */
import { fold } from './fold.js'
import { staffAreas, staffRoles, trade } from './surroundings.js'
import { words } from './words.js'

/** `anyone`: whoever is signed in. */
export type Audience = 'patient' | 'staff' | 'anyone'

/** What a guard is called, and whom it lets through as far as that is written beside it. */
export interface NamedGuard {
  name: string
  roles?: readonly string[]
  /** Stands around a page like any other component does: only a name that can mean nothing else counts. */
  isWrapper?: boolean
  /** It was seen to send those who are not signed in elsewhere: only whom it lets through is asked. */
  isSeen?: boolean
}

/** Words of what asks for a sign-in. */
const asks: ReadonlySet<string> = new Set(words(`
  auth, authed, authenticate, authenticated, authentication, authenticator, authorize, authorized, authorization, authorise, authorised,
  protect, protected, private, session, jwt, logged, signed, autenticado, autenticacion, autenticacao, sesion`))
/** Those that do when something beside them says so: `login_required`, `requireUser`, `ROLE_USER`. */
const names: ReadonlySet<string> = new Set(words('login, signin, user, member, account, customer, client, usuario, cliente'))
const demands: ReadonlySet<string> = new Set(words(`
  require, required, requiere, need, needed, ensure, ensured, check, must, only, role, is, has, in, exigir, verificar, restricted`))
/** Words of what lets in those who are not signed in, or everybody. */
const opens: ReadonlySet<string> = new Set(words(`
  not, no, non, guest, anonymous, anon, unauth, unauthenticated, unauthorized, unauthorised, public, without, already, if, out, optional,
  maybe, redirect, invitado, publico`))

const patients: ReadonlySet<string> = new Set(words('patient, paciente'))
const staff: ReadonlySet<string> = new Set([
  ...staffRoles, ...staffAreas.filter((area) => !area.includes(' ')),
  ...words('super, superuser, editor, owner, support, agent, author, instructor, teacher, manage, management, hr, technician, secretary, lab, coordinator'),
])

/**
 * Who gets past all of the guards around a page; null when none of them is known to ask for a sign-in.
 *
 * @param guards for example `{ name: 'AuthGuard', roles: ['PATIENT'] }`, `{ name: 'auth:patient' }`, `{ name: 'login_required' }`
 */
export function audienceOf(guards: readonly NamedGuard[]): Audience | null {
  const found = guards.flatMap((guard) => ofGuard(guard) ?? [])
  if (found.includes('staff')) return 'staff'
  return found.includes('patient') ? 'patient' : (found[0] ?? null)
}

function ofGuard({ name, roles = [], isWrapper = false, isSeen = false }: NamedGuard): Audience | null {
  const said = fold(name.replace(/^(?:React|Router)\./, ''))
  const given = roles.map((role) => ofWords(fold(role)))
  if (!isSeen && said.some((word) => opens.has(word))) return null
  const isAsking = isSeen || said.some((word) => asks.has(word))
    || (said.some((word) => names.has(word)) && said.some((word) => demands.has(word)))
  // `PatientRoute`, `AdminOnly`; a `PatientLayout` may be shown to anybody.
  const isNamed = isAsking || said.some((word) => /^(?:guard|route|only|role|require|ensure|gate)$/.test(word))
  if (isWrapper && !isNamed) return null
  if (given.includes('patient')) return 'patient'
  if (given.length > 0 && given.every((each) => each === 'staff')) return 'staff'
  return ofWords(said) ?? (isAsking || (given.length > 0 && isNamed) ? 'anyone' : null)
}

function ofWords(said: readonly string[]): 'patient' | 'staff' | null {
  if (said.some((word) => patients.has(word))) return 'patient'
  return said.some((word) => staff.has(word)) ? 'staff' : null
}

/** What only those who are treated have or do, as phrases of a segment. */
const theirs = words(`
  patient portal, patient login, patient log in, patient signin, patient sign in, patient signup, patient sign up, patient dashboard, patient area,
  patient account, patient home, my chart, mychart, my health, my medication, my prescription, my appointment, my visit, my record, my result,
  my care, my doctor, my lab, my consultation, my therapist, my symptom, secure message, portal del paciente, portal paciente, portal do paciente,
  area del paciente, area paciente, area do paciente, acceso paciente, acesso paciente, mi cita, mi receta, mi resultado, mi historial, mi medico,
  meu exame, meu resultado, minha consulta, minha receita, mi turno`).map((phrase) => ` ${fold(phrase).join(' ')} `)
const steps = words(`
  book appointment, request appointment, schedule appointment, make appointment, appointment booking, book consultation, schedule consultation,
  book visit, schedule visit, request visit, book doctor, doctor booking, symptom checker, symptom check, check in, intake, health assessment,
  agendar cita, pedir cita, reservar cita, solicitar cita, sacar turno, reservar hora, marcar consulta, agendar consulta`)
  .map((phrase) => ` ${fold(phrase).join(' ')} `)
const ownPages: ReadonlySet<string> = new Set(words('dashboard, login, signin, signup, home, portal, account, setting, message'))
/** A list of one's patients is nothing that a patient has. */
const ofCarers = words('my patient, mi paciente, meu paciente').map((phrase) => ` ${phrase} `)

/** A page of an application, with who gets to see it. */
export interface GuardedPage {
  path: string
  /** Its files, whose names tell as much as its path. */
  files: readonly string[]
  audience: Audience | null
}

/**
 * True when the pages of an application show that it is patients who sign in there, and not only those who treat them: then
 * what any signed-in person sees is theirs. Where some guard lets in patients by name, others that say nothing do not.
 */
export function patientsSignIn(pages: readonly GuardedPage[]): boolean {
  const open = pages.filter(({ audience }) => audience !== 'staff')
  if (open.some(({ audience }) => audience === 'patient')) return false
  if (open.some((page) => textsOf(page).some((text) => ofCarers.some((phrase) => text.includes(phrase))))) return false
  return open.some(isTheirs)
}

function isTheirs(page: GuardedPage): boolean {
  const texts = textsOf(page)
  return isOfOnePatient(page.path) || texts.some((text) => theirs.some((phrase) => text.includes(phrase)))
    || (page.audience === 'anyone' && texts.some((text) => steps.some((phrase) => text.includes(phrase))))
}

function textsOf({ path, files }: GuardedPage): string[] {
  const parts = [...path.split('/'), ...files.map((file) => file.slice(file.lastIndexOf('/') + 1).replace(/\..*$/, ''))]
  return parts.filter((part) => part !== '' && !part.startsWith(':')).map((part) => ` ${fold(part).join(' ')} `)
}

/** `/patient/dashboard`; not `/patients/dashboard`, nor `/admin/patient/home`. */
function isOfOnePatient(path: string): boolean {
  const segments = path.split('/')
  return segments.some((segment, at) => /^(?:patient|paciente)$/i.test(segment)
    && ownPages.has(fold(segments[at + 1] ?? '').join(' '))
    && !segments.slice(0, at).some((around) => fold(around).some((word) => staff.has(word))))
}

const ENOUGH = 4

/** True when the paths of an application are those of people who run a place, and nothing in them is a patient's own. */
export function isRunByStaff(paths: readonly string[]): boolean {
  const said = new Set(paths.flatMap((path) => path.split('/').flatMap(fold)).filter((word) => trade.has(word)))
  return said.size >= ENOUGH && !paths.some((path) => isTheirs({ path, files: [], audience: null }))
}

const grouping: ReadonlySet<string> = new Set(words('dashboard, panel, app, escritorio, painel, console, workspace'))
const lists = /^(?:patients|pacientes|users|usuarios|employees|staff|tenants|agents|roles)$/i

/**
 * Paths below which all pages are of those who work there, as what else is there tells: `/pharmacist` with a
 * `/pharmacist/dashboard`, `/dashboard` with a `/dashboard/staff`.
 */
export function areasOfPeople(paths: readonly string[]): ReadonlySet<string> {
  const below = new Map<string, Set<string>>()
  for (const path of paths) {
    const segments = path.split('/')
    for (let at = 1; at + 1 < segments.length; at++) {
      const area = segments.slice(0, at + 1).join('/')
      below.set(area, (below.get(area) ?? new Set()).add(segments[at + 1] as string))
    }
  }
  return new Set([...below].flatMap(([area, pages]) => {
    const name = area.slice(area.lastIndexOf('/') + 1)
    const [folded = ''] = fold(name)
    const all = [...pages]
    const isRole = staffRoles.has(folded) && name.toLowerCase() === folded && !all.some((page) => page.startsWith(':'))
      && all.some((page) => ownAreas.has(fold(page).join(' ')))
    const isTheirOwn = all.some((page) => isTheirs({ path: page, files: [], audience: 'anyone' }))
    const isDesk = grouping.has(fold(name).join(' ')) && all.some((page) => lists.test(page)) && !isTheirOwn
    return isRole || isDesk ? [area] : []
  }))
}
/** Of these a role has one of its own; a list of such people has none. */
const ownAreas: ReadonlySet<string> = new Set(words('dashboard, panel, setting, inventory, patient, appointment, schedule, worklist'))

/** Pages of those who run the place, whatever lets in whoever is signed in. */
const kept = words(`
  patient list, list patient, all patient, add patient, new patient, create patient, edit patient, manage, management, employee, inventory,
  stock, supplier, purchase, permission, role, audit, log, add, create, edit, update, delete, report list, payroll, crud`)
  .map((phrase) => ` ${fold(phrase).join(' ')} `)

/** True for `/users`, `/patients`, `/doctors/create`: nothing that a patient is given. */
export function isForThoseWhoRunIt(path: string): boolean {
  return path.split('/').some((segment, at, all) => {
    if (segment === '' || segment.startsWith(':')) return false
    if (/^(?:patients|pacientes|users|usuarios)$/i.test(segment)) return true
    const text = ` ${fold(segment).join(' ')} `
    const isOwn = /^(?:appointment|profile|account|booking|cita)s?$/i.test(all[at - 1] ?? '')
    return !isOwn && kept.some((phrase) => text.includes(phrase))
  })
}
