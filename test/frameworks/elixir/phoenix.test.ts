/** Routers of Phoenix, layouts by pipeline, controller and session, and what markup brings in. */
import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const base = {
  'mix.exs': 'defmodule Clinic.MixProject do\nend\n',
  'lib/clinic_web.ex': `defmodule ClinicWeb do
  def router do
    quote do
      use Phoenix.Router, helpers: false
    end
  end
  def controller do
    quote do
      use Phoenix.Controller, formats: [:html, :json], layouts: [html: ClinicWeb.Layouts]
    end
  end
  def live_view do
    quote do
      use Phoenix.LiveView, layout: {ClinicWeb.Layouts, :app}
      unquote(html_helpers())
    end
  end
  def html do
    quote do
      use Phoenix.Component
      unquote(html_helpers())
    end
  end
  defp html_helpers do
    quote do
      import ClinicWeb.CoreComponents
      alias ClinicWeb.Layouts
    end
  end
  defmacro __using__(which) when is_atom(which), do: apply(__MODULE__, which, [])
end
`,
  'lib/clinic_web/components/layouts.ex': 'defmodule ClinicWeb.Layouts do\n  use ClinicWeb, :html\n  embed_templates "layouts/*"\n  def plain(assigns), do: ~H"<main>{render_slot(@inner_block)}</main>"\nend\n',
  'lib/clinic_web/components/layouts/root.html.heex': '<html>{@inner_content}</html>',
  'lib/clinic_web/components/layouts/other.html.heex': '<html>{@inner_content}</html>',
  'lib/clinic_web/components/layouts/app.html.heex': '<main>{@inner_content}</main>',
  'lib/clinic_web/components/core_components.ex': 'defmodule ClinicWeb.CoreComponents do\n  use Phoenix.Component\n  @doc "<.banner />"\n  def header(assigns), do: ~H"<header/>"\n  def banner(assigns), do: ~H"<aside><.header /></aside>"\nend\n',
  'lib/clinic_web/controllers/page_controller.ex': 'defmodule ClinicWeb.PageController do\n  use ClinicWeb, :controller\n  def home(conn, _params), do: render(conn, :home)\n  def about(conn, _params) do\n    conn |> put_layout(false) |> render("about.html")\n  end\nend\n',
  'lib/clinic_web/controllers/page_html.ex': 'defmodule ClinicWeb.PageHTML do\n  use ClinicWeb, :html\n  embed_templates "page_html/*"\n  def about(assigns), do: ~H"<.banner />"\nend\n',
  'lib/clinic_web/controllers/page_html/home.html.heex': '<h1>home</h1>',
}
const site = (routes: string, files: Record<string, string> = {}): Record<string, string> => ({
  ...base, ...files,
  'lib/clinic_web/router.ex': `defmodule ClinicWeb.Router do
  use ClinicWeb, :router
  pipeline :browser do
    plug :accepts, ["html"]
    plug :put_root_layout, html: {ClinicWeb.Layouts, :root}
  end
  pipeline :api do
    plug :accepts, ["json"]
  end
${routes}
end
`,
})
const live = (name: string, more = ''): Record<string, string> => ({
  [`lib/clinic_web/live/${name.toLowerCase()}_live.ex`]: `defmodule ClinicWeb.${name}Live do\n  use ClinicWeb, :live_view\n${more}  def render(assigns), do: ~H"<p>${name}</p>"\nend\n`,
})

