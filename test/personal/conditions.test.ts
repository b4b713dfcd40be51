import { describe, expect, it } from 'vitest'
import { withoutConditions } from '../../src/personal/conditions.js'

/** What is left, without the blanks. */
const left = (code: string): string => withoutConditions(code).replace(/\s+/g, ' ').trim()

describe('conditions of template expressions', () => {
  it.each([
    ["user.email ? 'in' : 'out'", "? 'in' : 'out'"],
    ["$user ? $user->email : ''", "? $user->email : ''"],
    ['a == 1 ? patient.email : patient.phone', '? patient.email : patient.phone'],
    ["x ? (y ? patient.email : 'z') : 'w'", "? ( ? patient.email : 'z') : 'w'"],
    ["'yes' if patient.email else 'no'", "'yes' else 'no'"],
    ['current_user.email if current_user', 'current_user.email'],
    ['if @patient.email, do: "yes", else: "no"', ', do: "yes", else: "no"'],
    ["@patient.email.present? ? 'yes' : 'no'", "? 'yes' : 'no'"],
    ["empty patient.email ? 'no' : 'yes'", "? 'no' : 'yes'"],
    ["(patient.email??)?then('yes','no')", "?then('yes','no')"],
    ["patient.plan == 'gold'", ''],
    ['{email: user.email, has: !user.phone}', '{email: user.email, has: }'],
    ['user && user.email', '&& user.email'],
  ])('%s', (code, expected) => expect(left(code)).toBe(expected))

  it.each([
    'user?.email', '$user?->email', 'patient.email?js_string', "$_POST['phone'] ?? ''", "user.email ?: ''", 'patient.email!""',
    '$order->get_billing_email()', "app.request.get('phone')|json_encode|raw", "['email' => $user->email]", 'Patient::find(1)->email',
  ])('no condition: %s', (code) => expect(withoutConditions(code)).toBe(code))

  it('keeps each character in its place', () => {
    const code = "user.email ? patient.name : 'x'"
    expect(withoutConditions(code)).toHaveLength(code.length)
    expect(withoutConditions(code).indexOf('patient.name')).toBe(code.indexOf('patient.name'))
  })
})
