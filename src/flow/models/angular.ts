/** Angular's forms and signals. https://angular.dev/guide/forms/reactive-forms, https://angular.dev/guide/signals */
import type { ModelRow } from './model.js'

const FORMS = /^@angular\/forms$/
const CORE = /^@angular\/core$/

export const angular: readonly ModelRow[] = [
  {
    of: FORMS,
    names: 'FormBuilder#group UntypedFormBuilder#group NonNullableFormBuilder#group FormGroup# UntypedFormGroup# FormBuilder#nonNullable.group FormBuilder#array FormArray#',
    flows: [
      '.value = @form', '.valueChanges[*] = @form', '[*].value = @form[*]', '[*].valueChanges[*] = @form[*]', '.controls[*].value = @form[*]',
      '.controls[*].valueChanges[*] = @form[*]', '.controls[*] = 0[*]', '[*] = 0[*]',
    ],
  },
  { of: FORMS, names: 'FormControl# UntypedFormControl# FormBuilder#control UntypedFormBuilder#control', flows: ['.value = 0', '.value = 0.value'] },
  { of: null, names: '.getRawValue', flows: ['= receiver.value'] },
  { of: CORE, names: 'signal model input linkedSignal', flows: ['= 0'] },
  { of: CORE, names: 'computed', flows: ['= 0()'] },
  { of: CORE, names: 'input.required model.required viewChild viewChild.required output', flows: [] },
  // https://angular.dev/guide/templates/expression-syntax
  { of: null, names: '$any', flows: ['= 0'] },
  // Calling a signal reads it.
  { of: CORE, names: 'signal() model() input() linkedSignal() computed() input.required() model.required()', flows: ['= @made'] },
  { of: /^@angular\/core\/rxjs-interop$/, names: 'toSignal', flows: ['= 0[*]'] },
  { of: /^@angular\/core\/rxjs-interop$/, names: 'toSignal()', flows: ['= @made'] },
  { of: /^@angular\/core\/rxjs-interop$/, names: 'toObservable', flows: ['[*] = 0'] },
]
