/** JSP with its expression language and tag libraries, JSF, and Grails' GSP. */
import { balancedEnd, EXPRESSION_SYNTAX, GROOVY_SYNTAX } from './balanced.js'
import { beginsTag, commentEnd, rawEnd, tagReader, type Tag } from './components/tags.js'
import { lexed, lexOver, MOST_UNCLOSED, region, type Lexed, type Region } from './regions.js'

/** Finds the constructs of a JSP or GSP page. Never throws. https://jakarta.ee/specifications/pages/ */
export function lexJsp(text: string, language: 'jsp' | 'gsp'): Lexed {
  return lexOver(text, scriptlets(text, language), tagLibraries)
}

const OPENING = { jsp: /<%(--|[@!=])?|[$#]\{|<jsp:(scriptlet|declaration|expression)>/g, gsp: /<%(--|[@!=])?|\$\{|%\{--/g }

function scriptlets(text: string, language: 'jsp' | 'gsp'): Lexed {
  const regions: Region[] = []
  const pattern = new RegExp(OPENING[language])
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    const codeStart = start + match[0].length
    const [kind, closeAt, end] = construct(text, start, match, language)
    if (closeAt < 0) unclosed++
    else if (kind !== null) {
      regions.push(region(kind, start, end, codeStart, closeAt))
      pattern.lastIndex = end
    }
  }
  return lexed(regions)
}

type Construct = [kind: Region['kind'] | null, closeAt: number, end: number]

function construct(text: string, start: number, match: RegExpExecArray, language: 'jsp' | 'gsp'): Construct {
  const [opening, sign, element] = match
  const from = start + opening.length
  const until = (close: string, kind: Region['kind']): Construct => {
    const at = text.indexOf(close, from)
    return [kind, at, at + close.length]
  }
  if (element !== undefined) return until(`</jsp:${element}>`, element === 'expression' ? 'expression' : 'statement')
  if (opening === '%{--') return until('--}%', 'comment')
  if (sign === '--') return until('--%>', 'comment')
  if (opening.startsWith('<%')) return until('%>', sign === '=' ? 'expression' : 'statement')
  // `\${` is text.
  if (text[start - 1] === '\\') return [null, from, from]
  const end = balancedEnd(text, from - 1, language === 'gsp' ? GROOVY_SYNTAX : EXPRESSION_SYNTAX)
  if (end >= 0) return ['expression', end - 1, end]
  return until('}', 'expression')
}

const LIBRARY_TAG = /<\/?[A-Za-z][\w-]*:[A-Za-z][\w.-]*/y

/** Tags of libraries that print nothing where they stand. */
const STATEMENT_TAG =
  /^(?:if|else|elseif|unless|choose|when|otherwise|for\w*|each|while|set\w*|remove|catch|import|include|param|iterate|equal|notEqual|empty|present|push|bean|useBean|hasError\w*|layout\w*|render|parseNumber|parseDate)$/i

/** Tags whose content is a script that is written into the page. */
const SCRIPT_TAG = /^(?:g:javascript|asset:script|r:script|aui:script|liferay-aui:script)$/i

/**
 * Tags of tag libraries where HTML has none: in attribute values (`src="<c:url value="/p.js"/>"`), among attributes and
 * in scripts. Elsewhere they are elements like others.
 */
function tagLibraries(text: string): Lexed {
  const regions: Region[] = []
  const readTag = tagReader(text)
  const nested = (at: number): number | null => {
    const found = libraryTag(text, at, () => readTag(at, () => null, ''))
    if (!found || SCRIPT_TAG.test(found.name)) return null
    regions.push(region(found.kind, at, found.end, at + 1, found.end - 1))
    return found.end
  }
  const inScript = (from: number, to: number) => {
    for (let at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at)) at = nested(at) ?? at + 1
  }
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      at = commentEnd(text, at)
      continue
    }
    const tag = beginsTag(text, at) ? readTag(at, nested, '<') : null
    if (!tag) {
      at++
      continue
    }
    const start = at
    at = tag.end
    if (tag.closes || tag.selfClosed) continue
    if (/^(?:script|style)$/i.test(tag.name)) {
      at = rawEnd(text, tag.end, tag.name)
      inScript(tag.end, at)
    } else if (SCRIPT_TAG.test(tag.name) && !/\s(?:src|library)\s*=/.test(text.slice(start, tag.end))) {
      const close = rawEnd(text, tag.end, tag.name)
      const end = text.indexOf('>', close) + 1
      if (end <= 0) continue
      regions.push({ ...region('statement', start, tag.end, start + 1, tag.end - 1), tag: '<script>' })
      inScript(tag.end, close)
      regions.push({ ...region('statement', close, end, close + 1, end - 1), tag: '</script>' })
      at = end
    }
  }
  return lexed(regions)
}

/** What may follow a tag that prints: parameters, and its end tag. */
const REST = /\s*(?:<[\w-]+:param\b[^<>]*>(?:[^<>]*<\/[\w-]+:param\s*>)?\s*)*<\/([^\s<>]+)\s*>/y

interface LibraryTag {
  kind: Region['kind']
  name: string
  end: number
}

function libraryTag(text: string, at: number, read: () => Tag | null): LibraryTag | null {
  LIBRARY_TAG.lastIndex = at
  if (!LIBRARY_TAG.test(text)) return null
  const tag = read()
  if (!tag) return null
  const { name } = tag
  if (tag.closes) return { kind: 'statement', name, end: tag.end }
  const keeps = STATEMENT_TAG.test(name.slice(name.indexOf(':') + 1)) || /\svar\s*=/.test(text.slice(at, tag.end))
  if (tag.selfClosed) return { kind: keeps ? 'statement' : 'expression', name, end: tag.end }
  REST.lastIndex = tag.end
  if (!keeps && REST.exec(text)?.[1] === name) return { kind: 'expression', name, end: REST.lastIndex }
  return { kind: 'statement', name, end: tag.end }
}
