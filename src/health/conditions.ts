/** Conditions that names of events, keys and texts state. */
import type { HealthRow } from './row.js'

export const conditions: readonly HealthRow[] = [
  {
    states: 'condition', category: 'condition',
    plain: `
      diabetes, diabetic, prediabetes, cancer, asthma, copd, hypertension, high blood pressure, heart disease,
      heart attack, heart failure, arrhythmia, hiv, hepatitis, herpes, chlamydia, gonorrhea, syphilis, hpv, bipolar,
      schizophrenia, ptsd, ocd, adhd, autism, eating disorder, anorexia, bulimia, panic attack, panic disorder,
      insomnia, alcoholism, opioid use, opioid addiction, substance abuse, substance use, overdose, epilepsy,
      seizure, migraine, dementia, alzheimer, parkinson, multiple sclerosis, arthritis, osteoporosis, fibromyalgia,
      psoriasis, eczema, rosacea, melanoma, leukemia, lymphoma, hair loss, erectile dysfunction,
      premature ejaculation, infertility, endometriosis, pcos, miscarriage, pregnancy, pregnant, menopause,
      perimenopause, incontinence, uti, urinary tract infection, yeast infection, kidney disease, kidney stone,
      liver disease, hypothyroidism, sickle cell, hemophilia, crohn, colitis, gerd, acid reflux, chest pain, back pain,
      neck pain, joint pain, knee pain, shoulder pain, pelvic pain, chronic pain, tooth pain, toothache, sore throat,
      sinus infection, ear infection, pneumonia, bronchitis, tuberculosis, glaucoma, cataract, macular degeneration,
      dry eye, hearing loss, sleep apnea, suicidal, suicide, self harm, domestic violence, sexual assault, obesity,
      low testosterone, gender dysphoria, varicose vein, postpartum, ovulation, menstrual period, last period,
      sti test, std test, sti testing, std testing, sti screening, std screening, mental health, symptom, diagnosis,
      phq 9, phq9, gad 7, gad7, depression screening, depression quiz, depression test, anxiety quiz, anxiety test,
      diabete, asma, cancer de mama, hipertension, hipertensao, depresion, depressao, ansiedad, ansiedade, obesidad,
      obesidade, epilepsia, migrana, enxaqueca, fiebre, diarrea, insonia, insomnio, artritis, artrite, vih, embarazo,
      embarazada, gravidez, gestante, catarata, ceratocone, olho seco, miopia, astigmatismo, menopausia, sintoma,
      diagnostico, disfuncion erectil, disfuncao eretil, caida del cabello, queda de cabelo, salud mental,
      saude mental, dolor de espalda, dor nas costas, suicidio`,
    onHealthSites: `
      depression, anxiety, addiction, autistic, stroke, acne, hernia, scoliosis, sciatica, anemia, thyroid, allergy,
      fatigue, nausea, headache, fracture, influenza, covid, covid 19, lupus, ibs, trauma, grief, weight loss,
      weight gain, condition selected, condition type, concern selected, reason for visit, medical history,
      health history, chief complaint, alergia, dolor, febre, gripe, perdida de peso, perda de peso, emagrecimento,
      motivo de consulta, motivo da consulta, period start, period save, log period, period tracker`,
  },
]
