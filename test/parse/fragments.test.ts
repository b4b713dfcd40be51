import { describe, expect, it } from 'vitest'
import type { ScriptFragment } from '../../src/parse/document.js'
import { HOLE } from '../../src/parse/hole.js'
import { parseFile } from '../../src/parse/parse.js'

function fragments(path: string, text: string): ScriptFragment[] {
  return parseFile(path, text).fragments
}

/** `goal: code` of every fragment, with `…` for holes. */
function scripts(path: string, text: string): string[] {
  return fragments(path, text).map(({ goal, code }) => `${goal}: ${code.text.trim().replace(new RegExp(`${HOLE}+`, 'g'), '…')}`)
}

/** Every character of a fragment must stand at its place in the file. */
function expectVerbatim(text: string, fragment: ScriptFragment) {
  const { code } = fragment
  for (let at = 0; at < code.text.length; at++) expect(text[code.toFile(at)]).toBe(code.text[at])
  expect(code.toFile(code.text.length)).toBe(code.toFile(0) + code.text.length)
}

describe('bodies of scripts', () => {
  it('are classic scripts, or modules when they say so', () => {
    const text = '<script>\r\n  one()\u{1F600}\r\n</script><script type="module">import "a"</script>'
    const found = fragments('a.html', text)
    expect(found.map(({ goal }) => goal)).toEqual(['script', 'module'])
    expect(found[0]!.element?.tag).toBe('script')
    for (const fragment of found) expectVerbatim(text, fragment)
  })

  it.each([
    'text/javascript',
    'application/javascript; charset=utf-8',
    'TEXT/JAVASCRIPT',
    'text/babel',
    'text/plain',
    'text/x-consent',
    'opt-in',
  ])('of type %s run, some of them after consent', (type) => {
    expect(scripts('a.html', `<script type="${type}" class="consent">go()</script>`)).toEqual(['script: go()'])
  })

  it.each(['application/json', 'application/ld+json', 'importmap', 'speculationrules', 'text/x-magento-init', 'x-shader/x-vertex'])(
    'of type %s are data',
    (type) => {
      expect(scripts('a.html', `<script type="${type}">{ "a": 1 }</script>`)).toEqual([])
    },
  )

  it('are nothing when there is a source, when they run on the server, or when they are empty', () => {
    expect(scripts('a.html', '<script src="a.js">go()</script>')).toEqual([])
    expect(scripts('a.html', '<script runat="server">go()</script>')).toEqual([])
    expect(scripts('a.html', '<script> \n </script>')).toEqual([])
  })

  it('that hold HTML for later are read as HTML', () => {
    const text = '<script type="text/ng-template"><a onclick="go()"></a></script>'
    const file = parseFile('a.html', text)
    expect(file.markup.elements.map(({ tag }) => tag)).toEqual(['script', 'a'])
    expect(file.markup.elements[1]!.parent).toBe(file.markup.elements[0])
    expect(scripts('a.html', text)).toEqual(['handler: go()'])
  })

  it('lose a CDATA section no comment hides', () => {
    expect(scripts('a.html', '<script><![CDATA[ go() ]]></script>')).toEqual(['script: go()'])
    expect(scripts('a.html', '<script>//<![CDATA[\ngo()\n//]]></script>')).toEqual(['script: //<![CDATA[\ngo()\n//]]>'])
  })

  it('of XML are decoded', () => {
    const text = '<?xml version="1.0"?><html><script>go(&quot;a&quot;)</script></html>'
    const [fragment] = fragments('a.xml', text)
    expect(fragment!.code.text).toBe('go("a")')
    expect(text.slice(fragment!.code.toFile(4), fragment!.code.toFile(5))).toBe('a')
  })

  it('of components are modules, in TypeScript when they say so', () => {
    for (const path of ['a.vue', 'a.svelte']) {
      const [fragment] = fragments(path, '<script lang="ts" setup>const a: string = b</script>')
      expect(fragment).toMatchObject({ goal: 'module', typescript: true, jsx: false, server: false })
    }
    expect(fragments('a.astro', '<script>go()</script>')[0]).toMatchObject({ goal: 'module', typescript: true })
    expect(fragments('a.astro', '<script is:inline>go()</script>')[0]).toMatchObject({ goal: 'script', typescript: false })
  })
})

