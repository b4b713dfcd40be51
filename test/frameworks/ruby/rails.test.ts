/** Rails: routes, the views and layouts of actions, and what is brought in by names of Ruby. */
import { describe, expect, it } from 'vitest'
import { projectOf, reachOf, routesOf } from '../read-routes.js'

/** Routes of a routes file; every action of these controllers has a view. */
const routes = (lines: string, files: Record<string, string> = {}): string[] => routesOf({ 'config/routes.rb': `Rails.application.routes.draw do\n${lines}\nend\n`, ...files })
/** Route → names of views and layouts, in the order of `files`. */
const shown = (lines: string, files: Record<string, string>): Record<string, string[]> => Object.fromEntries(
  projectOf({ 'config/routes.rb': `Rails.application.routes.draw do\n${lines}\nend\n`, ...files }).routes()
    .map(({ path, files: all = [] }) => [path, all.filter((file) => file.includes('/views/') || file.includes('/components/')).map((file) => file.replace(/^.*app\/(views\/)?/, '').replace(/\.html\.\w+$/, ''))]))
const controller = (name: string, ...actions: readonly string[]): Record<string, string> => ({
  [`app/controllers/${name}_controller.rb`]: `class ${name.split('/').map((part) => part.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())).join('::')}Controller < ApplicationController\n${actions.map((action) => `  def ${action}\n  end\n`).join('')}end\n`,
  ...Object.fromEntries(actions.map((action) => [`app/views/${name}/${action}.html.erb`, '<p>'])),
})

