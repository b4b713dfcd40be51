/** What is known of Google's tags and variables. */
import { textParameter } from '../container.js'
import type { Knowledge } from '../knowledge.js'
import { builtInVariable } from './built-in-variables.js'
import { listeners, tagTypeOf } from './tag-types.js'
import { variableTypeOf } from './variable-types.js'

/** `isCompiled`: of a live container, where scripts are calls already. */
export function googleKnowledge(isCompiled: boolean): Knowledge {
  return {
    tag: tagTypeOf,
    isSilent: (type) => listeners.has(type),
    variable: variableTypeOf,
    isGivenAtRunTime: (type) => /^(?:v|ed|k|j|rh|sgtmk)$/.test(type),
    code(variable) {
      const text = variable.type === 'jsm' ? textParameter(variable.parameters, 'javascript') : null
      return text && { text, isFunction: !isCompiled }
    },
    builtIn: builtInVariable,
  }
}
