import { describe, expect, test } from 'vitest'
import { classifyPath } from '../../src/routes/classify.js'
import { fold } from '../../src/routes/fold.js'
import { noContext, type HealthContext } from '../../src/routes/context.js'
import { falseFriends as falseWords, staffAreas } from '../../src/routes/surroundings.js'
import { vocabulary } from '../../src/routes/vocabulary.js'
import type { RouteClass } from '../../src/types.js'

const unknown = noContext
const clinic: HealthContext = { ...noContext, health: true, patients: true, signIn: true }
/** A clinic that shows itself: nobody signs in there. */
const leaflet: HealthContext = { ...noContext, health: true, patients: true }
/** An application for the trade of health, without patients. */
const supply: HealthContext = { ...noContext, health: true, signIn: true }
const shop: HealthContext = { ...noContext, otherTrade: true }
/** Something that makes appointments, nobody says what for. */
const calendar: HealthContext = { ...noContext, appointments: true }

const classOf = (path: string, context = clinic): RouteClass => classifyPath(path, context).class

/** One path a line. */
const paths = (text: string): string[] => text.trim().split(/\s+/)

describe('folding a segment', () => {
  test.each([
    ['labResults', 'lab result'],
    ['lab_results', 'lab result'],
    ['LabResults.aspx', 'lab result'],
    ['lab-results.cfc', 'lab result'],
    ['lab-results.jsf', 'lab result'],
    ['lab-results.html', 'lab result'],
    ['get_lab_results', 'get lab result'],
    ['allergies', 'allergy'],
    ['vaccines', 'vaccine'],
    ['diagnosis', 'diagnosis'],
    ['wellness', 'wellness'],
    ['Reservar_Hora_Médica', 'reservar hora medica'],
    ['Pago_Suscripci%C3%B3n', 'pago suscripcion'],
    ['resultados', 'resultado'],
    ['especialidades', 'especialidad'],
    ['certificaciones', 'certificacion'],
    ['mes-licencias', 'mes licencia'],
    ['covid19screen', 'covid 19 screen'],
    ['HIVTesting', 'hiv testing'],
    ['login_otp.jsp', 'login otp'],
    ['plogin', 'p login'],
    ['memberSignup', 'member signup'],
    ['plugin', 'plugin'],
    ['100%', '100'],
  ])('%s', (segment, words) => {
    expect(fold(segment).join(' ')).toBe(words)
  })
})