describe('paths', () => {
  it('of resources, with their options', () => {
    const all = controller('visits', 'index', 'new', 'show', 'edit')
    expect(routes('resources :visits', all)).toEqual(['/visits', '/visits/:id', '/visits/:id/edit', '/visits/new'])
    expect(routes('resources :visits, only: :index, path: "my-visits"', all)).toEqual(['/my-visits'])
    expect(routes('resources :visits, except: %i[edit show], path_names: { new: "request" }', all)).toEqual(['/visits', '/visits/request'])
    expect(routes('resources :visits, only: :show, param: :slug', all)).toEqual(['/visits/:slug'])
  })

  it('of a single resource, which the plural answers', () => {
    expect(routes('resource :profile, only: %i[show edit]', controller('profiles', 'show', 'edit'))).toEqual(['/profile', '/profile/edit'])
  })

  it('of nested and shallow resources', () => {
    const files = { ...controller('visits', 'show'), ...controller('messages', 'index', 'show') }
    expect(routes('resources :visits, only: :show do\n resources :messages, only: %i[index show]\nend', files)).toEqual(['/visits/:id', '/visits/:visit_id/messages', '/visits/:visit_id/messages/:id'])
    expect(routes('resources :visits, only: :show, shallow: true do\n resources :messages, only: %i[index show]\nend', files)).toEqual(['/messages/:id', '/visits/:id', '/visits/:visit_id/messages'])
  })

  it('of members, collections, concerns and lines inside a resource', () => {
    const files = controller('visits', 'print', 'past', 'copy', 'all', 'extra')
    expect(routes('concern :copied do\n get :copy, on: :member\nend\nresources :visits, only: [], concerns: :copied do\n member { get :print }\n collection do\n get "past"\n end\n get :all, on: :collection\n get :extra\nend', files)).toEqual([
      '/visits/:id/copy', '/visits/:id/print', '/visits/:visit_id/extra', '/visits/all', '/visits/past',
    ])
  })

  it('of namespaces and scopes', () => {
    expect(routes('namespace :portal, path: "my" do\n root "home#index"\n scope "care", module: :care do\n  get "team", to: "teams#show"\n end\nend', {
      ...controller('portal/home', 'index'), ...controller('portal/care/teams', 'show'),
    })).toEqual(['/my', '/my/care/team'])
  })

  it('of optional parts, globs and formats', () => {
    expect(routes('scope "(:locale)" do\n get "docs/*name(.:format)", to: "docs#show"\nend\nget "a(/:b(/c))", to: "docs#show"', controller('docs', 'show'))).toEqual([
      '/:locale?/docs/*', '/a', '/a/:b', '/a/:b/c',
    ])
  })

  it('of loops, constants, methods and blocks', () => {
    expect(routes('%w[fees team].each { |page| get page, to: "pages##{page}" }\nPagesController::MORE.each do |name, path|\n get path, to: "pages##{name}"\nend\ndef both(name)\n get "#{name}/fees", to: "pages#fees"\n yield\nend\nscope "x" do\n both("y") { get "team", to: "pages#team" }\nend', {
      ...controller('pages', 'fees', 'team', 'jobs'),
      'app/controllers/pages_controller.rb': 'class PagesController < ApplicationController\n  MORE = { jobs: "work-with-us" }.freeze\n  def fees; end\n  def team; end\n  def jobs; end\nend\n',
    })).toEqual(['/fees', '/team', '/work-with-us', '/x/team', '/x/y/fees'])
  })

  it('of controllers that methods of a class name one another, flattened out of a table', () => {
    const line = 'Steps.all_steps.each do |step|\n match "/#{step.to_param}", action: :edit, controller: step.controller_path, via: :get\nend'
    const steps = (body: string): Record<string, string> => ({
      ...controller('reason', 'edit'), ...controller('coverage', 'edit'), ...controller('added', 'edit'),
      'app/controllers/application_controller.rb': 'class ApplicationController\n  def self.to_param = controller_name.dasherize\nend\n',
      'app/lib/steps.rb': `class Steps\n  ALL = { "About" => [ReasonController], "Cover" => [CoverageController] }.freeze\n  MORE = { AddedController => ReasonController }.freeze\n${body}\nend\n`,
    })
    const own = '  class << self\n    def steps\n      @steps ||= ALL.values.flatten.freeze\n    end\n    def all_steps\n      @all ||= (steps + MORE.keys).uniq\n    end\n  end'
    expect(routes(line, steps(own))).toEqual(['/added', '/coverage', '/reason'])
    // What no method of the class gives is not guessed.
    expect(routes(line, steps(own.replace('(steps +', '(others +')))).toEqual(['/added'])
  })

  it('of controllers that another class lists', () => {
    expect(routes('Navigation::Intake.controllers.each do |controller_class|\n match "/#{controller_class.to_param}", action: :edit, controller: controller_class.controller_path, via: :get\nend', {
      ...controller('questions/reason', 'edit'), ...controller('questions/insurance', 'edit'),
      'app/lib/navigation/intake.rb': 'module Navigation\n  class Intake\n    FLOW = [Questions::ReasonController, Questions::InsuranceController].freeze\n    def self.controllers = FLOW\n  end\nend\n',
      'app/controllers/application_controller.rb': 'class ApplicationController < ActionController::Base\n  def self.to_param\n    controller_name.dasherize\n  end\nend\n',
    })).toEqual(['/insurance', '/reason'])
  })

  it('of which a part is not known are possible', () => {
    expect(routes('get "#{ENV["PREFIX"]}/home", to: "pages#home"', controller('pages', 'home'))).toEqual(['/:value/home possible'])
  })

  it('that only development has are none', () => {
    expect(routes('get "a", to: "pages#a" if Rails.env.development?\nunless Rails.env.production?\n get "b", to: "pages#b"\nend\nif Rails.env.production?\n get "c", to: "pages#c"\nend', controller('pages', 'a', 'b', 'c'))).toEqual(['/c'])
  })

  it('that are drawn in other files, and of engines in the tree', () => {
    expect(routes('draw :staff\nmount Billing::Engine => "/billing"\nmount Sidekiq::Web, at: "/jobs"', {
      'config/routes/staff.rb': 'get "staff", to: "pages#staff"\n', ...controller('pages', 'staff'),
      'engines/billing/config/routes.rb': 'Billing::Engine.routes.draw do\n  resources :invoices, only: :index\nend\n',
      'engines/billing/lib/billing/engine.rb': 'module Billing\n  class Engine < ::Rails::Engine\n    isolate_namespace Billing\n  end\nend\n',
      'engines/billing/app/controllers/billing/invoices_controller.rb': 'module Billing\n  class InvoicesController < ApplicationController\n    def index; end\n  end\nend\n',
      'engines/billing/app/views/billing/invoices/index.html.erb': '<p>',
    })).toEqual(['/billing/invoices', '/jobs/* possible', '/staff'])
  })

  it('of Devise, by what the model is made of', () => {
    const user = { 'app/models/user.rb': 'class User < ApplicationRecord\n  devise :database_authenticatable, :recoverable\nend\n', 'app/views/layouts/application.html.erb': '<html>' }
    expect(routes('devise_for :users', user)).toEqual(['/users/password/edit', '/users/password/new', '/users/sign_in'])
    expect(routes('devise_for :users, path: "", path_names: { sign_in: "login" }, skip: [:passwords]', user)).toEqual(['/login'])
    expect(routes('devise_for :users, skip: [:session]', user)).toEqual(['/users/password/edit', '/users/password/new'])
  })

  it('of invitations, where a model says that it has them', () => {
    const model = (parts: string): Record<string, string> => ({
      'app/models/user.rb': `class User < ApplicationRecord\n  devise ${parts}\nend\n`,
      'app/views/layouts/application.html.erb': '<html>',
    })
    expect(routes('devise_for :users', model(':invitable'))).toEqual(['/users/invitation/accept', '/users/invitation/new'])
    expect(routes('devise_for :users', model(':database_authenticatable'))).toEqual(['/users/sign_in'])
    expect(routes('devise_for :users').filter((path) => path.includes('invitation'))).toEqual([])
  })

  it('that no action and no view answers are none, unless a gem may', () => {
    expect(routes('resources :visits, only: %i[index show]', controller('visits', 'index'))).toEqual(['/visits'])
    expect(routes('resources :visits, only: %i[index show]', {
      'app/controllers/visits_controller.rb': 'class VisitsController < InheritedResources::Base\nend\n',
    })).toEqual(['/visits possible', '/visits/:id possible'])
  })
})

