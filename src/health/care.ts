/** Specialties, procedures, plans and insurers. */
import type { HealthRow } from './row.js'

export const care: readonly HealthRow[] = [
  {
    states: 'specialty', category: 'specialty',
    plain: `
      cardiology, cardiologist, dermatology, dermatologist, neurology, neurologist, neurosurgery, oncology, oncologist,
      gynecology, gynecologist, obstetric, obgyn, ob gyn, urology, urologist, psychiatry, psychiatrist, psychiatric,
      psychotherapy, psychotherapist, endocrinology, endocrinologist, gastroenterology, gastroenterologist,
      pulmonology, nephrology, rheumatology, rheumatologist, hematology, ophthalmology, ophthalmologist,
      otolaryngology, podiatry, podiatrist, geriatric, orthodontic, orthodontist, periodontic, endodontic,
      pediatrician, behavioral health, behavioural health, women health, sexual health, fertility clinic, hospice,
      urgent care, primary care, plastic surgery, bariatric, chiropractic, chiropractor, physical therapy,
      cardiologia, cardiologo, dermatologia, dermatologo, neurologia, neurologo, oncologia, oncologo, ginecologia,
      ginecologo, obstetricia, urologia, urologo, psiquiatria, psiquiatra, psicologia, psicologo, endocrinologia,
      gastroenterologia, neumologia, pneumologia, nefrologia, reumatologia, hematologia, oftalmologia,
      otorrinolaringologia, traumatologia, ortodoncia, ortodontia, odontologia, pediatra, podologia, fisioterapia,
      salud sexual, saude sexual`,
    onHealthSites: `
      orthopedic, orthopaedic, pediatric, paediatric, optometry, psychology, psychologist, therapist, radiology,
      internal medicine, family medicine, sports medicine, sleep medicine, pain management, general surgery, maternity,
      fertility, specialty, speciality, especialidad, especialidade, medicina interna, clinico geral, ortopedia,
      pediatria, nutricion, nutricao`,
  },
  {
    states: 'procedure', category: 'procedure',
    plain: `
      abortion, colonoscopy, mammogram, mammography, biopsy, root canal, teeth whitening, tooth whitening,
      dental implant, tooth extraction, invisalign, liposuction, rhinoplasty, breast augmentation, facelift,
      tummy tuck, gastric bypass, gastric sleeve, hip replacement, knee replacement, lasik, vasectomy, ivf, iud,
      hysterectomy, chemotherapy, radiation therapy, dialysis, dermal filler, chemical peel, microneedling,
      laser hair removal, hair transplant, couple therapy, family therapy, talk therapy, group therapy, weekly therapy,
      therapy session, teen therapy, online therapy, flu shot, blood test, pregnancy test, hiv test, genetic test,
      ketamine therapy, emdr, detox program, blanqueamiento dental, implante dental, endodoncia, clareamento dental,
      lipoaspiracao, mamografia, colonoscopia, ecografia, ultrassom, harmonizacao facial, aborto, vasectomia`,
    onHealthSites: `
      therapy, surgery, ultrasound, mri, ct scan, x ray, vaccine, vaccination, immunization, covid test, lab test,
      rehab, detox, acupuncture, ketamine, whitening, implant, veneer, treatment plan, treatment selected,
      procedure selected, terapia, cirugia, cirurgia, vacuna, vacina, tratamiento, tratamento, limpieza dental,
      limpeza dental, blefaroplastia`,
  },
  {
    states: 'plan', category: 'insurance',
    plain: `
      medicaid, medicare, tricare, aetna, cigna, unitedhealthcare, united healthcare, bcbs, blue cross, blue shield,
      kaiser permanente, ambetter, delta dental, health insurance, insurance plan, insurance verified,
      insurance verification, insurance card, medical insurance, insurance member, unimed, hapvida, osde, adeslas,
      obra social, seguro medico, seguro de salud, plano de saude, convenio medico`,
    onHealthSites: `
      insurance, insurer, payer, humana, anthem, molina, self pay, copay, deductible, convenio, aseguradora, mutua`,
  },
]
