/** What conditions come to on a page. */
import { describe, expect, it } from 'vitest'
import {
  all, any, decide, endsWith, fitsGlob, fitsRoute, hasSegment, includes, isPath, not, open, startsWith, unclear,
  type PathTest, type Verdict,
} from '../../../src/project/conditions/path-test.js'
import { matchesExpression } from '../../../src/project/conditions/regular-expression.js'

const on = (test: PathTest, path: string, files: string[] = []): Verdict => decide(test, { path, files, names: null })

describe('what engines ask', () => {
  const cases: [string, PathTest, string, Verdict][] = [
    ['is /portal', isPath('/portal'), '/portal', 'yes'],
    ['is /portal/', isPath('/portal/'), '/portal', 'yes'],
    ['is /portal', isPath('/portal'), '/portal/messages', 'no'],
    ['is /visits/[id]', isPath('/visits/[id]'), '/visits/:visitId', 'yes'],
    ['is portal', isPath('portal'), '/portal', 'unclear'],
    ['starts with /portal', startsWith('/portal'), '/:lang?/portal', 'unclear'],
    ['starts with /portal/', startsWith('/portal/'), '/portal/messages', 'yes'],
    ['starts with /portal/, which the server may add', startsWith('/portal/'), '/portal', 'unclear'],
    ['starts with /', startsWith('/'), '/anything', 'yes'],
    ['ends with /confirmation', endsWith('/confirmation'), '/book/confirmation', 'yes'],
    ['includes login', includes('login'), '/account/login', 'yes'],
    ['includes login', includes('login'), '/careers', 'no'],
    ['the address includes login, as its host may', includes('login', true), '/careers', 'unclear'],
    ['the address includes /login', includes('/login', true), '/careers', 'no'],
    ['the first segment is portal', hasSegment(0, 'portal'), '/portal/messages', 'yes'],
    ['the second segment is portal', hasSegment(1, 'portal'), '/portal/messages', 'no'],
    ['the last segment is messages', hasSegment('last', 'messages'), '/portal/messages', 'yes'],
    ['fits portal/*', fitsGlob('portal/*'), '/portal/messages', 'yes'],
    ['fits portal*', fitsGlob('portal*'), '/portal', 'yes'],
    ['fits /visits/:id, to its end', fitsRoute('/visits/:id', true), '/visits/:visitId/print', 'no'],
    ['fits /visits, and what is below', fitsRoute('/visits', false), '/visits/:visitId/print', 'yes'],
    ['matches ^/(portal|login)', matchesExpression('^/(portal|login)'), '/login', 'yes'],
    ['matches digits', matchesExpression('^/\\d+$'), '/login', 'unclear'],
    ['matches digits', matchesExpression('^/\\d+$'), '/portal/messages', 'no'],
  ]
  it.each(cases)('%s: %o on %s is %s', (_, test, path, expected) => expect(on(test, path)).toBe(expected))
})

describe('conditions together', () => {
  const portal = startsWith('/portal')
  const cases: [string, PathTest, string, Verdict][] = [
    ['something else and the portal', all([open, portal]), '/portal', 'open'],
    ['something else and the portal', all([open, portal]), '/careers', 'no'],
    ['something else or the portal', any([open, portal]), '/portal', 'yes'],
    ['something else or the portal: the address has its say', any([open, portal]), '/careers', 'unclear'],
    ['not (something else or the portal)', not(any([open, portal])), '/portal', 'no'],
    ['not (something else or the portal)', not(any([open, portal])), '/careers', 'open'],
    ['not (something else and the portal)', not(all([open, portal])), '/careers', 'yes'],
    ['what cannot be read and the portal', all([unclear, portal]), '/portal', 'unclear'],
    ['two of which one fits', any([portal, startsWith('/login')]), '/login', 'yes'],
  ]
  it.each(cases)('%s on %o %s', (_, test, path, expected) => expect(on(test, path)).toBe(expected))
})

it('the view that shows the page', () => {
  const test: PathTest = { kind: 'view', pattern: '\uE002/page-visits.php' }
  expect(on(test, '/*', ['theme/page-visits.php'])).toBe('yes')
  expect(on(test, '/*', ['theme/page.php'])).toBe('no')
  expect(on(test, '/*')).toBe('unclear')
})

it('the same parts again and again are asked once: conditions of functions that call themselves', () => {
  const nested = (leaf: PathTest): PathTest => {
    let test = leaf
    for (let depth = 0; depth < 200; depth++) test = any([all([test, test]), not(not(test)), test])
    return test
  }
  expect([on(nested(open), '/portal'), on(nested(unclear), '/portal')]).toEqual(['open', 'unclear'])
  expect([on(all([open, unclear]), '/portal'), on(not(any([open, unclear])), '/portal'), on(not(open), '/portal')]).toEqual(['unclear', 'unclear', 'open'])
  expect([on(all([open, isPath('/portal')]), '/portal'), on(all([open, isPath('/portal')]), '/careers')]).toEqual(['open', 'no'])
})
