/**
 * Values a visitor picks: conditions, drugs, specialties, insurers, kinds of visit. They stand as options of a select,
 * as labels of check boxes and as names of fields (`hasDiabetes`). Single words with an everyday meaning (`stroke` of
 * a line, `cold` storage) are left to `inOptions`, which counts only where options are read.
 */
import type { DataCategory } from '../category.js'
import type { Row } from '../table.js'

export const values: readonly Row[] = [
  {
    category: 'condition',
    sure: `
      diabetes, diabetic, prediabetes, cancer, asthma, copd, hypertension, high blood pressure, high cholesterol,
      heart disease, heart attack, heart failure, heart condition, arrhythmia, hiv, aids hiv, hepatitis, herpes,
      chlamydia, gonorrhea, syphilis, hpv, std, sti, depression, anxiety, bipolar, bipolar disorder, schizophrenia,
      ptsd, ocd, adhd, autism, eating disorder, anorexia, bulimia, panic attack, insomnia, addiction, alcoholism,
      opioid, overdose, obesity, overweight, epilepsy, seizure, migraine, headache, stroke history, dementia,
      alzheimer, parkinson, multiple sclerosis, arthritis, osteoporosis, fibromyalgia, lupus, psoriasis, eczema,
      acne, rosacea, melanoma, hair loss, erectile dysfunction, infertility, endometriosis, pcos, miscarriage,
      abortion, menopause, hot flash, incontinence, uti, kidney disease, kidney stone, liver disease, thyroid,
      hypothyroidism, anemia, leukemia, lymphoma, sickle cell, hemophilia, crohn, colitis, ibs, gerd, acid reflux,
      constipation, diarrhea, nausea, vomiting, dizziness, fatigue, shortness of breath, chest pain, back pain,
      neck pain, joint pain, knee pain, shoulder pain, abdominal pain, stomach pain, pelvic pain, chronic pain,
      tooth pain, toothache, sore throat, runny nose, fever chill, cough, sneezing, rash, swelling, numbness,
      sinus infection, ear infection, pneumonia, bronchitis, influenza, covid 19, tuberculosis, glaucoma, cataract,
      macular degeneration, dry eye, hearing loss, sleep apnea, snoring, grief, trauma, suicidal thought, self harm,
      domestic violence, sexual assault, substance abuse, weight gain, weight loss, hernia, gallstone, concussion,
      fracture, sprain, scoliosis, sciatica, gingivitis, gum disease, cavity tooth, low testosterone,
      hormone imbalance, gender dysphoria, premature ejaculation, diabete, cancer de mama, asma, hipertension,
      hipertensao, depresion, depressao, ansiedad, ansiedade, obesidad, obesidade, epilepsia, migrana, enxaqueca,
      dolor, dor de cabeca, fiebre, febre, tos, tosse, gripe, cansancio, cansaco, mareo, tontura, vomito, diarrea,
      diarreia, insonia, insomnio, artritis, artrite, colesterol, vih, sida, embarazo, catarata, ceratocone,
      olho seco, miopia, astigmatismo`,
    open: true,
  },
  {
    category: 'medication',
    sure: `
      lipitor, atorvastatin, fluoxetine, prozac, sertraline, zoloft, escitalopram, lexapro, bupropion, wellbutrin,
      citalopram, trazodone, xanax, alprazolam, adderall, vyvanse, ritalin, methylphenidate, lithium carbonate,
      quetiapine, seroquel, abilify, metformin, insulin, semaglutide, ozempic, wegovy, tirzepatide, mounjaro,
      zepbound, liraglutide, saxenda, phentermine, glp 1, lisinopril, amlodipine, losartan, metoprolol, warfarin,
      eliquis, xarelto, simvastatin, rosuvastatin, levothyroxine, synthroid, omeprazole, gabapentin, tramadol,
      oxycodone, hydrocodone, suboxone, buprenorphine, naloxone, narcan, methadone, naltrexone, sildenafil, viagra,
      tadalafil, cialis, finasteride, propecia, minoxidil, testosterone, estradiol, progesterone, mifepristone,
      misoprostol, prep hiv, truvada, descovy, biktarvy, humira, enbrel, dupixent, keytruda, accutane, isotretinoin,
      tretinoin, prednisone, albuterol, amoxicillin, azithromycin, ibuprofen, acetaminophen, paxlovid, botox,
      dysport, insulina, metformina, ibuprofeno, paracetamol, dipirona, losartana, rivotril, clonazepam`,
    open: true,
  },
  {
    category: 'specialty',
    sure: `
      cardiology, dermatology, neurology, oncology, orthopedic, orthopaedic, pediatric, paediatric, gynecology,
      obstetric, obgyn, ob gyn, urology, psychiatry, psychology, endocrinology, gastroenterology, pulmonology,
      nephrology, rheumatology, hematology, ophthalmology, optometry, otolaryngology, ent specialist, radiology,
      anesthesiology, podiatry, geriatric, internal medicine, family medicine, primary care, sports medicine,
      behavioral health, plastic surgery, general surgery, physical therapy, chiropractic, orthodontic, periodontic,
      endodontic, sleep medicine, pain management, cardiologia, dermatologia, neurologia, oncologia, ortopedia,
      pediatria, ginecologia, obstetricia, urologia, psiquiatria, psicologia, endocrinologia, gastroenterologia,
      neumologia, pneumologia, nefrologia, reumatologia, hematologia, oftalmologia, otorrinolaringologia,
      traumatologia, medicina interna, medicina general, medicina familiar, clinica geral, clinico geral,
      odontologia, fisioterapia, nutricion, nutricao, ortodoncia, podologia`,
    open: true,
  },
  {
    category: 'procedure',
    sure: `
      colonoscopy, mammogram, mammography, biopsy, mri scan, ultrasound, root canal, teeth whitening, teeth cleaning,
      dental cleaning, dental implant, tooth extraction, dental crown, veneer, invisalign, liposuction, rhinoplasty,
      breast augmentation, facelift, tummy tuck, gastric bypass, gastric sleeve, gastric band, lap band, bariatric surgery,
      hip replacement, knee replacement, cataract surgery, lasik, vasectomy, ivf, iud, hysterectomy, caesarean,
      chemotherapy, radiation therapy, dialysis, acupuncture, dermal filler, chemical peel, microneedling,
      laser hair removal, couples therapy, family therapy, flu shot, blanqueamiento dental, limpieza dental,
      implante dental, endodoncia, clareamento dental, limpeza dental, canal dental, extraccion dental,
      lipoaspiracao, mamografia, colonoscopia, ecografia, ultrassom, harmonizacao facial`,
    open: true,
  },
  {
    category: 'insurance',
    sure: `
      aetna, cigna, unitedhealthcare, united healthcare, humana, anthem, blue cross, blue shield, bcbs,
      kaiser permanente, medicaid, medicare, medicare advantage, tricare, molina, ambetter, oscar health,
      metlife dental, delta dental, guardian dental, optum, self pay, no insurance, uninsured, unimed, amil,
      bradesco saude, sulamerica, hapvida, osde, swiss medical, sanitas, adeslas, particular convenio, sin seguro,
      sem convenio`,
  },
]

