import { describe, expect, it } from 'vitest'
import type { FrameworkHost } from '../../../src/frameworks/framework.js'
import { codeValues } from '../../../src/frameworks/reading/classes/constants.js'
import { outlineOf, readClasses, type CodeNode, type CodeOutline } from '../../../src/frameworks/reading/classes/outline.js'
import type { ClassLanguage } from '../../../src/frameworks/reading/classes/tokens.js'
import { HOLE } from '../../../src/parse/hole.js'


/** A value in short: texts in quotes with `~` for what is unknown, names, lists, choices, calls. */
function short(node: CodeNode): string {
  switch (node.kind) {
    case 'string': return JSON.stringify(node.text).replaceAll(HOLE, '~')
    case 'join': return node.parts.map(short).join(' + ')
    case 'name': return node.path
    case 'list': return `[${node.items.map(({ name, value }) => (name === null ? '' : `${name}: `) + short(value)).join(', ')}]`
    case 'choice': return node.options.map(short).join(' | ')
    case 'call': return `${node.path}(${node.arguments.map(({ name, value }) => (name === null ? '' : `${name}: `) + short(value)).join(', ')})`
    case 'other': return '~'
  }
}

/** `value = …` of the last field of a class around it. */
function valueOf(language: ClassLanguage, code: string): string {
  const { classes } = readClasses(language === 'kotlin' ? `class A {\n val a = ${code}\n}` : `class A { String a = ${code}; }`, language)
  return (classes[0]?.fields ?? []).map(({ value }) => short(value)).join(' // ')
}

const annotations = (list: CodeOutline['classes'][number]['annotations']): string[] => list.map((each) => short({ ...each, kind: 'call' }))

/** Every class with its parents and methods, one a line. */
function outlined({ classes }: CodeOutline): string[] {
  return classes.flatMap(({ kind, name, superclasses, annotations: own, methods }) => [
    [...annotations(own), kind, name, ...(superclasses.length > 0 ? [':', superclasses.join(' ')] : [])].join(' '),
    ...methods.map((method) => `  ${[...annotations(method.annotations), method.type, method.name].join(' ')}(${method.parameters.map(({ type, name: own }) => `${type} ${own}`).join(', ')})`),
  ])
}

describe('texts', () => {
  it('of Java: escapes, characters, text blocks', () => {
    expect(valueOf('java', String.raw`"a\"b"`)).toBe(String.raw`"a\"b"`)
    expect(valueOf('java', `'"' + "x"`)).toBe('~ + "x"')
    expect(valueOf('java', '"""\n  a "quoted" b\n"""')).toBe('"\\n  a \\"quoted\\" b\\n"')
    expect(valueOf('java', '"${app.base}/a"')).toBe('"${app.base}/a"')
  })

  it('of C#: verbatim, interpolated, raw', () => {
    expect(valueOf('csharp', String.raw`@"C:\a""b"`)).toBe(String.raw`"C:\\a\"b"`)
    expect(valueOf('csharp', '$"/a/{Base}/b{{c}}"')).toBe('"/a/" + Base + "/b{c}"')
    expect(valueOf('csharp', '$@"/a/{x["k"]}"')).toBe('"/a/" + ~')
    expect(valueOf('csharp', '"""a "b" c"""')).toBe('"a \\"b\\" c"')
    expect(valueOf('csharp', '$$"""{a: {{b}}}"""')).toBe('"{a: " + b + "}"')
    expect(valueOf('csharp', '"a" + \'"\' + @class.B')).toBe('"a" + ~ + @class.B')
  })

  it('of Kotlin and Groovy: what is interpolated, and what a backslash keeps', () => {
    expect(valueOf('kotlin', '"$base/a/${Paths.B}/${f(1)}"')).toBe('base + "/a/" + Paths.B + "/" + ~')
    expect(valueOf('kotlin', String.raw`"\$base"`)).toBe('"$base"')
    expect(valueOf('kotlin', '"""\\d$x"""')).toBe('"\\\\d" + x')
    expect(valueOf('groovy', "'$a'")).toBe('"$a"')
    expect(valueOf('groovy', '"$a.b/c"')).toBe('a.b + "/c"')
    expect(valueOf('groovy', '/a\\/')).toBe('"a\\\\"')
  })

  it('that have no end go to the end of their line', () => {
    const { classes } = readClasses('class A { String a = "x\n String b = "y"; void c() {} }', 'java')
    expect(classes[0]?.methods.map(({ name }) => name)).toEqual(['c'])
  })
})