const table: readonly { class: RouteClass; language: string; paths: string[] }[] = [
  { class: 'portal', language: 'English', paths: paths(`
    /patient-portal /PatientPortal /my-health /my-health/appointments /my-va /health-records /medical-records
    /lab-results /labResults /test-results/:id /medications /prescriptions /prescriptions/:id/refill /refills
    /visit-summary /after-visit-summary /care-plan /vitals /immunizations /allergies /problem-list /medical-history
    /communication-center /secure-messages /client-portal /smart-health-links /patient-dashboard /treatment-plan
    /family-access /proxy-access /imaging-results /discharge-summary /discharge-instructions /portal /patients/:id
    /dashboard /dashboard/appointments /account /messages /records /profile /inbox /en/portal /en-us/patient-portal
    /pt-br/portal /patient/messages.php /patientportal /labresults /vaccinecard /proof-of-vaccination
    /change-password /accounts/password_change`) },
  { class: 'portal', language: 'Spanish', paths: paths(`
    /portal-del-paciente /portal-paciente /portal-paciente/citas /Paciente/Reservar_Hora_Medica /mis-citas
    /mis-recetas /mis-resultados /mis-facturas /mi-historial /historial-clinico /historial-médico /ficha-medica
    /mis-examenes /mis-certificados /mis-licencias /mis-profesionales /escritorio /perfil /resultados /recetas
    /Paciente/Pago_Suscripción /receta-online`) },
  { class: 'portal', language: 'Portuguese', paths: paths(`
    /portal-do-paciente /portal-paciente/agendamentos /area-do-paciente /meus-exames /meus-resultados
    /minhas-consultas /minhas-receitas /prontuário`) },
  { class: 'login', language: 'English', paths: paths(`
    /login /Login.aspx /log-in /sign-in /signin /signup /sign-up /auth/signin /register /activate /enrollment
    /forgot-password /reset-password/:token /create-password /create-account /verify /verification
    /account-activation /two-factor /magic-link /sso /otp /logout /auto-login /forgotpassword /passwordreset
    /passwordresetconfirm /password-recovery /auth/verify-mfa`) },
  { class: 'login', language: 'Spanish', paths: paths(`
    /iniciar-sesion /registro /acceder /ingreso /crear-cuenta /activar /registrarse`) },
  { class: 'login', language: 'Portuguese', paths: paths(`
    /entrar /cadastro /criar-conta /esqueci-a-senha /redefinir-senha`) },
  { class: 'scheduling', language: 'English', paths: paths(`
    /appointments /appointments/:id /book-appointment /BookAppointment /request-an-appointment
    /schedule-appointment /make-an-appointment.html /openscheduling /open-scheduling /schedule /scheduling
    /book-online /booking/:doctorId /find-a-time /walk-in /save-my-spot /virtual-visit /video-visit /e-visit
    /telehealth /telemedicine /second-opinion /self-schedule /calendar /availability /appointment-booking
    /track-appointment /bookappointment /embedded-schedule /get-care /request-appointment/thank-you`) },
  { class: 'scheduling', language: 'Spanish', paths: paths(`
    /agendar-cita /agendar-citas /crear-cita /nueva-cita /pedir-cita /cita-previa /sacar-turno /turnos
    /reservar-hora /reservar-hora-medica /reservar-cita /cita-en-linea /teleconsulta /videoconsulta
    /solicitar-cita`) },
  { class: 'scheduling', language: 'Portuguese', paths: paths(`
    /agendamento /agendamentos /marcar-consulta /agendar-consulta /agendamento-online`) },
  { class: 'intake', language: 'English', paths: paths(`
    /intake /patient-intake /check-in /e-check-in /echeckin /new-patients /new-patient-forms /patient-forms
    /pre-registration /symptom-checker /screening-questionnaire /screening /questionnaire /covid19screen
    /eligibility /health-history /consent-form /insurance-card /depression-test /apply-for-health-care /triage
    /update-benefits-information /quiz`) },
  { class: 'intake', language: 'Spanish', paths: paths(`
    /nuevo-paciente /cuestionario /formulario-de-paciente /anamnesis`) },
  { class: 'intake', language: 'Portuguese', paths: paths('/novo-paciente /questionário /anamnese /avaliação') },
  { class: 'billing', language: 'English', paths: paths(`
    /billing /pay-my-bill /pay-bill.html /bill-pay /patient-billing /copay /financial-assistance /payments
    /invoices/:id /checkout /insurance /price-estimate /guest-pay /membership-and-billing /travel-pay
    /accepted-insurance`) },
  { class: 'billing', language: 'Spanish', paths: paths('/pagar-factura /pago-suscripcion /facturas /pagos') },
  { class: 'billing', language: 'Portuguese', paths: paths('/pagar-conta /faturas /convenios') },
  { class: 'provider-search', language: 'English', paths: paths(`
    /find-a-doctor /FindADoctor /find-a-provider /find-a-physician /provider-search /provider-directory
    /findadoctor /findDoctor /doctors /doctors/:slug /physicians/jane-doe /providers /our-physicians /find-locations /locations
    /roster/roster.aspx /find-a-therapist /care-team-finder /pharmacy-locator`) },
  { class: 'provider-search', language: 'Spanish', paths: paths(`
    /encuentre-un-medico /buscar-médico /cuadro-medico /medicos /sedes /especialistas`) },
  { class: 'provider-search', language: 'Portuguese', paths: paths(`
    /nossos-médicos /corpo-clinico /encontrar-medico`) },
  { class: 'condition', language: 'English', paths: paths(`
    /oncology /services/cardiology /conditions /conditions/diabetes /treatments /treatments/ivf
    /mental-health /behavioral-health /hiv /std-testing /pregnancy /abortion /addiction-treatment /weight-loss
    /health-library/asthma /bone-and-joint /spine /lung-contact.aspx /fertility /hospice /maternity
    /urgent-care /weightloss /back-pain /pain-management /covid19 /pcrtest /symptoms /specialties/urology /addiction
    /health-information /services/allergies /services/immunizations /vaccines /treatments/semaglutide`) },
  { class: 'condition', language: 'Spanish', paths: paths(`
    /enfermedades /sintomas /oncología /especialidades /servicios /tratamientos /embarazo /cardiologia`) },
  { class: 'condition', language: 'Portuguese', paths: paths(`
    /especialidades/cardiologia /doenças /tratamentos /gravidez /saude-mental`) },
  { class: 'contact', language: 'English', paths: paths(`
    /contact /contact-us /contact.html /crisis-line /live-chat /chat`) },
  { class: 'contact', language: 'Spanish', paths: paths('/contacto /contacte-nos') },
  { class: 'contact', language: 'Portuguese', paths: paths('/contato /fale-conosco') },
  { class: 'public', language: 'English', paths: paths(`
    / /careers /careers/:id /about-us /visiting-hours /guests-and-visitors /news /giving /donate /volunteer
    /press /pain-points /painting /termsofservice /painrelievers /privacy /accessibility /gift-shop /terms /events /medical-education /faq /quality-data /sitemap`) },
  { class: 'public', language: 'Spanish', paths: paths('/sobre-nosotros /quienes-somos /empleo /donar /noticias') },
  { class: 'public', language: 'Portuguese', paths: paths('/sobre-nos /trabalhe-conosco /noticias /doar') },
]

