/** Conditions that are written as tags (`<c:if test="…">`) or attributes (`v-if="…"`, `th:if="…"`) of the markup. */
import type { Branch, BranchCondition } from './branch-reader.js'

const TAG = /<(\/?)(c|s|g):(if|when|otherwise|choose|unless|elseif|elsif|else)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/g
const TEST = /\btest\s*=\s*(?:"([^"]*)"|'([^']*)')/

/** Tag libraries of JSP, Struts and GSP. */
export function tagBranches(text: string): Branch[] {
  if (!/<[csg]:(?:if|when|unless)\b/.test(text)) return []
  const branches: Branch[] = []
  const open: { name: string; from: number; conditions: BranchCondition[] }[] = []
  /** What the branches before in the same choice came to. */
  let before: BranchCondition[] = []
  const choices: BranchCondition[][] = []
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, , name = '', attributes = ''] = match
    if (slash === '/') {
      if (name === 'choose') before = choices.pop() ?? []
      const at = open.findLastIndex((each) => each.name === name)
      const ended = at < 0 ? undefined : open.splice(at)[0]
      if (!ended) continue
      if (ended.conditions.length > 0) branches.push({ start: ended.from, end: match.index, conditions: ended.conditions })
      const own = ended.conditions.at(-1)
      if (own && name !== 'otherwise' && name !== 'else') before = [...before, { ...own, negated: !own.negated }]
      continue
    }
    if (attributes.endsWith('/')) continue
    if (name === 'choose') {
      choices.push(before)
      before = []
      continue
    }
    if (name === 'if' || name === 'unless') before = []
    const test = TEST.exec(attributes)
    const start = match.index
    const end = start + whole.length
    const code = withoutMarks(test?.[1] ?? test?.[2] ?? '')
    const own = code === '' ? [] : [{ start, end, code, negated: name === 'unless' }]
    open.push({ name, from: end, conditions: [...before, ...own] })
  }
  return branches
}

/** `${…}`, `%{…}`, `#{…}`. */
function withoutMarks(code: string): string {
  return code.trim().replace(/^[$%#*]\{([^]*)\}$/, '$1').trim()
}

const ATTRIBUTE = /\s(v-if|v-show|\*ngIf|th:if|th:unless|data-th-if|data-th-unless|data-sly-test(?:\.\w+)?|x-if|:if)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\})/g
/** Elements longer than this are the page. */
const LONGEST = 200_000

/** Attributes of Vue, Angular, Thymeleaf, HTL, Alpine and HEEx that decide whether an element is there. */
export function attributeBranches(text: string): Branch[] {
  const branches: Branch[] = []
  for (const match of text.matchAll(ATTRIBUTE)) {
    const start = text.lastIndexOf('<', match.index)
    const name = /^<([A-Za-z][\w.:-]*)/.exec(text.slice(start, start + 80))?.[1]
    if (start < 0 || name === undefined) continue
    const code = withoutMarks(match[2] ?? match[3] ?? match[4] ?? '')
    const condition = {
      start: match.index + 1, end: match.index + match[0].length, code, negated: (match[1] as string).endsWith('unless'),
    }
    branches.push({ start, end: endOfElement(text, start, name), conditions: [condition] })
  }
  return branches
}

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** The end of an element, by counting the tags of its name. */
function endOfElement(text: string, start: number, name: string): number {
  const tag = new RegExp(`<(/?)${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.:-])(?:[^<>"']|"[^"]*"|'[^']*')*>`, 'gi')
  tag.lastIndex = start
  let depth = 0
  for (let match = tag.exec(text); match && match.index < start + LONGEST; match = tag.exec(text)) {
    if (match[1] === '/') depth--
    else if (!match[0].endsWith('/>') && !VOID.test(name)) depth++
    if (depth <= 0) return match.index + match[0].length
  }
  return start + 1
}
