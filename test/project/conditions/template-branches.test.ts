/** Which part of a template stands under which conditions: those around the word HERE. */
import { describe, expect, it } from 'vitest'
import { readFacts } from '../../../src/facts/read.js'
import { attributeBranches, tagBranches } from '../../../src/project/conditions/templates/tag-branches.js'
import { branchesOf } from '../../../src/project/conditions/templates/branches.js'

function around(file: string, text: string): string[] {
  const facts = readFacts(file, text, () => true)
  const offset = text.indexOf('HERE')
  return [...branchesOf(facts.language, facts.templateSpans, text), ...tagBranches(text), ...attributeBranches(text)]
    .filter(({ start, end }) => start <= offset && offset < end)
    .flatMap(({ conditions }) => conditions.map(({ code, negated }) => (negated ? `not ${code}` : code)))
}

describe('around a place', () => {
  const cases: [file: string, text: string, expected: string[]][] = [
    ['a.twig', '{% if a %}HERE{% endif %}', ['a']],
    ['a.twig', '{% if a %}x{% elseif b %}HERE{% else %}y{% endif %}', ['not a', 'b']],
    ['a.twig', '{% if a %}x{% elseif b %}y{% else %}HERE{% endif %}', ['not a', 'not b']],
    ['a.twig', '{% if a %}x{% endif %}HERE', []],
    ['a.twig', '{% if a %}{% for x in y %}z{% else %}w{% endfor %}HERE{% endif %}', ['a']],
    ['a.twig', '{% if a %}x{% else %}{% for x in y %}HERE{% endfor %}{% endif %}', ['not a']],
    ['a.liquid', '{% unless a %}HERE{% endunless %}', ['not a']],
    ['a.liquid', '{% if a %}{% case x %}{% when 1 %}HERE{% endcase %}{% endif %}', ['x == 1', 'a']],
    ['a.blade.php', "@if (f('x') && (b))HERE@endif", ["f('x') && (b)"]],
    ['a.blade.php', '@unless (a)HERE@endunless', ['not a']],
    ['a.blade.php', '@if (a) x @else HERE @endif', ['not a']],
    ['a.erb', "<% unless a == 'x' %>HERE<% end %>", ["not a == 'x'"]],
    ['a.erb', '<% if a %><%= form_with do |f| %>x<% end %>HERE<% end %>', ['a']],
    ['a.erb', '<% if a %>x<% elsif b %>HERE<% end %>', ['not a', 'b']],
    ['a.erb', "<%= render 'HERE' unless b? %>", ['not b?']],
    ['a.heex', '<%= if a != "x" do %>HERE<% else %>y<% end %>', ['a != "x"']],
    ['a.gohtml', '{{ if a }}{{ range b }}x{{ end }}HERE{{ end }}', ['a']],
    ['a.gohtml', '{{ if a }}x{{ else if b }}HERE{{ end }}', ['not a', 'b']],
    ['a.hbs', '{{#if a}}x{{else}}HERE{{/if}}', ['not a']],
    ['a.hbs', '{{#unless a}}{{> x}}HERE{{/unless}}', ['not a']],
    ['a.svelte', '{#if a}x{:else if b}HERE{/if}', ['not a', 'b']],
    ['a.tpl', '{if $a eq 1}x{elseif $b}HERE{/if}{$c}', ['not $a eq 1', '$b']],
    ['a.ftl', '<#if a>x<#else>HERE</#if>', ['not a']],
    ['a.vm', '#if($a)x#else HERE #end', ['not $a']],
    ['a.cfm', '<cfif a>x<cfelse>HERE</cfif>', ['not a']],
    ['a.php', '<?php if (!f(1)) : ?>x<?php elseif (b()): ?>HERE<?php endif; ?>', ['not !f(1)', 'b()']],
    ['a.php', '<?php if (a()) { ?>x<?php } else if (b()) { ?>HERE<?php } ?>', ['not a()', 'b()']],
    ['a.php', '<?php foreach ($a as $b): if ($b): ?>HERE<?php endif; endforeach; ?>', ['$b']],
    ['a.php', '<?php function f() { if (a()) { return; } ?>HERE<?php } ?>', ['not a()']],
    ['a.php', '<?php function f() { if (a()) return; ?>HERE<?php } ?>', ['not a()']],
    ['a.php', "<?php function f() { if (a()) { return; } # don't\n } ?>HERE", []],
    ['a.php', "<?php if (a()) { echo '}'; /* } */ ?>HERE<?php } ?>", ['a()']],
    ['a.php', '<?php if (a()) { f(); } ?>HERE', []],
    ['a.ejs', "<% if (a !== '/x') { %>HERE<% } else { %>y<% } %>", ["a !== '/x'"]],
    ['a.ejs', '<% items.forEach((item) => { %>HERE<% }) %>', []],
    ['a.cshtml', '@if (!a("x")) { <b>x</b> } else { <b>HERE</b> }', ['not !a("x")']],
    ['a.aspx', '<% if (a != "x") { %>HERE<% } %>', ['a != "x"']],
    ['a.jsp', '<c:if test="${a}">HERE</c:if>', ['a']],
    ['a.jsp', "<c:choose><c:when test='${a}'>x</c:when><c:otherwise>HERE</c:otherwise></c:choose>", ['not a']],
    ['a.jsp', '<c:if test="${a}">x</c:if><c:if test="${b}">HERE</c:if>', ['b']],
    ['a.gsp', '<g:if test="${a}">x</g:if><g:else>HERE</g:else>', ['not a']],
    ['a.vue', '<template><div><Pixel v-if="a" title="HERE" /></div></template>', ['a']],
    ['a.vue', '<template><div v-if="a"><div>x</div><p>HERE</p></div></template>', ['a']],
    ['a.vue', '<template><div v-if="a"><div>x</div></div><p>HERE</p></template>', []],
    ['a.html', '<html xmlns:th="x"><head th:unless="${a}"><script>HERE</script></head></html>', ['not a']],
  ]
  it.each(cases)('%s: %s', (file, text, expected) => expect(around(file, text)).toEqual(expected))
})

it('any text is survived', () => {
  for (const file of ['a.twig', 'a.php', 'a.erb', 'a.hbs', 'a.jsp', 'a.blade.php']) {
    for (const text of ['{% endif %}', '<?php } } ?>', '<% end %><% else %>', '{{/if}}{{else}}', '</c:if>', '@endif @else', '<?php if ((((']) {
      expect(() => around(file, `${text}HERE`)).not.toThrow()
    }
  }
})
