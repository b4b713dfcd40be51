import { describe, expect, it } from 'vitest'
import { classifyField } from '../../src/personal/field.js'
import type { FieldDescription } from '../../src/personal/field.js'
import { summary } from './summary.js'

const nothing: FieldDescription = {
  tag: 'input', type: 'text', name: null, id: null, autocomplete: null, label: null, placeholder: null, ariaLabel: null,
  options: [], otherNames: [],
}

const field = (some: Partial<FieldDescription>): FieldDescription => ({ ...nothing, ...some })
const classified = (some: Partial<FieldDescription>): string => summary(classifyField(field(some)))

describe('what a field says itself', () => {
  it.each([
    ['email', 'email'], ['section-visit home email', 'email'], ['shipping street-address', 'postal-address'], ['postal-code', 'postal-address'],
    ['tel', 'phone'], ['mobile tel-national', 'phone'], ['given-name', 'name'], ['family-name', 'name'], ['bday', 'date-of-birth'],
    ['bday-year', 'date-of-birth'], ['sex', 'demographics'], ['username webauthn', 'account-identifier'], ['cc-number', 'payment'], ['cc-csc', 'payment'],
    ['off', 'other-form-field?'], ['on', 'other-form-field?'], ['organization', 'other-form-field?'], ['new-password', ''], ['current-password', ''],
    ['one-time-code', ''], ['constructor', 'other-form-field?'],
  ])('autocomplete="%s" → %s', (autocomplete, expected) => expect(classified({ autocomplete })).toBe(expected))

  it.each([
    ['email', 'email'], ['tel', 'phone'], ['search', 'search-term'], ['EMAIL', 'email'], ['password', ''], ['submit', ''], ['button', ''], ['reset', ''],
    ['date', 'other-form-field?'], ['text', 'other-form-field?'], ['constructor', 'other-form-field?'],
  ])('type="%s" → %s', (type, expected) => expect(classified({ type })).toBe(expected))

  it('a text area is free text, whatever else it is', () => {
    expect(classified({ tag: 'textarea', type: null })).toBe('free-text')
    expect(classified({ tag: 'textarea', type: null, name: 'reason' })).toBe('reason-for-visit?, free-text')
    expect(classified({ tag: 'textarea', type: null, label: 'Your symptoms' })).toBe('condition, free-text')
    expect(classified({ tag: 'textarea', type: null, label: 'Mailing address' })).toBe('postal-address')
  })

  it('what a visitor types is never the address of the page: only the page fills that in', () => {
    expect(classified({ name: 'where', otherNames: ['page.query'] })).toBe('other-form-field?')
    expect(classified({ name: 'location_query', placeholder: 'ZIP code', otherNames: ['page.query'] })).toBe('postal-address')
    expect(classified({ name: 'page_url' })).toBe('other-form-field?')
    expect(classified({ type: 'hidden', name: 'page_url' })).toBe('page-url')
  })

  it('says why', () => {
    expect(classifyField(field({ autocomplete: 'email' }))[0]?.because).toBe('autocomplete="email"')
    expect(classifyField(field({ label: 'Reason for visit *' }))[0]?.because).toBe('label "Reason for visit *"')
    expect(classifyField(field({ name: 'dob' }))[0]?.because).toBe('name "dob"')
    expect(classifyField(field({ name: 'color', label: 'Color' }))[0]?.because).toBe('name "color"')
    expect(classifyField(field({}))[0]?.because).toBe('<input>')
    expect(classifyField(field({ label: 'Symptoms '.repeat(30) }))[0]?.because.length).toBeLessThan(70)
  })
})

