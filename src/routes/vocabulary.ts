/**
 * The words of routes, in English, Spanish and Portuguese, with the commonest of French, German and Italian. Words are folded: lower case, no accents, singular, split at
 * case, digits and punctuation (`LabResults`, `lab-results` → `lab result`).
 *
 * - `phrases` count anywhere in a segment
 * - `strong` words count as a whole segment, and as the word a short segment is about (`cancel-appointment`,
 *   `appointment-form`, not `appointment-policy`)
 * - `weak` words count only as a whole segment, and only where the site is plainly about health
 * - `personal` words are those that the pages of any account have: they count as a whole segment where the site is about
 *   patients and has a sign-in
 */
import type { RouteClass } from '../types.js'
import { words } from './words.js'

export interface Vocabulary {
  class: RouteClass
  phrases: readonly string[]
  strong: readonly string[]
  weak: readonly string[]
  personal: readonly string[]
}

export const vocabulary: readonly Vocabulary[] = [
  {
    class: 'portal',
    phrases: words(`
      patient portal, my chart, mychart, my health, my va, my care, health record, medical record, patient record,
      lab result, test result, exam result, visit summary, after visit, care plan, medical history, medical document,
      health information exchange, communication center, secure chat, secure message, client portal, my portal,
      immunization record, my vaccine, vaccine card, vaccination record, vaccination card, vaccine record,
      vaccine passport, proof vaccination, change password, password change, cambiar contrasena, alterar senha,
      smart health link, patient dashboard,
      treatment plan, patient account, patient profile, member portal, patient center, patient area, my medication,
      my prescription, my appointment, my profile health, my visit, my record, my result, my patient, my account health,
      family access, proxy access, share record, imaging result, problem list, discharge summary,
      discharge instruction, health passport, health summary, clinical note, prescription refill, refill request,
      request refill, refill prescription, active medication, current medication, medication list,
      portal del paciente, portal paciente, portal do paciente, area del paciente, area do paciente, mi cita, mi receta,
      mi resultado, mi factura, mi historial, mi profesional, receta online, receta electronica, historial clinico,
      historial medico, historia clinica, ficha medica, mi examen, mi certificado, mi licencia, meu exame,
      meu resultado, minha consulta, minha receita, minha conta, prontuario, resultado laboratorio, resultado analisis,
      resultado examen, resultado exame, acceso paciente, acesso paciente,
      espace patient, dossier medical, mon dossier, mes rendez vous, mes ordonnances, mes resultats, renouvellement ordonnance,
      patientenportal, patientenakte, meine termine, rezept bestellen, area paziente, portale paziente, cartella clinica, miei referti, i miei referti`),
    strong: words(`
      telehealthportal, immunization, prescription, medication, refill, vital, allergy, expediente, paciente portal`),
    weak: words('portal, patient, paciente, historial, area cliente'),
    personal: words(`
      dashboard, account, profile, message, record, document, order, subscription, questionnaire result, observation,
      communication, member, inbox, activity, consent, result, chart, timeline, dependent, referral, report, notification,
      escritorio, panel, perfil, mi cuenta, receta, resultado, exame, onboarding`),
  },
  {
    class: 'login',
    phrases: words(`
      log in, sign in, sign up, sign on, patient login, patient signup, create account, create password,
      forgot password, reset password, password reset, set password, authentication login, auto login, two factor,
      magic link, verify email, email verification, verify account, account activation, activate account,
      account verification, new account, iniciar sesion, crear cuenta, criar conta, recuperar contrasena,
      password recovery, recover password, password reset confirm, verify mfa, mfa verification, multi factor,
      verify code, verify identity, redefinir senha, esqueci senha, olvide contrasena, inicia sesion, inicio sesion,
      registrate, forgot username, forgot user name, forgot user id, setup password, set up password, new password,
      choose password, olvide usuario, mot passe oublie, mot de passe oublie, creer compte, passwort vergessen, konto erstellen,
      password dimenticata`),
    strong: words('login, signin, signup, logon, signon, sso, otp, registrarse, entrar, cadastre se'),
    weak: words(`
      register, registration, registry, enroll, enrollment, enrolment, activate, activation, auth, authentication,
      verify, verification, logout, signout, password, acceder, ingreso, ingresar, activar, cadastro, registro,
      acceso, connexion, inscription, deconnexion, anmelden, anmeldung, registrieren, registrierung, accedi, registrati`),
    personal: words('join'),
  },
  {
    class: 'scheduling',
    phrases: words(`
      book appointment, book an appointment, request appointment, request an appointment, schedule appointment,
      schedule an appointment, make appointment, make an appointment, new appointment, appointment request,
      appointment booking, appointment form, online appointment, open scheduling, online scheduling, self schedule,
      self scheduling, direct schedule, signup and schedule, embedded schedule, schedule online, schedule now,
      schedule visit, schedule a visit, book online, online booking, book now, book visit, book a visit,
      book consultation, book a consultation, schedule consultation, request consultation, free consultation,
      track appointment, doctor booking, find appt, find a time, find appointment, walk in, save my spot,
      hold my place, get in line, reserve spot, virtual visit, video visit, e visit, evisit, telehealth visit,
      online care, urgent care wait, get care, second opinion, video call, agendar cita, agendar consulta,
      agende consulta, agendar hora, crear cita, nueva cita, pedir cita, cita previa, cita en linea, cita online,
      reservar cita, reservar hora, reservar hora medica, solicitar cita, sacar turno, reservar turno,
      marcar consulta, agendamento online, agendamento consulta, marcacao consulta, marcar cita, marque consulta,
      marque exame, agendar exame, agende exame, agende online, agenda online, agenda hora, agende hora, pedir hora,
      pida hora, pide hora, virtual care, virtual waiting room,
      prendre rendez vous, prise rendez vous, prise de rendez vous, rendez vous en ligne, demande rendez vous, termin buchen,
      termin vereinbaren, termin anfragen, online termin, terminbuchung, terminvereinbarung, prenota visita, prenota online, prenotazione online,
      prenota ora`),
    strong: words(`
      appointment, appt, openscheduling, scheduler, telehealth, telemedicine, telemedicina, teleconsulta, videoconsulta,
      agendamento, agendamiento, cita, turno, prenotazione`),
    weak: words(`
      schedule, scheduling, book, booking, reserve, reservation, slot, availability, consultation, consult, agendar, agenda, reservar,
      reserva, marcar, consulta, rendez vous, prenota, termin, termine, rdv`),
    personal: words('visit, calendar, waiting room, waitlist'),
  },
  {
    class: 'intake',
    phrases: words(`
      check in, e check in, echeck in, patient intake, intake form, screening questionnaire, symptom checker,
      symptom form, symptom check, pre registration, preregistration, patient registration, new patient, patient form,
      patient information form, patient questionnaire, health history, health assessment, risk assessment,
      self assessment, health questionnaire, health survey, apply for health, eligibility check, check eligibility,
      eligibility quiz, eligibility screener, eligibility screening, eligibility form, trial screening, clinical trial eligibility, consent form, insurance card,
      authorization to release, benefit information, covid screening, covid 19 screen, covid 19 screening,
      depression test, depression screening, mental health test, get started quiz, treatment quiz, am i eligible,
      find a treatment quiz, symptom quiz, pre visit, medical release, release of information, authorization form,
      self check, consentimiento informado, consentimento informado, nuevo paciente, formulario paciente, cuestionario,
      novo paciente, formulario medico, pre cadastro`),
    strong: words('intake, checkin, echeckin, triage, triaje, triagem, anamnesis, anamnese, prescreening, questionario'),
    weak: words(`
      questionnaire, screening, screener, survey, encuesta, eligibility, quiz, take quiz, assessment, evaluation, evaluacion, avaliacao,
      formulario`),
    personal: words('apply, application, form'),
  },
  {
    class: 'billing',
    phrases: words(`
      pay my bill, pay bill, pay your bill, bill pay, patient billing, membership and billing, billing and insurance,
      billing shipping, travel pay, financial assistance, price estimate, cost estimate, guest pay, pay as guest,
      insurance verification, verify insurance, accepted insurance, insurance accepted, insurance coverage,
      insurance plan, segunda via boleto, pago en linea, pago online, pagamento online, pagar factura, pago factura, pago suscripcion,
      pagar conta`),
    strong: words('billing, copay, billpay, paybill, factura, seguro medico'),
    weak: words('invoice, payment, pay, statement, checkout, cart, estimate, insurance, pago, pagamento, fatura, boleto, convenio'),
    personal: [],
  },
  {
    class: 'provider-search',
    phrases: words(`
      find a doctor, find doctor, find a provider, find provider, find a physician, find physician, find a dentist,
      find a therapist, find a specialist, find specialist, specialist locator, provider search, doctor search,
      physician search, doctor profile, provider profile, provider directory, physician directory, our physician,
      our doctor, our provider, gp surgery, gp practice, gp profile, find a gp, our gp, find a pharmacy, find pharmacy, dental practice, our dentist, our clinician, find location, find a location, find a clinic, find a hospital,
      care team finder, pharmacy locator, clinic locator, location finder, cuadro medico, buscar medico,
      encuentre un medico, encuentra medico, encontre medico, busque medico, busca medico, find care, encontrar medico, nuestro medico, corpo clinico, nossos medico`),
    strong: words('findadoctor, finddoctor, providersearch'),
    weak: words(`
      doctor, physician, provider, surgeon, dentist, therapist, specialist, clinician, roster, directory, location,
      clinic, sede, medico, especialista, cirujano, cirurgiao`),
    personal: [],
  },
  {
    class: 'condition',
    phrases: words(`
      health library, health information, health topic, condition we treat, health condition, medical condition,
      condition treated, conditions and treatment, treatment option, disease info, disease information, symptom guide,
      clinical trial, mental health, behavioral health, behavioural health, substance abuse,
      weight loss, bone and joint, women health, men health, sexual health, birth control, gender affirming,
      family planning, eye care, heart care, cancer care, sleep disorder, physical therapy, primary care, urgent care,
      emergency room, chronic pain, pain management, pain clinic, pain relief, back pain, neck pain, joint pain,
      knee pain, hip pain, shoulder pain, foot pain, heel pain, disc pain, nerve pain, chest pain, pelvic pain,
      covid test, covid testing, pcr test, dolor cronico, dolor espalda, dor cronica, dor costa, dry eye,
      eating disorder, side effect, treatment area, dental implant, hair loss, erectile dysfunction, ed treatment, olho seco, salud mental,
      saude mental, salud sexual, saude sexual, perdida peso, perda peso, cuidado paliativo`),
    strong: words(`
      oncology, cancer, cardiology, neurosurgery, neurology, orthopedic, orthopaedic, spine, maternity, fertility,
      ivf, obgyn, gynecology, obstetric, psychiatry, psychology, addiction, rehab, hiv, std, sti, pregnancy, abortion,
      hospice, dermatology, urology, nephrology, dialysis, pregnant, endocrinology, diabetes, asthma, arthritis, epilepsy,
      alzheimer, dementia, parkinson, stroke, hepatitis, gastroenterology, rheumatology, pulmonology, hematology,
      ophthalmology, cataract, glaucoma, pediatric, paediatric, bariatric, depression, anxiety, adhd, autism, ptsd,
      opioid, suboxone, obesity, migraine, menopause, infertility, herpes, chlamydia, psoriasis, eczema, leukemia,
      lymphoma, melanoma, radiology, chemotherapy, symptom, disease, vaccine, podology, podiatry, chiropractic,
      orthodontic, testosterone, transgender, contraception, vasectomy, colonoscopy, mammogram, biopsy, allergy,
      immunization, medication, prescription, lung, kidney, prostate, thyroid, semaglutide, tirzepatide, sildenafil,
      tadalafil, finasteride, buprenorphine, naltrexone, methadone, antidepressant, enfermedad, sintoma, oncologia,
      cardiologia, ginecologia, pediatria, psiquiatria, psicologia, dermatologia, urologia, neurologia,
      traumatologia, oftalmologia, embarazo, doenca, gravidez, patologia, ortopedia, catarata, ceratocone,
      blefaroplastia, covid`),
    weak: words(`
      condition, treatment, therapy, procedure, specialty, speciality, service, program, department, care, surgery, sleep,
      drug, medicine, trial, lab test, imaging, especialidad, especialidade, servicio, servico, tratamiento,
      tratamento, procedimiento, procedimento, cirugia, cirurgia`),
    personal: [],
  },
  {
    class: 'contact',
    phrases: words(`
      contact us, contact form, get in touch, live chat, crisis line, suicide prevention, help line, request callback,
      request information, contacte nos, fale conosco`),
    strong: words('contact, contacto, contato, crisis, hotline, helpline'),
    weak: words('chat, feedback, support, message us'),
    personal: [],
  },
]

