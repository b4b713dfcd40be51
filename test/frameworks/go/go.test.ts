/** Routers of Go and what their handlers show. */
import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

const program = (imports: readonly string[], body: string, files: Record<string, string> = {}): Record<string, string> => ({
  'go.mod': 'module example.org/clinic\n', 'main.go': `package main\nimport (\n${imports.map((path) => `\t"${path}"\n`).join('')})\n${body}`, 'views/a.html': '<p>{{.}}</p>', ...files,
})
/** A program whose handlers all show a page. */
const routes = (path: string, main: string, more = '', files: Record<string, string> = {}): string[] => routesOf(program(['net/http', path], `func page(w http.ResponseWriter, r *http.Request) { t.ExecuteTemplate(w, "a.html", nil) }\n${more}\nfunc main() {\n${main}\n}\n`, files))

describe('routers', () => {
  it('net/http: methods, hosts and subtrees', () => {
    expect(routes('net/http', 'http.HandleFunc("/", page)\nmux := http.NewServeMux()\nmux.HandleFunc("GET /visits/{id}", page)\nmux.Handle("example.org/x/{$}", http.HandlerFunc(page))\nmux.HandleFunc("/help/", page)')).toEqual(['/', '/help/*', '/visits/:id', '/x'])
  })

  it('net/http: one mux below another, with its prefix stripped or not', () => {
    expect(routes('net/http', 'mux := http.NewServeMux()\na := http.NewServeMux()\na.HandleFunc("/x", page)\nmux.Handle("/a/", http.StripPrefix("/a", a))\nb := http.NewServeMux()\nb.HandleFunc("/b/y", page)\nmux.Handle("/b/", b)')).toEqual(['/a/x', '/b/y'])
  })

  it('gorilla/mux: subrouters and builders', () => {
    expect(routes('github.com/gorilla/mux', 'r := mux.NewRouter().StrictSlash(true)\nr.HandleFunc("/visits/{id:[0-9]+}", page).Methods("GET")\ns := r.PathPrefix("/portal").Subrouter()\ns.Use(auth)\ns.HandleFunc("/messages", page)\nr.Path("/x").Methods("GET").HandlerFunc(page)')).toEqual(['/portal/messages', '/visits/:id', '/x'])
  })

  it('chi: groups, routes and mounts', () => {
    expect(routes('github.com/go-chi/chi/v5', 'r := chi.NewRouter()\nr.Route("/portal", func(r chi.Router) {\n r.Group(func(r chi.Router) {\n  r.With(auth).Get("/messages", page)\n })\n r.Mount("/visits", visits())\n})\nr.Method("GET", "/x", http.HandlerFunc(page))', 'func visits() http.Handler {\n r := chi.NewRouter()\n r.Get("/{id}", page)\n return r\n}')).toEqual(['/portal/messages', '/portal/visits/:id', '/x'])
  })

  it('gin, echo and fiber: groups that are handed on', () => {
    const more = (type: string, name: string): string => `func portal(g ${type}) {\n g.${name}("/messages", func(c x.Context) { c.HTML(200, "a.html", nil) })\n visits(g.Group("/visits"))\n}\nfunc visits(g ${type}) { g.${name}("/:id", func(c x.Context) { c.HTML(200, "a.html", nil) }) }\n`
    const expected = ['/a/portal/messages', '/a/portal/visits/:id', '/b/messages', '/b/visits/:id']
    expect(routes('github.com/gin-gonic/gin', 'r := gin.Default()\napi := r.Group("/a")\nportal(api.Group("/portal"))\nportal(r.Group("/b"))', more('*gin.RouterGroup', 'GET'))).toEqual(expected)
    expect(routes('github.com/labstack/echo/v4', 'e := echo.New()\nportal(e.Group("/a/portal"))\nportal(e.Group("/b", auth))', more('*echo.Group', 'GET'))).toEqual(expected)
    expect(routes('github.com/gofiber/fiber/v2', 'app := fiber.New()\nportal(app.Group("/a/portal"))\nportal(app.Group("/b"))', more('fiber.Router', 'Get'))).toEqual(expected)
  })

  it('a router in a field, and methods that fill it', () => {
    expect(routes('github.com/gorilla/mux', 's := &server{r: mux.NewRouter()}\ns.routes()', 'type server struct { r *mux.Router }\nfunc (s *server) routes() {\n s.r.HandleFunc("/x", s.show())\n}\nfunc (s *server) show() http.HandlerFunc {\n return func(w http.ResponseWriter, r *http.Request) { t.ExecuteTemplate(w, "a.html", nil) }\n}')).toEqual(['/x'])
  })

  it('a router a function is handed from where it is not seen is likely the root', () => {
    expect(routes('github.com/gin-gonic/gin', '', 'func Register(r *gin.Engine) { r.GET("/x", func(c *gin.Context) { c.HTML(200, "a.html", nil) }) }')).toEqual(['/x likely'])
  })

  it('one of a package that is not known, by its paths and handlers', () => {
    expect(routes('example.org/other', 'r := other.New()\nr.Get("/x", page)\nclient.Get("/no")')).toEqual(['/x likely'])
  })

  it('in another package, with constants of a third', () => {
    expect(routesOf(program(['example.org/clinic/web'], 'func main() { web.Run() }', {
      'paths/paths.go': 'package paths\nconst Portal = "/portal"\n',
      'web/web.go': 'package web\nimport (\n "net/http"\n "example.org/clinic/paths"\n)\nfunc Run() { http.HandleFunc(paths.Portal+"/messages", page) }\nfunc page(w http.ResponseWriter, r *http.Request) { t.ExecuteTemplate(w, "a.html", nil) }\n',
    }))).toEqual(['/portal/messages'])
  })

  it('paths that a handler asks for', () => {
    expect(routes('net/http', 'http.HandleFunc("/", all)', 'func all(w http.ResponseWriter, r *http.Request) {\n switch r.URL.Path {\n case "/jobs", "/team": page(w, r)\n }\n if strings.HasPrefix(r.URL.Path, "/docs/") { page(w, r) }\n if r.URL.Path != "/" { return }\n page(w, r)\n}')).toEqual(['/', '/docs/*', '/jobs', '/team'])
  })

  it('are none without a server', () => {
    expect(routesOf(program(['fmt'], 'func main() { fmt.Println("/x") }')).filter((route) => !route.startsWith('/a'))).toEqual([])
  })
})

