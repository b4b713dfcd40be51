/** RxJS: subjects, streams made of values, operators. https://rxjs.dev/api */
import type { ModelRow } from './model.js'

const RXJS = /^rxjs(\/.*)?$/

export const rxjs: readonly ModelRow[] = [
  { of: RXJS, names: 'BehaviorSubject#', flows: ['[*] = 0'] },
  { of: RXJS, names: 'of', flows: ['[*] = 0', '[*] = 1', '[*] = 2'] },
  { of: RXJS, names: 'from', flows: ['[*] = 0[*]', '[*] = 0'] },
  { of: RXJS, names: 'merge concat race', flows: ['= 0', '= 1', '= 2'] },
  { of: RXJS, names: 'combineLatest forkJoin zip', flows: ['[*][0] = 0[0][*]', '[*][1] = 0[1][*]', '[*][2] = 0[2][*]', '[*][*] = 0[*][*]'] },
  { of: RXJS, names: 'Observable#', flows: ['[*] = 0(0).next(0)'] },
  { of: RXJS, names: 'firstValueFrom lastValueFrom', flows: ['= 0[*]'] },
  // https://rxjs.dev/api/index/function/fromEvent
  { of: RXJS, names: 'fromEvent', flows: ['[*] = @event'] },
  { of: null, names: '.next', flows: ['receiver[*] = 0', '.value = receiver[*]'] },
  { of: null, names: '.asObservable .asReadonly', flows: ['= receiver'] },
  { of: null, names: '.getValue', flows: ['= receiver[*]'] },
  { of: null, names: '.subscribe', flows: ['0(0) = receiver[*]', '0.next(0) = receiver[*]', '0(0) = @subscribed', '0(1) = @subscribed-state'] },
  { of: null, names: '.pipe', flows: ['= @piped-last'] },
  // An operator is given what comes out of the one before it.
  { of: RXJS, names: 'map switchScan', flows: ['[*] = 0()', '0(0) = @piped[*]'] },
  { of: RXJS, names: 'switchMap concatMap mergeMap flatMap exhaustMap', flows: ['= 0()', '0(0) = @piped[*]'] },
  { of: RXJS, names: 'scan reduce', flows: ['[*] = 0()', '[*] = 1', '0(0) = 1', '0(0) = 0()', '0(1) = @piped[*]'] },
  { of: RXJS, names: 'pluck', flows: ['[*] = @piped[*]{0}'] },
  { of: RXJS, names: 'withLatestFrom', flows: ['[*][0] = @piped[*]', '[*][1] = 0[*]', '[*][2] = 1[*]'] },
  { of: RXJS, names: 'startWith', flows: ['= @piped', '[*] = 0'] },
  { of: RXJS, names: 'toArray buffer bufferTime bufferCount', flows: ['[*][*] = @piped[*]'] },
  { of: RXJS, names: 'mapTo count isEmpty every', flows: [] },
  {
    of: RXJS,
    names: 'tap do filter debounceTime debounce throttleTime throttle auditTime distinctUntilChanged distinctUntilKeyChanged distinct take takeUntil takeWhile first last skip skipWhile skipUntil delay share shareReplay publish catchError retry finalize observeOn subscribeOn startWith takeUntilDestroyed untilDestroyed sampleTime',
    flows: ['= @piped', '0(0) = @piped[*]', '0.next(0) = @piped[*]'],
  },
  { of: /^@angular\/core\/rxjs-interop$/, names: 'takeUntilDestroyed', flows: ['= @piped'] },
  { of: /^@ngneat\/until-destroy$/, names: 'untilDestroyed', flows: ['= @piped'] },
  // https://ngrx.io/guide/store/actions
  { of: /^@ngrx\/store$/, names: 'createAction()', flows: ['= 0'] },
  { of: /^@ngrx\/store$/, names: 'createActionGroup().*', flows: ['= 0'] },
  { of: /^@ngrx\/effects$/, names: 'ofType', flows: ['[*] = 0(0)', '[*] = 1(0)', '[*] = 2(0)'] },
  { of: /^@ngrx\/store$/, names: 'on', flows: ['1(1) = 0(0)', '2(1) = 0(0)', '2(1) = 1(0)', '1(0) = @none', '2(0) = @none'] },
  { of: /^@ngrx\/store$/, names: 'createReducer', flows: [] },
  { of: /^@ngrx\/store$/, names: 'select', flows: ['[*] = 0()', '0(0) = @slices', '0(1) = @slices-1', '0(2) = @slices-2'] },
  { of: /^@ngrx\/store$/, names: 'Store#select Store#selectSignal', flows: ['[*] = 0()', '0(0) = @slices', '0(1) = @slices-1', '0(2) = @slices-2'] },
  { of: /^@ngrx\/store$/, names: 'createFeatureSelector()', flows: ['= @slices'] },
  { of: /^@ngrx\/effects$/, names: 'createEffect', flows: ['= 0()'] },
]