describe.each(table)('$class in $language', ({ class: expected, paths }) => {
  test.each(paths)('%s', (path) => {
    expect(classOf(path)).toBe(expected)
  })
})

describe('addresses of portal products', () => {
  test.each([
    ['/MyChart/', 'portal'],
    ['/MyChart/Authentication/Login?', 'portal'],
    ['/MyChart/DefaultAsp', 'portal'],
    ['/MyChart/Home', 'portal'],
    ['/mychart/openscheduling', 'portal'],
    ['/MyChart/OpenScheduling/OpenScheduling/GetOpeningsForProvider', 'portal'],
    ['/MyChart/SignupAndSchedule/EmbeddedSchedule?id=1&dept=2&vt=3', 'portal'],
    ['/mychartcn', 'portal'],
    ['/mychart-prd/Home', 'portal'],
    ['/app/communication-center', 'portal'],
    ['/Home/KeepAlive', 'public'],
    ['/OpenScheduling/OpenScheduling/GetOpeningsForProvider', 'scheduling'],
    ['/SignupAndSchedule/EmbeddedSchedule?id=1&dept=2', 'scheduling'],
    ['/Authentication/Login', 'login'],
    ['/portal1234/jsp/100mp/login_otp.jsp', 'portal'],
    ['/client-portal/login/', 'portal'],
    ['/members/home.page', 'portal'],
    ['/followmyhealth', 'portal'],
  ] as const)('%s is %s', (path, expected) => {
    expect(classOf(path)).toBe(expected)
  })
})

