/** All rows about code outside the project. */
import { angular } from './angular.js'
import { browser } from './browser.js'
import { containers } from './containers.js'
import { forms } from './forms.js'
import { javascript } from './javascript.js'
import { lodash } from './lodash.js'
import { indexModels, type Models } from './model.js'
import { react } from './react.js'
import { routers } from './routers.js'
import { rxjs } from './rxjs.js'
import { servers } from './servers.js'
import { stores } from './stores.js'
import { vue } from './vue.js'

let all: Models | null = null

/** The index of all rows; made once. */
export function standardModels(): Models {
  return (all ??= indexModels([
    ...javascript, ...lodash, ...browser, ...react, ...vue, ...angular, ...rxjs, ...routers, ...servers, ...stores, ...containers,
    ...forms.map((row) => ({ ...row, closed: true as const })),
  ]))
}
