import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

describe('Sitecore', () => {
  const layout = '<html><body>@Html.Sitecore().Placeholder("main")</body></html>'
  const site = {
    'Views/Main.cshtml': layout,
    'Views/Clinic/Doctors.cshtml': '<p>',
    'Views/Clinic/_Card.cshtml': '<p>',
  }

  it('may show any rendering at any address', () => {
    expect(routesOf(site)).toEqual(['/* possible'])
    expect(reachOf(site, 'Views/Main.cshtml')).toEqual(['/* possible'])
    expect(reachOf(site, 'Views/Clinic/Doctors.cshtml')).toEqual(['/* possible'])
    expect(reachOf(site, 'Views/Clinic/_Card.cshtml')).toEqual([])
  })

  it('has the pages of serialized items that show something', () => {
    const id = (digit: number): string => `0000000${digit}-0000-4000-8000-000000000000`
    const item = (own: number, template: number, path: string, fields: string): string =>
      `---\nID: "${id(own)}"\nTemplate: "${id(template)}"\nPath: ${path}\nSharedFields:\n${fields}`
    const shows = (...ids: number[]): string =>
      `- ID: "${id(9)}"\n  Hint: __Renderings\n  Value: |\n    <d l="{${id(1)}}">${ids.map((own) => `<r s:id="{${id(own)}}"/>`).join('')}</d>\n`
    const items = {
      ...site,
      'items/main.yml': item(1, 8, '/sitecore/layout/Layouts/Main', `- ID: "${id(9)}"\n  Hint: Path\n  Value: /Views/Main.cshtml\n`),
      'items/doctors.yml': item(2, 8, '/sitecore/layout/Renderings/Doctors', `- ID: "${id(9)}"\n  Hint: Controller\n  Value: Clinic\n- ID: "${id(9)}"\n  Hint: Controller Action\n  Value: Doctors\n`),
      'items/home.yml': item(3, 8, '/sitecore/content/Home', ''),
      'items/find.yml': item(4, 7, '/sitecore/content/Home/Find a Doctor', shows(2)),
      'items/standard.yml': item(5, 6, '/sitecore/templates/Plain/__Standard Values', shows()),
      'items/about.yml': item(6, 6, '/sitecore/content/Home/About', ''),
    }
    expect(routesOf(items)).toEqual(['/* possible', '/about', '/find-a-doctor'])
    expect(reachOf(items, 'Views/Main.cshtml')).toEqual(['/* possible', '/about', '/find-a-doctor'])
    expect(reachOf(items, 'Views/Clinic/Doctors.cshtml')).toEqual(['/* possible', '/find-a-doctor'])
  })
})

describe('Umbraco', () => {
  const inherits = '@inherits Umbraco.Cms.Web.Common.Views.UmbracoViewPage\n'
  const site = {
    'Web.csproj': '<Project />',
    'Views/_ViewImports.cshtml': '',
    'Views/Master.cshtml': `${inherits}<html>@RenderBody()</html>`,
    'Views/HomePage.cshtml': `${inherits}@{ Layout = "Master.cshtml"; }\n@await Html.GetBlockListHtmlAsync(Model, "blocks")`,
    'Views/BookAppointment.cshtml': `${inherits}@{ Layout = "Master.cshtml"; }`,
    'Views/Partials/blocklist/Components/quote.cshtml': inherits,
    'Views/Partials/menu.cshtml': inherits,
  }

  it('guesses addresses from the names of templates', () => {
    expect(routesOf(site)).toEqual(['/ possible', '/book-appointment possible'])
    expect(reachOf(site, 'Views/Master.cshtml')).toEqual(['/ possible', '/book-appointment possible'])
  })

  it('has the pages of content that is kept in files', () => {
    const content = (path: string, template: string): string => `<Content><Info><Path>${path}</Path><Template Key="x">${template}</Template></Info></Content>`
    expect(routesOf({
      ...site,
      'uSync/v9/Content/home.config': content('/Home', 'homePage'),
      'uSync/v9/Content/visit.config': content('/Home/Plan a Visit/Book', 'bookAppointment'),
    })).toEqual(['/', '/plan-a-visit/book'])
  })

  it('shows blocks where a list of them is shown', () => {
    expect(reachOf(site, 'Views/Partials/blocklist/Components/quote.cshtml')).toEqual(['/ possible'])
    expect(reachOf(site, 'Views/Partials/menu.cshtml')).toEqual([])
  })
})

describe('Orchard', () => {
  const site = {
    'Clinic/Manifest.cs': 'using OrchardCore.DisplayManagement.Manifest;\n[assembly: Theme(Name = "Clinic")]',
    'Clinic/Views/Layout.cshtml': '<html>@await RenderBodyAsync()</html>', 'Clinic/Views/Content-BlogPost.cshtml': '<p>', 'Clinic/Views/_ViewImports.cshtml': '',
  }

  it('may show any shape at any address, in the layout of the theme', () => {
    expect(routesOf(site)).toEqual(['/* possible'])
    for (const file of ['Layout', 'Content-BlogPost']) expect(reachOf(site, `Clinic/Views/${file}.cshtml`), file).toEqual(['/* possible'])
    // Without its manifest the name of a template is all there is to go by.
    const plain = { ...site, 'Clinic/Manifest.cs': 'class Manifest { }' }
    expect(reachOf(plain, 'Clinic/Views/Content-BlogPost.cshtml')).toEqual(['/Content-BlogPost possible'])
  })
})

describe('controllers of content', () => {
  it('may show what they show at any address', () => {
    const site = {
      'Web/Web.csproj': '',
      'Web/Controllers/StartPageController.cs': 'using EPiServer.Web.Mvc; public class StartPageController : PageController<StartPage> { public ActionResult Index(StartPage currentPage) { return View(currentPage); } }',
      'Web/Views/StartPage/Index.cshtml': '<p>', 'Web/Views/StartPage/Old.cshtml': '<p>',
    }
    expect(routesOf(site)).toEqual(['/* possible'])
    expect(reachOf(site, 'Web/Views/StartPage/Index.cshtml')).toEqual(['/* possible'])
    expect(reachOf(site, 'Web/Views/StartPage/Old.cshtml')).toEqual([])
  })
})
