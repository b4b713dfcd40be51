import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('ColdFusion', () => {
  test('comments nest', () => {
    expect(visible('<!--- a <!--- b ---> <script>c()</script> --->d<!-- e -->', 'coldfusion')).toBe(' d<!-- e -->')
  })

  test('tags are blank, quotes hide >', () => {
    expect(visible('<cfif a EQ ">">b</cfif><cfset c = "#d(">")#">e', 'coldfusion')).toBe(' b e'.replace('b e', 'b e'))
    expect(tags('<a class="<cfif b GT 1>c</cfif>" href=d>', 'coldfusion')).toEqual(['a class= c href=d'.replace('= c', '= c')])
  })

  test('script code is no markup', () => {
    expect(spans('<cfscript>if (a < b) { c = "<i>"; }</cfscript>', 'coldfusion')).toEqual(['statement:if (a < b) { c = "<i>"; }'])
  })

  test('hashes are expressions only in output', () => {
    expect(visible('<a href="#b">#c#</a><cfoutput>#d("#")# ## e#f#</cfoutput>', 'coldfusion')).toBe('<a href="#b">#c#</a> □ ## e□ ')
  })

  test('a component in script syntax is code', () => {
    expect(spans('/* a */ component { function b() { return "<i>"; } }', 'coldfusion')).toHaveLength(1)
  })
})
