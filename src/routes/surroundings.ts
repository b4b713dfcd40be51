/** What around a word tells that it is not about a patient of this site: other meanings, staff, reading, other trades. */
import { oneOf, words } from './words.js'

/** Segments that only look sensitive. A segment that holds one says nothing, and weak words below it neither. */
export const falseFriends: readonly string[] = words(`
  terms and condition, term condition, condition of use, term of service, term of use, privacy, air conditioning,
  web vital, visiting hour, visitor, visit us, plan your visit, gift shop, job application, apply now job, career, job, press,
  media center, discharge upgrade, investor portal, class schedule, course schedule, game schedule, event schedule,
  bus schedule, season schedule, cron schedule, job schedule, train schedule, schedule demo, book demo, request demo,
  film screening, movie screening, job screening, service worker, service provider agreement, customer care,
  hair care, car care, skin care product, address book, facebook, bookmark, notebook, audiobook, ebook, guestbook,
  record label, dns record, record deal, school enrollment, education verify, create portal, test page, user testing,
  usability testing, load testing, account executive, privacy policy, cookie policy, newsletter signup, newsletter sign up,
  email signup, event signup, event registration, class registration, course registration, camp registration,
  volunteer registration, walk in clinic, walk in tub, walk in bath, walk in shower, appointment policy, cancellation policy,
  before after, before and after`)

/**
 * Areas of the people who work here or with us. Below them pages are not a patient's; what shows patients' records there
 * is told, as possible.
 */
export const staffAreas: readonly string[] = words(`
  admin, administrator, administration, administracion, administracao, superadmin, wp admin, admin portal, admin panel,
  admin dashboard, back office, backoffice, back end, staff, staff portal, staff login, employee, employee portal, employee login,
  intranet, hcp, health professional, healthcare professional, healthcare provider login, for provider, for physician, for clinician, for professional,
  provider portal, provider login, physician portal, physician login, clinician portal, doctor portal, doctor login, partner, partner portal, vendor,
  vendor portal, supplier, supplier portal, reseller, developer, developer portal, student portal, representative,
  representative portal, refer patient, referring provider, referring physician, moderator, operator, cms, empleado, funcionario, painel admin`)

/** Roles of the people who work here. Alone they are a list to search in, with a page of their own they are an area. */
export const staffRoles: ReadonlySet<string> = new Set(words(`
  doctor, provider, physician, nurse, pharmacist, therapist, dentist, clinician, receptionist, reception, cashier, practitioner, specialist,
  counselor, surgeon, manager, professional, medico, medica, enfermero, enfermera, enfermeiro, recepcion, recepcionista`))

/** Pages that a person of such a role has. */
export const staffPages: ReadonlySet<string> = new Set(words(`
  dashboard, panel, schedule, calendar, agenda, login, signin, register, signup, setting, patient, appointment, availability,
  slot, message, inbox, queue, worklist, shift, portal, paciente, cita, consulta, turno`))

/** Those of them that no list of such people has: `/providers/portal`, not `/doctors/schedule`. */
export const ownPages: ReadonlySet<string> = new Set(words(`
  dashboard, panel, login, signin, register, signup, setting, inbox, message, worklist, shift, portal`))

/** Organisations whose own pages are for those who work there. */
export const organisations: ReadonlySet<string> = new Set(words(`
  hospital, clinic, pharmacy, lab, laboratory, organization, organisation, company, practice, clinica, farmacia, laboratorio`))

/** Pages an organisation has and a patient has not: `/clinic/dashboard`, not `/clinic/login`. */
export const organisationPages: ReadonlySet<string> = new Set(words('dashboard, panel, setting, worklist, staff'))

/** Words of what only those who run a place deal with; some of them together say that an application is theirs. */
export const trade: ReadonlySet<string> = new Set(words(`
  inventory, stock, shipment, supplier, warehouse, requisition, purchase, payroll, employee, vendor, procurement, ledger, replenishment,
  receiving, depot, asset, expense, attendance, shift`))

