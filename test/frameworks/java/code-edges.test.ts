/** Services of Java, Kotlin and C# are on the routes whose actions end up with them. */
import { describe, expect, it } from 'vitest'
import { reachOf } from '../read-routes.js'

const at = (tree: Record<string, string>, file: string, word: string): string[] => reachOf(tree, file, null, (tree[file] as string).indexOf(word))

describe('code of Spring', () => {
  const controller = (field: string, call: string): string => 'package clinic;\nimport org.springframework.web.bind.annotation.*;\nimport org.springframework.stereotype.Controller;\n'
    + `@Controller\npublic class A {\n  ${field}\n  @GetMapping("/a") public String a() { ${call} return "redirect:/x"; }\n  @GetMapping("/b") public String b() { other.lead(); return "redirect:/x"; }\n}\n`
  const service = 'package clinic;\npublic class Events implements Tells {\n  private static final String ADDRESS = "https://x.test/address";\n'
    + '  public void lead(String email) { post("Lead", email); }\n  private void post(String name, String email) { rest.postForObject(ADDRESS, "https://x.test/lead", name); }\n'
    + '  public void other() { rest.postForObject("https://x.test/other"); }\n}\n'
  const site = (field: string, call: string): Record<string, string> => ({
    'pom.xml': '<project/>', 'src/main/java/clinic/A.java': controller(field, call), 'src/main/java/clinic/Events.java': service,
  })

  it.each([
    ['private final Events events;', 'this.events.lead(x);'],
    ['private final Tells tells;', 'tells.lead(x);'],
    ['', 'new Events().lead(x);'],
  ])('%s %s', (field, call) => {
    const tree = site(field, call.replace('new Events()', 'Events made = new Events(); made'))
    expect(at(tree, 'src/main/java/clinic/Events.java', 'https://x.test/lead')).toEqual(['/a'])
    expect(at(tree, 'src/main/java/clinic/Events.java', 'https://x.test/address')).toEqual(['/a'])
    expect(at(tree, 'src/main/java/clinic/Events.java', 'https://x.test/other')).toEqual([])
  })
})

describe('code of Spring in Kotlin', () => {
  const head = 'package clinic\nimport org.springframework.web.bind.annotation.*\nimport org.springframework.stereotype.Controller\n'
  const service = 'package clinic\nclass Events(private val rest: RestTemplate) : Tells {\n  override fun lead(email: String) { post("Lead", email) }\n'
    + '  private fun post(name: String, email: String) = rest.postForObject("https://x.test/lead", name)\n'
    + '  fun other() { rest.postForObject("https://x.test/other") }\n}\n'

  it.each([
    ['private val events: Events', 'events.lead(x)'],
    ['private val tells: Tells', 'tells.lead(x)'],
  ])('%s %s', (field, call) => {
    const tree = {
      'build.gradle.kts': '', 'src/main/kotlin/clinic/Events.kt': service,
      'src/main/kotlin/clinic/A.kt': `${head}@Controller\nclass A(${field}) {\n  @GetMapping("/a") fun a(): String { ${call}; return "redirect:/x" }\n`
        + '  @GetMapping("/b") fun b(): String { another.lead(); return "redirect:/x" }\n}\n',
    }
    expect(at(tree, 'src/main/kotlin/clinic/Events.kt', 'https://x.test/lead')).toEqual(['/a'])
    expect(at(tree, 'src/main/kotlin/clinic/Events.kt', 'https://x.test/other')).toEqual([])
  })
})

describe('code of ASP.NET', () => {
  const service = 'namespace Clinic.Services;\npublic class Events : IEvents\n{\n  public Task LeadAsync(string email) => _client.PostAsync("https://x.test/lead", email);\n'
    + '  public Task OtherAsync() { return _client.PostAsync("https://x.test/other"); }\n}\n'

  it('through interfaces that controllers are given', () => {
    const tree = {
      'Clinic/Clinic.csproj': '<Project/>', 'Clinic/Program.cs': 'app.MapControllerRoute(name: "default", pattern: "{controller=Home}/{action=Index}/{id?}");',
      'Clinic/Controllers/HomeController.cs': 'using Microsoft.AspNetCore.Mvc;\npublic class HomeController : Controller\n{\n  private readonly IEvents _events;\n'
        + '  public async Task<IActionResult> Book() { await _events.LeadAsync(x); return Redirect("/"); }\n  public IActionResult Index() => Content("<p>x</p>", "text/html");\n}\n',
      'Clinic.Services/Clinic.Services.csproj': '<Project/>', 'Clinic.Services/Events.cs': service,
    }
    expect(at(tree, 'Clinic.Services/Events.cs', 'https://x.test/lead')).toEqual(['/Home/Book'])
    expect(at(tree, 'Clinic.Services/Events.cs', 'https://x.test/other')).toEqual([])
  })

  it('through the models of pages', () => {
    const tree = {
      'Clinic/Clinic.csproj': '<Project/>', 'Clinic/Pages/Book.cshtml': '@page\n@model BookModel\n', 'Clinic/Pages/Other.cshtml': '@page\n',
      'Clinic/Pages/Book.cshtml.cs': 'public class BookModel(IEvents events) : PageModel\n{\n  public Task OnPostAsync() { return events.LeadAsync(x); }\n}\n',
      'Clinic/Services/Events.cs': service,
    }
    expect(at(tree, 'Clinic/Services/Events.cs', 'https://x.test/lead')).toEqual(['/Book'])
    expect(at(tree, 'Clinic/Services/Events.cs', 'https://x.test/other')).toEqual([])
  })
})
