import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const build = { build: { builder: '@angular/build:application', options: { index: 'src/index.html', browser: 'src/main.ts' } } }

function workspace(options: Record<string, unknown> = {}, configurations: Record<string, unknown> = {}): Record<string, string> {
  const architect = { build: { ...build.build, options: { ...build.build.options, ...options }, configurations } }
  return {
    'package.json': JSON.stringify({ dependencies: { '@angular/core': '20.3.0', '@angular/router': '20.3.0' } }),
    'angular.json': JSON.stringify({ projects: { site: { projectType: 'application', root: '', sourceRoot: 'src', architect } } }),
  }
}

const shell = {
  ...workspace(),
  'src/index.html': '<!doctype html><html><head><base href="/"></head><body><app-root></app-root></body></html>',
  'src/main.ts': "import { bootstrapApplication } from '@angular/platform-browser'\nimport { AppComponent } from './app/app.component'\nimport { settings } from './app/app.config'\nbootstrapApplication(AppComponent, settings)",
  'src/app/app.config.ts': "import { provideRouter } from '@angular/router'\nimport { routes } from './app.routes'\nexport const settings = { providers: [provideRouter(routes)] }",
  'src/app/app.component.ts': component('App', '<router-outlet />', "selector: 'app-root'"),
}

/** A component with a template of its own in the class. */
function component(name: string, template = '<p>x</p>', metadata = `selector: 'app-${name.toLowerCase()}'`, body = ''): string {
  return `import { Component } from '@angular/core'
@Component({ ${metadata}, template: \`${template}\` })
export class ${name}Component { ${body} }`
}

/** A standalone application with these records, and a component in a file of its own for each of the names. */
function standalone(records: string, names: readonly string[], others: Record<string, string> = {}): Record<string, string> {
  const files = Object.fromEntries(names.map((name) => [`src/app/${name.toLowerCase()}.component.ts`, component(name)]))
  const imports = names.map((name) => `import { ${name}Component } from './${name.toLowerCase()}.component'`).join('\n')
  return {
    ...shell, ...files,
    'src/app/app.routes.ts': `import { Routes } from '@angular/router'\n${imports}\nexport const routes: Routes = [${records}]`,
    ...others,
  }
}

describe('records', () => {
  it('nest, redirect, and an empty one stands for what is around it', () => {
    expect(routesOf(standalone(`
      { path: '', component: HomeComponent },
      { path: 'portal', component: PortalComponent, children: [
        { path: '', component: HomeComponent },
        { path: 'visits/:visitId', component: VisitComponent },
      ] },
      { path: 'doctors', component: HomeComponent, children: [{ path: ':id', component: VisitComponent }] },
      { path: 'help', children: [{ path: 'faq', component: HomeComponent }] },
      { path: 'old', redirectTo: 'portal' },
      { path: '**', component: HomeComponent },
    `, ['Home', 'Portal', 'Visit']))).toEqual([
      '/', '/*', '/doctors', '/doctors/:id', '/help/faq', '/old redirect', '/portal', '/portal/visits/:visitId',
    ])
  })

  it('keep what is not literal as a part; a matcher, and what is loaded from elsewhere, as any', () => {
    expect(routesOf(standalone(`
      { path: SECTION + '/list', component: HomeComponent },
      { path: environment.unknown, component: HomeComponent },
      { matcher: prefixed, component: HomeComponent },
      { path: 'other', loadChildren: () => loadRemoteModule('x') },
    `, ['Home']))).toEqual(['/* possible', '/:value/list likely', '/other/* possible'])
  })

  it('are made by spreading and mapping', () => {
    expect(routesOf(standalone(`
      ...['en', 'de'].map((lang) => ({ path: \`\${lang}/about\`, component: HomeComponent })), ...more,
    `, ['Home'], {}))).toEqual(['/de/about', '/en/about'])
  })
})

