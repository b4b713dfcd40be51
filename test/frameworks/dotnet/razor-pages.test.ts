import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const project = { 'src/Clinic/Clinic.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />' }
const pages = 'src/Clinic/Pages'

describe('routes of Razor Pages', () => {
  it('are the paths below the folder of pages, with the template of the page', () => {
    expect(routesOf({
      ...project,
      [`${pages}/Index.cshtml`]: '@page\n@model IndexModel\n<h1>Clinic</h1>',
      [`${pages}/Account/Login.cshtml`]: '@using Clinic\n@page\n<form></form>',
      [`${pages}/Results/Index.cshtml`]: '@page "{id:int}/{view=all}"\n',
      [`${pages}/Doctors.cshtml`]: '@page "/find-a-doctor/{**filter}"\n',
      'src/Clinic/Areas/Staff/Pages/Rota.cshtml': '@page\n',
    })).toEqual(['/', '/Account/Login', '/Results/:id/:view?', '/Staff/Rota', '/find-a-doctor/*'])
  })

  it('are given by literals in the program as well', () => {
    expect(routesOf({
      ...project,
      [`${pages}/Booking/Start.cshtml`]: '@page\n',
      'src/Clinic/Setup/ServiceExtensions.cs': 'options.Conventions.AddPageRoute("/Booking/Start", "book/{clinic?}");',
    })).toEqual(['/Booking/Start', '/book/:clinic?'])
  })

  it('are no partials, no layouts and nothing without @page', () => {
    expect(routesOf({
      ...project,
      [`${pages}/Index.cshtml`]: '@page\n',
      [`${pages}/Shared/_Layout.cshtml`]: '<html>@RenderBody()</html>',
      [`${pages}/_Banner.cshtml`]: '<p>',
      [`${pages}/Old.cshtml`]: '@* @page *@\n<p>',
    }).filter((route) => !route.endsWith('possible'))).toEqual(['/'])
  })
})

describe('layouts of Razor Pages', () => {
  const site = {
    ...project,
    [`${pages}/_ViewStart.cshtml`]: '@{\n    Layout = "_Layout";\n}\n',
    [`${pages}/Shared/_Layout.cshtml`]: '<html><body>@RenderBody()<partial name="_Measure" /></body></html>',
    [`${pages}/Shared/_Portal.cshtml`]: '<html><body>@RenderBody()</body></html>',
    [`${pages}/Shared/_Measure.cshtml`]: '<script></script>',
    [`${pages}/Index.cshtml`]: '@page\n',
    [`${pages}/Print.cshtml`]: '@page\n@{ Layout = null; }',
    [`${pages}/Plain.cshtml`]: '@page\n@{ Layout = ""; }',
    [`${pages}/Portal/_ViewStart.cshtml`]: '@{ Layout = "_Portal"; }',
    [`${pages}/Portal/Messages.cshtml`]: '@page\n',
    [`${pages}/Portal/Help.cshtml`]: '@page\n@{ Layout = "_Layout"; }',
    [`${pages}/Mixed.cshtml`]: '@page\n@{ Layout = User.Identity.IsAuthenticated ? "_Portal" : "_Layout"; }',
  }

  it('come from the nearest _ViewStart, unless the page says otherwise', () => {
    expect(reachOf(site, `${pages}/Shared/_Layout.cshtml`)).toEqual(['/', '/Mixed likely', '/Portal/Help'])
    expect(reachOf(site, `${pages}/Shared/_Portal.cshtml`)).toEqual(['/Mixed likely', '/Portal/Messages'])
  })

  it('bring their partials along', () => {
    expect(reachOf(site, `${pages}/Shared/_Measure.cshtml`)).toEqual(['/', '/Mixed likely', '/Portal/Help'])
  })

  it('reach what view components show', () => {
    expect(reachOf({
      ...site,
      [`${pages}/Shared/Components/SiteFooter/Default.cshtml`]: '<script></script>',
      [`${pages}/Shared/Components/Unused/Default.cshtml`]: '<script></script>',
      [`${pages}/Print.cshtml`]: '@page\n@{ Layout = null; }\n@await Component.InvokeAsync("SiteFooter")',
      [`${pages}/Plain.cshtml`]: '@page\n@{ Layout = null; }\n<vc:site-footer></vc:site-footer>',
    }, `${pages}/Shared/Components/SiteFooter/Default.cshtml`)).toEqual(['/Plain', '/Print'])
  })
})

describe('Blazor', () => {
  const site = {
    'Clinic.csproj': '<Project />',
    'wwwroot/index.html': '<html><script src="_framework/blazor.webassembly.js"></script></html>',
    'App.razor': '<Router><Found><RouteView RouteData="@routeData" DefaultLayout="@typeof(MainLayout)" /></Found></Router>',
    'Layout/MainLayout.razor': '@inherits LayoutComponentBase\n<main>@Body</main>',
    'Layout/PortalLayout.razor': '@inherits LayoutComponentBase\n@layout MainLayout\n<main>@Body</main>',
    'Pages/Home.razor': '@page "/"\n@page "/welcome"\n<DoctorSearch />',
    'Pages/Portal/_Imports.razor': '@layout PortalLayout\n',
    'Pages/Portal/Results.razor': '@page "/portal/results/{Id:guid}"\n',
    'Pages/Print.razor': '@attribute [Route("/print")]\n@layout PlainLayout\n',
    'Layout/PlainLayout.razor': '@Body',
    'Shared/DoctorSearch.razor': '<input>',
    'Shared/Unused.razor': '<input>',
  }

  it('has a route for each @page', () => {
    expect(routesOf(site)).toEqual(['/', '/portal/results/:Id', '/print', '/welcome'])
  })

  it('lays its layouts around them', () => {
    expect(reachOf(site, 'Layout/MainLayout.razor')).toEqual(['/', '/portal/results/:Id', '/welcome'])
    expect(reachOf(site, 'Layout/PortalLayout.razor')).toEqual(['/portal/results/:Id'])
    expect(reachOf(site, 'Layout/PlainLayout.razor')).toEqual(['/print'])
    expect(reachOf(site, 'wwwroot/index.html')).toEqual(['/', '/portal/results/:Id', '/print', '/welcome'])
  })

  it('shows components by their tags', () => {
    expect(reachOf(site, 'Shared/DoctorSearch.razor')).toEqual(['/', '/welcome'])
    expect(reachOf(site, 'Shared/Unused.razor')).toEqual([])
  })
})
