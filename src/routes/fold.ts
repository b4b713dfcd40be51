/** Names of routes as plain words. */
import { fillers, irregular } from './words.js'

/**
 * Splits a name into folded words: extension dropped, percent-decoded, accents folded, split at case, digits and
 * punctuation, lower-cased, singular, without fillers. `LabResults.aspx` → `['lab', 'result']`.
 */
export function fold(segment: string): string[] {
  return wordsOf(segment).map(singular)
}

/** The same in the number they are written in. */
export function wordsOf(segment: string): string[] {
  return decode(segment)
    .replace(/\.(aspx?|ashx|asmx|php\d?|phtml|x?html?|shtml|jspx?|jsf|faces|gsp|cfm|cfc|page|do|action|cgi|pl|mvc)$/i, '')
    .normalize('NFD').replace(/\p{M}+/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2').replace(/(\D)(\d)/g, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase()
    // `plogin`, `memberlogin`
    .replace(/(\p{L})(login|logon|signin|signup)(?!\p{L})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !fillers.has(word))
}

/** A segment of an address as it reads: `Portal-del-Paciente`, `citas médicas`. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** English and Spanish plurals, as far as the vocabulary needs: `allergies` → `allergy`, `facturas` → `factura`. */
export function singular(word: string): string {
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (word.length < 4 || /(ss|us|is|itis)$/.test(word)) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  if (/(ion|dad|or|al|en)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
