import { describe, expect, it } from 'vitest'
import { HOLE } from '../../../src/parse/hole.js'
import { readPhp, type PhpNode } from '../../../src/frameworks/php/reading/outline.js'

/** A value as a short text. */
function shown(node: PhpNode): string {
  switch (node.kind) {
    case 'string': return `'${node.text.replaceAll(HOLE, '…')}'`
    case 'name': return node.path
    case 'variable': return node.path + node.keys.map((key) => `[${key ?? '?'}]`).join('')
    case 'list': return `[${node.items.map(({ name, value }) => (name === null ? '' : `${name}: `) + shown(value)).join(', ')}]`
    case 'call': return `${node.path}(${node.arguments.map(({ name, value }) => (name === null ? '' : `${name}: `) + shown(value)).join(', ')})`
    case 'choice': return node.options.map(shown).join(' | ')
    case 'closure': return '{}'
    case 'other': return '?'
  }
}

const calls = (code: string): string[] => readPhp(`<?php ${code}`).calls.map(shown)
const value = (code: string): string => {
  const [assignment] = readPhp(`<?php $x = ${code};`).assignments
  return assignment ? shown(assignment.value) : 'none'
}

describe('calls', () => {
  it('of functions, methods, static methods and constructors', () => {
    expect(calls("view('a.b'); $this->render('x'); Route::get('/a', [Home::class, 'index']); new \\App\\Portal(1);")).toEqual([
      "view('a.b')", "$this->render('x')", "Route::get('/a', [Home::class, 'index'])", 'new \\App\\Portal(?)',
    ])
  })

  it('of chains, outer ones first, with what they are made on', () => {
    const code = "Route::prefix('portal')->middleware('auth')->group(function () { Route::view('/a', 'b'); });"
    expect(calls(code)).toEqual([
      'Route::prefix()->middleware()->group({})', "Route::prefix()->middleware('auth')", "Route::prefix('portal')", "Route::view('/a', 'b')",
    ])
    const [group] = readPhp(`<?php ${code}`).calls
    expect(group?.receiver?.kind === 'call' ? group.receiver.name : null).toBe('middleware')
  })

  it('in markup, in conditions, in arrow functions, in what a call returns', () => {
    expect(readPhp("<p><?= a('x') ?></p>\n<?php if (b()): ?><i><?php c(fn () => d()) ?></i><?php endif ?>").calls.map(shown))
      .toEqual(["a('x')", 'b()', 'c({})', 'd()'])
    expect(calls("return match ($x) { 1 => a('x'), default => b() };")).toEqual(["a('x')", 'b()'])
  })

  it('with named arguments, and none for words of the language', () => {
    expect(calls("f(to: '/x', status: 301); if (isset($x)) { while ($y) { return(1); } } foreach ($a as $b) {}")).toEqual([
      "f(to: '/x', status: ?)",
    ])
  })

  it('that include files', () => {
    expect(calls("require_once __DIR__ . '/inc/hooks.php'; include('a.php');")).toEqual([
      "require_once('…/inc/hooks.php')", "include('a.php')",
    ])
  })
})

