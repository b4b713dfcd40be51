/** Steps by which somebody becomes a patient or uses care: the event itself is the fact. */
import type { HealthRow } from './row.js'

export const steps: readonly HealthRow[] = [
  {
    states: 'step', category: 'appointment-type',
    plain: `
      doctor appointment, medical appointment, dental appointment, patient appointment, telehealth, telemedicine,
      teleconsultation, virtual visit, video visit, e visit, evisit, clinic visit, doctor visit, provider selected,
      select provider, doctor selected, doctor select, select doctor, book doctor, choose doctor, new patient, patient booking, cita medica, hora medica, turno medico, consulta medica, agendar cita,
      agendar consulta, agendamento consulta, reservar hora, pedir cita, solicitar cita, cita previa, teleconsulta,
      marcar consulta, videoconsulta, escolher medico, elegir medico`,
    onHealthSites: `
      appointment, appt, book appointment, schedule appointment, request appointment, consultation, consult booked, book consult, consultation booked, visit reason, visit type, schedule visit,
      book visit, visit scheduled, visit booked, schedule now, schedule online, book online, book now, booking started,
      booking completed, booking complete, booking confirmed, booking confirmation, booking submitted, booking success,
      booking step, booking form, booking request, start booking, complete booking, booking funnel, reserve spot,
      check in, walk in, time slot, slot selected, timeslot selected, cita, turno, reserva, agendar, agenda,
      agendamento, agendamiento, agendou, consulta`,
    alone: 'schedule, scheduled, booking, book, booked, visit, reschedule, agendar, reservar, marcar',
  },
  {
    states: 'step', category: 'reason-for-visit',
    plain: 'symptom checker, symptom check, symptom tracker, symptom diary, patient intake, medical intake, intake form, health questionnaire, health quiz, health assessment, medical questionnaire, triage',
    onHealthSites: `
      intake, screening, self assessment, assessment started, assessment completed, assessment complete, eligibility,
      quiz started, quiz completed, quiz complete, questionnaire, anamnesis, anamnese, cuestionario, questionario`,
    alone: 'assessment, quiz',
  },
  {
    states: 'step', category: 'test-result',
    plain: 'lab result, exam result, result viewed lab, blood result, imaging result, resultado de examen, resultado de exame, resultado de laboratorio',
    onHealthSites: 'test result, lab order, lab report, resultado examen, resultado exame, meu exame',
  },
  {
    states: 'step', category: 'sign-in-status',
    plain: `
      patient portal, mychart, patient login, patient sign in, patient signup, patient sign up, patient registration,
      patient register, patient registered, become patient, patient created, patient account, is patient,
      existing patient, returning patient, patient type, patient status, portal login, portal paciente,
      portal del paciente, logged in patient, patient logged in, current patient, portal do paciente, area do paciente, paciente nuevo, nuevo paciente, novo paciente,
      registro paciente, cadastro paciente, member portal login`,
    onHealthSites: 'enroll member, member enrolled, enrollment completed, enrollment started',
  },
  {
    states: 'step', category: 'message',
    plain: 'message doctor, message provider, message care team, secure message, ask doctor, crisis line, crisis chat, suicide hotline, call 988, 988 call',
    onHealthSites: 'crisis, hotline, helpline',
  },
  {
    states: 'step', category: 'payment',
    plain: 'hospital bill, medical bill, patient bill, pay medical bill',
    onHealthSites: 'bill pay, pay bill, bill paid, copay paid',
  },
]