describe('names of fields', () => {
  it.each([
    ['email', 'email'], ['customer_email', 'email'], ['EMAIL', 'email'], ['form_fields[email]', 'email'], ['your-email', 'email'], ['txtEmail', 'email'],
    ['email_confirmation', 'email'], ['verify_email', 'email'], ['mc_mv_EMAIL', 'email'], ['inputemail', 'email'],
    ['phone', 'phone'], ['phone-number', 'phone'], ['telefone', 'phone'], ['celular', 'phone?'], ['mobile', 'phone?'],
    ['name', 'name?'], ['your-name', 'name?'], ['first_name', 'name'], ['fname', 'name'], ['fullname', 'name'], ['nombre', 'name?'], ['patient[first_name]', 'name'],
    ['contact-name', 'name?'], ['nome_completo', 'name'], ['patient_name', 'name'], ['company_name', 'other-form-field?'], ['event_name', 'other-form-field?'],
    ['product_name', 'other-form-field?'], ['dob', 'date-of-birth'], ['birthday', 'date-of-birth'], ['form_birthday', 'date-of-birth'],
    ['address', 'postal-address?'], ['address1', 'postal-address?'], ['street_address', 'postal-address'], ['zip', 'postal-address?'], ['zipcode', 'postal-address'],
    ['city', 'postal-address?'], ['state', 'postal-address?'], ['country', 'postal-address?'], ['cep', 'postal-address'],
    ['mrn', 'medical-record-number'], ['patient_id', 'medical-record-number'], ['member_id', 'insurance'], ['insurance', 'insurance'],
    ['insurance_provider', 'insurance'], ['policy_number', 'insurance'], ['convenio', 'insurance'], ['obra_social', 'insurance'],
    ['appointment_date', 'appointment-date'], ['preferred_date', 'appointment-date'], ['date', 'appointment-date?'], ['appointment-time', 'appointment-date'],
    ['fecha_cita', 'appointment-date'], ['appointment_type', 'appointment-type'], ['visit_type', 'appointment-type'], ['location', 'appointment-location?'],
    ['clinic', 'appointment-location?'], ['doctor', 'provider'], ['provider', 'provider?'], ['doctor_id', 'provider'], ['ddlPhysician', 'provider'],
    ['specialty', 'specialty'], ['especialidad', 'specialty'], ['reason', 'reason-for-visit?'], ['reason_for_visit', 'reason-for-visit'],
    ['motivo', 'reason-for-visit?'], ['motivo_consulta', 'reason-for-visit'], ['symptoms', 'condition'], ['condition', 'condition?'],
    ['allergies', 'condition'], ['diabetes', 'condition'], ['has_asthma', 'condition'], ['medications', 'medication'], ['current_medications', 'medication'],
    ['procedure', 'procedure?'], ['treatment', 'procedure?'], ['service', 'procedure?'], ['vaccine', 'procedure'], ['test_result', 'test-result'],
    ['emergency_contact', 'emergency-contact'], ['emergency_contact_phone', 'emergency-contact, phone'], ['guardian_name', 'proxy-account'],
    ['gender', 'demographics'], ['sex', 'demographics?'], ['age', 'demographics?'], ['usergender', 'demographics'], ['height', 'demographics?'],
    ['card_number', 'payment'], ['cvv', 'payment'], ['message', 'message?'], ['comments', 'free-text?'], ['notes', 'free-text?'],
    ['q', 'search-term?'], ['search', 'search-term?'], ['keyword', 'search-term?'], ['s', 'search-term?'], ['ssn', 'account-identifier'],
    ['color', 'other-form-field?'], ['quantity', 'other-form-field?'], ['file', 'other-form-field?'], ['input_12', 'other-form-field?'],
    ['', 'other-form-field?'],
  ])('name="%s" → %s', (name, expected) => expect(classified({ name })).toBe(expected))
})

