/** Whether the body of a `<script>` is script, markup for later, or neither. */
import type { MarkupElement } from '../document.js'
import { attributeOf } from '../markup.js'

/** https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type, with the old and the transpiled ones. */
const SCRIPT_TYPE =
  /^(?:|module|(?:text|application)\/(?:x-)?(?:javascript|ecmascript|jscript|babel|jsx|typescript|tsx?)(?:1\.\d)?)$/

/**
 * Consent managers ship scripts under a type no browser runs and run them after consent; which type differs. What is
 * known to be data or a template is not script; the rest is.
 */
const DATA_TYPE =
  /json|importmap|speculationrules|template|tmpl|handlebars|mustache|hogan|jsrender|underscore|lodash|\bejs\b|shader|glsl|magento|markdown|\bcss\b|xml|yaml|csv|vbscript|coffee|livescript|\bdart\b|python|ruby|\bphp\b|\b(?:la)?tex\b|mathjax|typescript-declaration/

const MARKUP_TYPE = /^text\/(?:html|ng-template|x-template|x-html|template|x-handlebars|x-tmpl|x-jquery-tmpl|x-jsrender|x-mustache)/

/**
 * `script`: the body is a script. `markup`: it is HTML kept for later (`text/html`, `text/ng-template`). `data`:
 * neither, or a body no browser reads because there is a `src`.
 */
export function scriptBody(element: MarkupElement, body: string): 'script' | 'markup' | 'data' {
  const type = (attributeOf(element, 'type')?.value.text ?? '').trim().toLowerCase().replace(/\s*;.*$/, '')
  const language = `${attributeOf(element, 'lang')?.value.text ?? ''} ${attributeOf(element, 'language')?.value.text ?? ''}`
  if (/vb|c#|coffee|php|python|livescript/i.test(language) || attributeOf(element, 'runat')) return 'data'
  if (attributeOf(element, 'src')?.value.text.trim()) return 'data'
  if (SCRIPT_TYPE.test(type)) return 'script'
  const isMarkup = /^\s*</.test(body) && !/^\s*<!(?:--|\[CDATA)/.test(body)
  if (MARKUP_TYPE.test(type)) return isMarkup ? 'markup' : type === 'text/html' ? 'script' : 'data'
  if (DATA_TYPE.test(type) || /^\s*[[{]/.test(body)) return 'data'
  return isMarkup ? 'markup' : 'script'
}
