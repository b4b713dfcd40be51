/** Form fields that a template writes by a call: `<%= form.text_field :reason %>`, `@Html.TextBoxFor(m => m.Reason)`. */
import type { MaskedSpan } from '../../parse/document.js'
import type { FieldFacts } from '../facts.js'

/** Calls by which a framework writes a field. The groups are the call and the name of the field. */
const CALLS: readonly RegExp[] = [
  // https://guides.rubyonrails.org/form_helpers.html, https://github.com/heartcombo/simple_form
  /\b\w+\.((?:text|email|telephone|phone|search|number|date|datetime|time)_field|text_area|rich_text_area|select|collection_select|check_box|radio_button|input)[\s(]+:(\w+)/,
  /\b((?:text|email|telephone|phone|search|number|date)_field_tag|text_area_tag|select_tag|check_box_tag|radio_button_tag)[\s(]+(?::|["'])([\w[\]]+)/,
  // https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.mvc.rendering.ihtmlhelper
  /\bHtml\.((?:TextBox|TextArea|DropDownList|CheckBox|RadioButton|Editor|ListBox)(?:For)?)\s*\(\s*(?:\w+\s*=>\s*\w+\.|")([\w.]+)/,
  // https://symfony.com/doc/current/form/form_customization.html
  /\b(form_(?:row|widget))\s*\(\s*\w*[fF]orm\.(\w+)/,
  // https://laravelcollective.com/docs/6.x/html
  /\bForm::(text|email|tel|date|textarea|select|checkbox|radio|search)\s*\(\s*["']([\w[\]]+)["']/,
  // https://docs.djangoproject.com/en/stable/topics/forms/#working-with-form-templates
  /^\s*(form)\.(?!as_|errors?\b|media\b|non_field|hidden_|visible_|management_|instance\b|is_|prefix\b|id\b|data\b|vars\b)([a-z]\w*)\s*(?:\|\s*\w+[^.]*)?$/,
]

/** Files without any of these hold no such call: the look at every expression is spared. */
const ANY = /_field|text_area|select|\.input\b|Html\.|form_|Form::|\bform\./

/** What a call says of its field: the element, and its type. */
function kindOf(call: string): { tag: string; type?: string } {
  const word = call.toLowerCase()
  if (/area/.test(word)) return { tag: 'textarea' }
  if (/select|dropdown|listbox/.test(word)) return { tag: 'select' }
  const type = /email|tel|phone|search|number|date|check|radio/.exec(word)?.[0]
  return type === undefined ? { tag: 'input' } : { tag: 'input', type: TYPES[type] ?? type }
}

const TYPES: Readonly<Record<string, string>> = { phone: 'tel', check: 'checkbox' }

/** The fields that expressions of a template write, in their order. */
export function helperFields(spans: readonly MaskedSpan[]): FieldFacts[] {
  return spans.flatMap(({ kind, code, start, end }): FieldFacts[] => {
    if (kind !== 'expression' || !ANY.test(code)) return []
    for (const pattern of CALLS) {
      const [, call, name] = pattern.exec(code) ?? []
      if (call === undefined || name === undefined) continue
      const { tag, type } = kindOf(call)
      const own = name.split('.').at(-1) as string
      return [{ start, end, tag, name: call, attributes: { name: own, ...(type === undefined ? {} : { type }) }, label: null, options: [], form: -1 }]
    }
    return []
  })
}
