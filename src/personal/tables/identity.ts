/** Who the patient is: name, birth, demographics, and the people beside them. */
import type { Row } from '../table.js'

const ownNames = `
  name, nombre, nome, fn, ln, display name, middle, initial, title name, prefix, suffix, login name, real name,
  apelido, honorific`

export const identity: readonly Row[] = [
  {
    category: 'name',
    sure: `
      first name, last name, full name, middle name, given name, family name, surname, maiden name, legal name,
      preferred name, nick name, nickname, patient name, customer name, client name, f name, l name, fname, lname,
      mname, birth name, previous name, former name, second name, middle initial, name first, name last, name full,
      name prefix, name suffix, forename, what should we call you, primer nombre, segundo nombre, nombre completo,
      nombre y apellido, nombre apellido, apellido, primer apellido, segundo apellido, apellido paterno,
      apellido materno, nome completo, sobrenome, primeiro nome, ultimo nome, nome social, nome mae, nome pai,
      nombre paciente, nome paciente, name on card, name as it appears, additional name, father name, mother name,
      name of patient, honorific prefix, honorific suffix`,
    guess: 'signature, firma, assinatura, call you',
    owned: { person: ownNames, form: 'name, nombre, nome', field: 'fn, ln, initials' },
    alone: 'patient, paciente',
  },
  {
    category: 'date-of-birth',
    sure: `
      date of birth, birth date, birthdate, dob, birthday, bday, birth day, birth month, birth year, year of birth,
      day of birth, month of birth, fecha de nacimiento, fec nacimiento, data de nascimento, dt nascimento,
      ano de nascimento, ano nacimiento, nacimiento, nascimento, nasc, born on, date born, birth, when were you born,
      cumpleanos, aniversario nascimento`,
    guess: 'fnac',
    owned: { patient: 'born' },
  },
  {
    category: 'demographics',
    sure: `
      gender, sex at birth, gender identity, sexual orientation, biological sex, legal sex, pronoun, ethnicity,
      ethnic, race ethnicity, ethnic group, marital status, civil status, preferred language, language spoken,
      primary language, spoken language, native language, nationality, citizenship, place of birth, birth place,
      country of birth, religion, employment status, household income, annual income, household size,
      education level, level of education, veteran status, age range, age group, user age, patient age, height in,
      height cm, weight kg, weight lb, body weight, current weight, goal weight, target weight, bmi, body mass index,
      height ft, height feet, height inch, how old are you, genero, sexo, estado civil, raza, etnia, raca,
      orientacion sexual, orientacao sexual, idioma preferido, edad, idade, nacionalidad, nacionalidade, escolaridad,
      escolaridade, lugar de nacimiento, naturalidade, estatura, immigration status, disability status,
      patient language, zodiac sign, income level, caste, blood type, blood group, tipo sanguineo, grupo sanguineo,
      tipo de sangre, are you a veteran, ocupacion, profissao`,
    guess: 'sex, age, occupation, peso, altura, language preference, job title, religiao',
    owned: {
      person: `
        age, race, weight, height, language, lang, locale, occupation, income, education, sex, ge, title, employer`,
      field: 'race, weight, height, language, occupation, income, education, employer',
    },
  },
  {
    category: 'emergency-contact',
    sure: `
      emergency contact, emergency person, emergency phone, emergency name, emergency relationship, emergency number,
      next of kin, in case of emergency, ice contact, contacto de emergencia, contato de emergencia,
      telefono de emergencia, telefone de emergencia, emergency email, kin name, kin phone, nok, contacto emergencia,
      nombre emergencia, nome emergencia, pariente, familiar responsable`,
    owned: { person: 'emergency' },
    open: true,
  },
  {
    category: 'proxy-account',
    sure: `
      proxy account, proxy access, proxy name, guardian, legal guardian, parent guardian, guarantor, caregiver,
      carer, dependent name, dependent, dependant, legal representative, power of attorney, health care proxy,
      healthcare proxy, authorized representative, personal representative, spouse, relationship to patient,
      relation to patient, patient relationship, family member, family access, on behalf of, tutor legal,
      nombre del tutor, responsavel legal, nome responsavel, cuidador, cuidadora, representante legal, apoderado,
      parentesco, dependente, dependiente, child date of birth, who are you seeking care for, who is this for,
      advance directive contact, family relation`,
    guess: 'relationship, responsavel, tutor',
    owned: {
      person: 'relation, representative, proxy',
      field: `
        parent, child, relation, proxy, parent name, parent email, parent phone, child name, partner name, son name,
        daughter name`,
      form: 'parent name, parent email, parent phone, child name, spouse name, partner name',
    },
    open: true,
  },
]
