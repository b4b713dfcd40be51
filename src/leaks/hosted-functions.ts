/** Functions that a site has hosted for it: where their files lie says at which addresses they answer. */
import type { ScriptFacts } from '../facts/script/graph.js'
import type { Trail } from '../flow/host.js'
import { linksOf } from '../flow/links.js'

interface Hosting {
  /** Files of functions; the first group is the name, or the path. */
  file: RegExp
  /** Addresses of one of them. A bare name is what a client library is asked for. */
  addresses: (name: string) => string[]
}

const HOSTINGS: readonly Hosting[] = [
  // https://supabase.com/docs/guides/functions
  { file: /(?:^|\/)functions\/([\w-]+)\/index\.[jt]s$/, addresses: (name) => [name, `/${name}`, `/functions/v1/${name}`] },
  // https://docs.netlify.com/build/functions/get-started/
  {
    file: /(?:^|\/)netlify\/(?:edge-)?functions\/([\w-]+)(?:\/[\w-]+)?\.[cm]?[jt]s$/,
    addresses: (name) => [`/.netlify/functions/${name}`, `/api/${name}`],
  },
  // https://developers.cloudflare.com/pages/functions/routing/
  { file: /^(?:[\w-]+\/)?functions\/([\w/[\]-]+?)(?:\/index)?\.[jt]sx?$/, addresses: (path) => [`/${path.replace(/\[+(\w+)\]+/g, ':$1')}`] },
  // https://vercel.com/docs/functions
  { file: /^(?:[\w-]+\/)?api\/([\w/[\]-]+?)(?:\/index)?\.[cm]?[jt]s$/, addresses: (path) => [`/api/${path.replace(/\[+(\w+)\]+/g, ':$1')}`] },
]

/** Addresses at which a file answers by where it lies. */
export function hostedAddresses(file: string): string[] {
  return HOSTINGS.flatMap((hosting) => {
    const [, name] = hosting.file.exec(file) ?? []
    return name === undefined ? [] : hosting.addresses(name)
  })
}

interface Handed {
  path: readonly string[]
  /** Null: those of the file. */
  addresses: readonly string[] | null
}

/** The part of what a handler is given that holds the body of the request; null where the trail asks for something else. */
export function sentToHandler(script: ScriptFacts, { spot, path }: Trail): Handed | null {
  const parameter = spot.kind === 'binding' ? script.bindings[spot.id]?.parameter : undefined
  if (!parameter || parameter.index !== 0 || parameter.rest) return null
  const [first, ...rest] = [...parameter.path, ...path]
  const called = callable(script, parameter.function)
  if (called) {
    const isBody = called.isRequest ? first === 'body' : first === 'data'
    if (!isBody && (called.isRequest || first === 'auth' || first === 'rawRequest')) return null
    return { path: isBody ? rest : [...parameter.path, ...path], addresses: [called.name, `/${called.name}`] }
  }
  const isHandler = first === 'body' && script.functions[parameter.function]?.parent === 0 && hostedAddresses(spot.file).length > 0
  return isHandler ? { path: rest, addresses: null } : null
}

/** The name of `exports.name = functions.https.onRequest(handler)`, `export const name = onCall(…, handler)`. */
function callable(script: ScriptFacts, handler: number): { name: string; isRequest: boolean } | null {
  const links = linksOf(script)
  const value = links.functionValue(handler)
  for (const id of value === undefined ? [] : links.parents(value)) {
    const call = script.values[id]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const maker = callee?.kind === 'member' ? callee.name : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
    if (maker !== 'onRequest' && maker !== 'onCall') continue
    const [binding] = links.definitionsWith(id)
    const name = binding === undefined ? script.stores.find((store) => store.value === id)?.name : script.bindings[binding]?.name
    if (name !== undefined && name !== null) return { name, isRequest: maker === 'onRequest' }
  }
  return null
}