describe('values', () => {
  it('of strings: quotes, interpolation, joins, heredocs', () => {
    expect(value("'it\\'s'")).toBe("'it's'")
    expect(value('"a {$b->c} $d[e] \\$5 \\n"')).toBe("'a … … $5 \n'")
    expect(value("'/wp-content/' . $x . '.js'")).toBe("'/wp-content/….js'")
    expect(value('<<<HTML\n<p>$x</p>\n  HTML')).toBe("'<p>…</p>'")
    expect(value("<<<'EOT'\n$x\nEOT")).toBe("'$x'")
  })

  it('of arrays with keys, choices, properties and indexes', () => {
    expect(value("array('a' => 'b', 'c')")).toBe("[a: 'b', 'c']")
    expect(value("$a ? 'x' : ($b ?? 'y')")).toBe("'x' | $b | 'y'")
    expect(value("$this->pages['home'][0]")).toBe('$this->pages[home][?]')
    expect(value('!$a && b()')).toBe('?')
  })

  it('assigned to keys and properties, to constants, and returned', () => {
    const code = "$route['a/(:num)'] = 'a/b'; class A { const PATH = '/x'; protected $layout = 'main'; } return ['k' => 1];"
    const { assignments, returns } = readPhp(`<?php ${code}`)
    expect(assignments.map(({ name, keys, value: given, declaration }) => [name, ...keys, shown(given), declaration])).toEqual([
      ['$route', 'a/(:num)', "'a/b'", -1], ['PATH', "'/x'", 0], ['$layout', "'main'", 0],
    ])
    expect(returns.map((item) => shown(item.value))).toEqual(['[k: ?]'])
  })
})

describe('declarations', () => {
  const text = `<?php
namespace App\\Controller;
use App\\Base\\{Page, Form as BaseForm};
use Symfony\\Routing as R;

/**
 * @Route("/portal", name="portal_")
 */
#[IsGranted('ROLE_PATIENT')]
final class Portal extends Page implements \\Countable
{
    use Tracks;
    /**
     * @Route(
     *     "/results/{id}",
     *     methods={"GET", "HEAD"}
     * )
     * @return Response
     */
    public function results(int $id = 1): Response
    {
        $f = function () { return view('a'); };
        return $this->render('results.html.twig');
    }

    #[R\\Route('/messages', methods: ['GET']), Template('messages.html.twig')]
    public function messages() {}
}
function track() { }
`
  const outline = readPhp(text)

  it('are classes and functions, with what they extend and what stands around them', () => {
    expect(outline.declarations.map(({ kind, name, parent, superclasses }) => [kind, name, parent, ...superclasses])).toEqual([
      ['class', 'Portal', -1, 'Page', '\\Countable', 'Tracks'],
      ['function', 'results', 0], ['function', 'messages', 0], ['function', 'track', -1],
    ])
    const render = outline.calls.find(({ name }) => name === 'render')
    expect(outline.declarationAt(render?.start ?? -1)).toBe(1)
    const body = outline.declarations[1]?.body ?? { start: 0, end: 0 }
    expect(outline.within(body).map(({ path }) => path)).toEqual(['view', '$this->render'])
  })

  it('have annotations, of comments and attributes', () => {
    expect(outline.declarations.map(({ annotations }) => annotations.map(shown))).toEqual([
      ["Route('/portal', name: 'portal_')", "IsGranted('ROLE_PATIENT')"],
      ["Route('/results/{id}', methods: ['GET', 'HEAD'])"],
      ["R\\Route('/messages', methods: ['GET'])", "Template('messages.html.twig')"],
      [],
    ])
  })

  it('have names in namespaces', () => {
    expect(['BaseForm', 'R\\Route', '\\Countable', 'Other'].map(outline.className))
      .toEqual(['App\\Base\\Form', 'Symfony\\Routing\\Route', 'Countable', 'App\\Controller\\Other'])
  })
})

describe('any text', () => {
  it('is survived', () => {
    const whole = '<?php class A { #[B(1)] function c() { return f("x {$y}", [1 => g(<<<T\nT\n)]) ?: new class(1) { function d() {} }; } } ?><p><?= h() ?>'
    for (let end = 0; end <= whole.length; end++) {
      expect(readPhp(whole.slice(0, end)).calls.length).toBeLessThan(6)
      expect(readPhp(`<?php ${whole.slice(end)}`).calls.length).toBeLessThan(6)
    }
    for (const part of ['(', '[', '{', 'f(', '$a[', '#[', 'fn()=>', 'function(){', '$a ? ', 'class A {', '<<<A\n', '/** @A(', '? :', '->', "'"]) {
      expect(readPhp(`<?php ${part.repeat(5000)}`).namespace).toBe('')
    }
  })
})
