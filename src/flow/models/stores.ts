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
  { of: /^react-redux$/, names: 'useSelector', flows: ['= 0()', '0(0) = @slices', '0(1) = @slices-1', '0(2) = @slices-2'] },
  // https://reselect.js.org/api/createselector: the last function gets what the others give; it is what the selector is.
  {
    of: /^@reduxjs\/toolkit$|^reselect$|^@ngrx\/store$/, names: 'createSelector createDraftSafeSelector',
    flows: [0, 1, 2, 3, 4].flatMap((slot) => [0, 1, 2, 3].map((parameter) => `${slot}(${parameter}) = @selected-${slot}-${parameter}`)),
  },
  // https://redux-toolkit.js.org/api/createSlice: an action holds what its creator is called with.
  { of: /^@reduxjs\/toolkit$/, names: 'createSlice().actions.* createAction()', flows: ['.payload = 0'] },
  { of: /^@reduxjs\/toolkit$/, names: 'createAsyncThunk', flows: ['1(0) = result(0)'] },
  { of: /^@reduxjs\/toolkit$/, names: 'createListenerMiddleware().startListening', flows: ['0.effect(0).payload = 0.actionCreator(0)', '0.effect(0) = @none'] },
  // https://redux-saga.js.org/docs/api
  { of: /^redux-saga\/effects$/, names: 'call fork spawn', flows: ['= 0()', '0(0) = 1', '0(1) = 2', '0(2) = 3'] },
  { of: /^redux-saga\/effects$/, names: 'select', flows: ['= 0()', '0(0) = @slices', '0(1) = @slices-1', '0(2) = @slices-2'] },
  { of: /^redux-saga\/effects$/, names: 'take', flows: ['.payload = 0(0)'] },
  { of: /^redux-saga\/effects$/, names: 'takeEvery takeLatest takeLeading debounce throttle', flows: ['1(0).payload = 0(0)', '2(0).payload = 1(0)'] },
  // https://jotai.org/docs/core/use-atom
  { of: /^(jotai|recoil)(\/.*)?$/, names: 'useAtom useRecoilState', flows: ['[0] = @atom'] },
  { of: /^(jotai|recoil)(\/.*)?$/, names: 'useAtomValue useRecoilValue', flows: ['= @atom'] },
  // https://alpinejs.dev/magics/watch, https://v2.vuejs.org/v2/api/#vm-watch
  { of: null, names: '.$watch', flows: ['1(0) = receiver{0}', '1(1) = receiver{0}'] },
  { of: null, names: '.$subscribe', flows: ['0(1) = receiver', '0(0) = @none'] },
  // https://tanstack.com/query/latest/docs/framework/react/reference/useMutation
  { of: /^(@tanstack\/react-query|react-query|@tanstack\/vue-query|swr)$/, names: 'useQuery', flows: ['.data = 0.queryFn()', '.data = 1()'] },
]
