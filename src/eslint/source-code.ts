/**
 * The SourceCode of a page for ESLint 9.7 and later. The tree is one root node: our rules ask the engine, not the tree.
 * https://eslint.org/docs/latest/extend/languages#the-sourcecode-object
 */
import type { Directive, DirectiveProblem, RuleSetting } from './directives.js'
import { directiveOf, inlineRulesOf, isHonoured, isProblem, today } from './directives.js'
import { locator } from './comments.js'
import type { HostComment, HostSourceCode, LinePlace, Location } from './host.js'

/** Not `Program`: rules for scripts would take the page for an empty script and say things about its lines. */
export const rootType = 'PixelwardDocument'

export interface PageRoot {
  type: typeof rootType
  range: [number, number]
  loc: Location
  comments: HostComment[]
  tokens: never[]
  body: never[]
}

type Placed = { range: [number, number]; loc: Location }

interface InlineConfiguration {
  config: { rules: Record<string, RuleSetting> }
  loc: Location
}

interface Step {
  kind: 1
  target: PageRoot
  phase: 1 | 2
  args: [PageRoot]
}

export interface PageSourceCode extends HostSourceCode {
  ast: PageRoot
  lines: string[]
  hasBOM: boolean
  getLoc(node: Placed): Location
  getRange(node: Placed): [number, number]
  getParent(): null
  getAncestors(): never[]
  getText(node?: Placed, before?: number, after?: number): string
  getLocFromIndex(index: number): LinePlace
  getIndexFromLoc(place: LinePlace): number
  getInlineConfigNodes(): HostComment[]
  getDisableDirectives(): { directives: Directive[]; problems: DirectiveProblem[] }
  applyInlineConfig(): { configs: InlineConfiguration[]; problems: DirectiveProblem[] }
  traverse(): Step[]
}

/** The root node for a text. */
export function rootOf(text: string, comments: HostComment[]): PageRoot {
  const range: [number, number] = [0, text.length]
  return { type: rootType, range, loc: locator(text)({ start: 0, end: text.length }), comments, tokens: [], body: [] }
}

/** @param text without a byte-order mark */
export function pageSourceCode(text: string, hasBOM: boolean, ast: PageRoot): PageSourceCode {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/)
  const locationOf = locator(text)
  const directives = (): Directive[] =>
    ast.comments.filter((comment) => isHonoured(comment, today())).flatMap((comment) => directiveOf(comment) ?? [])
  return {
    ...scriptMethods(ast),
    ast,
    text,
    lines,
    hasBOM,
    parserServices: {},
    getLoc: ({ loc }) => loc,
    getRange: ({ range }) => range,
    getParent: () => null,
    getAncestors: () => [],
    getText: (node, before = 0, after = 0) =>
      node === undefined ? text : text.slice(Math.max(0, node.range[0] - before), node.range[1] + after),
    getLocFromIndex: (index) => locationOf({ start: index, end: index }).start,
    getIndexFromLoc: ({ line, column }) => indexOf(text, lines, line) + column,
    getInlineConfigNodes: () =>
      ast.comments.filter((comment) => directiveOf(comment) !== null || inlineRulesOf(comment) !== null),
    getDisableDirectives() {
      const problems = directives()
        .filter(({ type, node: { loc } }) => type === 'disable-line' && loc.start.line !== loc.end.line)
        .map(({ node: { loc } }) => ({ ruleId: null, message: 'eslint-disable-line comment should not span multiple lines.', loc }))
      return { directives: directives().filter(({ node }) => !problems.some(({ loc }) => loc === node.loc)), problems }
    },
    applyInlineConfig() {
      const configs: InlineConfiguration[] = []
      const problems: DirectiveProblem[] = []
      for (const comment of ast.comments) {
        const rules = inlineRulesOf(comment)
        if (rules === null) continue
        if (isProblem(rules)) problems.push(rules)
        else configs.push({ config: { rules }, loc: comment.loc })
      }
      return { configs, problems }
    },
    traverse: () => [
      { kind: 1, target: ast, phase: 1, args: [ast] },
      { kind: 1, target: ast, phase: 2, args: [ast] },
    ],
  }
}

function indexOf(text: string, lines: readonly string[], line: number): number {
  let index = 0
  for (const each of lines.slice(0, line - 1)) {
    index += each.length
    index += text.startsWith('\r\n', index) ? 2 : 1
  }
  return index
}

/**
 * What rules for scripts ask of any SourceCode before they look at a node. A configuration without `files` applies them
 * to pages too, and without these methods ESLint stops at the first of them.
 */
function scriptMethods(ast: PageRoot): object {
  const none = (): null => null
  const empty = (): never[] => []
  const scope = {
    type: 'global',
    block: ast,
    upper: null,
    isStrict: false,
    functionExpressionScope: false,
    variables: [],
    references: [],
    through: [],
    childScopes: [],
    set: new Map<string, never>(),
    implicit: { variables: [], set: new Map<string, never>(), left: [] },
  }
  const scopeManager = {
    scopes: [scope],
    globalScope: scope,
    acquire: () => scope,
    acquireAll: () => [scope],
    getDeclaredVariables: empty,
    isGlobalReturn: () => false,
    isModule: () => false,
    isStrictModeSupported: () => true,
  }
  return {
    isESTree: false,
    visitorKeys: { [rootType]: [] },
    scopeManager,
    tokensAndComments: [],
    getScope: () => scope,
    getDeclaredVariables: empty,
    isGlobalReference: () => false,
    markVariableAsUsed: () => false,
    // Comments of a page are not comments of a script: rules about their style have nothing to say here.
    getAllComments: empty,
    getComments: () => ({ leading: [], trailing: [] }),
    getCommentsBefore: empty,
    getCommentsAfter: empty,
    getCommentsInside: empty,
    commentsExistBetween: () => false,
    getJSDocComment: none,
    getNodeByRangeIndex: none,
    isSpaceBetween: () => false,
    isSpaceBetweenTokens: () => false,
    getTokens: empty,
    getTokensBefore: empty,
    getTokensAfter: empty,
    getTokensBetween: empty,
    getFirstTokens: empty,
    getLastTokens: empty,
    getFirstTokensBetween: empty,
    getLastTokensBetween: empty,
    getTokenByRangeStart: none,
    getTokenBefore: none,
    getTokenAfter: none,
    getTokenOrCommentBefore: none,
    getTokenOrCommentAfter: none,
    getFirstToken: none,
    getLastToken: none,
    getFirstTokenBetween: none,
    getLastTokenBetween: none,
  }
}