describe('event attributes', () => {
  it('of HTML, in any case, with their character references decoded', () => {
    const text = '<a onClick="go(&quot;a&quot;)" onmouseover=hover()>'
    const [click, over] = fragments('a.html', text)
    expect(click).toMatchObject({ goal: 'handler', code: { text: 'go("a")' }, attribute: { name: 'onClick' } })
    expect(text.slice(click!.code.toFile(4), click!.code.toFile(5))).toBe('a')
    expect(over!.code.text).toBe('hover()')
  })

  it('are not every attribute that begins with "on"', () => {
    expect(scripts('a.html', '<a only="mobile" once="x" on="y" data-onclick="z()">')).toEqual([])
  })

  it('of Vue, Alpine, htmx and AngularJS in any markup', () => {
    expect(scripts('a.html', '<a @click="a()" v-on:blur="b()" x-on:click="c()" hx-on:click="d()" ng-click="e()">')).toEqual(
      ['a()', 'b()', 'c()', 'd()', 'e()'].map((code) => `handler: ${code}`),
    )
  })

  it('of Angular in its templates', () => {
    expect(scripts('a.component.html', '<a (click)="a()" on-blur="b()" [(ngModel)]="c.d" [title]="e | upper: 1">')).toEqual([
      'handler: a()',
      'handler: b()',
      'expression: c.d',
      'expression: e',
    ])
  })
})

describe('attributes that hold expressions', () => {
  it('of Vue', () => {
    const text = '<template><a :src="a" v-bind:b="b" v-model="c.d" v-if="e || f" v-pre #slot="{ g }"/></template>'
    expect(scripts('a.vue', text)).toEqual(['a', 'b', 'c.d', 'e || f'].map((code) => `expression: ${code}`))
  })

  it('of loops are what is looped over', () => {
    expect(scripts('a.vue', '<template><a v-for="(item, i) of list.items"/></template>')).toEqual(['expression: list.items'])
    expect(scripts('a.component.html', '<a *ngFor="let item of items | async; let i = index">')).toEqual(['expression: items'])
    expect(scripts('a.component.html', '<a *ngIf="user$ | async as user; else none">')).toEqual(['expression: user$'])
  })

  it('keep `||` where a pipe is removed', () => {
    expect(scripts('a.component.html', `<a [x]="a || b | date: 'd|m'">`)).toEqual(['expression: a || b'])
  })
})

describe('javascript: URLs', () => {
  it('are handlers', () => {
    const text = '<a href=" JavaScript:go(&quot;a&quot;)"><form action="javascript:send()">'
    const [link, form] = fragments('a.html', text)
    expect(link).toMatchObject({ goal: 'handler', code: { text: 'go("a")' } })
    expect(text.slice(link!.code.toFile(0), link!.code.toFile(2))).toBe('go')
    expect(form!.code.text).toBe('send()')
  })

  it('that do nothing are nothing', () => {
    expect(scripts('a.html', '<a href="javascript:void(0);"><a href="javascript:"><a href="#">')).toEqual([])
  })
})

