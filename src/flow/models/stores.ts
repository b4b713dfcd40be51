/** State libraries: what reads a store. Where its values come from is told in `flow/joins/stores.ts`. */
import type { ModelRow } from './model.js'

export const stores: readonly ModelRow[] = [
  // https://zustand.docs.pmnd.rs/apis/create
  { of: /^zustand(\/.*)?$/, names: 'create() create()() default() createStore() useStore', flows: ['= 0()', '0(0) = @store', '= @store-whole'] },
  { of: /^zustand(\/.*)?$/, names: 'create().getState create()().getState createStore().getState default().getState', flows: ['= @store-whole'] },
  { of: /^zustand(\/.*)?$/, names: 'create create() default createStore', flows: ['() = 0()'] },
  // https://pinia.vuejs.org/core-concepts/
  { of: /^pinia$/, names: 'defineStore()', flows: ['= @store-whole'] },
  { of: /^pinia$/, names: 'defineStore', flows: ['() = 1()', '() = 1.actions', '() = 1.state()', '() = 0.actions'] },
  { of: /^pinia$/, names: 'storeToRefs', flows: ['[*].value = 0[*]'] },
  { of: null, names: 'storeToRefs', flows: ['[*].value = 0[*]'] },
  { of: null, names: '.$patch', flows: ['receiver[*] = 0[*]'] },
  // https://vuex.vuejs.org/api/#component-binding-helpers
  { of: /^(vuex|pinia)$/, names: 'mapState mapWritableState', flows: ['[*] = @vuex-state[*]'] },
  { of: /^(vuex|pinia)$/, names: 'mapGetters', flows: ['[*] = @vuex-getters[*]'] },
  { of: /^vuex$/, names: 'useStore useStore().state', flows: [] },
  // https://react-redux.js.org/api/hooks#useselector
  { of: /^react-redux$/, names: 'useSelector', flows: ['= 0()', '0(0) = @slices'] },
  { of: /^@reduxjs\/toolkit$|^reselect$/, names: 'createSelector', flows: ['= 0', '= 1'] },
  // https://jotai.org/docs/core/use-atom
  { of: /^(jotai|recoil)(\/.*)?$/, names: 'useAtom useRecoilState', flows: ['[0] = @atom'] },
  { of: /^(jotai|recoil)(\/.*)?$/, names: 'useAtomValue useRecoilValue', flows: ['= @atom'] },
  // https://rxjs.dev/guide/subject
  { of: null, names: '.next', flows: ['receiver[*] = 0', '.value = receiver[*]'] },
  { of: null, names: '.subscribe', flows: ['0(0) = receiver[*]', '0.next(0) = receiver[*]', '0(0) = @subscribed', '0(1) = @subscribed-state'] },
  { of: null, names: '.$subscribe', flows: ['0(1) = receiver', '0(0) = @none'] },
  { of: null, names: '.pipe', flows: ['= receiver'] },
  { of: /^rxjs$/, names: 'BehaviorSubject# of from', flows: ['[*] = 0'] },
  // https://tanstack.com/query/latest/docs/framework/react/reference/useMutation
  { of: /^(@tanstack\/react-query|react-query|@tanstack\/vue-query|swr)$/, names: 'useQuery', flows: ['.data = 0.queryFn()', '.data = 1()'] },
]