describe('kinds', () => {
  it('by what handlers answer with', () => {
    expect(routes('net/http', 'http.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(x) })\nhttp.HandleFunc("/b", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", 302) })\nhttp.HandleFunc("/c", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<h1>x</h1>") })\n'
      + 'http.HandleFunc("POST /d", func(w http.ResponseWriter, r *http.Request) { save(r) })\nhttp.HandleFunc("/e", other.Handler)').filter((route) => route !== '/a possible')).toEqual(['/a api', '/b redirect', '/c', '/d api', '/e possible'])
  })
})

describe('templates', () => {
  const web = {
    'web/base.html': '{{define "base"}}<html>{{block "head" .}}x{{end}}{{template "main" .}}{{template "footer" .}}</html>{{end}}',
    'web/footer.html': '{{define "footer"}}f{{end}}{{define "other"}}o{{end}}', 'web/a.html': '{{define "main"}}a{{end}}', 'web/b.html': '{{define "head"}}{{end}}{{define "main"}}b{{end}}',
    'web/c.html': '<p>c</p>',
  }
  const files = (render: string): Record<string, string> => program(['net/http', 'html/template'], `${render}\nfunc main() {\n http.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) { render(w, "a.html") })\n http.HandleFunc("/b", func(w http.ResponseWriter, r *http.Request) { render(w, "b.html") })\n http.HandleFunc("/c", func(w http.ResponseWriter, r *http.Request) { template.Must(template.ParseFiles("web/c.html")).Execute(w, nil) })\n}\n`, web)
  const set = files('func render(w http.ResponseWriter, page string) {\n t, _ := template.ParseFiles("web/base.html", "web/footer.html", "web/" + page)\n t.ExecuteTemplate(w, "base", nil)\n}')
  const at = (tree: Record<string, string>, file: string, word: string): string[] => projectOf(tree).reached({ file, unit: null }, (tree[file] as string).indexOf(word)).map(({ route }) => route.path)

  it('that are parsed together for one page', () => {
    expect(reachOf(set, 'web/a.html')).toEqual(['/a'])
    expect(reachOf(set, 'web/c.html')).toEqual(['/c'])
    expect(at(set, 'web/base.html', '<html>')).toEqual(['/a', '/b'])
  })

  it('a block that the page fills itself is not shown, a definition nobody asks for neither', () => {
    expect(at(set, 'web/base.html', 'x{{end}}')).toEqual(['/a'])
    expect(at(set, 'web/footer.html', 'f{{end}}')).toEqual(['/a', '/b'])
    expect(at(set, 'web/footer.html', 'o{{end}}')).toEqual([])
  })

  it('of one set for all', () => {
    const glob = files('var t = template.Must(template.ParseGlob("web/*.html"))\nfunc render(w http.ResponseWriter, page string) { t.ExecuteTemplate(w, page, nil) }')
    expect(reachOf(glob, 'web/a.html')).toEqual(['/a'])
    expect(reachOf(glob, 'web/b.html')).toEqual(['/b'])
  })

  it('of engines, with the layout they are told', () => {
    const fiber = program(['github.com/gofiber/fiber/v2'], 'func main() {\n app := fiber.New(fiber.Config{ViewsLayout: "layouts/main"})\n app.Get("/a", func(c *fiber.Ctx) error { return c.Render("a", nil) })\n app.Get("/b", func(c *fiber.Ctx) error { return c.Render("b", nil, "layouts/bare") })\n}\n', {
      'views/b.html': '<p>', 'views/layouts/main.html': '<html>{{embed}}', 'views/layouts/bare.html': '<html>{{embed}}',
    })
    expect(reachOf(fiber, 'views/a.html')).toEqual(['/a'])
    expect(reachOf(fiber, 'views/layouts/main.html')).toEqual(['/a'])
    expect(reachOf(fiber, 'views/layouts/bare.html')).toEqual(['/b'])
  })

  it('whose name is not known are possible', () => {
    const tree = program(['net/http'], 'func main() { http.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) { t.ExecuteTemplate(w, r.FormValue("page"), nil) }) }\n')
    expect(reachOf(tree, 'views/a.html')).toEqual(['/x possible'])
  })
})

describe('code', () => {
  const tree = program(['net/http', 'example.org/clinic/events'], 'const snippet = "<script src=\'https://x.test/p.js\'></script>"\nfunc main() {\n http.HandleFunc("/a", a)\n http.HandleFunc("/b", b)\n}\nfunc a(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, snippet) }\nfunc b(w http.ResponseWriter, r *http.Request) { events.Send() }\n', {
    'events/events.go': 'package events\nfunc Send() { post() }\nfunc post() { http.Post("https://x.test/e", "", nil) }\nfunc other() { http.Post("https://x.test/o", "", nil) }\n',
  })
  const at = (file: string, word: string): string[] => projectOf(tree).reached({ file, unit: null }, (tree[file] as string).indexOf(word)).map(({ route }) => route.path)

  it('reaches the pages whose handlers end up with it, and no others', () => {
    expect(at('main.go', '<script')).toEqual(['/a'])
    expect(at('events/events.go', 'https://x.test/e')).toEqual(['/b'])
    expect(at('events/events.go', 'https://x.test/o')).toEqual([])
  })
})