describe('values', () => {
  it('are joined, chosen, listed and called', () => {
    expect(valueOf('java', 'Paths.BASE + "/a"')).toBe('Paths.BASE + "/a"')
    expect(valueOf('java', 'a == 1 && b.c() ? "x" : d ? "y" : "z"')).toBe('"x" | "y" | "z"')
    expect(valueOf('java', 'new String[] {"a", B}')).toBe('["a", B]')
    expect(valueOf('java', '(String) Paths.A')).toBe('Paths.A')
    expect(valueOf('java', 'new ModelAndView("a").with("b", c)')).toBe('new ModelAndView().with("b", c)')
    expect(valueOf('java', 'List.<String>of("a")')).toBe('~')
    expect(valueOf('java', 'this.<A>b("c")')).toBe('~')
    expect(valueOf('java', 'a -> b("c")')).toBe('~')
    expect(valueOf('java', 'Handler::list')).toBe('Handler.list')
    expect(valueOf('java', 'switch (x) { case A -> "a"; default -> { log(); yield "b"; } }')).toContain('"a" | ')
    expect(valueOf('csharp', 'x switch { A => "a", _ => "b" }')).toBe('"a" | "b"')
    expect(valueOf('csharp', 'a ?? "b"')).toBe('a | "b"')
    expect(valueOf('csharp', 'new { controller = "Home", id = UrlParameter.Optional }')).toBe('[controller: "Home", id: UrlParameter.Optional]')
    expect(valueOf('csharp', 'new Route { Name = "a" }')).toBe('new Route(Name: "a")')
    expect(valueOf('csharp', 'nameof(Home.Index)')).toBe('"Index"')
    expect(valueOf('csharp', 'await Load<A>("b")')).toBe('Load("b")')
    expect(valueOf('csharp', 'a!.B("c")')).toBe('a.B("c")')
    expect(valueOf('kotlin', 'if (a) "x" else "y"')).toBe('"x" | "y"')
    expect(valueOf('kotlin', 'when (a) {\n 1 -> "x"\n else -> "y"\n }')).toBe('"x" | "y"')
    expect(valueOf('kotlin', 'arrayOf("a", "b")')).toBe('arrayOf("a", "b")')
    expect(valueOf('kotlin', 'a ?: "b"')).toBe('a | "b"')
    expect(valueOf('groovy', "[controller: 'a', action: 'b']")).toBe('[controller: "a", action: "b"]')
  })

  it('end with their line where no semicolon is needed', () => {
    const { classes } = readClasses('class A {\n val a = "x"\n val b = "y" +\n "z"\n val c = f()\n  .g("h")\n}', 'kotlin')
    expect(classes[0]?.fields.map(({ name, value }) => `${name} = ${short(value)}`)).toEqual(['a = "x"', 'b = "y" + "z"', 'c = f().g("h")'])
  })
})

