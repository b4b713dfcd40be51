/** https://react.dev/reference/react and the React family: state, references, memoised values. */
import type { ModelRow } from './model.js'

const REACT = /^(react|preact\/hooks|preact\/compat)$/

export const react: readonly ModelRow[] = [
  { of: REACT, names: 'useState useOptimistic', flows: ['[0] = 0', '[0] = 0()', '[0] = result[1](0)', '[0] = result[1](0)()'] },
  // The state before is what the other calls of the setter put there.
  { of: REACT, names: 'useState().1 useOptimistic().1', flows: ['0(0) = @seen'] },
  { of: REACT, names: 'useReducer', flows: ['[0] = 1', '[0] = 0()', '0(0) = 1', '0(1) = result[1](0)'] },
  { of: REACT, names: 'useRef createRef', flows: ['.current = 0'] },
  { of: REACT, names: 'useImperativeHandle', flows: ['0.current = 1()'] },
  { of: REACT, names: 'useMemo', flows: ['= 0()'] },
  { of: REACT, names: 'useCallback memo forwardRef useEffectEvent useDeferredValue cache', flows: ['= 0'] },
  { of: REACT, names: 'useContext use', flows: ['= context', '= 0'] },
  { of: REACT, names: 'useEffect useLayoutEffect useInsertionEffect useDebugValue useId useTransition startTransition', flows: [] },
  { of: REACT, names: 'useActionState', flows: ['[0] = 0()', '[0] = 1', '0(1) = @form'] },
  { of: REACT, names: 'createContext', flows: ['= 0'] },
  { of: REACT, names: 'cloneElement', flows: ['= 0'] },
  { of: /^(usehooks-ts|react-use|@uidotdev\/usehooks|use-debounce|@mantine\/hooks|ahooks)$/, names: 'useDebounce useDebouncedValue useThrottle usePrevious useLatest', flows: ['= 0', '[0] = 0'] },
  { of: /^(usehooks-ts|react-use|@uidotdev\/usehooks|@mantine\/hooks|ahooks)$/, names: 'useLocalStorage useSessionStorage useLocalStorageState', flows: ['[0] = 1', '[0] = result[1](0)', '[0] = result[1](0)()', '[0] = @kept-pair{0}'] },
]
