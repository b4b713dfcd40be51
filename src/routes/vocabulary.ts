/**
 * The words of routes, in English, Spanish and Portuguese. Words are folded: lower case, no accents, singular, split at
 * case, digits and punctuation (`LabResults`, `lab-results` → `lab result`).
 *
 * - `phrases` count anywhere in a segment
 * - `strong` words count as a whole segment, or as a word of a segment of up to three
 * - `weak` words count only as a whole segment, and only where the site is plainly about health
 */
import type { RouteClass } from '../types.js'

export interface Vocabulary {
  class: RouteClass
  phrases: readonly string[]
  strong: readonly string[]
  weak: readonly string[]
}

const words = (text: string): string[] =>
  text.split(/\s*,\s*|\n\s*/).map((word) => word.trim()).filter((word) => word !== '')

/** A pattern of whole words: any of the pieces, separated by commas. */
const oneOf = (pieces: string, ending = ''): RegExp =>
  new RegExp(`(^|[^a-z])(${words(pieces).join('|')})${ending}([^a-z]|$)`, 'i')

export const vocabulary: readonly Vocabulary[] = [
  {
    class: 'portal',
    phrases: words(`
      patient portal, my chart, mychart, my health, my va, my care, health record, medical record, patient record,
      lab result, test result, exam result, visit summary, after visit, care plan, medical history, medical document,
      health information exchange, communication center, secure chat, secure message, client portal, my portal,
      immunization record, my vaccine, smart health link, patient dashboard, treatment plan, patient account,
      member portal, patient center, patient area, my medication, my prescription, my appointment, my profile health,
      my visit, my record, my result, my patient, family access, proxy access, share record, imaging result,
      vaccine card, vaccination card, vaccine record, vaccine passport, proof vaccination, change password,
      password change, cambiar contrasena, alterar senha, problem list, discharge summary, discharge instruction, health passport, portal del paciente, portal paciente,
      portal do paciente, area del paciente, area do paciente, mi cita, mi receta, mi resultado, mi factura,
      mi historial, mi profesional, receta online, receta electronica, historial clinico, historial medico,
      historia clinica, ficha medica, mi examen, mi certificado, mi licencia, meu exame, meu resultado,
      minha consulta, minha receita, minha conta, prontuario`),
    strong: words(`
      telehealthportal, immunization, vaccination record, prescription, medication, refill, vital, allergy,
      expediente, paciente portal`),
    weak: words(`
      portal, patient, dashboard, account, profile, message, record, document, consultation, order, subscription,
      questionnaire result, observation, communication, member, inbox, activity, consent, result, chart, paciente,
      cita, receta, resultado, historial, escritorio, panel, perfil, exame`),
  },
  {
    class: 'login',
    phrases: words(`
      log in, login, sign in, signin, sign up, signup, sign on, patient login, patient signup, create account,
      create password, forgot password, reset password, password reset, set password, authentication login,
      auto login, two factor, magic link, verify email, email verification, verify account, account activation,
      activate account, account verification, new account, iniciar sesion, crear cuenta, criar conta,
      password recovery, recover password,
      password reset confirm, verify mfa, mfa verification, multi factor, verify code, verify identity,
      recuperar contrasena, redefinir senha, esqueci senha, olvide contrasena`),
    strong: words('login, signin, signup, logon, signon, sso, otp, registrarse, entrar'),
    weak: words(`
      register, registration, registry, enroll, enrollment, enrolment, activate, activation, auth, authentication,
      verify, verification, logout, signout, password, acceder, ingreso, ingresar, activar, cadastro, registro,
      acceso`),
  },
  {
    class: 'scheduling',
    phrases: words(`
      book appointment, book an appointment, request appointment, request an appointment, schedule appointment,
      schedule an appointment, make appointment, make an appointment, new appointment, appointment request,
      appointment booking, appointment form, online appointment, open scheduling, online scheduling, self schedule,
      self scheduling, direct schedule, signup and schedule, embedded schedule, schedule online, schedule now,
      schedule visit, schedule a visit, book online, book now, book visit, book a visit, book consultation,
      book a consultation, schedule consultation, request consultation, track appointment, doctor booking, find appt,
      find a time, find appointment, walk in, save my spot, hold my place, get in line, reserve spot, virtual visit,
      video visit, e visit, evisit, telehealth visit, online care, urgent care wait, get care, second opinion,
      video call, agendar cita, agendar consulta, agende consulta, agendar hora, crear cita, nueva cita, pedir cita,
      cita previa, cita en linea, cita online, reservar cita, reservar hora, reservar hora medica, solicitar cita,
      sacar turno, reservar turno, marcar consulta, agendamento online, agendamento consulta, marcacao consulta,
      marcar cita`),
    strong: words(`
      appointment, appt, openscheduling, scheduler, telehealth, telemedicine, teleconsulta, videoconsulta,
      agendamento, agendamiento, cita, turno`),
    weak: words(`
      schedule, scheduling, book, booking, reserve, reservation, visit, slot, availability, calendar, consultation,
      consult, agendar, agenda, reservar, reserva, marcar, consulta`),
  },
  {
    class: 'intake',
    phrases: words(`
      check in, e check in, echeck in, patient intake, intake form, screening questionnaire, symptom checker,
      symptom form, symptom check, pre registration, preregistration, new patient, patient form,
      patient information form, patient questionnaire, health history, health assessment, risk assessment,
      self assessment, health questionnaire, health survey, apply for health, eligibility check, check eligibility,
      eligibility quiz, trial screening, clinical trial eligibility, consent form, insurance card,
      authorization to release, benefit information, covid screening, covid 19 screen, covid 19 screening,
      depression test, depression screening, mental health test, get started quiz, treatment quiz, am i eligible,
      find a treatment quiz, nuevo paciente, formulario paciente, cuestionario, novo paciente, formulario medico`),
    strong: words('intake, checkin, echeckin, triage, anamnesis, anamnese, prescreening, questionario'),
    weak: words(`
      questionnaire, screening, screener, survey, eligibility, quiz, assessment, apply, evaluation, evaluacion,
      avaliacao, formulario`),
  },
  {
    class: 'billing',
    phrases: words(`
      pay my bill, pay bill, pay your bill, bill pay, patient billing, membership and billing, billing and insurance,
      billing shipping, travel pay, financial assistance, price estimate, cost estimate, guest pay, pay as guest,
      insurance verification, verify insurance, accepted insurance, pagar factura, pago factura, pago suscripcion,
      pagar conta`),
    strong: words('billing, copay, billpay, paybill, factura, seguro medico'),
    weak: words('invoice, payment, pay, statement, checkout, cart, estimate, insurance, pago, fatura, convenio'),
  },
  {
    class: 'provider-search',
    phrases: words(`
      find a doctor, find doctor, find a provider, find provider, find a physician, find physician, find a dentist,
      find a therapist, find a specialist, find specialist, specialist locator, provider search, doctor search,
      physician search, doctor profile, provider profile, provider directory, physician directory, our physician,
      our doctor, our provider, find location, find a location, find a clinic, find a hospital, care team finder,
      pharmacy locator, clinic locator, location finder, cuadro medico, buscar medico, encuentre un medico,
      encontrar medico, nuestro medico, corpo clinico, nossos medico`),
    strong: words('findadoctor, finddoctor, providersearch'),
    weak: words(`
      doctor, physician, provider, surgeon, dentist, therapist, specialist, clinician, roster, directory, location,
      clinic, sede, medico, especialista, cirujano, cirurgiao`),
  },
  {
    class: 'condition',
    phrases: words(`
      health library, health information, health topic, condition we treat, health condition, medical condition,
      condition treated, conditions and treatment, treatment option, disease info, disease information, symptom guide,
      patient support, clinical trial, mental health, behavioral health, behavioural health, substance abuse,
      weight loss, bone and joint, women health, men health, sexual health, birth control, gender affirming,
      family planning, eye care, heart care, cancer care, sleep disorder, physical therapy, primary care, urgent care,
      emergency room, chronic pain, pain management, pain clinic, pain relief, back pain, neck pain, joint pain, knee pain,
      hip pain, shoulder pain, foot pain, heel pain, disc pain, nerve pain, chest pain, pelvic pain, dry eye, covid test,
      pcr test, dolor cronico, dolor espalda, dor cronica, dor costa, olho seco, salud mental, saude mental, salud sexual, saude sexual, perdida peso,
      perda peso, cuidado paliativo`),
    strong: words(`
      oncology, cancer, cardiology, neurosurgery, neurology, orthopedic, orthopaedic, spine, maternity, fertility,
      ivf, obgyn, gynecology, obstetric, psychiatry, psychology, addiction, rehab, hiv, std, sti, pregnancy, abortion,
      hospice, dermatology, urology, nephrology, dialysis, endocrinology, diabetes, asthma, arthritis, epilepsy,
      alzheimer, dementia, parkinson, stroke, hepatitis, gastroenterology, rheumatology, pulmonology, hematology,
      ophthalmology, cataract, glaucoma, pediatric, paediatric, bariatric, depression, anxiety, adhd, autism, ptsd,
      eating disorder, opioid, suboxone, obesity, migraine, menopause, infertility, herpes, chlamydia, psoriasis,
      eczema, leukemia, lymphoma, melanoma, radiology, chemotherapy, symptom, disease, vaccine, podology, podiatry,
      chiropractic, dental implant, orthodontic, testosterone, transgender, contraception, vasectomy, colonoscopy,
      mammogram, biopsy, allergy, immunization, medication, lung, kidney, prostate, thyroid, semaglutide, tirzepatide,
      sildenafil, tadalafil, finasteride, buprenorphine, naltrexone, methadone, antidepressant, enfermedad, sintoma,
      oncologia, cardiologia, ginecologia, pediatria, psiquiatria, psicologia, dermatologia, urologia, neurologia,
      traumatologia, oftalmologia, embarazo, doenca, gravidez, patologia, ortopedia, catarata, glaucoma, ceratocone,
      blefaroplastia, covid`),
    weak: words(`
      condition, treatment, therapy, procedure, specialty, speciality, service, program, department, care, surgery,
      drug, medicine, trial, especialidad, especialidade, servicio, servico, tratamiento, tratamento, procedimiento,
      procedimento, cirugia, cirurgia`),
  },
  {
    class: 'contact',
    phrases: words(`
      contact us, contact form, get in touch, live chat, crisis line, suicide prevention, help line, request callback,
      request information, contacte nos, fale conosco`),
    strong: words('contact, contacto, contato, crisis, hotline, helpline'),
    weak: words('chat, feedback, support, message us'),
  },
]

