/** Lodash and its kin. https://lodash.com/docs */
import type { ModelRow } from './model.js'

const LODASH = /^(lodash(-es)?([./].*)?|underscore|ramda|remeda|radash|just-.*|throttle-debounce|debounce|lodash\.\w+)$/

export const lodash: readonly ModelRow[] = [
  { of: LODASH, names: 'default debounce throttle once memoize partial partialRight bind curry after before negate unary ary rest spread flow flowRight', flows: ['= 0', '= 1'] },
  { of: LODASH, names: 'pick omit pickBy omitBy cloneDeep clone merge defaults defaultsDeep assign extend mapKeys invert compact uniq uniqBy sortBy orderBy shuffle reverse tail initial take takeRight drop dropRight slice chain', flows: ['= 0', '= 1', '= 2'] },
  { of: LODASH, names: 'get result', flows: ['= 0[*]', '= 2'] },
  { of: LODASH, names: 'set setWith', flows: ['= 0', '0[*] = 2'] },
  { of: LODASH, names: 'map flatMap', flows: ['[*] = 0[*]', '[*] = 1()', '1(0) = 0[*]'] },
  { of: LODASH, names: 'mapValues', flows: ['[*] = 1()', '1(0) = 0[*]'] },
  { of: LODASH, names: 'forEach each forOwn forIn', flows: ['1(0) = 0[*]'] },
  { of: LODASH, names: 'filter reject partition', flows: ['= 0', '1(0) = 0[*]'] },
  { of: LODASH, names: 'find findLast head first last nth sample minBy maxBy', flows: ['= 0[*]', '1(0) = 0[*]'] },
  { of: LODASH, names: 'values', flows: ['[*] = 0[*]'] },
  { of: LODASH, names: 'toPairs entries', flows: ['[*][1] = 0[*]'] },
  { of: LODASH, names: 'fromPairs zipObject', flows: ['[*] = 0[*][1]', '[*] = 1[*]'] },
  { of: LODASH, names: 'groupBy', flows: ['[*][*] = 0[*]'] },
  { of: LODASH, names: 'keyBy', flows: ['[*] = 0[*]'] },
  { of: LODASH, names: 'reduce', flows: ['= 1()', '= 2', '1(0) = 2', '1(0) = 1()', '1(1) = 0[*]'] },
  { of: LODASH, names: 'concat union flatten flattenDeep zip join template', flows: ['~ arguments'] },
  { of: LODASH, names: 'trim toLower toUpper capitalize upperFirst lowerFirst camelCase snakeCase kebabCase startCase truncate escape unescape deburr padStart padEnd replace toString toNumber split words', flows: ['= 0'] },
  {
    of: LODASH,
    names: 'isEmpty isEqual isNil isString isNumber isArray isObject isFunction has some every includes size keys countBy findIndex indexOf startsWith endsWith uniqueId noop random range times',
    flows: [],
  },
]
