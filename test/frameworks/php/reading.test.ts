import { describe, expect, it } from 'vitest'
import { HOLE } from '../../../src/parse/hole.js'
import { readPhp, type PhpNode } from '../../../src/frameworks/php/reading/outline.js'

/** A value as a short text. */
function shown(node: PhpNode): string {
  switch (node.kind) {
    case 'string':
      return `'${node.text.replaceAll(HOLE, '…')}'`
    case 'name':
      return node.path
    case 'variable':
      return node.path + node.keys.map((key) => `[${key ?? '?'}]`).join('')
    case 'list':
      return `[${node.items.map(({ name, value }) => (name === null ? '' : `${name}: `) + shown(value)).join(', ')}]`
    case 'call':
      return `${node.path}(${node.arguments.map(({ name, value }) => (name === null ? '' : `${name}: `) + shown(value)).join(', ')})`
    case 'choice':
      return node.options.map(shown).join(' | ')
    case 'closure':
      return '{}'
    case 'number':
      return String(node.value)
    case 'binary':
      return `${shown(node.left)} ${node.operator} ${shown(node.right)}`
    case 'not':
      return `!${shown(node.of)}`
    case 'other':
      return '?'
  }
}

const calls = (code: string): string[] => readPhp(`<?php ${code}`).calls.map(shown)
const value = (code: string): string => {
  const [assignment] = readPhp(`<?php $x = ${code};`).assignments
  return assignment ? shown(assignment.value) : 'none'
}

describe('calls', () => {
  it('of functions, methods, static methods and constructors', () => {
    expect(
      calls("view('a.b'); $this->render('x'); Route::get('/a', [Home::class, 'index']); new \\App\\Portal(1);"),
    ).toEqual([
      "view('a.b')",
      "$this->render('x')",
      "Route::get('/a', [Home::class, 'index'])",
      'new \\App\\Portal(1)',
    ])
  })

  it('of chains, outer ones first, with what they are made on', () => {
    const code = "Route::prefix('portal')->middleware('auth')->group(function () { Route::view('/a', 'b'); });"
    expect(calls(code)).toEqual([
      'Route::prefix()->middleware()->group({})',
      "Route::prefix()->middleware('auth')",
      "Route::prefix('portal')",
      "Route::view('/a', 'b')",
    ])
    const [group] = readPhp(`<?php ${code}`).calls
    expect(group?.receiver?.kind === 'call' ? group.receiver.name : null).toBe('middleware')
  })

  it('in markup, in conditions, in arrow functions, in what a call returns', () => {
    expect(
      readPhp("<p><?= a('x') ?></p>\n<?php if (b()): ?><i><?php c(fn () => d()) ?></i><?php endif ?>").calls.map(
        shown,
      ),
    ).toEqual(["a('x')", 'b()', 'c({})', 'd()'])
    expect(calls("return match ($x) { 1 => a('x'), default => b() };")).toEqual(["a('x')", 'b()'])
  })

  it('with named arguments, and none for words of the language', () => {
    expect(
      calls("f(to: '/x', status: 301); if (isset($x)) { while ($y) { return(1); } } foreach ($a as $b) {}"),
    ).toEqual(["f(to: '/x', status: 301)"])
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
    expect(value("$this->pages['home'][0]")).toBe('$this->pages[home][0]')
  })

  it('assigned to keys and properties, to constants, and returned', () => {
    const code =
      "$route['a/(:num)'] = 'a/b'; class A { const PATH = '/x'; protected $layout = 'main'; } return ['k' => 1];"
    const { assignments, returns } = readPhp(`<?php ${code}`)
    expect(
      assignments.map(({ name, keys, value: given, declaration }) => [name, ...keys, shown(given), declaration]),
    ).toEqual([
      ['$route', 'a/(:num)', "'a/b'", -1],
      ['PATH', "'/x'", 0],
      ['$layout', "'main'", 0],
    ])
    expect(returns.map((item) => shown(item.value))).toEqual(['[k: 1]'])
  })

  it('keep the pieces of what is joined', () => {
    const parts = (code: string): string[] | undefined => {
      const [assignment] = readPhp(`<?php $x = ${code};`).assignments
      return assignment?.value.kind === 'string' ? assignment.value.parts?.map(shown) : undefined
    }
    expect(parts("self::VIEWS . '.' . $name")).toEqual(['self::VIEWS', "'.'", '$name'])
    expect(parts('"{$this->views}.index"')).toEqual(['$this->views', "'.index'"])
    expect(parts('"a/$b[id]/{$c->d(\'e\')}"')).toEqual(["'a/'", '$b[id]', "'/'", "$c->d('e')"])
    expect(parts("'a' . 'b'")).toBeUndefined()
  })

  it('of comparisons, by the strength of their marks', () => {
    expect(value("$a == 'x' || !$b && $c === 'y' . 'z'")).toBe("$a == 'x' || !$b && $c === 'yz'")
    expect(value("$a . $b == 'x'")).toBe("'……' == 'x'")
    expect(value('!isset($a) and $b')).toBe('!?')
  })

  it('that grow keep what they were', () => {
    expect(readPhp("<?php $x .= 'y';").assignments.map((item) => shown(item.value))).toEqual(["'…y'"])
  })
})

