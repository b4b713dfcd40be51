/** Server templates → text that HTML and script parsers can read. The entry of this folder. */
import type { Masked } from '../document.js'
import type { Language } from '../languages.js'
import { lexBlade } from './blade.js'
import { lexCurly } from './curly.js'
import { lexGoTemplate, lexHandlebars } from './mustache.js'
import { lexPercent } from './percent.js'
import { lexPhp } from './php.js'
import { lexed, toMasked, type Lexed } from './regions.js'

/**
 * Masks what a template engine reads: statements and comments become spaces, expressions become holes (`x` directly
 * after `<`). The text keeps its length and every `\r` and `\n`; what is outside of `spans` is unchanged. Languages
 * without templates come back as they are. Never throws.
 */
export function mask(text: string, language: Language): Masked {
  return toMasked(text, lex(text, language))
}

function lex(text: string, language: Language): Lexed {
  switch (language) {
    case 'php':
      return lexPhp(text)
    case 'blade':
      return lexBlade(text)
    case 'jinja':
    case 'django':
    case 'twig':
    case 'nunjucks':
    case 'liquid':
      return lexCurly(text, language)
    case 'handlebars':
      return lexHandlebars(text)
    case 'go-template':
      return lexGoTemplate(text)
    case 'erb':
    case 'ejs':
    case 'asp':
      return lexPercent(text, language)
    default:
      return lexed([])
  }
}
