import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const page = '<%@ Page Language="C#" MasterPageFile="~/Site.Master" %>\n'

describe('routes of Web Forms', () => {
  it('are the paths of the pages', () => {
    expect(routesOf({
      'Web.config': '<configuration />',
      'Default.aspx': page,
      'Appointments/Request.aspx': page,
      'Patient/Default.aspx': page,
      'Patient/Web.config': '<configuration />',
      'Site.Master': '<html>',
      'Controls/Menu.ascx': '<%@ Control %>',
      'Services/Slots.asmx': '<%@ WebService %>',
    })).toEqual(['/', '/Appointments/Request.aspx', '/Patient', '/Services/Slots.asmx api'])
  })

  it('have no extension with friendly addresses', () => {
    expect(routesOf({
      'Clinic/Clinic.csproj': '<Project />',
      'Clinic/App_Start/RouteConfig.cs': 'routes.EnableFriendlyUrls(settings);',
      'Clinic/Doctors/Search.aspx': page,
    })).toEqual(['/Doctors/Search'])
  })

  it('are mapped by the program and rewritten by the server', () => {
    expect(routesOf({
      'Web.config': '<rewrite><rules><rule name="a"><match url="^our-doctors/([^/]+)/?$" /><action type="Rewrite" url="Doctor.aspx?name={R:1}" /></rule>'
        + '<rule name="b"><match url="^(old|older)$" /><action type="Rewrite" url="Doctor.aspx" /></rule>'
        + '<rule name="c"><match url="^gone$" /><action type="Redirect" url="Doctor.aspx" /></rule></rules></rewrite>',
      'Global.asax': 'routes.MapPageRoute("results", "portal/results/{id}", "~/Results.aspx");',
      'Doctor.aspx': page,
      'Results.aspx': page,
    })).toEqual(['/Doctor.aspx', '/Results.aspx', '/our-doctors/:1', '/portal/results/:id'])
  })
})

describe('masters and controls of Web Forms', () => {
  const site = {
    'Web.config': '<configuration><system.web><pages masterPageFile="~/Site.master"><controls>'
      + '<add tagPrefix="clinic" tagName="Footer" src="~/Controls/Footer.ascx" /></controls></pages></system.web></configuration>',
    'Site.master': '<%@ Master %><html><asp:ContentPlaceHolder ID="Head" runat="server"><script></script></asp:ContentPlaceHolder></html>',
    'Portal.master': '<%@ Master MasterPageFile="~/Site.master" %>',
    'Controls/Footer.ascx': '<%@ Control %>',
    'Default.aspx': '<%@ Page %><clinic:Footer runat="server" />',
    'Print.aspx': '<%@ Page %><html></html>',
    'Portal/Messages.aspx': '<%@ Page MasterPageFile="~/Portal.master" %>',
    'Portal/Switch.aspx': '<%@ Page %>',
    'Portal/Switch.aspx.cs': 'void Page_PreInit() { MasterPageFile = IsPatient ? "~/Portal.master" : "~/Plain.master"; }',
    'Plain.master': '<%@ Master %><html></html>',
  }

  it('come from the page, else from its code, else from the configuration', () => {
    expect(reachOf(site, 'Portal.master')).toEqual(['/Portal/Messages.aspx', '/Portal/Switch.aspx likely'])
    expect(reachOf(site, 'Plain.master')).toEqual(['/Portal/Switch.aspx likely'])
    expect(reachOf(site, 'Site.master')).toEqual(['/', '/Portal/Messages.aspx', '/Portal/Switch.aspx likely'])
  })

  it('are registered for all pages', () => {
    expect(reachOf(site, 'Controls/Footer.ascx')).toEqual(['/'])
  })

  it('run the code behind them', () => {
    expect(reachOf({ ...site, 'Site.master.cs': 'class Site {}', 'Print.aspx.vb': 'Class Print' }, 'Site.master.cs'))
      .toEqual(['/', '/Portal/Messages.aspx', '/Portal/Switch.aspx likely'])
    expect(reachOf({ ...site, 'Print.aspx.vb': 'Class Print' }, 'Print.aspx.vb')).toEqual(['/Print.aspx'])
  })
})

describe('scripts of Web Forms', () => {
  it('are loaded by references, registrations and bundles', () => {
    const site = {
      'Web/Web.csproj': '',
      'Web/Default.aspx': '<%@ Page %><asp:ScriptManager runat="server"><Scripts><asp:ScriptReference Path="~/Scripts/a.js"/></Scripts></asp:ScriptManager><%: Scripts.Render("~/bundles/b") %>',
      'Web/Default.aspx.cs': 'class D { void L() { Page.ClientScript.RegisterClientScriptInclude("c", ResolveUrl("~/Scripts/c.js")); } }',
      'Web/App_Start/BundleConfig.cs': 'class B { void R(BundleCollection bundles) { bundles.Add(new ScriptBundle("~/bundles/b").Include("~/Scripts/b.js")); } }',
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`Web/Scripts/${name}.js`, 'x()'])),
    }
    for (const name of ['a', 'b', 'c']) expect(reachOf(site, `Web/Scripts/${name}.js`), name).toEqual(['/'])
    expect(reachOf(site, 'Web/Scripts/d.js')).toEqual([])
  })
})

describe('classic ASP', () => {
  it('has a route for every file that no other includes', () => {
    const site = {
      'wwwroot/default.asp': '<!-- #include virtual="/layout/top.asp" -->\n',
      'wwwroot/clinic/hours.asp': '<!--#include file="../layout/top.asp"-->\n',
      'wwwroot/clinic/plain.asp': '<html>',
      'wwwroot/layout/top.asp': '<html><!--#include file="measure.inc"-->',
      'wwwroot/layout/measure.inc': '<% If True Then %><script></script><% End If %>',
    }
    expect(routesOf(site)).toEqual(['/', '/clinic/hours.asp', '/clinic/plain.asp'])
    expect(reachOf(site, 'wwwroot/layout/measure.inc')).toEqual(['/', '/clinic/hours.asp'])
  })
})