describe('srcdoc', () => {
  it('is a document inside the element', () => {
    const text = '<iframe srcdoc="&lt;script&gt;go(&amp;quot;a&amp;quot;)&lt;/script&gt;<b onclick=\'x()\'>"></iframe>'
    const file = parseFile('a.html', text)
    expect(file.markup.elements.map(({ tag, parent }) => [tag, parent?.tag])).toEqual([
      ['iframe', undefined],
      ['script', 'iframe'],
      ['b', 'iframe'],
    ])
    const [script, handler] = file.fragments
    expect(script!.code.text).toBe('go(&quot;a&quot;)')
    expect(text.slice(script!.code.toFile(0), script!.code.toFile(3))).toBe('go(')
    expect(text.slice(handler!.code.toFile(0), handler!.code.toFile(3))).toBe('x()')
    expect(script!.element).toBe(file.markup.elements[1])
  })
})

describe('template expressions', () => {
  it('of Svelte, with what its blocks evaluate', () => {
    const text =
      '<script>let a</script>{#if b.c}<p on:click={() => d()} {e} f="x{g}">{@html h}{i}</p>{:else if j}{/if}\n{#each k as l (l.id)}{/each}'
    expect(scripts('a.svelte', text)).toEqual([
      'module: let a',
      'expression: b.c',
      'expression: () => d()',
      'expression: e',
      'expression: g',
      'expression: h',
      'expression: i',
      'expression: j',
      'expression: k',
    ])
    const handler = fragments('a.svelte', text)[2]!
    expect(handler).toMatchObject({ element: { tag: 'p' }, attribute: { name: 'on:click' } })
    expectVerbatim(text, handler)
  })

  it('of Vue', () => {
    const text = '<template><p :a="b">{{ c.d }}</p></template>'
    expect(scripts('a.vue', text)).toEqual(['expression: b', 'expression: c.d'])
    expect(fragments('a.vue', text)[1]!.element?.tag).toBe('p')
  })

  it('of Angular', () => {
    const text = '<p>{{ a.b | date }}</p>\n@if (c.d) {\n<b></b>\n}\n@for (e of f; track e.id) {\n<i></i>\n}'
    expect(scripts('a.component.html', text)).toEqual(['expression: a.b', 'expression: c.d', 'expression: f'])
  })

  it('of Astro and MDX', () => {
    expect(scripts('a.astro', '---\nconst a = 1\n---\n<p class={b}>{c}{/* d */}</p>')).toEqual([
      'module: const a = 1',
      'expression: b',
      'expression: c',
    ])
    expect(scripts('a.mdx', 'import A from "a"\n\n# Title\n\n<A b={c} />\n\n{d}\n')).toEqual([
      'module: import A from "a"',
      'expression: c',
      'expression: d',
    ])
  })

  it('of the front matter of Astro run on the server', () => {
    const text = '---\r\nconst a = 1\r\n---\r\n<p></p>'
    const [front] = fragments('a.astro', text)
    expect(front).toMatchObject({ goal: 'module', server: true, typescript: true })
    expectVerbatim(text, front!)
    expect(scripts('a.astro', '--- const a = 1; --- <p>{a}</p>')).toEqual(['module: const a = 1;', 'expression: a'])
  })

  it('of Astro keep the scripts and elements that stand inside them', () => {
    const text = '<head>{live && <script is:inline src="https://t.example/p.js" />}{live && <script is:inline>go({ a: 1 })</script>}</head>'
    const file = parseFile('a.astro', text)
    expect(file.markup.elements.map(({ tag }) => tag)).toEqual(['head', 'script', 'script'])
    expect(file.fragments.filter(({ goal }) => goal === 'script').map(({ code }) => code.text)).toEqual(['go({ a: 1 })'])
  })

  it('around markup are one expression, with a hole for each piece of markup', () => {
    const text = '<ul>{list.map((item) => <li title={item.a}>{item.b}<br></li>)}{c ? <b>{d}</b> : <i />}</ul>'
    for (const path of ['a.astro', 'a.mdx']) {
      expect(scripts(path, text).map((line) => line.replace(/ +/g, ' '))).toEqual([
        'expression: list.map((item) => … )',
        'expression: item.a',
        'expression: item.b',
        'expression: c ? … : …',
        'expression: d',
      ])
    }
  })
})
