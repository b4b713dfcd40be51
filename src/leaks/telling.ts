/** A source in a reader's words. */
import { wordsFor } from '../personal/index.js'
import type { DataSource } from './source.js'

/** `the visitor fills in the reason for the visit (textarea#reason)` */
export function tellSource(source: DataSource): string {
  const [first] = source.categories
  const what = first ? wordsFor(first.category) : 'data'
  switch (source.kind) {
    case 'field': return `the visitor fills in ${what} (${source.name})`
    case 'form': return `a form gives ${what} (${source.name})`
    case 'choice': return `the visitor chooses ${what} (${source.name})`
    case 'text': return `the page shows ${what} (${source.name})`
    case 'page': return `the page gives ${what} (${source.name})`
    case 'server': return `the server renders ${what} (${source.name})`
    case 'request': return `the request brings ${what} (${source.name})`
    case 'detected': return `the vendor’s script finds ${what} in the page by itself`
    case 'record': return `the code holds ${what} (${source.name})`
  }
}

/** The clause that follows the data in a sentence: `that the visitor fills in (textarea#reason)`. */
export function clauseOf({ kind, name }: DataSource): string {
  switch (kind) {
    case 'field': return `that the visitor fills in (${name})`
    case 'form': return `of a form (${name})`
    case 'choice': return `that the visitor chooses (${name})`
    case 'text': return `that the page shows (${name})`
    case 'page': return `of the page’s address (${name})`
    case 'server': return `that the server renders (${name})`
    case 'request': return `that a request brings (${name})`
    case 'detected': return `that the vendor’s script finds in the page by itself`
    case 'record': return `that the code holds as \`${name}\``
  }
}
