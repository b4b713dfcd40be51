/** Python as statements and expressions: layout of lines, texts, decorators, calls, and what is not understood. */
import { describe, expect, it } from 'vitest'
import { parsePython } from '../../../src/frameworks/python/reading/parser.js'
import { regexPaths } from '../../../src/frameworks/python/url-patterns.js'
import type { Argument, Expression, Statement } from '../../../src/frameworks/reading/code/nodes.js'
import { callsIn } from '../../../src/frameworks/reading/code/walk.js'

/** A statement or expression as short text. */
function told(node: Expression): string {
  const items = (list: readonly Argument[]): string => list.map(({ name, key, value, isSpread }) =>
    `${isSpread ? '*' : ''}${name === null ? '' : `${name}=`}${key ? `${told(key)}: ` : ''}${told(value)}`).join(', ')
  switch (node.kind) {
    case 'text': return JSON.stringify(node.text)
    case 'symbol':
    case 'name': return node.name
    case 'constant': return String(node.value)
    case 'member': return `${told(node.object)}.${node.name}`
    case 'index': return `${told(node.object)}[${told(node.key)}]`
    case 'call': return `${told(node.callee)}(${items(node.arguments)})`
    case 'list': return `[${items(node.items)}]`
    case 'map': return `{${items(node.entries)}}`
    case 'join': return `<${node.parts.map(told).join('')}>`
    case 'binary': return `(${told(node.left)} ${node.operator} ${told(node.right)})`
    case 'choice': return `(${node.options.map(told).join(' | ')})`
    case 'each': return `each ${node.variables.join()} of ${told(node.over)}: ${told(node.item)}`
    case 'function': return `fn(${node.function.parameters.map(({ name }) => name).join()})`
    case 'other': return `?${node.parts.map(told).join()}`
  }
}

function lines(statements: readonly Statement[], indent = ''): string[] {
  const body = (inner: readonly Statement[]): string[] => lines(inner, `${indent}  `)
  return statements.flatMap((node): string[] => {
    switch (node.kind) {
      case 'expression': return [indent + told(node.value)]
      case 'return': return [`${indent}return ${told(node.value)}`]
      case 'assign': return [`${indent}${node.targets.map(told).join(' = ')} ${node.operator} ${told(node.value)}`]
      case 'import': return [`${indent}import ${node.imports.map(({ module, name, alias }) => `${module}|${name ?? ''}|${alias}`).join(' ')}`]
      case 'function': return [`${indent}def ${node.function.name as string} @${node.function.decorators.map(told).join(' @')}`, ...body(node.function.body)]
      case 'class': return [`${indent}class ${node.class.name}(${node.class.bases.map(({ value }) => told(value)).join()})`, ...body(node.class.body)]
      case 'branch': return node.branches.flatMap((branch) => [`${indent}if ${branch.tests.map(told).join()}`, ...body(branch.body)])
      case 'loop': return [`${indent}for ${node.variables.join()} in ${node.over ? told(node.over) : ''}`, ...body(node.body)]
      case 'block': return [`${indent}block ${node.heads.map(told).join()}`, ...body(node.body)]
    }
  })
}

describe('lines', () => {
  it('belong to what they are indented below', () => {
    expect(lines(parsePython('class A(B, metaclass=M):\n    x: int = 1\n\n    @property\n    # a comment\n    async def f(self, a, *, b="c") -> str:\n        """Says."""\n        if a: return b\n        elif b:\n            return (a)\n        else:\n            pass\n\ny = 2\n'))).toEqual([
      'class A(B,M)', '  x = 1', '  def f @property', '    "Says."', '    if a', '      return b', '    if b', '      return a', '    if ', 'y = 2',
    ])
  })

  it('go on inside brackets and behind a backslash', () => {
    expect(lines(parsePython('a = f(\n  1,\n  # no\n  b=[2,\n3],\n)\nc = 1 + \\\n  2\nd'))).toEqual(['a = f(1, b=[2, 3])', 'c = (1 + 2)', 'd'])
  })

  it('begin anew behind a bracket that is never closed', () => {
    expect(lines(parsePython('a = f(1,\n\ndef g():\n    pass\n'))).toEqual(['a = f(1)', 'def g @'])
  })

  it('of loops, blocks and matches', () => {
    expect(lines(parsePython('for a, b in c:\n  d()\nelse:\n  e()\nwith f() as g, h:\n  i\ntry:\n  j\nexcept K as l:\n  m\nfinally:\n  n\nmatch o:\n  case "p" | "q":\n    r\n  case _:\n    s\n'))).toEqual([
      'for a,b in c', '  d()', '  e()', 'block f(),h', '  i', 'block ', '  j', '  m', '  n', 'if ("p" | "q")', '  r', 'if ', '  s',
    ])
  })
})