describe('labels', () => {
  it.each([
    ['Email address *', 'email'], ['E-mail', 'email'], ['Correo electrónico', 'email'], ['Phone (optional)', 'phone'], ['Mobile Phone', 'phone'],
    ['Name', 'name?'], ['Full Name', 'name'], ['First & Last Name', 'name'], ["Patient's name", 'name'], ['Nome completo', 'name'],
    ['Name of your company', 'other-form-field?'], ['Company name', 'other-form-field?'], ['Date of Birth (MM/DD/YYYY)', 'date-of-birth'],
    ['Fecha de nacimiento', 'date-of-birth'], ['Data de nascimento', 'date-of-birth'], ['Zip code', 'postal-address'], ['City', 'postal-address?'],
    ['Reason for visit', 'reason-for-visit'], ['What brings you in today?', 'reason-for-visit'], ['Motivo de la consulta', 'reason-for-visit'],
    ['Motivo da consulta', 'reason-for-visit'], ['Please describe your symptoms', 'condition, free-text?'], ['Do you have any allergies?', 'condition'],
    ['Are you pregnant?', 'condition'], ['List your current medications', 'medication'], ['Medicamentos que toma', 'medication'], ['Preferred doctor', 'provider'],
    ['Name of your doctor', 'provider'], ['Select a physician', 'provider'], ['Nombre del médico', 'provider'], ['Specialty', 'specialty'],
    ['Insurance company', 'insurance'], ['Member ID', 'insurance'], ['Plano de saúde', 'insurance'], ['Preferred date', 'appointment-date'],
    ['Preferred time of day', 'appointment-date'], ['Type of appointment', 'appointment-type'], ['Are you a new patient?', 'appointment-type'],
    ['Preferred location', 'appointment-location'], ['Emergency contact phone', 'emergency-contact, phone'], ['Parent or guardian', 'proxy-account'],
    ['How can we help you?', 'message'], ['Message', 'message?'], ['Mensaje', 'message?'], ['Additional information', 'free-text'], ['Gender', 'demographics'],
    ['Sexo', 'demographics'], ['Preferred language', 'demographics'], ['Medical record number', 'medical-record-number'], ['Card number', 'payment'],
    ['Symptoms, medications and allergies', 'condition, medication'], ['Favorite color', 'other-form-field?'], ['Quantity', 'other-form-field?'],
    ['Upload a file', 'other-form-field?'],
  ])('"%s" → %s', (label, expected) => expect(classified({ label })).toBe(expected))

  it('placeholders and aria-label count as labels', () => {
    expect(classified({ placeholder: 'Your symptoms' })).toBe('condition')
    expect(classified({ ariaLabel: 'Date of birth' })).toBe('date-of-birth')
    expect(classified({ placeholder: 'jane@example.com' })).toBe('email')
    expect(classified({ placeholder: '(555) 555-0100' })).toBe('phone')
    expect(classified({ placeholder: '100-200' })).toBe('other-form-field?')
  })

  it('what is sure goes before a guess, whichever names it', () => {
    expect(classified({ name: 'message', label: 'Reason for visit' })).toBe('reason-for-visit, message?')
    expect(classified({ name: 'input_4', label: 'Date of birth' })).toBe('date-of-birth')
    expect(classified({ name: 'field', otherNames: ['patient.insurance.memberId'] })).toBe('insurance')
    expect(classified({ name: 'field', otherNames: ['Your symptoms'] })).toBe('condition')
  })

  it('an address of somebody else is told as theirs', () => {
    expect(classified({ type: 'tel', name: 'emergency_contact_phone' })).toBe('emergency-contact, phone')
    expect(classified({ type: 'email', label: 'Email of the legal guardian' })).toBe('proxy-account, email')
    expect(classified({ type: 'search', placeholder: 'Search by doctor or specialty' })).toBe('search-term, provider, specialty')
    expect(classified({ name: 'x', placeholder: '600.123.456' })).toBe('phone')
    expect(classified({ name: 'x', placeholder: '120.000.000' })).toBe('other-form-field?')
    // What one may look by is a guess: the address, where it is looked by, is somebody's all the same.
    expect(classified({ name: 'find', placeholder: 'Search by name, e-mail or number' })).toBe('search-term, email?')
    expect(classified({ name: 'email', placeholder: 'Search' })).toBe('email, search-term?')
  })
})