describe('declarations', () => {
  it('of Java', () => {
    expect(outlined(readClasses(`
      package clinic.web;
      import static clinic.Paths.*;
      @Controller @RequestMapping(value = {"/portal", Paths.ME}, produces = "text/html")
      public class Portal<T extends Comparable<T>> extends Base<T, Map<String, Object>> implements Api, Other {
        private static final String A = "a", B = "b";
        static { B.load(); }
        public Portal(Service service) { this.service = service; }
        @GetMapping("/messages") @PreAuthorize("hasRole('X')")
        public Map<String, Object> messages(@RequestParam(name = "q", required = false) String q, Map<String, List<Integer>> b) throws A, B { return null; }
        @Deprecated protected <R> R generic(R[] r) { return r[0]; }
        void x() { Runnable r = new Runnable() { public void run() {} }; if (a) { b(); } }
        record Row(String a) { String b() { return a; } }
        enum Kind { ONE("x"), TWO("y"); Kind(String s) { } }
        @interface Marks { String value() default ""; }
      }
      sealed interface Api permits Portal { @GetMapping("/x") String x(); }
      record Plain(int a) {}`, 'java'))).toEqual([
      'Controller() RequestMapping(value: ["/portal", Paths.ME], produces: "text/html") class Portal : Base Api Other',
      '   Portal(Service service)',
      '  GetMapping("/messages") PreAuthorize("hasRole(\'X\')") Map<String,Object> messages(String q, Map<String,List<Integer>> b)',
      '  Deprecated() <R>R generic(R[] r)',
      '  void x()',
      'record Row',
      '  String b()',
      'enum Kind',
      '   Kind(String s)',
      'interface Marks',
      '  String value()',
      'interface Api',
      '  GetMapping("/x") String x()',
      'record Plain',
    ])
  })

  it('of Kotlin', () => {
    const outline = readClasses(`
      @file:JvmName("x")
      package clinic
      const val BASE = "/clinic"
      val typed: String = "t"
      data class Slot(val id: Long, @field:NotNull val name: String = "a")
      @Controller
      class Booking(private val slots: Slots) : Base<Slot>(slots), Api by slots {
        companion object { const val PATH = "/book" }
        @GetMapping(PATH, "/visit")
        fun book(@RequestParam id: Long?, model: Model): String = "book"
        @PostMapping
        suspend fun save(): String { return "saved" }
        fun <T> List<T>.each(): T? { return null }
        private val x by lazy { 1 }
        init { start() }
      }
      interface Api {
        fun a(): String
        @GetMapping("/b") fun b()
      }
      object Paths { const val ME = "/me" }
      fun main(args: Array<String>) { runApplication<App>(*args) }`, 'kotlin')
    expect(outlined(outline)).toEqual([
      'class Slot',
      'Controller() class Booking : Base Api',
      '  GetMapping(PATH, "/visit") String book(Long? id, Model model)',
      '  PostMapping() String save()',
      '   T? each()'.replace('   ', '  '),
      'interface Api',
      '  String a()',
      '  GetMapping("/b")  b()',
      'object Paths',
    ])
    expect(outline.classes[1]?.fields.map(({ name }) => name)).toEqual(['PATH'])
    expect(outline.top.fields.map(({ name, value }) => `${name} = ${short(value)}`)).toEqual(['BASE = "/clinic"', 'typed = "t"'])
    expect(outline.top.methods.map(({ name }) => name)).toEqual(['main'])
  })

  it('of Groovy', () => {
    const outline = readClasses(`
      class BookController extends Base implements Trait {
        static layout = 'portal'
        static allowedMethods = [save: 'POST']
        def bookService
        def index = { render view: 'list' }
        def show(Long id) { respond Book.get(id) }
        def 'quoted name'() { }
        private String hidden() { 'x' }
      }`, 'groovy')
    expect(outlined(outline)).toEqual([
      'class BookController : Base Trait', '   index()', '   show(Long id)', '   quoted name()', '  String hidden()',
    ])
    expect(outline.classes[0]?.fields.map(({ name, value }) => `${name} = ${short(value)}`)).toEqual(['layout = "portal"', 'allowedMethods = [save: "POST"]'])
  })

  it('of C#, with targets of attributes, namespaces of both kinds and accessors', () => {
    expect(outlined(readClasses(`
      using static Clinic.Paths;
      [assembly: ApiVersion("1")]
      namespace Clinic.Web;
      #region x
      [Area("Portal"), Route("[area]/[controller]/{id:int?}")]
      public partial class VisitsController(IService s) : Controller, IFoo<Bar>
          where T : class
      {
        public const string Name = "v";
        public string View => "x";
        public string Title { get; set; } = "t";
        [HttpGet("list"), ActionName("all")] [return: NotNull]
        public async Task<IActionResult> Index([FromQuery] string? q, int page = 1) => await Task.FromResult(View());
        object Item(object a) { return a; }
        public (int, string) Pair() { return (1, "a"); }
        protected string[] Names() { return new[] { "a" }; }
        public record Row(int A);
      }
      #endregion`, 'csharp'))).toEqual([
      'Area("Portal") Route("[area]/[controller]/{id:int?}") class VisitsController : Controller IFoo',
      '  HttpGet("list") ActionName("all") NotNull() Task<IActionResult> Index(string? q, int page)',
      '  object Item(object a)',
      '  (int,string) Pair()'.replace('(int,string)', ''),
      '  string[] Names()',
      'record Row',
    ])
  })

  it('of enumerations, with what their constants are made with', () => {
    const fields = (language: ClassLanguage, code: string): string[] => (readClasses(code, language).classes[0]?.fields ?? []).map(({ name, value }) => `${name} = ${short(value)}`)
    expect(fields('java', 'public enum Page { @Deprecated LOGIN("/login", 1), HOME(Paths.HOME) { void a() { } }, NONE; private String b = "c"; Page(String d) { } }'))
      .toEqual(['LOGIN = new Page("/login", ~)', 'HOME = new Page(Paths.HOME)', 'NONE = ~', 'b = "c"'])
    expect(fields('kotlin', 'enum class Page(val path: String) {\n LOGIN("/login"),\n HOME("/");\n fun a() = 1\n}')).toEqual(['LOGIN = new Page("/login")', 'HOME = new Page("/")'])
  })

  it('of blocks of a namespace', () => {
    expect(outlined(readClasses('namespace A.B { [Route("x")] public class C : D { public void E() {} } }', 'csharp')))
      .toEqual(['Route("x") class C : D', '  void E()'])
  })

  it('that are broken keep what can be read', () => {
    expect(outlined(readClasses('class A { @Get("/a") void a( { } class B { void b() { if ( } }', 'java')).map((line) => line.trim().split(' ').slice(0, 2).join(' ')))
      .toContain('class A')
    for (const language of ['java', 'kotlin', 'groovy', 'csharp'] as const) {
      expect(() => readClasses('@@ class ) } [ "', language)).not.toThrow()
    }
  })
})

