/** Python as statements and expressions: layout of lines, texts, decorators, calls, and what is not understood. */
import { describe, expect, it } from 'vitest'
import { parsePython } from '../../../src/frameworks/python/reading/parser.js'
import { regexPaths } from '../../../src/frameworks/python/url-patterns.js'
import { callsIn } from '../../../src/frameworks/reading/code/walk.js'
import { lines } from '../reading/told.js'

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
    expect(lines(parsePython('a = f(1,\n\ndef g():\n    pass\n'))).toEqual(['a = f(1)', 'def g'])
  })

  it('of loops, blocks and matches', () => {
    expect(lines(parsePython('for a, b in c:\n  d()\nelse:\n  e()\nwith f() as g, h:\n  i\ntry:\n  j\nexcept K as l:\n  m\nfinally:\n  n\nmatch o:\n  case "p" | "q":\n    r\n  case _:\n    s\n'))).toEqual([
      'for a,b in c', '  d()', '  e()', 'block f(),h', '  i', 'block ', '  j', '  m', '  n', 'if o is ("p" | "q")', '  r', 'if o is ', '  s',
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
    ['x = lambda a, b=1: a + b', 'x = fn(a,b) { return (a + b) }'],
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
