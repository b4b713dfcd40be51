import { expect, it } from 'vitest'
import { createAddresses } from '../../src/addresses/addresses.js'
import { createLeaks } from '../../src/leaks/leaks.js'
import { projectOf } from '../frameworks/read-routes.js'

/** What is put into addresses by a page whose form is read by this code. */
function addressesOf(code: string): string[] {
  const pixel = "<script>fbq('init', '1'); fbq('track', 'PageView')</script>"
  const project = projectOf({
    'book.html': `<!doctype html>\n<html><head><title>Book a visit</title>${pixel}</head><form><input id="mail" type="email"></form><script src="book.js"></script>`,
    'book.js': `function go(base) {\n  const mail = document.getElementById('mail').value\n${code}\n}\ngo(window.settings.checkout)`,
  })
  const leaks = createLeaks(project)
  return createAddresses(project, () => leaks.asking()).flatMap(({ sources }) => sources.map(({ name }) => name))
}

it('is told of the page’s own address with data in it', () => {
  expect(addressesOf("const url = new URL(location.href); url.searchParams.set('mail', mail); location.href = url.toString()")).toEqual(['input#mail'])
  expect(addressesOf("location.href = '/book.html?mail=' + mail")).toEqual(['input#mail'])
})

it('is not told of a whole address from elsewhere', () => {
  expect(addressesOf("const url = new URL(base); url.searchParams.set('mail', mail); location.assign(url.toString())")).toEqual([])
  expect(addressesOf("location.href = 'https://pay.example/?mail=' + mail")).toEqual([])
})