describe('routes of Phoenix', () => {
  it('stand below scopes, with their aliases', () => {
    expect(routesOf(site(`  scope "/", ClinicWeb do
    pipe_through :browser
    get "/", PageController, :home
    scope "/about" do
      get "/:id/*rest", PageController, :about
    end
    live "/visits/:id", VisitLive, :show
    post "/", PageController, :save
  end
  scope path: "/api", alias: ClinicWeb.API do
    get "/x", XController, :show
  end
  if Mix.env() == :dev do
    scope "/dev" do
      live_dashboard "/dashboard"
    end
  end`, live('Visit')))).toEqual(['/', '/about/:id/*', '/api/x api', '/dev/dashboard/* api possible', '/visits/:id'])
  })

  it('of resources are those that their controllers have actions for', () => {
    const visits = 'defmodule ClinicWeb.VisitController do\n  use ClinicWeb, :controller\n'
      + ['index', 'new', 'show', 'edit'].map((name) => `  def ${name}(conn, _), do: html(conn, "<p>")\n`).join('')
      + '  def create(conn, _), do: redirect(conn, to: "/")\nend\n'
    const notes = visits.replace('VisitController', 'NoteController')
    expect(routesOf(site(`  scope "/", ClinicWeb do
    resources "/visits", VisitController, only: [:index, :show, :create, :delete], param: "slug" do
      resources "/notes", NoteController, except: [:edit, :index]
    end
    resources "/me", VisitController, singleton: true, only: [:show, :edit]
  end`, { 'lib/clinic_web/controllers/visit_controller.ex': visits, 'lib/clinic_web/controllers/note_controller.ex': notes })))
      .toEqual(['/me', '/me/edit', '/visits', '/visits/:slug', '/visits/:visit_slug/notes api', '/visits/:visit_slug/notes/:id', '/visits/:visit_slug/notes/new'])
  })

  it('are data where a controller has a view for data alone', () => {
    const controller = 'defmodule ClinicWeb.NoteController do\n  use ClinicWeb, :controller\n  def index(conn, _), do: render(conn, :index, notes: [])\nend\n'
    const view = 'defmodule ClinicWeb.NoteJSON do\n  def index(_), do: %{data: []}\nend\n'
    const files = { 'lib/clinic_web/controllers/note_controller.ex': controller }
    const routes = '  scope "/", ClinicWeb do\n    get "/notes", NoteController, :index\n  end'
    expect(routesOf(site(routes, { ...files, 'lib/clinic_web/controllers/note_json.ex': view }))).toEqual(['/notes api'])
    expect(routesOf(site(routes, files))).toEqual(['/notes possible'])
  })

  it('of macros and of routers behind others', () => {
    expect(routesOf(site(`  import ClinicWeb.Routes
  scope "/", ClinicWeb do
    shared_routes()
    forward "/admin", AdminRouter
    forward "/graph", Absinthe.Plug
  end`, {
      'lib/clinic_web/routes.ex': 'defmodule ClinicWeb.Routes do\n  defmacro shared_routes do\n    quote do\n      get "/home", PageController, :home\n    end\n  end\nend\n',
      'lib/clinic_web/admin_router.ex': 'defmodule ClinicWeb.AdminRouter do\n  use Plug.Router\n  get "/jobs" do\n    send_resp(conn, 200, "<h1>jobs</h1>")\n  end\n  post "/x", do: send_resp(conn, 200, "ok")\nend\n',
    }))).toEqual(['/admin/jobs', '/admin/x api', '/graph/* api', '/home'])
  })

  it('are none without a router', () => {
    expect(routesOf(base)).toEqual([])
  })
})

