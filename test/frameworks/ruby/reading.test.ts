/** Ruby as statements and expressions: calls without brackets, blocks, texts of all kinds, and what is not understood. */
import { describe, expect, it } from 'vitest'
import { callsIn } from '../../../src/frameworks/reading/code/walk.js'
import { parseRuby } from '../../../src/frameworks/ruby/reading/parser.js'
import { pluralize, singularize } from '../../../src/frameworks/ruby/reading/words.js'
import { lines } from '../reading/told.js'

const read = (text: string): string[] => lines(parseRuby(text))

describe('calls', () => {
  it.each([
    ['get "a", to: "b#c", as: :d', 'get("a", to="b#c", as=:d)'],
    ["get 'a' => 'b#c', via: [:get, :post]", 'get("a": "b#c", via=[:get, :post])'],
    ['resources :a, only: %i[index show] do |x|\n  member { get :b }\nend', 'resources(:a, only=[:index, :show])(x) { member()() { get(:b) } }'],
    ['a.b(1) { |x, y| x }.c d do\n e\nend', 'a.b(1)(x,y) { x }.c(d)() { e }'],
    ['mount A::B => "/c"', 'mount(A.B: "/c")'],
    ['scope "(:locale)", locale: /en|es/ do\nend', 'scope("(:locale)", locale=?)() {  }'],
    ['render json: x, status: :ok', 'render(json=x, status=:ok)'],
    ['match(\n  "/#{a.b}",\n  action: c,\n)', 'match(<"/"a.b"">, action=c)'],
    ['x = foo.bar? ? "a" : :b', 'x = ("a" | :b)'],
    ['get "x", to: redirect { |p, r| "/#{r}" }', 'get("x", to=redirect()(p,r) { <"/"r""> })'],
    ['get "x", to: ->(env) { [200, {}, ["ok"]] }', 'get("x", to=fn(env) { [200, {}, ["ok"]] })'],
    ['only = params[:a].map(&:to_s) || []', 'only = (params[:a].map(?:to_s) or [])'],
    ['a&.b ||= c', 'a.b ||= c'],
    ['layout -> { x ? "a" : nil }', 'layout(fn() { ("a" | null) })'],
    ['before_action :x, if: :y?', 'before_action(:x, if=:y?)'],
    ['foo bar baz, qux: 1', 'foo(bar(baz, qux=1))'],
    ['puts a / b / c', 'puts(((a / b) / c))'],
    ['list <<\n  if a\n    b\n  else\n    c\n  end', '(list << (b | c))'],
    ['x = 1.. if a', 'if a'],
    ['x.each_with_object({}) { |a, b| b[a] = 1 }', 'x.each_with_object({})(a,b) { b[a] = 1 }'],
  ])('%s', (text, expected) => expect(read(text)[0]).toBe(expected))
})

describe('texts', () => {
  it('of all kinds', () => {
    expect(read("a = 'x\\'y'\nb = \"x\\ny\"\nc = %w[p q]\nd = %(r)\ne = :\"s t\"\nf = 'u' 'v'")).toEqual([
      'a = "x\'y"', 'b = "x\\ny"', 'c = ["p", "q"]', 'd = "r"', 'e = :s t', 'f = <"u""v">',
    ])
  })

  it('of several lines stand where they are announced', () => {
    expect(read('a(<<~A, <<-"B")\n  one #{two}\n  A\nthree\n  B\nc')).toEqual(['a(<"  one "two"\\n">, "three\\n")', 'c'])
  })

  it('a slash, a question mark and a percent sign may be operators', () => {
    expect(read('a / b\nc % d\ne ? f : g\nh =~ /i#{j}/')).toEqual(['(a / b)', '(c % d)', '(f | g)', '(h =~ ?)'])
  })
})

describe('constructs', () => {
  it('classes, modules and methods', () => {
    expect(read('module A\n  class B::C < D::E\n    F = 1\n    def self.g(h, i = 2, *j, k:, l: 3, &m)\n      h\n    end\n    def n = o\n    class << self\n      def p; end\n    end\n    private def q; r; end\n  end\nend')).toEqual([
      'class A()', '  class B::C(D.E)', '    F = 1', '    def self.g', '      h', '    def n', '      o', '    block ', '      def self.p', '    private(fn() { r })',
    ])
  })

  it('branches in front and behind, cases and rescues', () => {
    expect(read('if a && b then c elsif d\n e\nelse f end\ng unless h\ncase i\nwhen 1, 2 then j\nelse k\nend\nbegin\n l\nrescue M => n\n o\nensure\n p\nend\nq = if r then s else t end\nu do\n v\nend while w')).toEqual([
      'if (a && b)', '  c', 'if d', '  e', 'if ', '  f', 'unless h', '  g', 'if i is 1,2', '  j', 'if i is ', '  k', 'block ', '  l', '  o', '  p', 'q = (s | t)', 'u()() { v }',
    ])
  })

  it('what is done one after the other on a line', () => {
    expect(read('redirect_to root_path and return')).toEqual(['block ', '  redirect_to(root_path)', '  return null'])
  })

  it('lines that go on', () => {
    expect(read('a\n  .b\n  # no\n  .c(1,\n    2)\nd = e +\n  f\ng(h: 1,\n  i: 2)')).toEqual(['a.b.c(1, 2)', 'd = (e + f)', 'g(h=1, i=2)'])
  })

  it('comments and what stands behind the end are left out', () => {
    expect(read('a # b\n=begin\nc\n=end\nd\n__END__\ne')).toEqual(['a', 'd'])
  })

  it('stand where they are written', () => {
    const text = 'x\nget "a#{b(1)}" do\n c(2)\nend\n'
    expect(callsIn(parseRuby(text)).map(({ start, end }) => text.slice(start, end))).toEqual(['get "a#{b(1)}" do\n c(2)\nend', 'b(1)', 'c(2)'])
  })

  it('that are broken are left out, and what follows is read', () => {
    for (const text of ['end\na', 'def\na', 'x = [1, 2', 'foo(', '"abc', '<<~X\nabc', 'class\nend', '%w[', 'a ? b', 'if', '{ |x', '->(', ')', 'case\nend', '#{']) {
      expect(() => parseRuby(text)).not.toThrow()
    }
    expect(read('end\nend\na b')).toEqual(['a(b)'])
  })
})

describe('words', () => {
  it.each([['profile', 'profiles'], ['summary', 'summaries'], ['address', 'addresses'], ['person', 'people'], ['diagnosis', 'diagnoses'], ['lab_result', 'lab_results'], ['batch', 'batches'], ['day', 'days'], ['news', 'news']])('%s and %s', (one, many) => {
    expect(pluralize(one)).toBe(many)
    expect(singularize(many)).toBe(one)
  })
})