describe('lazy routes', () => {
  const files = standalone(`
    { path: 'portal', loadChildren: () => import('./portal/portal.module').then((m) => m.PortalModule) },
    { path: 'book', loadChildren: () => import('./book/book.routes').then((m) => m.bookRoutes), canActivate: [guard] },
    { path: 'news', loadChildren: () => import('./news.routes') },
    { path: 'records', loadChildren: './records/records.module#RecordsModule' },
    { path: 'login', loadComponent: () => import('./login.component').then((m) => m.LoginComponent) },
    { path: 'help', loadComponent: () => import('./help.component') },
  `, [], {
    'src/app/guard.ts': 'export const guard = () => true',
    'src/app/portal/portal.module.ts': "import { NgModule } from '@angular/core'\nimport { PortalRoutingModule } from './portal-routing.module'\nimport { MessagesComponent } from './messages.component'\n@NgModule({ declarations: [MessagesComponent], imports: [PortalRoutingModule] })\nexport class PortalModule { constructor() { start() } }\nfunction start() {}",
    'src/app/portal/portal-routing.module.ts': "import { NgModule } from '@angular/core'\nimport { RouterModule } from '@angular/router'\nimport { MessagesComponent } from './messages.component'\n@NgModule({ imports: [RouterModule.forChild([{ path: 'messages', component: MessagesComponent }])], exports: [RouterModule] })\nexport class PortalRoutingModule {}",
    'src/app/portal/messages.component.ts': component('Messages'),
    'src/app/book/book.routes.ts': "import { StepComponent } from './step.component'\nexport const bookRoutes = [{ path: ':step', component: StepComponent }]",
    'src/app/book/step.component.ts': component('Step'),
    'src/app/news.routes.ts': "import { MessagesComponent } from './portal/messages.component'\nexport default [{ path: '', component: MessagesComponent }]",
    'src/app/records/records.module.ts': "import { NgModule } from '@angular/core'\nimport { RouterModule } from '@angular/router'\nconst routes = [{ path: '', component: RecordsComponent }]\n@NgModule({ imports: [RouterModule.forChild(routes)] })\nexport class RecordsModule {}\nclass RecordsComponent {}",
    'src/app/login.component.ts': component('Login'),
    'src/app/help.component.ts': component('Help').replace('export class', 'export default class'),
  })

  it('lie below the path they are loaded at, from modules, tables, default exports and strings', () => {
    expect(routesOf(files)).toEqual(['/book/:step', '/help', '/login', '/news', '/portal/messages', '/records'])
  })

  it('have their components and what guards them, and a module that is loaded is made', () => {
    expect(reachOf(files, 'src/app/portal/messages.component.ts', 'MessagesComponent')).toEqual(['/news', '/portal/messages'])
    expect(reachOf(files, 'src/app/portal/portal.module.ts', 'PortalModule')).toEqual(['/portal/messages'])
    expect(reachOf(files, 'src/app/book/step.component.ts', 'StepComponent')).toEqual(['/book/:step'])
    expect(reachOf(files, 'src/app/login.component.ts', 'LoginComponent')).toEqual(['/login'])
    expect(reachOf(files, 'src/app/help.component.ts', 'HelpComponent')).toEqual(['/help'])
  })
})

describe('modules', () => {
  const module = (metadata: string, name: string, imports: string): string =>
    `import { NgModule, APP_INITIALIZER } from '@angular/core'\nimport { RouterModule } from '@angular/router'\n${imports}\n@NgModule({ ${metadata} })\nexport class ${name} {}`
  const files = {
    ...shell,
    'src/main.ts': "import { platformBrowserDynamic } from '@angular/platform-browser-dynamic'\nimport { AppModule } from './app/app.module'\nplatformBrowserDynamic().bootstrapModule(AppModule)",
    'src/app/app.module.ts': module(
      'declarations: [AppComponent, HomeComponent, BannerComponent, ...PARTS], imports: [RouterModule.forRoot(routes), VisitsModule], exports: [BannerComponent], providers: [Unused, { provide: APP_INITIALIZER, useFactory: initialise, multi: true }], bootstrap: [AppComponent]',
      'AppModule',
      "import { AppComponent } from './app.component'\nimport { HomeComponent, BannerComponent, CardComponent } from './parts'\nimport { VisitsModule } from './visits.module'\nimport { Unused, initialise } from './services'\nconst PARTS = [CardComponent]\nconst routes = [{ path: '', component: HomeComponent }]",
    ),
    'src/app/app.component.ts': component('App', '<app-banner></app-banner> <!-- <app-card></app-card> --> <router-outlet></router-outlet>', "selector: 'app-root'"),
    'src/app/parts.ts': [
      component('Home', '<app-card *ngIf="x" appTrack></app-card>'), component('Banner'), component('Card'),
      "import { Directive } from '@angular/core'\n@Directive({ selector: '[appTrack]' })\nexport class TrackDirective {}",
    ].join('\n'),
    'src/app/visits.module.ts': module("imports: [RouterModule.forChild([{ path: 'visits', component: VisitsComponent }])]", 'VisitsModule', "import { VisitsComponent } from './visits.component'"),
    'src/app/visits.component.ts': component('Visits').replace('template: `<p>x</p>`', "templateUrl: './visits.component.html'"),
    'src/app/visits.component.html': '<h1>Visits</h1>',
    'src/app/services.ts': 'export class Unused {}\nexport function initialise() { return () => {} }',
  }

  it('of the application itself have their routes at its own path', () => {
    expect(routesOf(files)).toEqual(['/', '/visits'])
  })

  it('list components without showing them: templates show them, by element and by attribute', () => {
    expect(reachOf(files, 'src/app/parts.ts', 'HomeComponent')).toEqual(['/'])
    expect(reachOf(files, 'src/app/parts.ts', 'BannerComponent')).toEqual(['/', '/visits'])
    expect(reachOf(files, 'src/app/parts.ts', 'CardComponent')).toEqual(['/'])
    expect(reachOf(files, 'src/app/parts.ts', 'TrackDirective')).toEqual(['/'])
  })

  it('list services without making them, and run what they initialise with', () => {
    expect(reachOf(files, 'src/app/services.ts', 'Unused')).toEqual([])
    expect(reachOf(files, 'src/app/services.ts', 'initialise')).toEqual(['/', '/visits'])
  })

  it('have templates of their own on the routes of the component', () => {
    expect(reachOf(files, 'src/app/visits.component.html')).toEqual(['/visits'])
  })
})