/** Pages of an area in which a place is run: what it sells, owes, owns and employs. Several below one segment tell whose area it is. */
export const runningPages: ReadonlySet<string> = new Set([...trade, ...words(`
  lead, crm, pipeline, revenue, finance, accounting, pnl, kpi,
  forecast, marketing, campaign, ad, competitor, staff, user, role, permission, compliance, audit, integration, client, customer,
  patient, commission, leaderboard, ops, operation, seo, inventario, estoque, ventas, finanzas, usuario, cliente, paciente, empleado, funcionario`)])

/** What a patient has or does there as well: then the area is of both. */
export const sharedPages: ReadonlySet<string> = new Set(words('my, mi, meu, minha, book, symptom'))

/** Words that name an area of any application, as `/dashboard`: whose it is, what stands below it tells. */
export const areaNames: ReadonlySet<string> = new Set(words('dashboard, panel, app, console, workspace, painel'))

/** Heads of first segments below which pages are read, not used: nothing below them is more than a page on a condition. */
export const editorial: ReadonlySet<string> = new Set(words(`
  blog, news, newsroom, article, press, career, job, event, story, podcast, magazine, publication, research, education,
  guide, library, doc, documentation, manual, handbook, tutorial, reference, wiki, noticia, artigo, articulo, evento, changelog,
  author, tag, category, insight, post, faq, glossary, policy, legal, newsletter, recipe, tip, learn`))

/** Words elsewhere in a path or site that say it is about something else. */
export const otherTrades = oneOf(`
  curtain, blind, vehicle, car, auto, limo, limousine, taxi, transfer, hotel, flight, airport, property,
  properties, realty, real estate, cocktail, bartender, restaurant, mascota, pet, veterinary, veterinarian, veterinaria, veterinario, salon, barber,
  fitness, gym, tax,
  school, course`, 's?')

/** Phrases of medicine that hold a word of another trade. */
export const notOtherTrades: readonly string[] = words(`
  car accident, auto accident, motor vehicle accident, auto login, auto refill, auto pay, auto immune, pet scan,
  pet ct, school physical, transfer prescription, prescription transfer, transfer record, record transfer,
  patient transfer, transfer patient`)

/** Names of parameters that say whose page it is: `/booking/:doctorId`. */
export const healthParameter =
  /(doctor|patient|provider|physician|clinic|appointment|prescription|practitioner|medic|paciente|cita)/i

/** What makes a repository one about health: pieces of a pattern, whole words. */
export const healthWords = oneOf(String.raw`
  patients?, clinics?, clinical, clinica, hospitals?, health, healthcare, saude, salud, medicals?, medico, medica,
  dental, dentists?, dentista, doctors?, physicians?, pharmac(y|ies), therapy, therapist, telehealth, telemedicine,
  ehr, emr, fhir, hl7, hipaa, epic, mychart, cerner, athenahealth, surgery, surgeon, chiropract\w*, podolog\w*,
  podiatr\w*, oncolog\w*, cardiolog\w*, dermatolog\w*, ophthalmolog\w*, oftalmolog\w*, endocrin\w*, pediatr\w*,
  psycholog\w*, psychiatr\w*, mental[- ]health, vaccin\w*, disease, biotherap\w*, therapeutics, wellness, nhs,
  orthop\w*, urolog\w*, neurolog\w*, gynecolog\w*, obstetr\w*, patolog\w*, weight[- ]loss`)

/** What makes it one about people who are treated, and not about health as a trade, a science or a feature. */
export const patientWords = oneOf(String.raw`
  patients?, pacientes?, clinics?, clinica, consultorio, doctors?, dentists?, dental, dentista, physicians?, hospitals?, surgeons?, therapists?,
  telehealth, telemedicine, mychart, appointments?, chiropract\w*, podolog\w*, podiatr\w*, medical practice, health centers?, nhs, medico, medica`)

/** What makes it one about appointments. */
export const appointmentWords = oneOf(String.raw`
  appointments?, telehealth, telemedicine, cita previa, citas medicas, agendamentos?`)
