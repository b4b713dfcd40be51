/**
 * The language `pixelward/html`: HTML and server templates for ESLint 9.7 and later.
 * https://eslint.org/docs/latest/extend/languages
 */
import { readComments } from './comments.js'
import { pageSourceCode, rootOf, rootType, type PageRoot, type PageSourceCode } from './source-code.js'

interface PageFile {
  path: string
  physicalPath: string
  /** Without a byte-order mark. Bytes are handed to other file types only. */
  body: string
  bom: boolean
}

type ParseResult = { ok: true; ast: PageRoot; comments: PageRoot['comments'] }

export const language = {
  fileType: 'text' as const,
  lineStart: 1 as const,
  columnStart: 0 as const,
  nodeTypeKey: 'type',
  visitorKeys: { [rootType]: [] },
  // Rules for scripts read these in `create` without asking whether the file is a script.
  defaultLanguageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals: {}, parserOptions: { ecmaFeatures: {} } },

  /** Options of scripts reach pages through configurations without `files`: none of them is an error. */
  validateLanguageOptions(): void {},

  /** Never fails: the engine reads what can be read, and tells problems by itself. */
  parse({ path, body }: PageFile): ParseResult {
    const comments = readComments(path, body)
    return { ok: true, ast: rootOf(body, comments), comments }
  },

  createSourceCode({ body, bom }: PageFile, { ast }: ParseResult): PageSourceCode {
    return pageSourceCode(body, bom, ast)
  },
}
