/** The visit: when, where, what kind, with whom, why. */
import type { Row } from '../table.js'

export const visit: readonly Row[] = [
  {
    category: 'appointment-date',
    open: true,
    sure: `
      appointment date, appointment time, appointment date time, appointment datetime, appointment start, appointment end, appointment slot,
      appointment day, appt date, appt time, visit date, visit time, date of visit, date of appointment, time of appointment, date of service,
      service date, booking date, booking time, booking slot, reservation date, reservation time, preferred date, preferred time, preferred day,
      preferred appointment date, preferred appointment time, desired date, desired time, requested date, requested time, best time to call, best day,
      best time to contact, best time, time slot, timeslot, selected slot, selected date, selected time, available slot, slot start, slot time,
      scheduled at, scheduled date, scheduled time, appointment at, session date, session time, consultation date, consultation time, admission date,
      discharge date, surgery date, procedure date, last visit, next visit, last appointment, next appointment, check in date, arrival date, date preference,
      time preference, time of day, preferred time of day, when would you like to come in, date requested, encounter date,
      fecha de cita, fecha de la cita, hora de la cita, hora cita, fecha hora cita, fecha y hora, fecha hora, fecha turno, hora turno, fecha de consulta, hora de consulta,
      fecha preferida, hora preferida, horario preferido, fecha deseada, data da consulta, data consulta, horario da consulta, hora consulta, horario consulta,
      data agendamento, horario agendamento, data preferida, data desejada, melhor horario, melhor dia, data do agendamento, data hora, dia y hora,
      data da visita, fecha de visita, fecha de reserva, ultima consulta, proxima consulta, ultima cita, proxima cita`,
    guess: 'horario, fecha, hora, turno fecha, appointment schedule',
    owned: {
      appointment: `
        date, time, datetime, start, end, slot, day, hour, at, when, start time, end time, start date, end date, fecha, hora,
        horario, dia, data hora, start at, timestamp, month, week, begin, duration, weekday, availability`,
      form: 'date, time, datetime, slot, fecha, hora, horario, dia, day',
      field: 'start time, end time, start date, time slot',
    },
    alone: 'appointment, appt, cita, agendamento, appointment detail',
  },
  {
    category: 'appointment-type',
    open: true,
    sure: `
      appointment type, appointment kind, appointment category, appt type, visit type, type of visit, type of appointment, kind of visit,
      encounter type, consultation type, booking type, session type, visit category, visit mode, visit format, service type, type of service,
      service requested, requested service, service needed, preferred service, new patient, existing patient, returning patient, established patient,
      patient type, patient status visit, first visit, follow up, followup, telehealth visit, video visit, virtual visit, in person visit, type of care, care type,
      type of consultation, type of therapy, therapy type, appointment name, event type appointment, appointment reason type, visit purpose type, session format, visit reason type,
      have you been here before, are you a new patient, have you visited us before, appointment subject, appointment title,
      tipo de cita, tipo cita, tipo de consulta, tipo consulta, tipo de turno, tipo de visita, modalidad, modalidade, tipo de atendimento, tipo atendimento,
      primera visita, primera vez, primeira consulta, primera consulta, nuevo paciente, paciente nuevo, novo paciente, retorno consulta, tipo de servicio, tipo de servico,
      tipo agendamento, consulta type, modalidad de atencion`,
    owned: { appointment: 'type, kind, mode, format, tipo, service, modality' },
    alone: 'appointment, appt, cita, agendamento, appointment detail',
  },
  {
    category: 'appointment-location',
    open: true,
    sure: `
      appointment location, visit location, clinic location, office location, preferred location, location preference, preferred office, preferred clinic,
      nearest location, nearest clinic, closest location, closest office, closest clinic, treatment center, selected location, selected clinic, choose location,
      select location, treatment location, care location,
      service location, booking location, location of appointment, hospital location, clinic branch, preferred hospital, preferred facility, center location,
      sede, sede de la cita, clinica preferida, ubicacion de la cita, sucursal, sucursal preferida, consultorio, lugar de la cita, unidade, unidade de atendimento,
      local da consulta, local de atendimento, local consulta, clinica de preferencia, centro medico, unidad medica, preferred practice`,
    guess: 'clinica, ubicacion',
    owned: {
      appointment: 'location, place, clinic, facility, office, site, room, department, address, branch, hospital, lugar, ubicacion, local, clinica, sede, unit, center, where, location name, location id, clinic name, clinic id, hospital name, facility name, office name, department name',
      form: 'location name, location id, clinic name, clinic id, hospital name, facility name, facility id, office name, department name, department id, location, clinic, facility, office, hospital, branch, department, ubicacion',
    },
  },
  {
    category: 'provider',
    sure: `
      doctor, doctor name, doctora, physician, dentist, therapist, practitioner, clinician, surgeon, psychiatrist, psychologist, psychotherapist, counselor, counsellor, dermatologist, cardiologist,
      pediatrician, gynecologist, orthodontist, hygienist, midwife, optometrist, chiropractor, podiatrist, neurologist, oncologist, urologist, nutritionist, dietitian, pharmacist, care provider, healthcare provider,
      health care provider, care team, primary care physician, primary care provider, primary care doctor, primary doctor, family doctor, pcp, pcp name, referring doctor,
      referring physician, referring provider, rendering provider, attending physician, ordering provider, ordering physician, provider npi, npi, npi number, preferred provider, preferred doctor, selected provider,
      provider gender, medical provider, provider of choice, general practitioner, gp name, gp practice, who referred you, nurse practitioner, nurse, dr name, selected dr, preferred dr,
      treating physician, mental health provider, provider full name, provider first name, provider last name, appointment provider, visit provider, provider npi number,
      medico, medica nombre, nombre del medico, nombre del doctor, medico tratante, medico de cabecera, especialista, terapeuta, psicologo, psicologa, dentista, odontologo, cirujano, nome do medico, medico solicitante,
      medico preferido, cirurgiao, profissional de saude, profesional de salud, nombre del profesional, fisioterapeuta, pediatra, ginecologo, dermatologo, doutor, doutora, enfermeira`,
    guess: 'provider name, provider id, specialist, consultant name, coach name, profesional, profissional',
    owned: {
      person: 'provider, dr, specialist, consultant, coach, gp',
      appointment: 'provider, with, dr, specialist, consultant, profesional, profissional, coach, host, staff, resource, organizer, gp',
      form: 'provider, dr, specialist, consultant, gp, resource',
      health: 'provider, professional, specialist',
    },
    open: true,
  },
  {
    category: 'specialty',
    sure: `
      specialty, speciality, medical specialty, provider specialty, doctor specialty, department specialty, service line, medical department, area of care, area of expertise, clinical area, type of doctor,
      type of specialist, type of provider, provider type, specialist type, subspecialty, care area, taxonomy code, medical field, especialidad, especialidad medica, especialidade, especialidade medica,
      area medica, servicio medico, clinical service, hospital department, specialization, specialisation, especializacion, especializacao`,
    guess: 'focus area, area of interest',
    owned: { appointment: 'specialization', health: 'department, service line' },
    open: true,
  },
  {
    category: 'reason-for-visit',
    sure: `
      reason for visit, reason for your visit, reason for appointment, reason of visit, reason for consultation, reason for seeking care, reason for seeking, reason for contact, reason for contacting, reason for call, reason for referral, reason for request,
      visit reason, appointment reason, booking reason, referral reason, consultation reason, encounter reason, admission reason, reason code visit, purpose of visit, purpose of appointment, visit purpose, purpose of your visit, chief complaint, presenting problem, presenting complaint,
      presenting concern, main concern, primary concern, health concern, main complaint, present concern, what brings you in, what brings you here, what brings you, brings you in, brings you to, what are you coming in for, what can we help you with, what do you need help with, need help with,
      describe your concern, reason for your appointment, how can we help you with, reason for treatment, seeking treatment for, seeking help for, looking for help with, main reason, nature of your visit, areas of concern, reason for test, why are you seeking, history of present illness,
      describe your problem, describe the problem, what is the problem, what is bothering you, what is going on, what seems to be the problem, problem description, treatment goal, reason for booking, appointment purpose, patient concern, patient complaint, area of concern,
      motivo de la consulta, motivo consulta, motivo de la cita, motivo cita, motivo de visita, motivo de la visita, razon de la visita, razon de consulta, razon cita, motivo da consulta, motivo da visita, motivo do agendamento, motivo agendamento, queixa principal, queixa, motivo de ingreso,
      motivo de atencion, motivo principal, en que podemos ayudarle, en que podemos ayudarte, como podemos ayudarte, em que podemos ajudar, como podemos ajudar, razon para la visita, motivo turno, motivo do contato, motivo de contacto`,
    guess: 'motivo',
    owned: {
      appointment: 'reason, purpose, motive, motivo, razon, concern, complaint, chief, objetivo',
      patient: 'reason, concern, complaint, problem',
      person: 'concern, complaint',
      form: 'reason, purpose, concern, complaint, motivo, razon',
      field: 'problem',
      health: 'reason, purpose, concern, need, problem, question',
    },
    open: true,
  },
]
