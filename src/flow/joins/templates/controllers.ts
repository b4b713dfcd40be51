/**
 * Templates of AngularJS name what a controller puts on its scope, or on itself where they have a name for it.
 * https://docs.angularjs.org/guide/controller, https://docs.angularjs.org/api/ng/directive/ngController
 */
import type { ScriptFacts, ValueId } from '../../../facts/script/graph.js'
import { injectedName } from '../../../project/meaning/handed/callbacks.js'
import type { ValueReference } from '../../../project/meaning/meaning.js'
import type { FlowHost, Origin } from '../../host.js'
import { indexed } from '../index-by-name.js'

/** What templates call a controller. */
export const controllerAlias = /^(?:vm|self|\$?ctrl|\w*(?:Ctrl|Controller))$/

/** Where expressions of templates name what a script writes to a scope, or to its controller, as `name`. */
export function namedInTemplates(host: FlowHost<Origin>, script: ScriptFacts, object: ValueId, name: string): readonly ValueReference[] {
  const isScope = isOnScope(script, object)
  if (!isScope && !isOnController(script, object)) return []
  return namesOf(host).get(isScope ? name : `controller.${name}`) ?? []
}

/** Attributes whose code names a controller's functions. */
export const handlerAttributes: readonly string[] = ['ng-click', 'ng-dblclick', 'ng-submit', 'ng-change', 'ng-blur', 'ng-focus', 'ng-init', 'ng-key', 'ng-paste']

function namesOf(host: FlowHost<Origin>): ReadonlyMap<string, readonly ValueReference[]> {
  return indexed(host, 'names of AngularJS templates', handlerAttributes, (_host, file, index, script, note) => {
    if (!/^(?:data-)?ng-/.test(script.attached?.attribute ?? '')) return
    script.values.forEach((value, id) => {
      const at = { file, script: index, value: id }
      if (value.kind === 'global') note(value.name, at)
      const owner = value.kind === 'member' ? script.values[value.object] : undefined
      const isOfController = owner?.kind === 'global' && controllerAlias.test(owner.name)
      if (value.kind === 'member' && value.name !== null && isOfController) note(`controller.${value.name}`, at)
    })
  })
}

function isOnScope(script: ScriptFacts, object: ValueId): boolean {
  const value = script.values[object]
  const binding = value?.kind === 'binding' ? script.bindings[value.binding] : undefined
  return binding?.parameter?.path.length === 0 && injectedName(script, binding) === '$scope'
}

/** `this` of a plain function, or the name it is kept under: `var vm = this`. */
function isOnController(script: ScriptFacts, object: ValueId): boolean {
  const value = script.values[object]
  const self = value?.kind === 'binding' ? script.values[script.bindings[value.binding]?.definitions[0] ?? -1] : value
  return self?.kind === 'this' && (script.functions[self.function]?.class ?? -1) < 0
}
