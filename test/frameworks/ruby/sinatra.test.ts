import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const files = {
  'app.rb': "require 'sinatra'\nget '/' do\n  erb :home\nend\nget '/visits/:id' do\n  erb :visit, layout: :portal\nend\npost '/visits/:id' do\n  redirect '/'\nend\nget '/print' do\n  erb :print, layout: false\nend\nget '/old' do\n  redirect '/'\nend\nget '/data' do\n  json({})\nend\n",
  'views/layout.erb': '<html>', 'views/portal.erb': '<html>', 'views/home.erb': '<p>', 'views/visit.erb': '<p>', 'views/print.erb': '<p>', 'views/other.erb': '<p>',
}

describe('Sinatra', () => {
  it('routes with what they answer', () => {
    expect(routesOf(files)).toEqual(['/', '/data api', '/old redirect', '/print', '/visits/:id'])
  })

  it('views in their layouts', () => {
    expect(reachOf(files, 'views/layout.erb')).toEqual(['/'])
    expect(reachOf(files, 'views/portal.erb')).toEqual(['/visits/:id'])
    expect(reachOf(files, 'views/print.erb')).toEqual(['/print'])
    expect(reachOf(files, 'views/other.erb')).toEqual([])
  })

  it('is not there where another library has methods of these names', () => {
    expect(routesOf({ ...files, 'app.rb': files['app.rb'].replace("require 'sinatra'", "require 'other'"), 'views/layout.erb': '' }).filter((route) => !route.endsWith('possible'))).toEqual([])
  })
})