describe('bodies', () => {
  const body = (language: ClassLanguage, code: string): CodeOutline & { start: number; end: number } => {
    const text = language === 'kotlin' ? `class A { fun a() { ${code} } }` : `class A { void a() { ${code} } }`
    return { ...readClasses(text, language), start: 0, end: text.length }
  }
  const calls = (language: ClassLanguage, code: string): string[] => {
    const outline = body(language, code)
    const [method] = outline.classes[0]?.methods ?? []
    return outline.calls(method?.body ?? { start: 0, end: 0 }).map(short)
  }
  const returns = (language: ClassLanguage, code: string): string[] => {
    const outline = body(language, code)
    return outline.returns(outline.classes[0]?.methods[0]?.body ?? { start: 0, end: 0 }).map(short)
  }

  it('list calls in order, those in conditions, arguments and functions among them', () => {
    expect(calls('java', 'registry.addViewController("/a").setViewName("b"); if (x("c") == 1) y(z("d"));')).toEqual([
      'registry.addViewController("/a")', 'registry.addViewController().setViewName("b")', 'x("c")', 'y(z("d"))', 'z("d")',
    ])
    expect(calls('java', 'return route().GET("/a", r -> ok().render("v")).build();').at(-1)).toBe('ok().render("v")')
    expect(calls('csharp', 'app.MapGet("/a", () => Results.Ok()); foo("x").Bar[1].Baz("y"); var v = new View("z") { A = 1 };')).toEqual([
      'app.MapGet("/a", ~)', 'Results.Ok()', 'foo("x")', 'foo().Bar[].Baz("y")', 'new View("z", A: ~)',
    ])
    expect(calls('kotlin', 'router { GET("/a") { ok().render("b") }\n "/c".nest { GET("/d") { x() } } }')).toEqual([
      'router()', 'GET("/a")', 'ok()', 'ok().render("b")', '"".nest()', 'GET("/d")', 'x()',
    ])
    expect(calls('groovy', 'render view: "a", model: [b: c]\n redirect(action: "d")\n "/e"(controller: "f")\n "/g/$id?" { action = "h" }')).toEqual([
      'render(view: "a", model: [b: c])', 'redirect(action: "d")', '("/e", controller: "f")', '("/g/" + id + "?")',
    ])
  })

  it('tell what is returned', () => {
    expect(returns('java', 'if (a) return "x"; for (;;) { return b ? "y" : "z"; }')).toEqual(['"x"', '"y"', '"z"'])
    expect(returns('csharp', 'return View("a", m); return;')).toEqual(['View("a", m)'])
    expect(returns('kotlin', 'return "a"\n b()')).toEqual(['"a"'])
    const { classes, returns: given } = readClasses('class A { fun a() = if (b) "x" else "y" }', 'kotlin')
    expect(given(classes[0]?.methods[0]?.body ?? { start: 0, end: 0 }).map(short)).toEqual(['"x"', '"y"'])
  })

  it('tell what names are given', () => {
    const outline = body('java', 'String view = "a"; if (x == y) { view = "b"; } this.z = 1;')
    expect(outline.assignments({ start: 0, end: 1000 }).map(({ name, value }) => `${name} = ${short(value)}`)).toEqual(['view = "a"', 'view = "b"', 'z = ~'])
  })

  it('are statements of a program, too', () => {
    const text = 'var app = builder.Build();\napp.MapGet("/", () => "x");\nvoid Local() { }\nclass Late { }'
    const outline = readClasses(text, 'csharp')
    expect(outline.calls({ start: 0, end: text.length }).map(short)).toEqual(['builder.Build()', 'app.MapGet("/", ~)', 'Local()'])
    expect(outline.classes.map(({ name }) => name)).toEqual(['Late'])
  })
})

