/** The patient's health: conditions and symptoms, medications, procedures, results. Names of each are in `values.ts`. */
import type { Row } from '../table.js'

export const health: readonly Row[] = [
  {
    category: 'condition',
    sure: `
      symptom, symptom duration, symptom severity, diagnosis, diagnosi, diagnosed, primary diagnosis, diagnosis code, icd, icd 10, icd10, icd code, icd 10 code, medical condition, health condition, mental health condition, chronic condition, chronic disease, existing condition, pre existing condition, preexisting condition,
      condition name, condition code, condition description, patient condition, current condition, underlying condition, medical history, health history, past medical history, family history, family medical history, surgical history, social history, medical problem, health problem, problem list, medical issue, health issue, health status,
      allergy, allergen, allergic, allergic reaction, known allergy, drug allergy, food allergy, disease, illness, disorder, disability, ailment, injury, injury date, injury type, comorbidity, prognosis, severity level, pain level, pain score, pain location, pain scale, where does it hurt, body part, affected area, affected side,
      pregnancy, pregnant, is pregnant, are you pregnant, due date pregnancy, trimester, gestational age, gestation week, pregnancy week, pregnancy status, breastfeeding, breast feeding, nursing mother, last menstrual period, last period, lmp, menstrual cycle, menstruation, period start date, cycle length, ovulation, fertility status, menopause status,
      smoker, smoking status, do you smoke, tobacco use, alcohol use, alcohol consumption, drinking habit, drug use, substance use, substance abuse, recreational drug, sexual activity, sexually active, hiv status, std status, sti status, covid status, covid symptom, vaccination status, mental health, mood score, mood rating, anxiety level, stress level, sleep quality,
      suicidal, suicidal thought, suicidal ideation, self harm, phq score, phq 9, phq9, gad 7, gad7, phq9 score, gad7 score, audit c, risk score health, assessment score, screening score, symptom score, health goal, health interest, weight loss goal, treatment history, hospitalization, health question, health answer, medical question, medical information, health information,
      medical note, clinical note, progress note, care plan, health data, health record data, medical data, health profile, risk factor, health risk, fall risk, blood pressure, heart rate, blood glucose, blood sugar, glucose level, insulin level, temperature reading, vital sign, oxygen saturation, cholesterol level, a1c,
      sintoma, diagnostico, condicion medica, condicion de salud, enfermedad, enfermedad cronica, padecimiento, padecimiento actual, antecedente, antecedente medico, antecedente familiar, historial medico, historia clinica, historial clinico, alergia, alergico, discapacidad, embarazo, embarazada, esta embarazada, semana de embarazo, fumador, fuma, lesion, dolencia, molestia, nivel de dolor,
      doenca, condicao medica, condicao de saude, historico medico, historico de saude, comorbidade, antecedentes familiares, gravida, gravidez, gestante, esta gravida, fumante, deficiencia, problema de saude, problema de salud, estado de salud, cid 10, cid10, patologia, enfermidade, dor, anamnese, anamnesis`,
    guess: 'period date',
    owned: {
      person: 'condition, health, history, problem, injury, disease, vital, mood, pain, severity, cycle, period',
      patient: 'cid',
      form: 'condition, injury, pain, mood',
      field: 'health, medical, severity, cid',
      appointment: 'condition, health, problem, note condition, symptom',
      health: 'condition, history, problem, issue, concern, note, status, need, detail, summary, interest, goal, record',
    },
    open: true,
  },
  {
    category: 'medication',
    sure: `
      medication, medication name, current medication, medication list, medication history, drug, drug name, drug select, prescription, prescription number, prescription id, prescribed medication, prescription drug, rx, rx number, rx name, medicine, medicine name, medicines taken, dosage, dose, dosage form, dosing, dose amount, refill, refill request, refill number,
      ndc, ndc code, ndc number, rxnorm, pharmacy, pharmacy name, preferred pharmacy, pharmacy phone, pharmacy address, supplement, vitamins taken, over the counter drug, birth control, contraceptive, contraception method, antibiotic, antidepressant, injection type, medication dose, medication frequency, days supply, treatment plan medication,
      medicamento, medicamento actual, medicina, medicacion, medicacion actual, farmaco, receta, receta medica, numero de receta, dosis, posologia, farmacia, medicacao, remedio, remedio em uso, receita, receita medica, prescricao, prescripcion, dosagem, anticonceptivo, anticoncepcional, medicamento em uso, uso de medicamentos, pharmaceutical`,
    guess: 'strength mg, sig',
    owned: { person: 'med, sig, strength', form: 'med', patient: 'frequency' },
    open: true,
  },
  {
    category: 'procedure',
    sure: `
      medical procedure, procedure code, procedure type, cpt, cpt code, hcpcs, surgical procedure, surgery, surgery type, past surgery, previous surgery, surgical date, dental procedure, treatment type, treatment plan, treatment requested, type of treatment, treatment interest, treatment name, treatment of interest, desired treatment, selected treatment,
      procedure of interest, procedure interested, cosmetic procedure, desired procedure, interested in treatment, interested in procedure, interested service, service of interest, service interested, service interest, therapy requested, vaccine, vaccination, vaccine type, vaccine name, vaccine dose, immunization, immunisation, immunization date, vaccine brand, lot number vaccine, vaccinated,
      referral type, transplant, implant type, selected service, medical service, dental service, cdt code,
      procedimiento medico, procedimiento, cirugia, tipo de cirugia, tratamiento, tipo de tratamiento, tratamiento de interes, vacuna, vacunacion, procedimento, procedimento de interesse, cirurgia, tratamento, tratamento de interesse, tipo de tratamento, vacina, vacinacao, imunizacao, servicio medico solicitado, servico desejado, servicio deseado, servico de interesse, servicio de interes, especialidade procedimento`,
    guess: 'treatment, therapy, servicio, servico',
    owned: {
      person: 'procedure, treatment, therapy, service, surgery, operation, plan of care',
      form: 'procedure, treatment, therapy, service, service name, operation, servicio, servico, interest, interested',
      appointment: 'procedure, treatment, therapy',
      health: 'procedure, treatment, device, therapy',
    },
    open: true,
  },
  {
    category: 'test-result',
    sure: `
      test result, lab result, laboratory result, exam result, blood test, blood test result, lab test, lab value, lab report, biopsy result, imaging result, screening result, covid test result, covid test, pregnancy test, hiv test, genetic test, genetic result, dna result, pathology report, radiology report, mri result, xray result, x ray result, ct scan result,
      test score health, result value lab, assessment result, quiz result health, loinc, loinc code, lab order, specimen, resultado de examen, resultado de laboratorio, resultado de la prueba, resultado de prueba, resultado examen, examen de laboratorio, analisis de sangre, resultado do exame, resultado exame, exame de sangue, exame laboratorial, resultado analisis, resultado laboratorial,
      diagnostic report, diagnostic result, observation value, medical test, medical exam, eligibility result, health score`,
    owned: { patient: 'result, lab, observation, report, exam, test', test: 'result, value, report, finding, resultado, score, outcome, order', health: 'result, report, test, exam, score' },
    open: true,
  },
]