/** Counted only among options and labels of choices, where no other meaning is near. */
export const inOptions: readonly { category: DataCategory; phrases: string }[] = [
  { category: 'condition', phrases: `
    stroke, cold, flu, fever, pain, pregnant, smoker, injury, wound, burn, itching, hair, skin, sleep, stress, anger,
    relationship issue, hearing, vision, other condition, dolor, alergia, allergy, allergic, std, blood clot, ulcer,
    infection, trauma, eating, nightmare` },
  { category: 'demographics', phrases: `
    male, female, man, woman, non binary, nonbinary, transgender, intersex, prefer not say, masculino, femenino,
    feminino, hombre, mujer, homem, mulher, single, married, divorced, widowed, separated, soltero, casado, viudo,
    divorciado, solteiro, viuvo, hispanic, latino, white, black, african american, asian, native american,
    pacific islander, english, spanish, portuguese, mandarin` },
  { category: 'appointment-type', phrases: `
    new patient, existing patient, returning patient, established patient, follow up, followup, consultation,
    check up, checkup, annual physical, physical exam, telehealth, video visit, in person, in office,
    phone call visit, virtual, wellness visit, urgent, emergency visit, routine, second opinion, walk in,
    primera consulta, primera vez, seguimiento, retorno, revision, consulta, teleconsulta, presencial, videollamada,
    on site` },
  { category: 'appointment-date', phrases: `
    morning, afternoon, evening, monday, tuesday, wednesday, thursday, friday, saturday, as soon as possible, asap,
    weekday, weekend, lunes, martes, miercoles, jueves, viernes, sabado, segunda feira, terca feira, quarta feira,
    quinta feira, sexta feira, manana, tarde, noche, manha, noite` },
  { category: 'postal-address', phrases: `
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho,
    illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota,
    mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, north carolina,
    north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, utah,
    vermont, west virginia, wisconsin, wyoming, united states, canada, mexico, argentina, brasil, espana, sao paulo,
    minas gerais, rio janeiro` },
  { category: 'proxy-account', phrases: `
    parent, guardian, spouse, child, my child, my son, my daughter, my parent, my spouse, my partner, loved one,
    family member, caregiver, someone else, friend, son, daughter, sibling, hijo, hija, conyuge, esposo, filho,
    filha, mae, pai` },
  { category: 'procedure', phrases: `
    whitening, cleaning, implant, crown, filling, braces, botox, filler, facial, laser, massage, adjustment, x ray,
    vaccine, vaccination, surgery, therapy, limpieza, limpeza, implante, ortodoncia, ortodontia, cirugia, cirurgia` },
  { category: 'payment', phrases: `
    visa, mastercard, american express, amex, cash, credit card, debit card, financing, hsa, fsa, carecredit, paypal,
    efectivo, tarjeta, pix, boleto` },
  { category: 'specialty', phrases: `
    dental, surgery center, mental health, pediatric, women health, eye care, dermatologic, general dentistry,
    counseling, nutrition` },
]