/** Segments that only look sensitive. A segment that holds one says nothing, and weak words below it neither. */
export const falseFriends: readonly string[] = words(`
  terms and condition, term condition, condition of use, term of service, term of use, privacy, air conditioning,
  web vital, visiting hour, visitor, visit us, gift shop, job application, apply now job, career, job, press,
  media center, discharge upgrade, partner portal, developer portal, vendor portal, employee portal, student portal,
  supplier portal, provider portal, representative portal, admin portal, investor portal, class schedule,
  course schedule, game schedule, event schedule, bus schedule, season schedule, cron schedule, job schedule,
  schedule demo, book demo, request demo, film screening, movie screening, job screening, service worker,
  service provider agreement, customer care, hair care, car care, skin care product, address book, facebook, bookmark,
  notebook, audiobook, ebook, record label, dns record, record deal, school enrollment, education verify,
  create portal, test page, user testing, usability testing, load testing, guestbook, account executive,
  privacy policy, cookie policy`)

/** First segments below which pages are read, not used: nothing below them is more than a page on a condition. */
export const editorial: ReadonlySet<string> = new Set(words(`
  blog, news, newsroom, article, press, career, job, event, story, podcast, magazine, publication, research,
  education, guide, library, doc, noticia, artigo, articulo, evento, changelog, author, tag, category`))