describe('services', () => {
  const service = (name: string): string => `import { Injectable } from '@angular/core'\n@Injectable({ providedIn: 'root' })\nexport class ${name} { track() {} }`
  const files = standalone("{ path: '', component: HomeComponent }, { path: 'portal', component: PortalComponent }", ['Portal'], {
    'src/app/home.component.ts': component('Home', '', "selector: 'app-home'", 'constructor(private counts: CountsService, types: OtherService) {}')
      .replace('import { Component }', "import { CountsService } from './counts.service'\nimport type { OtherService } from './other.service'\nimport { Component }"),
    'src/app/app.routes.ts': "import { HomeComponent } from './home.component'\nimport { PortalComponent } from './portal.component'\nexport const routes = [{ path: '', component: HomeComponent }, { path: 'portal', component: PortalComponent }]",
    'src/app/counts.service.ts': service('CountsService').replace('track() {}', 'constructor(@Inject(CLOCK) clock: unknown, private inner: InnerService) {}')
      .replace('import', "import { InnerService } from './inner.service'\nimport { CLOCK } from './clock'\nimport"),
    'src/app/inner.service.ts': service('InnerService'), 'src/app/other.service.ts': service('OtherService'), 'src/app/nobody.service.ts': service('NobodyService'),
    'src/app/clock.ts': 'export const CLOCK = token()',
  })

  it('are on the routes of what asks for them, also through other services', () => {
    expect(reachOf(files, 'src/app/counts.service.ts', 'CountsService')).toEqual(['/'])
    expect(reachOf(files, 'src/app/inner.service.ts', 'InnerService')).toEqual(['/'])
    expect(reachOf(files, 'src/app/clock.ts', 'CLOCK')).toEqual(['/'])
  })

  it('are on none when nothing asks for them, or a type alone', () => {
    expect(reachOf(files, 'src/app/other.service.ts', 'OtherService')).toEqual([])
    expect(reachOf(files, 'src/app/nobody.service.ts', 'NobodyService')).toEqual([])
  })
})

describe('standalone components', () => {
  it('are shown by the template and not by the list of imports', () => {
    const files = standalone("{ path: '', component: HomeComponent }, { path: 'portal', component: PortalComponent }", ['Card', 'Portal'], {
      'src/app/home.component.ts': "import { CardComponent } from './card.component'\n" + component('Home', '<b>no card</b>', "selector: 'app-home', imports: [CardComponent]"),
      'src/app/portal.component.ts': "import { CardComponent } from './card.component'\n" + component('Portal', '@if (open) { <app-card /> }', "selector: 'app-portal', imports: [CardComponent]"),
    })
    files['src/app/app.routes.ts'] += "\nimport { HomeComponent } from './home.component'"
    expect(reachOf(files, 'src/app/card.component.ts', 'CardComponent')).toEqual(['/portal'])
  })

  it('with one selector are told apart by the imports, else by the place', () => {
    const files = standalone("{ path: '', component: HomeComponent }, { path: 'portal', component: PortalComponent }", [], {
      'src/app/a/card.component.ts': component('Card'), 'src/app/b/card.component.ts': component('Card').replace('CardComponent', 'OtherCardComponent'),
      'src/app/home.component.ts': "import { OtherCardComponent } from './b/card.component'\n" + component('Home', '<app-card/>', "selector: 'app-home', imports: [OtherCardComponent]"),
      'src/app/a/portal.component.ts': component('Portal', '<app-card/>'),
      'src/app/app.routes.ts': "import { HomeComponent } from './home.component'\nimport { PortalComponent } from './a/portal.component'\nexport const routes = [{ path: '', component: HomeComponent }, { path: 'portal', component: PortalComponent }]\nimport { Routes } from '@angular/router'",
    })
    expect(reachOf(files, 'src/app/b/card.component.ts', 'OtherCardComponent')).toEqual(['/'])
    expect(reachOf(files, 'src/app/a/card.component.ts', 'CardComponent')).toEqual(['/portal likely'])
  })
})