describe('expressions', () => {
  it.each([
    ["x = r'^a\\d' 'b' \"\"\"c\nd\"\"\"", 'x = <"^a\\\\d""b""c\\nd">'],
    ['x = f"{base}/a/{pk:>3}{{}}"', 'x = <""base"/a/"pk"{}">'],
    ["x = f'{d[\"k\"]!r}'", 'x = <""d["k"]"">'],
    ['x = a if b else c or d', 'x = (a | (c or d))'],
    ['x = [p(a) for a in b if a]', 'x = each a of b: p(a)'],
    ['x = {"k": v, **rest}', 'x = {k=v, *rest}'],
    ['x = lambda a, b=1: a + b', 'x = fn(a,b)'],
    ['x = a.b(c)(d)[e].f', 'x = a.b(c)(d)[e].f'],
    ['a, b = 1, 2', '[a, b] = [1, 2]'],
    ['x += y', 'x += y'],
    ['x = "a" \\\n  "b"', 'x = <"a""b">'],
    ['f(*a, **b)', 'f(*a, *b)'],
    ['x = not a == b', 'x = ?(a == b)'],
  ])('%s', (text, expected) => expect(lines(parsePython(text))).toEqual([expected]))

  it('stand where they are written, in texts as well', () => {
    const text = 'x = 1\ny = f"a{g(b)}" + h(i)\n'
    expect(callsIn(parsePython(text)).map(({ start, end }) => text.slice(start, end))).toEqual(['g(b)', 'h(i)'])
  })

  it('that are no Python are left out, and what follows is read', () => {
    for (const text of ['x = )\ny', 'def\ny', 'f("a\ny', '{% x %}\ny', 'class (:\ny', 'x = [1, 2\ny', '@\ny', '\ty', 'if\n  x\ny']) {
      expect(() => parsePython(text)).not.toThrow()
    }
    expect(lines(parsePython('print "x" % y\nz = 1'))).toContain('z = 1')
  })
})

describe('imports', () => {
  it('of modules and names', () => {
    expect(lines(parsePython('import a.b, c as d\nfrom . import e\nfrom ..f.g import (\n  h as i,\n  j,\n)\nfrom k import *\n'))).toEqual([
      'import a.b||a c||d', 'import .|e|e', 'import ..f.g|h|i ..f.g|j|j', 'import k|*|*',
    ])
  })
})

describe('regular expressions of URLs', () => {
  it.each([
    ['^visits/(?P<pk>\\d+)/$', ['visits/:pk/']],
    ['^$', ['']],
    ['^(?:book|schedule)/?$', ['book', 'schedule']],
    ['^(?P<path>.*)$', ['*']],
    ['^docs/(?P<path>[\\w/-]+)$', ['docs/*']],
    ['^(?P<slug>[^/]+)/print', [':slug/print']],
    ['^site\\.html$', ['site.html']],
    ['^reports?/$', ['report/', 'reports/']],
    ['^(?!admin).*$', ['*']],
    ['^x/\\w+/[a-z]{2}/$', ['x/:value/:value/']],
    ['(', [':value']],
    ['[', [':value']],
  ])('%s', (expression, paths) => expect(regexPaths(expression)).toEqual(paths))
})
