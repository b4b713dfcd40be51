/** Vue, Nuxt and Svelte: https://vuejs.org/api/reactivity-core, https://svelte.dev/docs/svelte/$state */
import type { ModelRow } from './model.js'

const VUE = /^(vue|@vue\/composition-api|@vue\/reactivity|#imports|#app|@vueuse\/core|vue-demi)$/

const reactivity: readonly Omit<ModelRow, 'of'>[] = [
  { names: 'ref shallowRef customRef', flows: ['.value = 0'] },
  { names: 'reactive shallowReactive readonly shallowReadonly toRaw markRaw unref toValue proxyRefs', flows: ['= 0'] },
  { names: 'toRefs', flows: ['[*].value = 0[*]'] },
  { names: 'toRef', flows: ['.value = 0{1}', '.value = 0()'] },
  { names: 'useTemplateRef', flows: ['.value = @template-reference{0}'] },
  { names: 'provide', flows: [] },
  { names: 'inject', flows: ['= @provided{0}', '= 1'] },
  { names: 'defineModel useModel', flows: [] },
  { names: 'computed', flows: ['.value = 0()', '.value = 0.get()'] },
  {
    names: 'watch watchDebounced watchThrottled whenever watchOnce',
    flows: [
      ...['1(0)', '1(1)'].flatMap((target) => [`${target} = 0.value`, `${target} = 0()`, `${target} = 0`]),
      // `watch([email, () => form.phone], ([email, phone]) => …)`
      ...['1(0)', '1(1)'].flatMap((target) => [0, 1, 2, 3].flatMap((at) => [`${target}[${at}] = 0[${at}].value`, `${target}[${at}] = 0[${at}]()`])),
    ],
  },
  { names: 'useVModel', flows: ['.value = 0{1}'] },
  { names: 'useLocalStorage useSessionStorage useStorage', flows: ['.value = 1', '.value = @kept{0}'] },
  { names: 'refDebounced useDebounce refThrottled', flows: ['= 0'] },
]

export const vue: readonly ModelRow[] = [
  ...reactivity.map((row) => ({ ...row, of: VUE })),
  // Nuxt imports them without a line of code. https://nuxt.com/docs/guide/concepts/auto-imports
  ...reactivity.map((row) => ({ ...row, of: null })),
  // https://nuxt.com/docs/api/composables/use-state
  { of: null, names: 'useState', flows: ['.value = 1()', '.value = 0()', '= @state{0}'] },
  // https://nuxt.com/docs/api/composables/use-cookie
  { of: null, names: 'useCookie', flows: ['.value = @kept{0}'] },
  { of: null, names: 'defineProps withDefaults', flows: ['= 0', '= 1'] },
  // https://svelte.dev/docs/svelte/what-are-runes
  { of: null, names: '$state $state.raw $derived $bindable $state.snapshot', flows: ['= 0'] },
  { of: null, names: '$derived.by', flows: ['= 0()'] },
  { of: /^svelte\/store$/, names: 'writable readable', flows: ['= 0', '= result.set(0)', '= result.update(0)()'] },
  { of: /^svelte\/store$/, names: 'derived', flows: ['= 1()', '1(0) = 0'] },
  { of: /^svelte\/store$/, names: 'get', flows: ['= 0'] },
  // https://docs.solidjs.com/reference/basic-reactivity/create-signal
  { of: /^solid-js$/, names: 'createSignal', flows: ['[0] = 0', '[0] = result[1](0)', '[0] = result[1](0)()'] },
  { of: /^solid-js$/, names: 'createSignal().0', flows: ['= @signal'] },
  { of: /^solid-js$/, names: 'createMemo', flows: ['= 0()'] },
  { of: /^solid-js$/, names: 'createMemo()', flows: ['= @made'] },
  // https://docs.solidjs.com/reference/store-utilities/create-store: `setForm('email', value)`
  { of: /^solid-js\/store$/, names: 'createStore', flows: ['[0] = 0', '[0]{0} = result[1](1)', '[0] = result[1](0)', '[0] = result[1](0)()'] },
  // https://preactjs.com/guide/v10/signals/
  { of: /^@preact\/signals(-core|-react)?$/, names: 'signal useSignal', flows: ['.value = 0'] },
  { of: /^@preact\/signals(-core|-react)?$/, names: 'computed useComputed', flows: ['.value = 0()'] },
]
