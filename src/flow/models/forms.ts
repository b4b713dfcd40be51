/** Form libraries: what their functions give of what a visitor fills in. */
import type { ModelRow } from './model.js'

export const forms: readonly ModelRow[] = [
  // https://react-hook-form.com/docs/useform
  {
    of: /^react-hook-form$/, names: 'useForm().handleSubmit useFormContext().handleSubmit', flows: ['0(0) = @form', '= 0'],
  },
  { of: /^react-hook-form$/, names: 'useForm().watch useForm().getValues useFormContext().watch useFormContext().getValues useForm().getValue', flows: ['= @form{0}'] },
  { of: /^react-hook-form$/, names: 'useWatch', flows: ['= @form'] },
  // https://formik.org/docs/api/useFormik
  { of: /^formik$/, names: 'useFormik useFormikContext', flows: ['.values = @form', '.values = 0.initialValues'] },
  { of: /^formik$/, names: 'useField', flows: ['[0].value = @form', '[1].value = @form'] },
  // https://final-form.org/docs/react-final-form/api/useForm
  { of: /^react-final-form$/, names: 'useFormState', flows: ['.values = @form'] },
  { of: /^react-final-form$/, names: 'useField', flows: ['.input.value = @form'] },
  // https://tanstack.com/form/latest/docs/reference/classes/formapi
  { of: /^@tanstack\/(react|vue|solid)-form$/, names: 'useForm', flows: ['.state.values = @form'] },
  // https://vee-validate.logaretm.com/v4/api/use-form/
  { of: /^vee-validate$/, names: 'useForm', flows: ['.values = @form'] },
  { of: /^vee-validate$/, names: 'useForm().handleSubmit', flows: ['0(0) = @form', '= 0'] },
  { of: /^vee-validate$/, names: 'useField', flows: ['.value.value = @form'] },
  // https://ant.design/components/form
  { of: /^antd$/, names: 'Form.useForm()[0].getFieldsValue', flows: ['= @form'] },
  // Mantine https://mantine.dev/form/use-form/
  { of: /^@mantine\/form$/, names: 'useForm', flows: ['.values = @form'] },
  { of: /^@mantine\/form$/, names: 'useForm().onSubmit', flows: ['0(0) = @form', '= 0'] },
]
