/** Code of Ruby that actions end up with. */
import { describe, expect, it } from 'vitest'
import { reachOf } from '../read-routes.js'

const rails = {
  'config/routes.rb': "Rails.application.routes.draw do\n  get 'a', to: 'pages#a'\n  get 'b', to: 'pages#b'\n  get 'c', to: 'pages#c'\nend\n",
  'app/controllers/pages_controller.rb': 'class PagesController < ApplicationController\n'
    + '  def a\n    Clinic::Events.lead(params[:x])\n  end\n'
    + '  def b\n    VisitJob.perform_later(params[:x])\n    head :ok\n  end\n'
    + '  def c\n    events.lead\n    head :ok\n  end\nend\n',
  'app/services/clinic/events.rb': 'module Clinic\n  class Events\n    def self.lead(x)\n      new.post(x)\n    end\n\n'
    + '    def post(x)\n      HTTP.post("https://x.test/lead", json: x)\n    end\n\n'
    + '    def self.other\n      HTTP.post("https://x.test/other")\n    end\n  end\nend\n',
  'app/jobs/visit_job.rb': 'class VisitJob < ApplicationJob\n  def perform(x)\n    HTTP.post("https://x.test/visit", json: x)\n  end\nend\n',
}
const at = (file: keyof typeof rails, word: string): string[] => reachOf(rails, file, null, rails[file].indexOf(word))

describe('code of Ruby', () => {
  it('is on the routes whose actions call it, directly or through one of its class', () => {
    expect(at('app/services/clinic/events.rb', 'https://x.test/lead')).toEqual(['/a'])
    expect(at('app/services/clinic/events.rb', 'https://x.test/other')).toEqual([])
  })

  it('is on the routes whose actions hand it to a queue', () => {
    expect(at('app/jobs/visit_job.rb', 'https://x.test/visit')).toEqual(['/b'])
  })
})