describe('layouts of Phoenix', () => {
  const layouts = 'lib/clinic_web/components/layouts'
  const scope = (inner: string, pipes = ':browser'): string => `  scope "/", ClinicWeb do\n    pipe_through ${pipes}\n${inner}\n  end`

  it('are those of the pipeline and of the controller, unless an action says otherwise', () => {
    const tree = site(`${scope('    get "/", PageController, :home\n    get "/about", PageController, :about')}\n  get "/bare", ClinicWeb.PageController, :home`)
    expect(reachOf(tree, `${layouts}/root.html.heex`)).toEqual(['/', '/about'])
    expect(reachOf(tree, `${layouts}/app.html.heex`)).toEqual(['/', '/bare'])
    expect(reachOf(tree, `${layouts}/other.html.heex`)).toEqual([])
  })

  it('are those of plugs in the router and in the controller, for the actions that these name', () => {
    const controller = base['lib/clinic_web/controllers/page_controller.ex'].replace('  def home', '  plug :put_root_layout, [html: {ClinicWeb.Layouts, :other}] when action in [:about]\n  def home')
    const tree = site(`${scope('    get "/", PageController, :home\n    get "/about", PageController, :about')}\n${scope('    get "/print", PageController, :home', '[:browser, :print]')}
  defp print(conn, _), do: conn |> put_root_layout(false) |> put_layout(html: false)`, { 'lib/clinic_web/controllers/page_controller.ex': controller })
    expect(reachOf(tree, `${layouts}/root.html.heex`)).toEqual(['/'])
    expect(reachOf(tree, `${layouts}/other.html.heex`)).toEqual(['/about'])
    expect(reachOf(tree, `${layouts}/app.html.heex`)).toEqual(['/'])
    expect(reachOf(tree, 'lib/clinic_web/controllers/page_html/home.html.heex')).toEqual(['/', '/print'])
  })

  it('of live views are those of the session, of the module, or of their mount', () => {
    const tree = site(scope(`    live "/a", ALive
    live_session :staff, layout: false, root_layout: {ClinicWeb.Layouts, :other} do
      live "/b", BLive
    end
    live "/c", CLive`), { ...live('A'), ...live('B'), ...live('C', '  def mount(_, _, socket), do: {:ok, socket, layout: {ClinicWeb.Layouts, :other}}\n') })
    expect(reachOf(tree, `${layouts}/root.html.heex`)).toEqual(['/a', '/c'])
    expect(reachOf(tree, `${layouts}/other.html.heex`)).toEqual(['/b', '/c'])
    expect(reachOf(tree, `${layouts}/app.html.heex`)).toEqual(['/a'])
  })

  it('and what a session runs before is on its views', () => {
    const tree = site(scope('    live_session :a, on_mount: [{ClinicWeb.Measure, :visits}] do\n      live "/a", ALive\n    end\n    live "/b", BLive'), {
      ...live('A'), ...live('B'), 'lib/clinic_web/measure.ex': 'defmodule ClinicWeb.Measure do\n  def on_mount(:visits, _, _, socket), do: Req.post("https://x.test/v")\n  def on_mount(:other, _, _, socket), do: Req.post("https://x.test/o")\nend\n',
    })
    const at = (word: string): string[] => reachOf(tree, 'lib/clinic_web/measure.ex', null, (tree['lib/clinic_web/measure.ex'] as string).indexOf(word))
    expect(at('https://x.test/v')).toEqual(['/a'])
    expect(at('https://x.test/o')).toEqual([])
  })
})

describe('what templates of Phoenix bring in', () => {
  const tree = site('  scope "/", ClinicWeb do\n    pipe_through :browser\n    get "/", PageController, :home\n    get "/about", PageController, :about\n  end')
  const components = 'lib/clinic_web/components/core_components.ex'
  const at = (files: Record<string, string>, file: string, word: string): string[] =>
    reachOf(files, file, null, (files[file] as string).indexOf(word))

  it('components, through one another', () => {
    expect(at(tree, components, '<aside>')).toEqual(['/about'])
    expect(at(tree, components, '<header/>')).toEqual(['/about'])
  })

  it('components of a module, and none that is only in a comment', () => {
    const named = { ...tree, 'lib/clinic_web/controllers/page_html/home.html.heex': '<Layouts.plain>x</Layouts.plain><%!-- <.banner /> --%>' }
    expect(at(named, 'lib/clinic_web/components/layouts.ex', '<main>')).toEqual(['/'])
    expect(at(named, components, '<aside>')).toEqual(['/about'])
  })

  it('live components, with the file beside them', () => {
    const files = {
      ...tree, 'lib/clinic_web/controllers/page_html/home.html.heex': '<.live_component module={ClinicWeb.Form} id="f" />',
      'lib/clinic_web/live/form.ex': 'defmodule ClinicWeb.Form do\n  use Phoenix.LiveComponent\nend\n', 'lib/clinic_web/live/form.html.heex': '<form>',
    }
    expect(reachOf(files, 'lib/clinic_web/live/form.html.heex')).toEqual(['/'])
  })

  it('scripts, by the entry of the build', () => {
    const files = {
      ...tree, 'config/config.exs': 'config :esbuild, clinic: [args: ~w(js/app.js --bundle --outdir=../priv/static/assets/js)]', 'assets/js/app.js': 'x()', 'assets/js/old.js': 'x()',
      'lib/clinic_web/controllers/page_html/home.html.heex': '<script defer src={~p"/assets/js/app.js"}></script>',
    }
    expect(reachOf(files, 'assets/js/app.js')).toEqual(['/'])
    expect(reachOf(files, 'assets/js/old.js')).toEqual([])
  })
})