/** Segments that often only group pages of people who are signed in and of those who are not yet: `/accounts/login`. */
export const grouping: ReadonlySet<string> = new Set(['account', 'profile', 'member'])

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
  patient transfer`)

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

/** Portal products; organisations add to the name (`/mychartcn`, `/mychart-prd`). Lower case, without punctuation. */
export const portalProducts: readonly string[] = words(`
  mychart, followmyhealth, healow, healthelife, patientgateway, livewell, myprivia, nextmd, patientconnect`)

/** Segments that list what is offered: below them a word of a portal is a subject (`/services/allergy`). */
export const offers: ReadonlySet<string> = new Set(words(`
  service, condition, treatment, specialty, department, program, servicio, servico, especialidad, especialidade,
  tratamiento, tratamento`))

/** Words that join others and say nothing: `find-a-doctor` is `find-doctor`. */
export const fillers: ReadonlySet<string> = new Set(words(`
  a, an, the, of, and, your, un, una, um, uma, el, la, los, las, de, del, da, do, das, dos, y`))

/** Plurals that no rule makes, and what only looks like one. */
export const irregular: ReadonlyMap<string, string> = new Map([
  ['mis', 'mi'], ['meus', 'meu'], ['minhas', 'minha'], ['news', 'news'], ['series', 'series'],
])
