/** Server templates → text that HTML and script parsers can read. The entry of this folder. */
import type { Masked } from '../document.js'
import type { Language } from '../languages.js'
import { lexBlade } from './blade.js'
import { lexColdFusion } from './coldfusion.js'
import { lexAngular } from './components/angular.js'
import { lexBraces } from './components/braces.js'
import { lexVue } from './components/vue.js'
import { lexCurly } from './curly.js'
import { lexFreemarker } from './directives/freemarker.js'
import { lexSmarty } from './directives/smarty.js'
import { lexHtl, lexThymeleaf } from './directives/thymeleaf.js'
import { lexVelocity } from './directives/velocity.js'
import { lexHtml } from './html.js'
import { lexJsp } from './jsp.js'
import { lexGoTemplate, lexHandlebars } from './mustache.js'
import { lexPercent } from './percent.js'
import { lexPhp } from './php.js'
import { lexRazor } from './razor.js'
import { lexed, lexOver, toMasked, type Lexed } from './regions.js'

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
    case 'heex':
      return lexOver(text, lexPercent(text, language), (rest) => lexBraces(rest, language))
    case 'jsp':
    case 'gsp':
      return lexJsp(text, language)
    case 'razor':
      return lexRazor(text)
    case 'coldfusion':
      return lexColdFusion(text)
    case 'thymeleaf':
      return lexThymeleaf(text)
    case 'htl':
      return lexHtl(text)
    case 'freemarker':
      return lexFreemarker(text)
    case 'velocity':
      return lexVelocity(text)
    case 'smarty':
      return lexSmarty(text)
    case 'svelte':
    case 'astro':
    case 'mdx':
      return lexBraces(text, language)
    case 'vue':
      return lexVue(text)
    case 'angular':
      return lexAngular(text)
    case 'html':
      return lexHtml(text)
    default:
      return lexed([])
  }
}
