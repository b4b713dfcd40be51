/** Whose a name is, by the word before it. */
import { phrases } from '../table.js'
import type { Owner } from '../table.js'

/** Words, and what they make of the name after them. */
export const owners: readonly { kinds: readonly Owner[]; words: readonly string[] }[] = [
  { kinds: ['person', 'patient', 'form'], words: phrases('patient, paciente, pt') },
  {
    kinds: ['person', 'holder', 'form'],
    words: phrases(`
      user, usuario, customer, client, cliente, member, miembro, membro, person, persona, pessoa, people, visitor,
      applicant, subscriber, lead, guest, caller, requester, requestor, resident, enrollee, beneficiary, participant,
      profile, perfil, account, identity, viewer, buyer, shopper, claimant, registrant, attendee, respondent,
      household, individual, inquirer, passenger, student, survivor, donor, cardholder, titular, solicitante`),
  },
  {
    // What is inside a form or request was typed by somebody, which is likely but not said.
    kinds: ['form', 'field'],
    words: phrases(`
      form, value, field, body, post, query, payload, answer, submission, draft, selected, preferred, chosen,
      desired, picked, control, param, request, req, selection, preference, formulario, escolhido, escolhida,
      seleccionado, selecionado, preferido, preferida, deseado, deseada, contact, contacto, contato, intake,
      questionnaire, cuestionario, state, model, modal, filter, criteria`),
  },
  {
    // Parts of pages that hold forms: a name there is a field of the form, elsewhere it is the part's own name.
    kinds: ['field'],
    words: phrases(`
      inquiry, enquiry, quote, hero, popup, signup, register, registration, reg, cf, newsletter, checkout, callback,
      comment, review, feedback, footer, step, wizard, survey, question, et, pb, message, wpforms, mc, new, cadastro,
      registro, inscripcion, inscricao, item, order, sender, billing, shipping, login, wpcf, nf, gform, input,
      referral, refer, testimonial, application, assessment, screening, consultation, estimate, event`),
  },
  {
    kinds: ['appointment', 'form', 'field'],
    words: phrases(`
      appointment, appt, visit, booking, reservation, encounter, schedule, scheduling, cita, turno, consulta,
      agendamento, agendamiento, agenda, reserva, visita, consultation, telehealth, televisit, checkin, slot,
      admission`),
  },
  {
    kinds: ['address'],
    words: phrases(`
      address, addr, direccion, endereco, domicilio, billing, shipping, mailing, home, residence, residencia, postal`),
  },
  {
    kinds: ['health'],
    words: phrases(`
      health, medical, clinical, care, treatment, medico, medica, clinico, clinica, salud, saude, condition`),
  },
  {
    kinds: ['test'],
    words: phrases(`
      lab, laboratory, test, exam, screening, biopsy, blood, imaging, radiology, laboratorio, examen, exame, prueba`),
  },
  { kinds: ['page'], words: phrases('window, document, page, location, router, route, pagina, url, uri') },
  { kinds: ['request', 'page'], words: phrases('request, req, server, http, ctx') },
  { kinds: ['portal'], words: phrases('portal, mychart, chart, dashboard') },
  {
    kinds: ['place'],
    words: phrases(`
      clinic, hospital, office, practice, facility, department, location, branch, sucursal, clinica, consultorio,
      center`),
  },
  {
    kinds: ['organization'],
    words: phrases(`
      clinic, hospital, company, empresa, business, organization, organisation, org, site, website, store, shop,
      office, support, sales, admin, administrator, vendor, supplier, brand, author, staff, employee, editor, owner,
      config, configuration, setting, app, practice, facility, department, team, host, server, smtp, mailer, from,
      reply, noreply, bcc, cc, tenant, school, agency, partner, footer, header, location, branch, sucursal, clinica,
      consultorio, institution, publisher, merchant, manufacturer, warehouse, franchise, dealer, env, seo, og,
      schema org, global, constant, option, hospitais, sender, helpdesk, newsroom, press, job, career, developer,
      maintainer, contributor, package, repository, repo, git, commit`),
  },
  {
    kinds: ['interface'],
    words: phrases(`
      error, touched, dirty, label, placeholder, i18n, translation, translate, lang, string, schema, column, style,
      class, icon, validation, validator, ref, enum, regex, pattern, theme, mock, constraint, rule, permission,
      feature, css, image, img, tooltip, hint, helper, aria, dictionary, caption, copy, locale, msg, erro,
      mensaje error, visible, open, loading, show, hide, is loading, th, header row, dependency, lint, eslint, stub,
      fixture`),
  },
]

/** Owners of Spanish and Portuguese stand after what is theirs, with and without "de": `nombrePaciente`. */
export const ownersAfter: ReadonlySet<string> = new Set(phrases(`
  paciente, usuario, cliente, persona, pessoa, miembro, membro, titular, solicitante, cita, turno, consulta,
  agendamento, visita, contacto, contato`))
