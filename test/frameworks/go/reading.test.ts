/** Go as statements and expressions: where statements end, literals, types that are passed over, and what is not understood. */
import { describe, expect, it } from 'vitest'
import { goPath, isSubtree, methodOf, withoutMethod } from '../../../src/frameworks/go/patterns.js'
import { parseGo } from '../../../src/frameworks/go/reading/parser.js'
import { callsIn } from '../../../src/frameworks/reading/code/walk.js'
import { lines } from '../reading/told.js'

const read = (text: string): string[] => lines(parseGo(`package p\n${text}`))

describe('expressions', () => {
  it.each([
    ['x := a.B("c", d...).E(func(w http.ResponseWriter, r *http.Request) { f(w) })', 'x = a.B("c", *d).E(fn(w,r) { f(w) })'],
    ['x := `a\\n"b"` + "c\\"d"', 'x = ("a\\\\n\\"b\\"" + "c\\"d")'],
    ['x := []string{"a", b}', 'x = ["a", b]'],
    ['x := map[string]http.HandlerFunc{"/a": h.A, "/b": b}', 'x = {/a=h.A, /b=b}'],
    ['x := &Server{router: chi.NewRouter(), Name: "n"}', 'x = {router=chi.NewRouter(), Name="n"}'],
    ['c.HTML(200, "a.html", gin.H{"title": t})', 'c.HTML(200, "a.html", {title=t})'],
    ['x := []byte("a")', 'x = "a"'],
    ['x, err := f[int](a.(T), b[1:2])', '[x, err] = f[int](a, b[1])'],
    ['go func() { f() }()', 'fn() { f() }()'],
    ['x = *a == !b || <-c', 'x = ((?a == ?b) or ?c)'],
    ["x := 'a'", 'x = 0'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]))
})

describe('statements', () => {
  it('functions, methods and their results', () => {
    expect(read('func (s *Server) Home(a, b int, c ...string) (http.Handler, error) {\n\treturn s.x, nil\n}\n\nfunc f[T any](x map[string][]T) func(int) error { return g }')).toEqual([
      'def Server.Home', '  return [s.x, null]', 'def f', '  return g',
    ])
    const [method] = parseGo('package p\nfunc (s *Server) Home(a, b int, c ...string) {}')
    expect(method?.kind === 'function' && [method.function.self, ...method.function.parameters.map(({ name, type }) => `${name} ${type as string}`)]).toEqual(['s', 'a int', 'b int', 'c ...string'])
  })

  it('declarations in groups, types without their insides', () => {
    expect(read('import (\n\t"net/http"\n\tm "x/y/v2"\n\t"github.com/go-chi/chi/v5"\n)\nconst (\n\ta = "b"\n\tc\n)\nvar d, e = 1, "f"\nvar g *http.ServeMux\ntype (\n\tT struct {\n\t\tx int\n\t}\n\tU interface{ M() }\n)')).toEqual([
      'import net/http||http x/y/v2||m github.com/go-chi/chi/v5||chi', 'a = "b"', '[d, e] = [1, "f"]', 'class T()', 'class U()',
    ])
  })

  it('branches, switches and loops', () => {
    expect(read('func f() {\n\tif err := a(); err != nil {\n\t\tb()\n\t} else if c == (T{1}) {\n\t\td()\n\t} else {\n\t\te()\n\t}\n\tswitch r.URL.Path {\n\tcase "/x", "/y":\n\t\tg()\n\tdefault:\n\t\th()\n\t}\n\tfor i, v := range list {\n\t\tj(v)\n\t}\n\tfor {\n\t\tk()\n\t}\n\tselect {\n\tcase m := <-n:\n\t\to(m)\n\t}\n}')).toEqual([
      'def f', '  block ', '    err = a()', '    if (err != null)', '      b()', '    if (c == [1])', '      d()', '    if ', '      e()', '  if r.URL.Path is "/x","/y"', '    g()', '  if r.URL.Path is ', '    h()',
      '  for i,v in list', '    j(v)', '  for  in ', '    k()', '  if m', '    o(m)',
    ])
  })

  it('end with the line, unless it goes on', () => {
    expect(read('a(\n\tb,\n\tc,\n)\nd.\n\tE()\nf() // g\n/* h\n*/ i()')).toEqual(['a(b, c)', 'd.E()', 'f()', 'i()'])
  })

  it('that are broken are left out, and what follows is read', () => {
    for (const text of ['func', 'func (', 'x := [', 'if {', 'switch', '"a', '`a', 'a(', '}', 'map[', 'type T struct {', 'for', 'case', '/*', 'x.', 'func f() {']) expect(() => parseGo(text)).not.toThrow()
    expect(read(')\na()')).toContain('a()')
  })

  it('stand where they are written', () => {
    const text = 'package p\nfunc f() { a(b("c")) }'
    expect(callsIn(parseGo(text)).map(({ start, end }) => text.slice(start, end))).toEqual(['a(b("c"))', 'b("c")'])
  })
})

describe('patterns', () => {
  it.each([
    ['GET /visits/{id}', '/visits/:id'], ['example.org/x/{$}', '/x/'], ['/files/{path...}', '/files/*'], ['/visits/{id:[0-9]{2,3}}', '/visits/:id'],
    ['/a/:id/*rest', '/a/:id/*'], ['/a/*', '/a/*'], ['/x/{name:.*}', '/x/*'], ['/user/:id<int>', '/user/:id'],
  ])('%s', (pattern, path) => expect(goPath(withoutMethod(pattern))).toBe(path))

  it('of net/http may stand for all below them', () => {
    expect([isSubtree('/portal/'), isSubtree('/portal'), isSubtree('/'), isSubtree('GET /x/{$}')]).toEqual([true, false, false, false])
    expect([methodOf('POST /x'), methodOf('/x')]).toEqual(['post', null])
  })
})