describe('outlets', () => {
  it('beside the primary one may be shown with whatever that shows', () => {
    const files = standalone("{ path: '', component: HomeComponent }, { path: 'portal', component: PortalComponent }, { path: 'chat', outlet: 'side', component: ChatComponent }", ['Home', 'Portal', 'Chat'])
    expect(routesOf(files)).toEqual(['/', '/portal'])
    expect(reachOf(files, 'src/app/chat.component.ts', 'ChatComponent')).toEqual(['/ possible', '/portal possible'])
  })
})

describe('the workspace', () => {
  const records = "{ path: 'visits', component: HomeComponent }"

  it('names scripts that are on every page, unless they are not put in', () => {
    const files = {
      ...standalone(records, ['Home']),
      ...workspace({ scripts: ['src/assets/count.js', { input: 'src/late.js', inject: false }, 'node_modules/x.js'], polyfills: ['src/polyfills.ts', 'zone.js'] }),
      'src/assets/count.js': 'start()', 'src/late.js': 'start()', 'src/polyfills.ts': 'start()',
    }
    expect(reachOf(files, 'src/assets/count.js')).toEqual(['/visits'])
    expect(reachOf(files, 'src/polyfills.ts')).toEqual(['/visits'])
    expect(reachOf(files, 'src/late.js')).toEqual([])
  })

  it('may have another document for production, and a path the application lies at', () => {
    const files = {
      ...standalone(records, ['Home']), ...workspace({}, { production: { index: { input: 'src/index.prod.html', output: 'index.html' }, baseHref: '/care/' } }),
      'src/index.prod.html': '<!doctype html><html></html>',
    }
    expect(routesOf(files)).toEqual(['/care/visits'])
    expect(reachOf(files, 'src/index.html')).toEqual(['/care/visits'])
    expect(reachOf(files, 'src/index.prod.html')).toEqual(['/care/visits likely'])
  })

  it('may hold several applications, each with the routes its first script leads to', () => {
    const app = (name: string): Record<string, string> => ({
      [`apps/${name}/project.json`]: JSON.stringify({ sourceRoot: `apps/${name}/src`, targets: { build: { executor: '@nx/angular:application', options: { index: `apps/${name}/src/index.html`, browser: `apps/${name}/src/main.ts` } } } }),
      [`apps/${name}/src/index.html`]: '<!doctype html><html></html>',
      [`apps/${name}/src/main.ts`]: `import { bootstrapApplication } from '@angular/platform-browser'\nimport { provideRouter } from '@angular/router'\nimport { shared } from '../../../libs/shared'\nbootstrapApplication(Root, { providers: [provideRouter([{ path: '${name}', component: Own }, ...shared])] })\nclass Own {}\nclass Root {}`,
    })
    const files = {
      'package.json': workspace()['package.json'] as string, 'nx.json': '{}', ...app('site'), ...app('portal'),
      'libs/shared.ts': "export const shared = [{ path: 'login', loadComponent: () => import('./login') }]", 'libs/login.ts': component('Login').replace('export class', 'export default class'),
      'libs/unused.ts': "export const routes = [{ path: 'nowhere', loadComponent: () => import('./login') }]",
    }
    expect(routesOf(files)).toEqual(['/login', '/login', '/portal', '/site'])
    expect(reachOf(files, 'apps/site/src/index.html')).toEqual(['/login', '/site'])
  })

  it('of the first versions is read as well', () => {
    const files = {
      ...standalone(records, ['Home']), 'angular.json': '{}',
      '.angular-cli.json': JSON.stringify({ apps: [{ root: 'src', index: 'index.html', main: 'main.ts', scripts: ['count.js'] }] }), 'src/count.js': 'start()',
    }
    expect(routesOf(files)).toEqual(['/visits'])
    expect(reachOf(files, 'src/count.js')).toEqual(['/visits'])
    expect(reachOf(files, 'src/app/app.component.ts', 'AppComponent')).toEqual(['/visits'])
  })
})
