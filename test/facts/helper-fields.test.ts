/** Fields that templates write by calls, and calls that look alike. */
import { describe, expect, it } from 'vitest'
import { helperFields } from '../../src/facts/fields/helpers.js'

const fieldOf = (code: string): string => helperFields([{ kind: 'expression', code, start: 0, end: code.length }])
  .map(({ tag, attributes }) => [tag, attributes.type, attributes.name].filter((part) => part !== undefined).join(' ')).join(', ')

describe('fields by calls of a template', () => {
  it.each([
    [' form.text_field :reason, class: "wide" ', 'input reason'],
    [' f.telephone_field(:mobile) ', 'input tel mobile'],
    [' form.text_area :symptoms ', 'textarea symptoms'],
    [' f.input :diagnosis, as: :text ', 'input diagnosis'],
    [' email_field_tag "contact[email]" ', 'input email contact[email]'],
    ['Html.TextBoxFor(m => m.Patient.Reason)', 'input Reason'],
    ['Html.DropDownList("Specialty", Model.Specialties)', 'select Specialty'],
    [' form_row(form.reason) ', 'input reason'],
    [' Form::textarea(\'symptoms\') ', 'textarea symptoms'],
    [' form.reason|as_crispy_field ', 'input reason'],
  ])('%s: %s', (code, field) => {
    expect(fieldOf(code)).toBe(field)
  })

  it.each([
    ' form.label :reason ', ' form.submit "Send" ', ' form.as_p ', ' form.errors ', ' form.media ', ' users.select { |user| user.active? } ',
    'Html.ActionLink("Reason", "Index")', ' form_start(form) ', ' form.reason.label_tag ', ' Form::open() ',
  ])('%s: none', (code) => {
    expect(fieldOf(code)).toBe('')
  })
})
