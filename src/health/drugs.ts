/** Drugs: names, and the endings that the naming of substances gives them. */
import type { HealthRow } from './row.js'

export const drugs: readonly HealthRow[] = [
  {
    states: 'drug', category: 'medication',
    plain: `
      lipitor, prozac, zoloft, lexapro, wellbutrin, bupropion, trazodone, xanax, adderall, vyvanse, ritalin,
      methylphenidate, lithium carbonate, seroquel, abilify, metformin, insulin, ozempic, wegovy, mounjaro, zepbound,
      saxenda, phentermine, glp 1, glp1, warfarin, eliquis, xarelto, levothyroxine, synthroid, gabapentin, tramadol,
      oxycodone, hydrocodone, suboxone, buprenorphine, naloxone, narcan, methadone, naltrexone, viagra, cialis,
      finasteride, propecia, minoxidil, testosterone, trt, estradiol, progesterone, mifepristone, misoprostol,
      truvada, descovy, biktarvy, humira, enbrel, dupixent, keytruda, accutane, isotretinoin, tretinoin, prednisone,
      albuterol, amoxicillin, azithromycin, paxlovid, plan b pill, plan b one step, birth control, emergency contraception, contraceptive,
      contraception, antidepressant, antibiotic, opioid, botox, dysport, juvederm, kybella, prescription, rx, refill,
      medication, drug name, drug select, drug selected, drug search, drug price, drug dosage, drug, dosage,
      med management, medication management, pharmacy,
      insulina, metformina, ibuprofeno, paracetamol, dipirona, losartana, rivotril, anticonceptivo,
      anticoncepcional, antidepresivo, antidepressivo, toxina botulinica, medicamento, receta, receta medica,
      receta electronica, farmacia`,
    onHealthSites: `
      medicine, supplement, filler, dermal filler, prep, hormone, hormone therapy, dose, receita, receita medica,
      remedio, relleno, preenchimento`,
  },
]

/**
 * Stems of international nonproprietary names, at the end of a word. Those that ordinary words end in as well are left
 * out. https://www.who.int/teams/health-product-and-policy-standards/inn/stembook
 */
export const drugShape = new RegExp(`^[a-z]{2,}(?:${[
  'statin', 'oxetine', 'sartan', 'dipine', 'olol', 'gliptin', 'glutide', 'gliflozin', 'zepam', 'zolam', 'caine',
  'cillin', 'mycin', 'floxacin', 'conazole', 'prazole', 'tidine', 'triptan', 'setron', 'vastatin', 'afil', 'tinib',
  'zumab', 'ximab', 'limumab', 'tadine', 'azepine', 'idone', 'pril', 'cycline', 'profen', 'coxib', 'ciclib', 'parib',
  'navir', 'tegravir', 'buvir', 'ciclovir', 'zepatide', 'dronate', 'semide', 'thiazide', 'codone', 'morphone',
].join('|')})$`)