/** Words of languages in which what a name is about stands first: `questionario-olho-seco`. */
export const standFirst: ReadonlySet<string> = new Set(words(`
  agendamento, agendamiento, cita, turno, teleconsulta, videoconsulta, anamnesis, anamnese, questionario, expediente, entrar`))

/** Strong words of scheduling that below a list of services are a subject, as words of a portal are. */
export const subjects: ReadonlySet<string> = new Set(words('telehealth, telemedicine, teleconsulta, videoconsulta'))

/** What may stand behind the word that a segment is about, in any order: `appointment-request-form`. */
export const tails: ReadonlySet<string> = new Set(words(`
  form, page, online, now, request, requested, new, detail, list, history, confirmation, confirm, confirmed, booked, success, thank, thanks,
  you, complete, completed, step, start, index, view, edit, create, add, update, cancel, booking, popup, modal, dialog, screen, wizard,
  widget, embed, link, otp, callback, error, failed, portal, app, calendar, picker, manage, management, reschedule, info,
  optimized, otimizado, otimizada, obrigado, gracias, medica, medico, linea, virtual, option, google, facebook, apple,
  microsoft`))

/** What stands behind a weak word and says only how far one is: `booking-confirmed`, `payment-success`. */
export const states: ReadonlySet<string> = new Set(words(`
  form, page, request, requested, detail, confirmation, confirm, confirmed, success, successful, thank, thanks, you, complete,
  completed, step, cancel, cancelled, canceled, cancellation, error, failed, failure, wizard, widget, online, gracias, obrigado,
  confirmada, confirmado, confirmacion, confirmacao, exito, sucesso`))

/** Portal products; organisations add to the name (`/mychartcn`, `/mychart-prd`). Lower case, without punctuation. */
export const portalProducts: readonly string[] = words(`
  mychart, followmyhealth, healow, healthelife, patientgateway, livewell, myprivia, nextmd, patientconnect`)

/** Segments that list what is offered: below them a word of a portal is a subject (`/services/allergy`). */
export const offers: ReadonlySet<string> = new Set(words(`
  service, condition, treatment, specialty, department, program, servicio, servico, especialidad, especialidade,
  tratamiento, tratamento`))

/** Segments that often only group pages of people who are signed in and of those who are not yet: `/accounts/login`. */
export const grouping: ReadonlySet<string> = new Set(['account', 'profile', 'member'])
