/** PHP in HTML. */
import { lexed, region, type Lexed, type Region } from './regions.js'
import { phpStrings } from './php/strings.js'
import { nextPhpTag, phpComments, readPhpCode, type PhpToken } from './php/tokens.js'

export { phpStrings } from './php/strings.js'
export { nextPhpTag, phpComments, readPhpCode, type PhpCode, type PhpToken, type PhpTokenKind } from './php/tokens.js'

/** Finds the PHP blocks of a file, the strings in them that could be markup or script, and their comments. Never throws. */
export function lexPhp(text: string): Lexed {
  const found = lexed([])
  const regions: Region[] = found.regions
  for (let tag = nextPhpTag(text, 0); tag; tag = nextPhpTag(text, regions.at(-1)?.end ?? text.length)) {
    const code = readPhpCode(text, tag.end)
    const end = code.closed ? code.end + 2 : code.end
    const kind = tag.prints || prints(text, code.tokens) ? 'expression' : 'statement'
    regions.push(region(kind, tag.start, end, tag.end, code.end))
    for (const string of phpStrings(text, code.tokens)) found.strings.push(string)
    for (const comment of phpComments(text, code.tokens)) found.comments.push(comment)
  }
  return found
}

function prints(text: string, tokens: readonly PhpToken[]): boolean {
  const first = tokens.find((token) => token.kind !== 'comment')
  return first?.kind === 'word' && /^(?:echo|print|printf|vprintf)$/i.test(text.slice(first.start, first.end))
}