describe('branches', () => {
  const branches = (code: string): string[] => {
    const outline = readPhp(`<?php ${code}`)
    return outline.calls
      .filter(({ name }) => /^[a-z]$/.test(name))
      .map(({ name, start }) =>
        [
          name,
          ...outline
            .branchesAround(start)
            .map(({ subject, test }) => `${subject ? `${shown(subject)} is ` : ''}${test ? shown(test) : 'else'}`),
        ].join(' < '),
      )
  }

  it('of if, with blocks, without, and with words', () => {
    expect(branches("if ($p == 'x') { a(); } elseif ($p) { b(); } else { c(); } d();"))
      .toEqual(["a < $p == 'x'", 'b < $p', 'c < else', 'd'])
    expect(branches('if ($p) a(); else if ($q) b(); else c(); d();')).toEqual(['a < $p', 'b < $q', 'c < else', 'd'])
    expect(branches('if ($p): ?><b><?php a(); if ($q) { b(); } elseif ($r): c(); else: d(); endif; e();'))
      .toEqual(['a < $p', 'b < $q < $p', 'c < $r', 'd < else', 'e'])
  })

  it('of switch: a case goes on until something leaves it', () => {
    const cases = "case 'x': case 'y': a(); break; case 'z': b(); default: c();"
    const expected = ["a < $p is 'x' < $p is 'y'", "b < $p is 'z'", "c < $p is 'z' < $p is else", 'd']
    const sorted = (lines: string[]): string[] => lines.map((line) => line.split(' < ').sort().join(' < '))
    expect(sorted(branches(`switch ($p) { ${cases} } d();`))).toEqual(sorted(expected))
    expect(sorted(branches(`switch ($p): ${cases} endswitch; d();`))).toEqual(sorted(expected))
    expect(branches("switch ($p) { case 'x': return a(); case 'y': b(); }")).toEqual(["a < $p is 'x'", "b < $p is 'y'"])
  })

  it('of match', () => {
    expect(branches("$x = match ($p) { 'x', 'y' => a(), default => b() };")).toEqual([
      "a < $p is 'x' < $p is 'y'", 'b < $p is else',
    ])
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
    expect(
      outline.declarations.map(({ kind, name, parent, superclasses }) => [kind, name, parent, ...superclasses]),
    ).toEqual([
      ['class', 'Portal', -1, 'Page', '\\Countable', 'Tracks'],
      ['function', 'results', 0],
      ['function', 'messages', 0],
      ['function', 'track', -1],
    ])
    const render = outline.calls.find(({ name }) => name === 'render')
    expect(outline.declarationAt(render?.start ?? -1)).toBe(1)
    const body = outline.declarations[1]?.body ?? { start: 0, end: 0 }
    expect(outline.within(body).map(({ path }) => path)).toEqual(['view', '$this->render'])
  })

  it('have parameters and modifiers', () => {
    const [, results, messages] = outline.declarations
    expect(results?.parameters).toEqual([{ name: '$id', type: 'int', isOptional: true }])
    expect([results?.modifiers, messages?.modifiers, messages?.parameters]).toEqual([['public'], ['public'], []])
    const given = readPhp(
      '<?php abstract class A { final protected static function b(private ?C $c, D|null $d = null, &...$e): ?F { } }',
    )
    expect(
      given.declarations.map(({ modifiers, parameters }) => [
        ...modifiers,
        ...parameters.map(({ name, type }) => `${type ?? ''} ${name}`),
      ]),
    ).toEqual([['abstract'], ['final', 'protected', 'static', 'C $c', 'D $d', ' $e']])
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
    const whole =
      '<?php class A { #[B(1)] function c() { return f("x {$y}", [1 => g(<<<T\nT\n)]) ?: new class(1) { function d() {} }; } } ?><p><?= h() ?>'
    for (let end = 0; end <= whole.length; end++) {
      expect(readPhp(whole.slice(0, end)).calls.length).toBeLessThan(6)
      expect(readPhp(`<?php ${whole.slice(end)}`).calls.length).toBeLessThan(6)
    }
    for (const part of [
      '(',
      '[',
      '{',
      'f(',
      '$a[',
      '#[',
      'fn()=>',
      'function(){',
      '$a ? ',
      'class A {',
      '<<<A\n',
      '/** @A(',
      '? :',
      '->',
      "'",
    ]) {
      expect(readPhp(`<?php ${part.repeat(5000)}`).namespace).toBe('')
    }
  })
})