describe('constants', () => {
  const host = (files: Record<string, string>): FrameworkHost => ({
    has: (path) => path in files, under: () => Object.keys(files), named: () => [], text: (path) => files[path], json: () => undefined, templateMentions: () => [],
    facts: () => { throw new Error('not asked for') }, dependencies: () => new Set(), isProduct: () => true, resolve: () => null,
  })
  /** Texts of the last field of a file's first class. */
  const texts = (files: Record<string, string>, file: string): string[] => {
    const given = host(files)
    const field = outlineOf(given, file).classes[0]?.fields.at(-1)
    return field ? codeValues(given).texts(field.value, { file, owner: 0 }).map((text) => text.replaceAll(HOLE, '~')) : []
  }

  it('of the class, of those above and around it, of others, imported', () => {
    const files = {
      'a/Paths.java': 'interface Paths { String BASE = "/a"; class Portal { static final String ME = BASE + "/me"; } }',
      'b/Paths.java': 'interface Paths { String BASE = "/b"; }',
      'a/Base.java': 'abstract class Base { static final String OWN = "/own"; }',
      'a/One.java': 'class One extends Base { static final String X = "x"; String z = OWN + Paths.Portal.ME + X; }',
      'b/Two.java': 'import static a.Paths.Portal.*; class Two { String z = Paths.BASE + UNKNOWN; }',
      'b/Three.java': 'import static a.Paths.BASE; class Three { String z = BASE + "/x"; }',
      'k/Routes.kt': 'package k\nconst val LOGIN = "/login"\nobject Routes { const val BOOK = "/book" }',
      'k/Use.kt': 'import k.LOGIN\nclass Use {\n val z = "$LOGIN${Routes.BOOK}" \n}',
    }
    expect(texts(files, 'a/One.java')).toEqual(['/own/a/mex'])
    expect(texts(files, 'b/Two.java')).toEqual(['/b~'])
    expect(texts(files, 'b/Three.java')).toEqual(['/a/x'])
    expect(texts(files, 'k/Use.kt')).toEqual(['/login/book'])
  })

  it('may be several, and go round in circles', () => {
    expect(texts({ 'A.java': 'class A { String z = x ? "a" : b() ? "b" : "c" + d; }' }, 'A.java')).toEqual(['a', 'b', 'c~'])
    expect(texts({ 'A.java': 'class A { String a = b; String b = a; }' }, 'A.java')).toEqual(['~'])
    expect(texts({ 'A.cs': 'class A { string z = string.Format("/a/{0}", b); }' }, 'A.cs')).toEqual(['/a/~'])
  })
})