describe('matching', () => {
  test('the class of a parent is inherited', () => {
    expect(classOf('/my-health/about')).toBe('portal')
    expect(classOf('/book-appointment/step-2/thanks')).toBe('scheduling')
  })

  test('the most sensitive class wins, wherever it stands', () => {
    expect(classOf('/services/book-appointment')).toBe('scheduling')
    expect(classOf('/contact/patient-portal')).toBe('portal')
  })

  test('parameters, rests and locales say nothing', () => {
    expect(classOf('/:slug')).toBe('public')
    expect(classOf('/:login')).toBe('public')
    expect(classOf('/*')).toBe('public')
    expect(classOf('/:lang?/about')).toBe('public')
    expect(classOf('/es/nosotros')).toBe('public')
  })

  test('a parameter that names a doctor makes weak words count anywhere', () => {
    expect(classOf('/booking/:doctorId', unknown)).toBe('scheduling')
    expect(classOf('/booking/:roomId', unknown)).toBe('public')
  })

  test('weak words need a site about health, and stand alone in their segment', () => {
    for (const path of ['/dashboard', '/schedule', '/messages', '/survey', '/services', '/locations']) {
      expect(classOf(path, unknown), path).toBe('public')
      expect(classOf(path, clinic), path).not.toBe('public')
    }
    expect(classifyPath('/messages', clinic).certainty).toBe('likely')
    expect(classifyPath('/patient-portal', clinic).certainty).toBe('exact')
    expect(classOf('/messages-from-our-founder')).toBe('public')
  })

  test('behind a weak word may stand how far one is', () => {
    for (const path of ['/booking-confirmed', '/booking_confirmation', '/consultation-request', '/reserva-confirmada']) {
      expect(classOf(path), path).toBe('scheduling')
      expect(classOf(path, unknown), path).toBe('public')
    }
    expect(classOf('/payment-success.jsp')).toBe('billing')
    expect(classOf('/registration-complete')).toBe('login')
    expect(classOf('/booking-tips')).toBe('public')
    expect(classOf('/patient-success')).toBe('public')
  })

  test('booking is booking where a site is about appointments, and in no other trade', () => {
    for (const path of ['/booking', '/booking-confirmed', '/schedule', '/availability']) expect(classOf(path, calendar), path).toBe('scheduling')
    expect(classOf('/hotel/booking', calendar)).toBe('public')
    expect(classOf('/booking', shop)).toBe('public')
    expect(classOf('/account', calendar)).toBe('public')
  })

  test('what has a name in its address is published, and no account has it', () => {
    const gallery = { ...clinic, published: new Set(['/results', '/patients']) }
    expect(classOf('/results', gallery)).toBe('public')
    expect(classOf('/results/:slug', gallery)).toBe('public')
    expect(classOf('/results/:id')).toBe('portal')
    expect(classOf('/test-results', { ...clinic, published: new Set(['/test-results']) })).toBe('portal')
  })

  test('a sensitive parent is context for the weak words below it', () => {
    expect(classOf('/patient-portal/schedule', unknown)).toBe('portal')
  })

  test('below a list of services a word of a portal is a subject, a phrase is not', () => {
    expect(classOf('/services/prescriptions')).toBe('condition')
    expect(classOf('/services/patient-portal')).toBe('portal')
    expect(classOf('/allergies')).toBe('portal')
  })

  test('words of another trade that belong to medicine', () => {
    expect(classOf('/auto-accident-injuries/request-appointment', unknown)).toBe('scheduling')
    expect(classOf('/pet-scan/schedule')).toBe('scheduling')
    expect(classOf('/pet-grooming/schedule')).toBe('public')
    expect(classOf('/pet-grooming/request-appointment', unknown)).toBe('public')
  })

  test('a longer phrase explains the words in it', () => {
    expect(classOf('/signup-and-schedule')).toBe('scheduling')
    expect(classOf('/signup-schedule')).toBe('scheduling')
    expect(classOf('/signup')).toBe('login')
  })

  test('phrases and strong words count without context, but not in another trade', () => {
    for (const path of ['/request-appointment', '/patient-portal', '/cardiology', '/pay-my-bill', '/intake']) {
      expect(classOf(path, unknown), path).not.toBe('public')
      expect(classOf(path, shop), path).toBe('public')
    }
  })

  test('signing in is signing in, in any trade', () => {
    expect(classOf('/plogin', shop)).toBe('login')
    expect(classOf('/login-google', shop)).toBe('login')
    expect(classOf('/forgot-username', shop)).toBe('login')
    expect(classOf('/login', shop)).toBe('login')
    expect(classOf('/forgot-password', shop)).toBe('login')
  })

  test('below a blog or a newsroom a page is read, not used', () => {
    expect(classOf('/blog/how-to-schedule-an-appointment')).toBe('public')
    expect(classOf('/news/new-patient-portal')).toBe('public')
    expect(classOf('/blog/living-with-diabetes')).toBe('condition')
    expect(classOf('/education')).toBe('public')
  })

  test('a route of the server has the class of its words', () => {
    expect(classOf('/api/appointments')).toBe('scheduling')
    expect(classOf('/api/patients/:id/prescriptions')).toBe('portal')
  })

  test('says which segment it was', () => {
    expect(classifyPath('/en/Portal-del-Paciente/x', clinic).because).toBe('"Portal-del-Paciente" in the path')
    expect(classifyPath('/Suscripci%C3%B3n/mis-citas', clinic).because).toBe('"mis-citas" in the path')
  })
})