describe('options', () => {
  const select = (...options: string[]): string => classified({ tag: 'select', type: null, name: 'field_3', options })

  it.each([
    [['Diabetes', 'Asthma', 'Hypertension'], 'condition'],
    [['New patient', 'Follow-up'], 'appointment-type'],
    [['Male', 'Female', 'Prefer not to say'], 'demographics'],
    [['Aetna', 'Cigna', 'Blue Cross'], 'insurance'],
    [['Cardiology', 'Dermatology', 'Neurology'], 'specialty'],
    [['Dr. Rivera', 'Dr. Okafor'], 'provider'],
    [['Fluoxetine 20 mg', 'Sertraline 50 mg'], 'medication'],
    [['Morning', 'Afternoon'], 'appointment-date'],
    [['Teeth whitening', 'Root canal'], 'procedure'],
    [['Hombre', 'Mujer'], 'demographics'],
    [['Red', 'Green', 'Blue'], 'other-form-field?'],
    [['Yes', 'No'], 'other-form-field?'],
    [['Small', 'Medium', 'Large', 'Depression glass'], 'other-form-field?'],
  ])('%j → %s', (options, expected) => expect(select(...options)).toBe(expected))

  it('a single choice says what it is', () => {
    expect(classified({ type: 'radio', name: 'q1', options: ['I am pregnant'] })).toBe('condition')
    expect(classified({ type: 'checkbox', name: 'q1', label: 'Diabetes' })).toBe('condition')
    expect(classified({ type: 'checkbox', name: 'q1', label: 'Gift wrap' })).toBe('other-form-field?')
  })
})

describe('what the page says around a field', () => {
  it.each([
    [{ tag: 'select', type: null, options: ['Select a doctor', 'A', 'B'] }, 'provider'],
    [{ tag: 'select', type: null, options: ['-- Seleccione una especialidad --', 'A', 'B'] }, 'specialty'],
    [{ tag: 'select', type: null, options: ['Doctor Who', 'Star Trek'] }, 'other-form-field?'],
    [{ label: '{{ translations[language.code].yourEmail }}' }, 'email'],
    [{ label: "{{ 'form.phone' | translate }}" }, 'phone'],
    [{ label: '{{ copy.title }}' }, 'other-form-field?'],
    [{ name: 'form_name' }, 'name?'],
    [{ name: 'form_email' }, 'email'],
  ])('%j → %s', (some: Partial<FieldDescription>, expected) => expect(classified(some)).toBe(expected))

  it('what is only ticked or attached is no address', () => {
    expect(classified({ type: 'checkbox', name: 'display_email', label: 'Show e-mail' })).toBe('other-form-field?')
    expect(classified({ type: 'radio', name: 'contact_by', label: 'Phone' })).toBe('other-form-field?')
    expect(classified({ type: 'file', label: 'Your name' })).toBe('other-form-field?')
    expect(classified({ type: 'file', label: 'Insurance card' })).toBe('insurance')
    expect(classified({ type: 'radio', name: 'gender', label: 'Female' })).toBe('demographics')
  })
})

describe('fields that hold nothing of a patient', () => {
  it.each<[string, Partial<FieldDescription>]>([
    ['a token', { type: 'hidden', name: '_token' }],
    ['a token of the framework', { type: 'hidden', name: 'csrfmiddlewaretoken' }],
    ['a token of another', { type: 'hidden', name: '__RequestVerificationToken' }],
    ['a form id', { type: 'hidden', name: 'form_id' }],
    ['a campaign', { type: 'hidden', name: 'utm_source' }],
    ['a captcha', { name: 'g-recaptcha-response' }],
    ['a captcha answer', { id: 'captcha-text' }],
    ['a trap for robots', { name: 'honeypot' }],
    ['a password in a text field', { type: 'text', name: 'password' }],
    ['consent', { type: 'checkbox', name: 'consent', label: 'I consent to the processing of my data' }],
    ['terms', { type: 'checkbox', label: 'I agree to the Terms and Conditions' }],
    ['a newsletter', { type: 'checkbox', name: 'newsletter', label: 'Send me health news by email' }],
    ['términos', { type: 'checkbox', label: 'Acepto los términos y condiciones' }],
    ['being remembered', { type: 'checkbox', label: 'Remember me' }],
    ['a button', { tag: 'button', type: null, name: 'reason' }],
  ])('%s', (_what, some) => expect(classifyField(field(some))).toEqual([]))

  it('their twins do', () => {
    expect(classified({ type: 'hidden', name: 'patient_id' })).toBe('medical-record-number')
    expect(classified({ type: 'radio', name: 'consent_to_treatment', label: 'Surgery' })).toContain('procedure')
    expect(classified({ type: 'text', name: 'action', label: 'Reason for visit' })).toBe('reason-for-visit')
    expect(classified({ type: 'checkbox', label: 'I have diabetes' })).toBe('condition')
    expect(classified({ type: 'email', name: 'newsletter_email' })).toBe('email')
  })
})
