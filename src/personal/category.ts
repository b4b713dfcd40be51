/** The categories of patient data a finding can name, and the words for them in a message. */

/** In the words of breach notices: what a hospital would have to tell its patients it has sent. */
export type DataCategory =
  | 'ip-address' | 'email' | 'phone' | 'name' | 'date-of-birth' | 'postal-address' | 'emergency-contact'
  | 'proxy-account' | 'medical-record-number' | 'account-identifier' | 'insurance' | 'appointment-date'
  | 'appointment-type' | 'appointment-location' | 'provider' | 'specialty' | 'reason-for-visit' | 'condition'
  | 'medication' | 'procedure' | 'test-result' | 'message' | 'free-text' | 'search-term' | 'portal-menu-selection'
  | 'sign-in-status' | 'demographics' | 'payment' | 'page-url' | 'page-title' | 'form-structure' | 'other-form-field'

const words: Record<DataCategory, string> = {
  'ip-address': 'the IP address',
  email: 'the e-mail address',
  phone: 'the phone number',
  name: 'the name',
  'date-of-birth': 'the date of birth',
  'postal-address': 'the postal address',
  'emergency-contact': 'the emergency contact',
  'proxy-account': 'the details of a proxy or dependent',
  'medical-record-number': 'the medical record number',
  'account-identifier': 'an account identifier',
  insurance: 'the insurance details',
  'appointment-date': 'the date or time of the appointment',
  'appointment-type': 'the type of appointment',
  'appointment-location': 'the location of the appointment',
  provider: 'the name of the provider',
  specialty: 'the medical specialty',
  'reason-for-visit': 'the reason for the visit',
  condition: 'a health condition',
  medication: 'a medication',
  procedure: 'a procedure or treatment',
  'test-result': 'a test result',
  message: 'the text of a message',
  'free-text': 'free text',
  'search-term': 'the search term',
  'portal-menu-selection': 'the menu selection in the portal',
  'sign-in-status': 'the sign-in status',
  demographics: 'demographic details',
  payment: 'payment details',
  'page-url': 'the URL of the page',
  'page-title': 'the title of the page',
  'form-structure': 'the structure of the form',
  'other-form-field': 'the value of a form field',
}

/** Every category, in the order of the list above. */
export const dataCategories = Object.keys(words) as readonly DataCategory[]

/** The words for a category in a sentence, article included: `reason-for-visit` → `the reason for the visit`. */
export function wordsFor(category: DataCategory): string {
  return words[category]
}
