/** Phrases whose words look like health and are not: what they cover states nothing. */

const listed = (text: string): readonly string[] => text.split(/\s*[,\n]\s*/).map((phrase) => phrase.trim()).filter((phrase) => phrase !== '')

/** Taken out of a text before it is read. */
export const falseFriends: readonly string[] = listed(`
  great depression, button depression, key depression, depression of the button, economic depression, stroke width,
  stroke color, stroke style, key stroke, keystroke, brush stroke, stroke dash, cancer sign, cancer zodiac,
  cancer horoscope, tropic of cancer, cancer institute, cancer center,
  cancer centre, cancer society, cancer research, cancer council, diabetes association, heart association, air condition, air conditioning, terms and condition, term condition,
  condition of use, sleep mode, sleep timer, sleep ms, performance anxiety, separation anxiety of pet, app crash,
  heart icon, heart button, heart reaction, heartbeat, heart beat, cold start, cold storage, cold call, cold lead,
  test result page, ab test result, split test result, speed test result, quiz show, test patient, visitor,
  hotel visit, site visit, store visit, page visit, first visit, last visit, visit site, visit website, visit us,
  visit page, visit link, visit duration, visit count, visit source, visit id, patient experience survey score,
  patience, treatment group, treatment arm, treatment variant, experiment treatment, control treatment,
  design treatment, water treatment, visual treatment, retail therapy, surgery on code, vaccine of software,
  schedule demo, demo schedule, demo scheduled, schedule a demo, book demo, book a demo, demo booked, schedule tour,
  schedule report, report schedule, schedule job, job schedule, cron schedule, schedule update, schedule post,
  schedule email, schedule export, class schedule, course schedule, event schedule, game schedule, schedule page view,
  sales call, schedule call with sales, job appointment, appointment of director, appointed, appointment letter,
  board appointment, ebook, e book, facebook, face book, notebook, guest book, guestbook, book download, download book,
  book club, bookmark, handbook, playbook, cookbook, audiobook, address book, book preview, book cover,
  check in luggage, hotel check in, flight check in, check in code, git check in, walk in closet, photo filler,
  screen filler, pixel filler, filler text, text filler, gap filler, car insurance, auto insurance, home insurance,
  insurance coverage guide, insurance guide, insurance information, insurance faq, insurance page, insurance article,
  insurance link, insurance logo, insurance partner, insurance accepted, accepted insurance, therapy overview, therapy info,
  therapy link, therapy page, therapy card, therapy list, drug interaction, symptom guide, symptom page,
  pet insurance, travel insurance, renter insurance, business insurance, insurance agent, title insurance,
  screening room, film screening, movie screening, job screening, resume screening, candidate screening,
  plan b meeting, prescription for success, prep time, prep work, preparation, test prep, exam prep, meal prep,
  rx js, rxjs, drug free workplace, drug test employee, allergy to code, addiction to design, addictive,
  drupal, trauma informed design, hormone monster, dose of news, daily dose, refill ink, refill coffee, water refill,
  crisis communication, climate crisis, energy crisis, pharmacy career, pharmacy job, nurse job, therapist job,
  therapy dog, sick leave, leave of absence, patient capital, cloud migration, migraine of data, immune system design,
  fracture line, hernia mesh lawsuit, consulta sql, consulta de base de datos, consulta cep, consulta cnpj,
  consulta placa, consulta saldo, agenda evento, agenda do evento, agenda cultural, orden del dia, turno noche,
  turno de trabajo, reserva de hotel, reserva de mesa, reserva de vuelo, reserva natural, cita celebre, receta cocina,
  receta de cocina, receitas de bolo, receita federal, receita bruta, receita liquida, direito, terapia de choque,
  data implant, seed implant, password recovery, disaster recovery, data recovery, cart recovery, recovery email,
  health check, healthcheck, site health, health status, account health, health score page, pulse check, web vital,
  core web vital, vital, eligibility for discount, discount eligibility, promo eligibility, loan eligibility,
  eligible, quiz night, questionnaire satisfaction, payer id, payer email, paypal payer, paypal, payer name,
  consultation fee legal, legal consultation, tax consultation, design consultation, free design consult,
  time slot ad, ad slot, slot machine, slot id, gtm slot, parking slot, memory slot
`)

/** A text that holds one of these is about those who work at a clinic or on its site. */
export const otherMatters: readonly string[] = listed(`
  career, job, hiring, recruit, recruiting, vacancy, resume, investor, error, exception, debug, warning, failed,
  timeout, vaga, empleo, visiting hour, gift shop, cookie, scroll depth, donor, donate, donation, volunteer, donar,
  doacao, component, schema, migration, refactor, hcp, healthcare professional, health care professional, clinician login,
  clinician portal, provider portal, physician portal, staff portal`)

/** With one of these a step is no step of a patient: somebody reads or subscribes. */
export const noSteps: readonly string[] = listed(`
  newsletter, podcast, webinar, blog, article, press, cookie, consent, parking, scroll, video, faq, privacy, policy,
  prensa, noticia, staff, admin, employee, provider login, doctor login, doctor signup`)