describe('kinds', () => {
  it('by what actions answer with', () => {
    expect(routes('get "a", to: "x#a"\nget "b", to: "x#b"\nget "c", to: "x#c"\npost "d", to: "x#d"\nget "e", to: redirect("/a")\nget "f", to: ->(env) { [] }\npost "g", to: "x#g"', {
      'app/controllers/x_controller.rb': 'class XController < ApplicationController\n  def a; render json: {}; end\n  def b; redirect_to "/"; end\n  def c; help; end\n  def d; head :ok; end\n  def g; render :c; end\n  private\n  def help; render inline: "<p>"; end\nend\n',
      'app/views/x/c.html.erb': '<p>',
    })).toEqual(['/a api', '/b redirect', '/c', '/d api', '/e redirect', '/f api', '/g'])
  })
})

describe('views', () => {
  const views = Object.fromEntries(['visits/index', 'visits/show', 'visits/other', 'shared/plain', 'base/index', 'visits/_row'].map((name) => [`app/views/${name}.html.erb`, '<p>']))
  const of = (body: string, extra: Record<string, string> = {}): string[] | undefined => shown('get "x", to: "visits#index"', {
    ...views, 'app/controllers/visits_controller.rb': `class VisitsController < BaseController\n${body}\nend\n`, 'app/controllers/base_controller.rb': 'class BaseController < ActionController::Base\nend\n', ...extra,
  })['/x']

  it.each<[string, string[], Record<string, string>?]>([
    ['def index; end', ['visits/index']],
    ['', ['visits/index']],
    ['def index\n render :show\nend', ['visits/show']],
    ['def index\n if x\n  render :show\n end\nend', ['visits/index', 'visits/show']],
    ['def index\n render x ? :show : "other"\nend', ['visits/show', 'visits/other']],
    ['def index\n return render("shared/plain") if x\nend', ['visits/index', 'shared/plain']],
    ['def index\n render template: "shared/plain", layout: false\nend', ['shared/plain']],
    ['def index\n done\nend\nprivate\ndef done\n render action: "show"\nend', ['visits/index', 'visits/show']],
    ['def index\n render partial: "row"\nend', ['visits/_row']],
    ['def index\n name = "other"\n render name\nend', ['visits/other']],
    ['def index\n render "visits/#{params[:kind]}"\nend', ['visits/index', 'visits/show', 'visits/other', 'visits/_row']],
    ['include Paged', ['shared/plain'], { 'app/controllers/concerns/paged.rb': 'module Paged\n def index\n  render "shared/plain"\n end\nend\n' }],
  ])('%s', (body, expected, extra = {}) => expect(of(body, extra)?.sort()).toEqual([...expected].sort()))

  it('of the controller it builds on', () => {
    expect(shown('get "x", to: "visits#index"', {
      'app/views/base/index.html.erb': '<p>', 'app/controllers/visits_controller.rb': 'class VisitsController < BaseController\nend\n', 'app/controllers/base_controller.rb': 'class BaseController < ActionController::Base\n def index; end\nend\n',
    })['/x']).toEqual(['base/index'])
  })

  it('for data and mails are no pages', () => {
    expect(reachOf({ 'config/routes.rb': 'Rails.application.routes.draw do\n get "x", to: "visits#index"\nend\n', ...controller('visits', 'index'), 'app/views/visits/index.json.erb': '{}', 'app/views/visit_mailer/index.html.erb': '<p>' }, 'app/views/visit_mailer/index.html.erb')).toEqual([])
  })
})

