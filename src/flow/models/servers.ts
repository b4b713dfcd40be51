/** Servers in JavaScript: what a request brings to the function that answers it. */
import type { ModelRow } from './model.js'

/** Handlers of a route stand behind its path, and behind what is asked before them. */
const HANDLERS = [0, 1, 2, 3]
/** `listeners.delete(listener)` of a set takes a function as well. */
const BEHIND_PATH = [1, 2, 3]

export const servers: readonly ModelRow[] = [
  // https://expressjs.com/en/5x/api.html#req, https://fastify.dev/docs/latest/Reference/Request/
  {
    of: null,
    names: '.get .post .put .patch .all .use .route',
    flows: HANDLERS.flatMap((slot) => [`${slot}(0).body = @request`, `${slot}(0).ip = @request-ip`]),
  },
  {
    of: null,
    names: '.delete',
    flows: BEHIND_PATH.flatMap((slot) => [`${slot}(0).body = @request`, `${slot}(0).ip = @request-ip`]),
  },
  // https://koajs.com/#request
  {
    of: null,
    names: '.get .post .put .patch .all .use',
    flows: HANDLERS.flatMap((slot) => [`${slot}(0).request.body = @request`]),
  },
  // https://h3.dev/utils/request
  { of: null, names: 'readBody readValidatedBody readFormData readMultipartFormData', flows: ['= @request'] },
  { of: /^h3$|^#imports$|^nitropack/, names: 'readBody readValidatedBody readFormData readMultipartFormData', flows: ['= @request'] },
]
