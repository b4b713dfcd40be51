/** Names that state a fact about somebody’s health, and their false friends. */
import { describe, expect, test } from 'vitest'
import { readFacts } from '../../src/health/index.js'

const told = (text: string, isHealthSite = true): string => readFacts(text, isHealthSite, true).map(({ states }) => states).join(', ')

describe('on any site', () => {
  test.each([
    ['Paid: Weekly Therapy', 'procedure'],
    ['Paid: Med Management', 'drug'],
    ['started_ptsd_intake', 'condition'],
    ['Drug Name', 'drug'],
    ['hasDiabetes', 'condition'],
    ['viewed-atorvastatin-20mg', 'drug'],
    ['selectedCabotegravir', 'drug'],
    ['ginecologia_clique', 'specialty'],
    ['agendar_cita_cardiologo', 'specialty, step'],
    ['patientPortalClick', 'step'],
    ['insurance_verified', 'plan'],
    ['symptomChecker_start', 'step'],
  ])('%s: %s', (text, states) => {
    expect(told(text, false)).toContain(states.split(',')[0])
  })
})

describe('on a site about health', () => {
  test.each([
    ['Schedule', 'step'],
    ['appointment_booked', 'step'],
    ['BookAppointment', 'step'],
    ['bookappointment', 'step'],
    ['depression', 'condition'],
    ['consulta_agendada', 'step'],
    ['test_result_viewed', 'step'],
    ['Log period-save', 'condition'],
  ])('%s: %s', (text, states) => {
    expect(told(text)).toContain(states)
  })

  test.each([
    'Schedule', 'booking_completed', 'depression', 'appointment', 'check_in', 'agenda',
  ])('%s says nothing elsewhere', (text) => {
    expect(told(text, false)).toBe('')
  })
})

describe('false friends', () => {
  test.each([
    'cancel_click', 'cancelled', 'button_depression', 'stroke_width', 'schedule_demo', 'Demo Scheduled', 'book_demo',
    'ebook_download', 'facebook_click', 'terms_and_conditions', 'air_conditioning', 'ab_test_treatment_group',
    'experiment_treatment_b', 'job_application_nurse', 'therapist_job_apply', 'newsletter_signup', 'page_view', 'Lead',
    'Contact', 'generate_lead', 'CompleteRegistration', 'scroll_depth', 'consulta_cep', 'health_check', 'core_web_vitals',
    'data_recovery', 'pet_insurance_quote', 'visiting_hours', 'patience', 'preparation', 'april_sale', 'protocol',
    'file_download', 'National Cancer Institute', 'contact_form_submit', 'phone_click', 'whatsapp_click', 'menu_open', 'video_play', 'add_to_cart',
    'Insurance Coverage Guide', 'accepted_insurance', 'therapy_overview', 'HCP Portal Login', 'healthcare_professional',
  ])('%s', (text) => {
    expect(told(text)).toBe('')
  })
})

test('a long text is no name', () => {
  expect(told(`${'We help people with diabetes to live well. '.repeat(4)}`)).toBe('')
})