/** A trap, and a real one that looks like it. */
const falseFriends: readonly (readonly [trap: string, context: HealthContext, real: string, expected: RouteClass])[] = [
  ['/request-appointment', shop, '/request-appointment', 'scheduling'],
  ['/properties/:id/request-appointment', unknown, '/doctors/:id/request-appointment', 'scheduling'],
  ['/mascotas/agendar-cita', unknown, '/agendar-cita', 'scheduling'],
  ['/agendar-cita/:id_mascota', unknown, '/agendar-cita/:id', 'scheduling'],
  ['/class-schedule', clinic, '/schedule', 'scheduling'],
  ['/team/game-schedule', clinic, '/schedule-visit', 'scheduling'],
  ['/cron/schedule', unknown, '/clinic/schedule', 'scheduling'],
  ['/hotel/booking', unknown, '/booking/:providerId', 'scheduling'],
  ['/flights/booking/:id', clinic, '/booking/:id', 'scheduling'],
  ['/address-book', clinic, '/book', 'scheduling'],
  ['/books', unknown, '/book-now', 'scheduling'],
  ['/partner-portal', clinic, '/portal', 'portal'],
  ['/employee-portal/messages', clinic, '/patient-portal/messages', 'portal'],
  ['/developer-portal', clinic, '/member-portal', 'portal'],
  ['/vendor-portal', clinic, '/client-portal', 'portal'],
  ['/student-portal', clinic, '/my-portal', 'portal'],
  ['/provider-portal', clinic, '/patient-portal', 'portal'],
  ['/portal', unknown, '/portal', 'portal'],
  ['/dns-records', clinic, '/records', 'portal'],
  ['/records', unknown, '/medical-records', 'portal'],
  ['/audio-records', clinic, '/health-records', 'portal'],
  ['/discharge-upgrade-instructions', clinic, '/discharge-instructions', 'portal'],
  ['/education/verify-school-enrollment', clinic, '/enrollment', 'login'],
  ['/terms-and-conditions', clinic, '/conditions', 'condition'],
  ['/terms-conditions', clinic, '/conditions-we-treat', 'condition'],
  ['/user-testing/conditions', clinic, '/conditions/lupus', 'condition'],
  ['/air-conditioning', clinic, '/medical-conditions', 'condition'],
  ['/account', unknown, '/account', 'portal'],
  ['/orders', unknown, '/orders', 'portal'],
  ['/messages', unknown, '/secure-messages', 'portal'],
  ['/services/web-design', unknown, '/services/cardiology', 'condition'],
  ['/service-worker', clinic, '/services', 'condition'],
  ['/patience', clinic, '/patient', 'portal'],
  ['/film-screening', clinic, '/screening', 'intake'],
  ['/job-screening', clinic, '/screening-questionnaire', 'intake'],
  ['/visiting-hours', clinic, '/visit', 'scheduling'],
  ['/visitors', clinic, '/book-a-visit', 'scheduling'],
  ['/visit-us', clinic, '/virtual-visits', 'scheduling'],
  ['/hotel/check-in', unknown, '/check-in', 'intake'],
  ['/check-in', shop, '/e-check-in', 'intake'],
  ['/web-vitals', clinic, '/vitals', 'portal'],
  ['/labs', clinic, '/lab-results', 'portal'],
  ['/customer-care', clinic, '/care', 'condition'],
  ['/careers/nurse', clinic, '/cancer-care', 'condition'],
]

describe('false friends', () => {
  test.each(falseFriends)('%s', (trap, context, real, expected) => {
    expect(classOf(trap, context)).toBe('public')
    expect(classOf(real, clinic)).toBe(expected)
  })

})

