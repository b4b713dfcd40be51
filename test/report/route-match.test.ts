import { describe, expect, it } from 'vitest'
import { routesAt } from '../../src/report/route-match.js'
import { route } from './toy-report.js'

const routes = ['/', '/portal/messages/:id', '/portal/messages/new', '/docs/*', '/:lang?/book', '/files/:rest*', '/a.b'].map((path) =>
  route(path, 'public', 'x'),
)

describe('the route of a path', () => {
  it.each([
    ['/', ['/']],
    ['/portal/messages/17', ['/portal/messages/:id']],
    ['/portal/messages/new', ['/portal/messages/new']],
    ['portal/messages/17/?a=1#b', ['/portal/messages/:id']],
    ['/portal/messages/:id', ['/portal/messages/:id']],
    ['/docs', ['/docs/*']],
    ['/docs/a/b', ['/docs/*']],
    ['/book', ['/:lang?/book']],
    ['/de/book', ['/:lang?/book']],
    ['/files/a/b', ['/files/:rest*']],
    ['/axb', []],
    ['/none', []],
  ])('%s is %j', (path, expected) => {
    expect(routesAt(path, routes).map((each) => each.path)).toEqual(expected)
  })
})
