/** Angular's forms and signals. https://angular.dev/guide/forms/reactive-forms, https://angular.dev/guide/signals */
import type { ModelRow } from './model.js'

const FORMS = /^@angular\/forms$/
const CORE = /^@angular\/core$/

export const angular: readonly ModelRow[] = [
  {
    of: FORMS,
    names: 'FormBuilder#.group UntypedFormBuilder#.group NonNullableFormBuilder#.group FormGroup# UntypedFormGroup# FormBuilder#.nonNullable.group',
    flows: ['.value = @form', '[*].value = @form', '.controls[*].value = @form'],
  },
  { of: FORMS, names: 'FormControl# FormBuilder#.control UntypedFormControl#', flows: ['.value = @form', '.value = 0'] },
  { of: null, names: '.getRawValue', flows: ['= receiver.value'] },
  { of: CORE, names: 'signal model input input.required linkedSignal', flows: ['= 0'] },
  { of: CORE, names: 'computed', flows: ['= 0()'] },
]