describe('views of Phoenix before 1.7', () => {
  const tree = {
    'mix.exs': '', 'lib/shop_web.ex': `defmodule ShopWeb do
  def controller do
    quote do
      use Phoenix.Controller, namespace: ShopWeb
    end
  end
  def view do
    quote do
      use Phoenix.View, root: "lib/shop_web/templates", namespace: ShopWeb
    end
  end
end
`,
    'lib/shop_web/router.ex': 'defmodule ShopWeb.Router do\n  use Phoenix.Router\n  scope "/", ShopWeb do\n    get "/", PageController, :index\n    get "/admin", Admin.PageController, :index\n    get "/x.json", PageController, :data\n  end\nend\n',
    'lib/shop_web/controllers/page_controller.ex': 'defmodule ShopWeb.PageController do\n  use ShopWeb, :controller\n  alias ShopWeb.OtherView\n  def index(conn, _), do: render(conn, "index.html", title: "x")\n  def data(conn, _), do: json(conn, %{})\nend\n',
    'lib/shop_web/controllers/admin/page_controller.ex': 'defmodule ShopWeb.Admin.PageController do\n  use ShopWeb, :controller\n  plug :put_layout, "admin.html"\n  def index(conn, _), do: render(conn, ShopWeb.OtherView, "index.html")\nend\n',
    'lib/shop_web/views/page_view.ex': 'defmodule ShopWeb.PageView do\n  use ShopWeb, :view\nend\n',
    'lib/shop_web/views/other_view.ex': 'defmodule ShopWeb.OtherView do\n  use ShopWeb, :view\nend\n',
    'lib/shop_web/views/layout_view.ex': 'defmodule ShopWeb.LayoutView do\n  use ShopWeb, :view\nend\n',
    'lib/shop_web/templates/layout/app.html.eex': '<html><%= render "head.html", assigns %><%= @inner_content %></html>',
    'lib/shop_web/templates/layout/head.html.eex': '<head>', 'lib/shop_web/templates/layout/admin.html.eex': '<html>',
    'lib/shop_web/templates/page/index.html.eex': '<%= render ShopWeb.OtherView, "part.html" %>',
    'lib/shop_web/templates/other/index.html.eex': '<p>', 'lib/shop_web/templates/other/part.html.eex': '<p>',
  }

  it('show the files of the folder that their names say, in the layout of the namespace', () => {
    expect(routesOf(tree)).toEqual(['/', '/admin', '/x.json api'])
    const templates = 'lib/shop_web/templates'
    expect(reachOf(tree, `${templates}/layout/app.html.eex`)).toEqual(['/'])
    expect(reachOf(tree, `${templates}/layout/head.html.eex`)).toEqual(['/'])
    expect(reachOf(tree, `${templates}/layout/admin.html.eex`)).toEqual(['/admin'])
    expect(reachOf(tree, `${templates}/other/index.html.eex`)).toEqual(['/admin'])
    expect(reachOf(tree, `${templates}/other/part.html.eex`)).toEqual(['/'])
  })
})

describe('code of Elixir', () => {
  it('reaches the pages whose actions end up with it', () => {
    const files = {
      ...site('  get "/", ClinicWeb.PageController, :home\n  get "/about", ClinicWeb.PageController, :about'),
      'lib/clinic/events.ex': 'defmodule Clinic.Events do\n  def lead(x), do: post(x)\n  defp post(x), do: Req.post("https://x.test/e", json: x)\n  def other, do: Req.post("https://x.test/o")\nend\n',
      'lib/clinic_web/controllers/page_controller.ex': 'defmodule ClinicWeb.PageController do\n  use ClinicWeb, :controller\n  alias Clinic.Events\n  def home(conn, _), do: render(conn, :home)\n  def about(conn, params) do\n    Events.lead(params)\n    render(conn, :about)\n  end\nend\n',
    }
    const at = (word: string): string[] => projectOf(files).reached({ file: 'lib/clinic/events.ex', unit: null }, files['lib/clinic/events.ex'].indexOf(word)).map(({ route }) => route.path)
    expect(at('https://x.test/e')).toEqual(['/about'])
    expect(at('https://x.test/o')).toEqual([])
  })
})
