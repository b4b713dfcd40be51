/** Fields that hold nothing of a patient: tokens, captchas, traps for robots, boxes that agree to terms. */
import { partedWords } from './vocabulary.js'
import { wordsOf } from './words.js'
import type { FieldDescription } from './field.js'

const tokenWords = new Set([
  'csrf', 'csrfmiddlewaretoken', 'xsrf', 'nonce', 'captcha', 'recaptcha', 'hcaptcha', 'turnstile', 'altcha', 'honeypot', 'authenticity',
  'viewstate', 'eventvalidation', 'viewstategenerator', 'password', 'passwd', 'pwd', 'contrasena', 'senha', 'otp', 'gclid',
  'fbclid', 'utm', 'msclkid', 'requestverificationtoken', 'formkey', 'csrfkey', 'totp', 'mfa', 'pincode password', 'fbp', 'fbc', 'clave',
])

/** Whole names of fields that browsers, frameworks and form builders send themselves. */
const tokenNames = new Set([
  'token', '_token', '_method', 'utf8', 'form_id', 'form_key', 'form_build_id', 'action', 'redirect', 'redirect_to', '_wpnonce', 'submit', 'commit',
  '_wp_http_referer', 'gform_submit', 'access_token', 'api_key', '_subject', '_next', '_gotcha', 'bot-field', 'form-name', 'hp', '_captcha', 'affid', 'post_id',
])

/** Whether a field is a secret or a token by its names. */
export function isToken({ type, name, id, autocomplete }: FieldDescription): boolean {
  const own = [name, id].filter((each) => each !== null)
  if (own.some((each) => tokenWords.has(each.slice(0, 100).toLowerCase().replace(/[^a-z]/g, '')))) return true
  if (own.some((each) => wordsOf([each]).some(({ text }) => tokenWords.has(text)))) return true
  if (/(?:^|\s)(?:one-time-code|(?:new|current)-password)\b/i.test(autocomplete?.slice(0, 200) ?? '')) return true
  const isHidden = type?.toLowerCase() === 'hidden'
  return own.some((each) => {
    const known = each.toLowerCase()
    return tokenNames.has(known) && (isHidden || /^_|token|^hp$|captcha|gotcha|^bot-|^form-name$/.test(known))
  })
}

const agreement = new Set([
  'consent', 'agree', 'agreement', 'term', 'tos', 'gdpr', 'lgpd', 'newsletter', 'optin', 'subscribe', 'unsubscribe', 'marketing', 'privacy', 'acknowledge',
  'acknowledgement', 'accept', 'acceptance', 'remember', 'aceptar', 'acepto', 'aceito', 'aceite', 'concordo', 'privacidad', 'privacidade',
  'consentimiento', 'consentimento', 'boletin', 'suscribir', 'suscripcion', 'inscrever', 'recordarme', 'lembrar', 'authorize', 'autorizo', 'cookie',
  'understand', 'certify', 'opt', 'promotion', 'promotional', 'disclaimer', 'hipaa', 'terminos', 'terminosycondicione',
])

/** Whether a box only agrees to something: terms, a newsletter, being remembered. */
export function isAgreement({ tag, name, id, label, ariaLabel, options }: FieldDescription, type: string): boolean {
  if (type !== 'checkbox' && type !== 'switch' && !/checkbox|switch/i.test(tag) || options.length > 1) return false
  const texts = [name, id, label, ariaLabel, ...options].filter((each) => each !== null)
  return texts.some((each) => partedWords([each]).some(({ text }) => agreement.has(text)))
}
