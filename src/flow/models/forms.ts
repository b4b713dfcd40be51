/** Form libraries: what their functions and components give of what a visitor fills in. */
import type { ModelRow } from './model.js'

const HOOK_FORM = /^react-hook-form$/
const FORMIK = /^formik$/
const FINAL_FORM = /^react-final-form$/
const TANSTACK = /^@tanstack\/(react|vue|solid|svelte|lit|preact)-form$/
const ANTD = /^antd$/
const MANTINE = /^@mantine\/form$/
const VALIDATE = /^vee-validate$/

export const forms: readonly ModelRow[] = [
  // https://react-hook-form.com/docs/useform
  { of: HOOK_FORM, names: 'useForm useFormContext useFormState', flows: [] },
  { of: HOOK_FORM, names: 'useForm().handleSubmit useFormContext().handleSubmit', flows: ['0(0) = @form', '1(0) = @none', '= 0'] },
  { of: HOOK_FORM, names: 'useForm().watch useFormContext().watch', flows: ['= @form{0}', '0(0) = @form', '0(1) = @none'] },
  { of: HOOK_FORM, names: 'useForm().getValues useFormContext().getValues', flows: ['= @form{0}'] },
  { of: HOOK_FORM, names: 'useWatch', flows: ['= @form{0.name}'] },
  { of: HOOK_FORM, names: 'useController', flows: ['.field.value = @form{0.name}'] },
  { of: HOOK_FORM, names: 'useFieldArray', flows: ['.fields[*] = @form{0.name}'] },
  { of: HOOK_FORM, names: '<Controller>', flows: ['render(0).field.value = @form{name}', 'render(0) = @none'] },
  { of: HOOK_FORM, names: '<Form>', flows: ['onSubmit(0).data = @form', 'onSubmit(0).formData = @form', 'onSubmit(0) = @none'] },
  // https://formik.org/docs/api/formik
  { of: FORMIK, names: 'useFormik', flows: ['.values = @form', '.values = 0.initialValues', '0.onSubmit(0) = @form', '0.validate(0) = @form'] },
  { of: FORMIK, names: 'useFormikContext', flows: ['.values = @form'] },
  { of: FORMIK, names: 'useField', flows: ['[0].value = @form{0}', '[1].value = @form{0}'] },
  { of: FORMIK, names: '<Formik>', flows: ['onSubmit(0) = @form', 'validate(0) = @form', 'children(0).values = @form', 'render(0).values = @form', 'component(0).values = @form'] },
  { of: FORMIK, names: '<Field> <FastField>', flows: ['children(0).field.value = @form{name}', 'render(0).field.value = @form{name}', 'children(0).form.values = @form'] },
  { of: FORMIK, names: 'withFormik', flows: ['0.handleSubmit(0) = @form', '0.validate(0) = @form'] },
  { of: FORMIK, names: 'withFormik() connect', flows: ['0(0).values = @form', '0(0).formik.values = @form', '= 0'] },
  // https://final-form.org/docs/react-final-form/api
  { of: FINAL_FORM, names: 'useFormState', flows: ['.values = @form'] },
  { of: FINAL_FORM, names: 'useForm', flows: [] },
  { of: FINAL_FORM, names: 'useForm().getState', flows: ['.values = @form'] },
  { of: FINAL_FORM, names: 'useField', flows: ['.input.value = @form{0}'] },
  { of: FINAL_FORM, names: '<Form>', flows: ['onSubmit(0) = @form', 'validate(0) = @form', 'render(0).values = @form', 'children(0).values = @form'] },
  { of: FINAL_FORM, names: '<FormSpy>', flows: ['onChange(0).values = @form', 'render(0).values = @form', 'children(0).values = @form'] },
  { of: FINAL_FORM, names: '<Field>', flows: ['children(0).input.value = @form{name}', 'render(0).input.value = @form{name}'] },
  // https://tanstack.com/form/latest/docs/reference/classes/formapi
  { of: TANSTACK, names: 'useForm useAppForm createForm', flows: ['.state.values = @form', '.store.values = @form', '.store.state.values = @form', '0.onSubmit(0).value = @form'] },
  { of: TANSTACK, names: 'useForm().getFieldValue', flows: ['= @form{0}'] },
  { of: TANSTACK, names: 'useForm().useStore', flows: ['= 0()', '0(0).values = @form'] },
  { of: TANSTACK, names: 'useStore', flows: ['= 1()', '1(0) = 0'] },
  { of: TANSTACK, names: '<useForm().Field> <useForm().AppField>', flows: ['children(0).state.value = @form{name}', 'children(0) = @none'] },
  { of: TANSTACK, names: '<useForm().Subscribe>', flows: ['selector(0).values = @form', 'children(0) = props.selector()'] },
  // https://ant.design/components/form
  { of: ANTD, names: 'Form.useForm Form.useFormInstance', flows: [] },
  { of: ANTD, names: 'Form.useForm().0.getFieldValue Form.useForm().0.getFieldsValue Form.useFormInstance().getFieldValue Form.useFormInstance().getFieldsValue', flows: ['= @form{0}'] },
  { of: ANTD, names: 'Form.useForm().0.validateFields Form.useFormInstance().validateFields', flows: ['= @form{0}'] },
  { of: ANTD, names: 'Form.useWatch', flows: ['= @form{0}'] },
  { of: ANTD, names: '<Form>', flows: ['onFinish(0) = @form', 'onFinishFailed(0).values = @form', 'onValuesChange(0) = @form', 'onValuesChange(1) = @form'] },
  // https://mantine.dev/form/use-form
  { of: MANTINE, names: 'useForm', flows: ['.values = @form', '.values = 0.initialValues'] },
  { of: MANTINE, names: 'useForm().getValues useForm().getTransformedValues', flows: ['= @form'] },
  { of: MANTINE, names: 'useForm().onSubmit', flows: ['0(0) = @form', '1(1) = @form', '1(0) = @none', '= 0'] },
  // https://redux-form.com/8.3.0/docs/api
  { of: /^redux-form(\/.*)?$/, names: 'reduxForm', flows: ['0.onSubmit(0) = @form', '0.validate(0) = @form', '0.onChange(0) = @form'] },
  { of: /^redux-form(\/.*)?$/, names: 'formValueSelector()', flows: ['= @form{1}'] },
  { of: /^redux-form(\/.*)?$/, names: 'getFormValues()', flows: ['= @form'] },
  // https://conform.guide/api/react, https://felte.dev/docs/svelte/getting-started
  { of: /^@conform-to\/react$/, names: 'useForm', flows: ['0.onSubmit(1).submission.value = @form', '0.onValidate(0).formData = @form'] },
  { of: /^@felte\/(react|solid|vue|core)$|^felte$/, names: 'createForm useForm', flows: ['.data = @form', '0.onSubmit(0) = @form'] },
  // https://vee-validate.logaretm.com/v4/api/use-form
  { of: VALIDATE, names: 'useForm', flows: ['.values = @form'] },
  { of: VALIDATE, names: 'useForm().handleSubmit useSubmitForm', flows: ['0(0) = @form', '= 0'] },
  { of: VALIDATE, names: 'useForm().defineField', flows: ['[0].value = @form{0}', '[1] = @none'] },
  { of: VALIDATE, names: 'useForm().useFieldModel useFieldValue useForm().defineComponentBinds useForm().defineInputBinds', flows: ['.value = @form{0}'] },
  { of: VALIDATE, names: 'useFormValues', flows: ['.value = @form'] },
  { of: VALIDATE, names: 'useField', flows: ['.value.value = @form{0}'] },
  { of: VALIDATE, names: '<Form>', flows: ['submit(0) = @form', 'invalidSubmit(0).values = @form'] },
  // https://formkit.com/inputs/form
  { of: null, names: '<FormKit>', flows: ['submit(0) = @form', 'submitRaw(0).value = @form', 'submit(1) = @none'] },
]
