import { describe, expect, it } from 'vitest'
import { dataCategories, wordsFor } from '../../src/personal/category.js'
import { clauses, phraseWords, wordsOf } from '../../src/personal/words.js'

describe('words of a name', () => {
  it.each([
    ['patientFirstName', 'patient first name'],
    ['patient_first_name', 'patient first name'],
    ['patient-first-name', 'patient first name'],
    ['PatientMRN', 'patient mrn'],
    ['MRNField', 'mrn field'],
    ['IPAddress', 'ip address'],
    ['address2', 'address 2'],
    ['patientIDs', 'patient id'],
    ['allergies', 'allergy'],
    ['addresses', 'address'],
    ['diagnosis', 'diagnosis'],
    ['diagnoses', 'diagnosis'],
    ['status', 'status'],
    ['Síntomas', 'sintoma'],
    ['condiciones', 'condicion'],
    ['medicações', 'medicacao'],
    ["Doctor's name", 'doctor name'],
    ['reason-for-your-visit', 'reason visit'],
    ['', ''],
    ['日本', ''],
  ])('%s → %s', (name, words) => {
    expect(wordsOf([name]).map(({ text }) => text).join(' ')).toBe(words)
  })

  it('keeps which name a word comes from, and where an "of" stood', () => {
    expect(wordsOf(['patient', 'dateOfBirth'])).toEqual([
      { text: 'patient', of: false, name: 0 },
      { text: 'date', of: false, name: 1 },
      { text: 'birth', of: true, name: 1 },
    ])
  })

  it('reads a phrase of a table as it reads a name', () => {
    expect(phraseWords('fecha de nacimiento')).toEqual(wordsOf(['fechaNacimiento']).map(({ text }) => text))
  })

  it('cuts what is too long for a name', () => {
    expect(wordsOf(['a'.repeat(1_000_000)])).toHaveLength(1)
  })
})

describe('clauses of a text', () => {
  it.each([
    ['Name / E-mail (optional)', ['Name', 'E-mail', 'optional']],
    ['First and last name', ['First', 'last name']],
    ['Follow-up', ['Follow-up']],
    ['Phone - mobile', ['Phone', 'mobile']],
  ])('%s', (text, expected) => expect(clauses(text)).toEqual(expected))
})

describe('words for people', () => {
  it('are there for every category and fit into a sentence', () => {
    expect(dataCategories).toHaveLength(32)
    for (const category of dataCategories) expect(wordsFor(category)).toMatch(/^(the|an?|demographic|payment|free) /)
  })

  it('carry their article', () => {
    expect(wordsFor('reason-for-visit')).toBe('the reason for the visit')
    expect(wordsFor('condition')).toBe('a health condition')
  })
})
