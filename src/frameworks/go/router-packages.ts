/** Packages of Go that make routers, and the types of what they make. */

/** Packages whose calls make routers, and how these calls are called. */
export const MAKES: readonly { path: RegExp; names: RegExp }[] = [
  { path: /^net\/http$/, names: /^NewServeMux$/ },
  { path: /^github\.com\/gorilla\/mux$/, names: /^NewRouter$/ },
  { path: /^github\.com\/go-chi\/chi(\/v\d+)?$|^github\.com\/pressly\/chi/, names: /^(NewRouter|NewMux)$/ },
  { path: /^github\.com\/gin-gonic\/gin$/, names: /^(Default|New)$/ },
  { path: /^github\.com\/labstack\/echo(\/v\d+)?$/, names: /^New$/ },
  { path: /^github\.com\/gofiber\/fiber(\/v\d+)?$/, names: /^New$/ },
  { path: /^github\.com\/julienschmidt\/httprouter$/, names: /^New$/ },
  { path: /^github\.com\/(gobuffalo\/buffalo|kataras\/iris(\/v\d+)?|go-martini\/martini)$/, names: /^(New|Default|Classic|App)$/ },
  { path: /^github\.com\/(bmizerany\/pat|gorilla\/pat|dimfeld\/httptreemux(\/v\d+)?)$/, names: /^New$/ },
  { path: /^github\.com\/(alexedwards\/flow|matryer\/way)$/, names: /^(New|NewRouter)$/ },
]
/** Types of parameters that are routers. */
export const ROUTER_TYPE = new RegExp(`\\b(?:${[
  'gin\\.(?:Engine|RouterGroup|IRouter|IRoutes)', 'chi\\.(?:Router|Mux)', '(?:mux|httprouter)\\.Router', 'http\\.ServeMux',
  'echo\\.(?:Echo|Group)', 'fiber\\.(?:App|Router|Group)', 'buffalo\\.App',
].join('|')})\\b`)
