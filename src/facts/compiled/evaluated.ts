/**
 * Modules that a development build keeps as texts and evaluates, put in the place of the call that evaluates them, so
 * that they are read with what is around them: `12: (module, exports, load) => { eval("load.d(exports, { … })") }`.
 * https://webpack.js.org/configuration/devtool/ (`eval`, `eval-source-map`, `eval-cheap-source-map`)
 */
import { literalText, MappedTextBuilder, type MappedText } from '../../parse/mapped-text.js'

const CALL = /\beval\((?:[\w$.]+\.ts\()?("(?:[^"\\\n]|\\.)*")\)?\);?/g
/** What webpack writes at the end of each. */
const OF_BUILD = /\/\/# source(?:URL|MappingURL)=(?:webpack|data:)/

/** The same script with the texts of its modules as code; null for a script without any. */
export function withEvaluated(code: MappedText): MappedText | null {
  const { text } = code
  if (!text.includes('eval(') || !OF_BUILD.test(text)) return null
  const builder = new MappedTextBuilder()
  let done = 0
  for (const match of text.matchAll(CALL)) {
    const [whole, literal = ''] = match
    const decoded = OF_BUILD.test(literal) ? decode(literal) : null
    if (decoded === null) continue
    const start = match.index + whole.indexOf(literal)
    builder.verbatim(text.slice(done, match.index), done)
    builder.replaced('{', match.index)
    const content = literalText(text, start, start + literal.length, decoded)
    const end = decoded.search(OF_BUILD)
    builder.mapped({ text: decoded.slice(0, end), toFile: (offset) => content.toFile(offset) })
    done = match.index + whole.length
    builder.replaced('}', done - 1)
  }
  if (done === 0) return null
  builder.verbatim(text.slice(done), done)
  const built = builder.build(text.length)
  return { text: built.text, toFile: (offset) => code.toFile(built.toFile(offset)) }
}

function decode(literal: string): string | null {
  try {
    return JSON.parse(literal) as string
  } catch {
    return null
  }
}