test('what only groups pages does not make a sign-in a portal, and the portal does', () => {
  expect(classOf('/accounts/login')).toBe('login')
  expect(classOf('/account/password-reset/:token')).toBe('login')
  expect(classOf('/accounts/messages')).toBe('portal')
  expect(classOf('/portal/login')).toBe('portal')
})

describe('areas of the people who work there', () => {
  test.each(paths(`
    /admin /admin/login /admin/dashboard /admin/appointments /admin/settings/billing /administration/messages /wp-admin/profile
    /staff/schedule /staff-login /backoffice/calendar /hcp /hcp/dashboard /hcp/portal /for-providers/register
    /provider-portal/login /physician-portal /partner/dashboard /employee-portal/login /doctor/dashboard /nurse/schedule
    /pharmacist/login /receptionist/appointments /cms/account /intranet/records /refer-a-patient/form
    /representative/login /operator/inbox`))('%s is no page of a patient', (path) => {
    expect(classOf(path)).toBe('public')
  })

  test.each(paths(`
    /admin/patients/:id /admin/patients/:id/prescriptions /admin/medical-records /staff/lab-results/:id
    /provider-portal/patients/:id /doctor/patients/:id/medications /backoffice/patient`))('%s shows records: told, as possible', (path) => {
    expect(classifyPath(path, clinic)).toMatchObject({ class: 'portal', certainty: 'possible' })
  })

  test.each([
    ['/doctors/:slug', 'provider-search'], ['/doctor/:id/book', 'scheduling'], ['/providers', 'provider-search'], ['/doctor', 'provider-search'],
    ['/patient-login', 'login'], ['/patient/dashboard', 'portal'], ['/administration-of-vaccines', 'condition'], ['/hospital-staff', 'public'],
  ] as const)('%s is none: %s', (path, expected) => {
    expect(classOf(path)).toBe(expected)
  })

  test('may be all of an application', () => {
    expect(classifyPath('/dashboard', clinic, { isForStaff: true }).class).toBe('public')
    expect(classifyPath('/login', clinic, { isForStaff: true }).class).toBe('public')
    expect(classifyPath('/patients/:id', clinic, { isForStaff: true })).toMatchObject({ class: 'portal', certainty: 'possible' })
  })
})

describe('words that the pages of any account have', () => {
  const personal = paths('/dashboard /profile /communications /messages /orders /documents /activity /inbox /reports /timeline /consent /results /perfil')
  test.each(personal.filter((path) => path !== '/results'))('%s', (path) => {
    expect(classifyPath(path, clinic), 'patients, and a sign-in').toMatchObject({ class: 'portal', certainty: 'likely' })
    expect(classOf(path, leaflet), 'a site where nobody signs in').toBe('public')
    expect(classOf(path, supply), 'no patients').toBe('public')
    expect(classOf(path, unknown)).toBe('public')
  })

  test('below a word of the portal they are certain, and so is the portal', () => {
    expect(classifyPath('/portal/dashboard', clinic)).toMatchObject({ class: 'portal', certainty: 'exact' })
    expect(classifyPath('/portal/appointments', clinic)).toMatchObject({ class: 'portal', certainty: 'exact' })
    expect(classifyPath('/portal', clinic)).toMatchObject({ class: 'portal', certainty: 'likely' })
    expect(classifyPath('/portal/about', clinic)).toMatchObject({ class: 'portal', certainty: 'likely' })
  })

  test('of a doctor are about the doctor', () => {
    expect(classOf('/doctors/profile/:id')).toBe('provider-search')
    expect(classOf('/profile/:id')).toBe('portal')
  })

  test('a list for patients is no page of one', () => {
    for (const path of ['/patients', '/patients/visiting', '/pacientes']) expect(classOf(path), path).toBe('public')
    for (const path of ['/patients/:id', '/patient', '/paciente/citas', '/api/patients/:patientId/notes']) expect(classOf(path), path).toBe('portal')
  })
})

