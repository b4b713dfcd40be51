/** Elixir read as expressions and modules. */
import { describe, expect, it } from 'vitest'
import { parseElixir } from '../../../src/frameworks/elixir/reading/parser.js'
import { calledName, pathOf, type Expression } from '../../../src/frameworks/reading/code/nodes.js'
import { callsIn } from '../../../src/frameworks/reading/code/walk.js'

function written(node: Expression): string {
  switch (node.kind) {
    case 'text': return JSON.stringify(node.text)
    case 'symbol': return `:${node.name}`
    case 'constant': return String(node.value)
    case 'name': return node.name
    case 'member': return `${written(node.object)}.${node.name}`
    case 'list': return `[${items(node.items)}]`
    case 'map': return `{${items(node.entries)}}`
    case 'join': return `join(${node.parts.map(written).join(', ')})`
    case 'binary': return `(${written(node.left)} ${node.operator} ${written(node.right)})`
    case 'call': return `${written(node.callee)}(${items(node.arguments)})${node.block ? ` do ${node.block.body.length}` : ''}`
    case 'function': return `fn ${node.function.body.length}`
    default: return node.kind
  }
}

function items(list: readonly { name: string | null; key?: Expression; value: Expression }[]): string {
  return list.map(({ name, key, value }) => (name === null ? key ? `${written(key)} => ` : '' : `${name}: `) + written(value)).join(', ')
}

function read(text: string): string[] {
  return parseElixir(text).map((statement) => (statement.kind === 'expression' ? written(statement.value)
    : statement.kind === 'assign' ? `${statement.targets.map(written).join()} = ${written(statement.value)}` : statement.kind))
}

describe('expressions of Elixir', () => {
  it.each([
    ['get "/", PageController, :home', ['get("/", PageController, :home)']],
    ['scope "/", ClinicWeb do\n  pipe_through [:browser, :auth]\nend', ['scope("/", ClinicWeb) do 1']],
    ['plug :put_root_layout, html: {ClinicWeb.Layouts, :root}', ['plug(:put_root_layout, html: [ClinicWeb.Layouts, :root])']],
    ['conn |> put_layout(false) |> render(:home, page: 1)', ['render(put_layout(conn, false), :home, page: 1)']],
    ['resources "/visits", VisitController,\n  only: [:index, :show] do\n  get "/x", X, :y\nend', ['resources("/visits", VisitController, only: [:index, :show]) do 1']],
    ['def show(conn, %{"id" => id}) when is_binary(id), do: render(conn, "show.html")', ['def((show(conn, {"id" => id}) when is_binary(id)), do: render(conn, "show.html"))']],
    ['x = ~w(a b)\ny = "a#{b(1)}c" <> "d"', ['x = ["a", "b"]', 'y = join(join("a", b(1), "c"), "d")']],
    ['alias Clinic.{Visits, Messages}', ['alias(Clinic.{}(Visits, Messages))']],
    ['case x do\n  {:ok, v} -> f(v)\n  _ -> g()\nend', ['case(x) do 1']],
    ['Enum.map(xs, fn {a, b} -> a end)\n|> h', ['h(Enum.map(xs, fn 1))']],
    ['@root "lib"\n@spec f(x) :: :ok # note\nf(?", \'c\')', ['@root("lib")', '@spec((f(x) :: :ok))', 'f(0, "c")']],
    ['~H"""\n<p>{@x}</p>\n"""', ['"\\n<p>{@x}</p>\\n"']],
    ['live "/a", A, :b, as: "c"', ['live("/a", A, :b, as: "c")']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('stand where they are written', () => {
    const text = 'scope "/" do\n  get "/a", A, :b\nend\n'
    const [, get] = callsIn(parseElixir(text))
    expect(get && [calledName(get), pathOf(get.callee), text.slice(get.start, get.end)]).toEqual(['get', 'get', 'get "/a", A, :b'])
  })

  it('of broken code end', () => {
    for (const text of ['defmodule A do\n def b(', '~H"""<p>', '"#{', ')))', 'a -> -> do end end', '%{', '&', '1 |>', 'fn', '<<<<']) {
      expect(Array.isArray(parseElixir(text)), text).toBe(true)
    }
  })
})