describe('layouts', () => {
  const layouts = Object.fromEntries(['application', 'portal', 'visits', 'bare', 'devise'].map((name) => [`app/views/layouts/${name}.html.erb`, '<html>']))
  const of = (own: string, base = '', without: readonly string[] = ['visits']): string[] => {
    const files: Record<string, string> = {
      ...layouts, 'app/views/visits/index.html.erb': '<p>', 'app/controllers/visits_controller.rb': `class VisitsController < BaseController\ndef index; end\n${own}\nend\n`,
      'app/controllers/base_controller.rb': `class BaseController < ApplicationController\n${base}\nend\n`, 'app/controllers/application_controller.rb': 'class ApplicationController < ActionController::Base\nend\n',
    }
    for (const name of without) delete files[`app/views/layouts/${name}.html.erb`]
    return (shown('get "x", to: "visits#index"', files)['/x'] ?? []).filter((name) => name.startsWith('layouts/')).map((name) => name.slice(8))
  }

  it.each([
    ['by the name of the application', '', '', ['application']],
    ['by a declaration', 'layout "portal"', '', ['portal']],
    ['by a declaration of what it builds on', '', 'layout "portal"', ['portal']],
    ['by its own declaration first', 'layout "bare"', 'layout "portal"', ['bare']],
    ['none at all', 'layout false', 'layout "portal"', []],
    ['only for other actions', 'layout "bare", only: :show', '', ['application']],
    ['for all but other actions', 'layout "bare", except: [:show]', '', ['bare']],
    ['by a method that chooses', 'layout :chosen\ndef chosen\n x ? "portal" : "bare"\nend', '', ['portal', 'bare']],
    ['by a block', 'layout -> { "portal" }', '', ['portal']],
    ['where the action says so', 'def index\n render layout: "bare"\nend', '', ['bare']],
    ['where the action sometimes says so', 'def index\n render layout: "bare" if x\nend', '', ['bare', 'application']],
  ])('%s', (_, own, base, expected) => expect(of(own, base).sort()).toEqual([...expected].sort()))

  it('by the name of the controller, before that of the application', () => {
    expect(of('', '', [])).toEqual(['visits'])
    expect(of('', 'layout "portal"', [])).toEqual(['portal'])
  })

  it('of Devise', () => {
    const files = { ...layouts, 'app/controllers/application_controller.rb': 'class ApplicationController < ActionController::Base\nend\n' }
    expect(shown('devise_for :users', files)['/users/sign_in']).toEqual(['layouts/devise'])
  })

  it('that stand in another layout', () => {
    const files = {
      ...controller('visits', 'index'), 'app/views/layouts/application.html.erb': '<html><%= yield %>', 'app/views/layouts/outer.html.erb': '<html>',
      'app/views/layouts/visits.html.erb': '<%= extends wrapper do %>x<% end %>', 'app/controllers/application_controller.rb': 'class ApplicationController < ActionController::Base\n def wrapper = "outer"\nend\n',
    }
    expect(shown('get "x", to: "visits#index"', files)['/x']).toEqual(['visits/index', 'layouts/outer', 'layouts/visits'])
  })
})

describe('what names bring in', () => {
  const files = {
    'config/routes.rb': 'Rails.application.routes.draw do\n get "a", to: "pages#a"\n get "b", to: "pages#b"\nend\n', ...controller('pages', 'a', 'b'),
    'app/views/pages/a.html.erb': '<%= render Portal::MenuComponent.new %><%= pixel_tag %><%= javascript_include_tag "visits", defer: true %><%= render @doctors %>',
    'app/components/portal/menu_component.rb': 'class Portal::MenuComponent < ViewComponent::Base\nend\n', 'app/components/portal/menu_component.html.erb': '<p>',
    'app/components/portal/other_component.html.erb': '<p>',
    'app/helpers/pixel_helper.rb': 'module PixelHelper\n  def pixel_tag\n    snippet("x")\n  end\n  def snippet(id)\n    "<script src=\'https://x.test/p.js\'></script>"\n  end\n  def other_tag\n    "<script></script>"\n  end\nend\n',
    'app/assets/javascripts/visits.js': '//= require ./map\n', 'app/assets/javascripts/map.js': 'a()', 'app/assets/javascripts/other.js': 'b()',
    'app/views/doctors/_doctor.html.erb': '<p>',
  }
  const at = (file: keyof typeof files, word: string): string[] => projectOf(files).reached({ file, unit: null }, files[file].indexOf(word)).map(({ route }) => route.path)

  it('components', () => {
    expect(reachOf(files, 'app/components/portal/menu_component.html.erb')).toEqual(['/a'])
    expect(reachOf(files, 'app/components/portal/other_component.html.erb')).toEqual([])
  })

  it('methods of helpers, through others', () => {
    expect(at('app/helpers/pixel_helper.rb', '<script src')).toEqual(['/a'])
    expect(at('app/helpers/pixel_helper.rb', '<script></script>')).toEqual([])
  })

  it('scripts, and what they require', () => {
    expect(reachOf(files, 'app/assets/javascripts/map.js')).toEqual(['/a'])
    expect(reachOf(files, 'app/assets/javascripts/other.js')).toEqual([])
  })

  it('partials of objects are likely', () => {
    expect(reachOf(files, 'app/views/doctors/_doctor.html.erb')).toEqual(['/a likely'])
  })
})