describe('what a segment is about', () => {
  test.each([
    ['/cancel-appointment', 'scheduling'], ['/appointment-form', 'scheduling'], ['/appointment-request-confirmation', 'scheduling'], ['/video-appointment', 'scheduling'],
    ['/appointment-policy', 'public'], ['/missed-appointment-policy', 'public'], ['/why-appointment-reminders-matter', 'public'], ['/appointment-tips-for-parents', 'public'],
    ['/citas-medicas', 'scheduling'], ['/agendamento-otimizado', 'scheduling'], ['/questionario-olho-seco', 'intake'],
    ['/member-login', 'login'], ['/login_otp.jsp', 'login'], ['/login-security-tips', 'public'], ['/newsletter-signup', 'public'], ['/event-registration', 'public'], ['/patient-registration', 'intake'],
    ['/medication', 'portal'], ['/surgery-vs-medication', 'condition'], ['/medication-management', 'condition'], ['/my-medications', 'portal'], ['/prescription-refill', 'portal'],
    ['/allergy-clinic', 'condition'], ['/vitals', 'portal'], ['/vital-signs-explained', 'public'], ['/consultation', 'scheduling'], ['/melbourne/consultation', 'scheduling'],
    ['/telehealth', 'scheduling'], ['/services/telehealth', 'condition'], ['/walk-in', 'scheduling'], ['/walk-in-clinic', 'public'], ['/before-and-after', 'public'],
  ] as const)('%s: %s', (path, expected) => {
    expect(classOf(path)).toBe(expected)
  })
})

describe('what is read and not used', () => {
  test.each(paths(`
    /developer-guide/release/document /api-guide/authentication /user-manual/login /2024/05/new-patient-portal /faqs/how-do-i-book-an-appointment
    /insights/why-we-ask-for-a-check-in /posts/patient-portal /legal/medical-records /analytics`))('%s', (path) => {
    expect(classOf(path)).toBe('public')
  })
})

describe('every word of the vocabulary', () => {
  const expected = (row: typeof vocabulary[number], text: string): RouteClass[] => {
    // What several classes list has the most sensitive of them.
    const same = vocabulary.filter((other) => [...other.phrases, ...other.strong, ...other.weak, ...other.personal].some((word) => fold(word).join(' ') === fold(text).join(' ')))
    return [row.class, ...same.map((other) => other.class)]
  }
  const lists = vocabulary.flatMap((row) => (['phrases', 'strong', 'weak', 'personal'] as const).flatMap((strength) =>
    row[strength].map((text) => ({ row, strength, text, path: `/${text.replace(/ /g, '-')}` }))))

  test.each(lists)('$row.class: $text', ({ row, strength, text, path }) => {
    expect(expected(row, text)).toContain(classOf(path))
    if (strength === 'weak' || strength === 'personal') expect(classOf(path, unknown)).toBe('public')
    else if (row.class !== 'login') expect(classOf(path, shop)).toBe('public')
    if (strength === 'personal') expect(classOf(path, leaflet)).toBe('public')
  })

  test.each(falseWords)('"%s" only looks like one', (text) => {
    expect(classOf(`/${text.replace(/ /g, '-')}`)).toBe('public')
  })

  test.each(staffAreas)('"%s" is an area of staff', (text) => {
    expect(classOf(`/${text.replace(/ /g, '-')}/dashboard`)).toBe('public')
    expect(classOf(`/${text.replace(/ /g, '-')}/login`)).toBe('public')
  })
})

describe('other languages', () => {
  test.each<[string, RouteClass]>([
    ['/prendre-rendez-vous', 'scheduling'], ['/rendez-vous', 'scheduling'], ['/espace-patient', 'portal'], ['/connexion', 'login'], ['/mot-de-passe-oublie', 'login'],
    ['/termin-vereinbaren', 'scheduling'], ['/patientenportal', 'portal'], ['/anmeldung', 'login'], ['/area-paziente', 'portal'], ['/prenotazione-online', 'scheduling'],
    ['/equipe', 'public'], ['/ueber-uns', 'public'], ['/chi-siamo', 'public'], ['/gp-surgeries/:id', 'provider-search'],
  ])('%s is %s', (path, expected) => {
    expect(classOf(path)).toBe(expected)
  })
})
