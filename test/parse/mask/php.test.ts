import { describe, expect, test } from 'vitest'
import { mask } from '../../../src/parse/mask/index.js'
import { spans, strings, tags, visible } from './visible.js'

describe('where PHP ends', () => {
  test.each([
    ['a string', `<?php $a = "?>"; ?>x`],
    ['a single-quoted string', `<?php $a = 'b\\'?>'; ?>x`],
    ['a block comment', '<?php /* ?> */ ?>x'],
    ['a heredoc', '<?php $a = <<<T\n?>\nT; ?>x'],
    ['an indented heredoc', '<?php f(<<<T\n  ?>\n  T, 1); ?>x'],
    ['a nowdoc', "<?php $a = <<<'T'\n?>\nT;\n?>x"],
  ])('%s hides ?>', (_, source) => {
    expect(visible(source, 'php').trim()).toBe('x')
  })

  test.each(['<?php // a ?>x', '<?php # a ?>x'])('a line comment does not: %s', (source) => {
    expect(visible(source, 'php').trim()).toBe('x')
    expect(mask(source, 'php').comments.map(({ text }) => text)).toEqual([' a '])
  })

  test('an attribute is no comment', () => {
    expect(visible("<?php #[A('?>')]\n ?>x", 'php').trim()).toBe('x')
    expect(mask('<?php #[A]\n ?>', 'php').comments).toEqual([])
  })

  test('without a closing tag the file ends in PHP', () => {
    expect(visible('<b><?php f();\n', 'php')).toBe('<b> \n')
  })

  test('an XML declaration is no PHP', () => {
    expect(visible('<?xml version="1.0"?><? a() ?>', 'php')).toBe('<?xml version="1.0"?> ')
  })

  test('CRLF stays', () => {
    expect(visible('<?php\r\n a();\r\n?>\r\nb', 'php')).toBe(' \r\n \r\n \r\nb')
  })
})

describe('what PHP leaves', () => {
  test('a comparison does not swallow the next script', () => {
    expect(tags(`<?php if ($a > 1) { echo '<script>'; } ?><script src=p.js></script>`, 'php')).toEqual(['script src=p.js'])
  })

  test('an attribute is not split', () => {
    expect(tags('<a href="<?php echo "a>b" ?>" id=c>', 'php')).toEqual(['a href=□ id=c'])
  })

  test('what prints is an expression, everything else is a statement', () => {
    const source = '<?= $a ?><?php echo $b; ?><?php print $c ?><?php the_title(); ?><?php if ($d) echo 1; ?>'
    expect(mask(source, 'php').spans.map(({ kind }) => kind)).toEqual(['expression', 'expression', 'expression', 'statement', 'statement'])
    expect(spans('<?= $a ?>', 'php')).toEqual(['expression: $a '])
  })

  test('what stands in an HTML comment stays', () => {
    const source = `<!-- <?php include 'a.php'; echo '<script>f()</script>'; ?> --><?php b() ?>`
    expect(mask(source, 'php').spans).toHaveLength(1)
    expect(visible(source, 'php').trimEnd()).toBe(source.slice(0, source.indexOf('<?php b')))
    expect(strings(source, 'php')).toEqual([])
  })

  test('a conditional comment counts as page', () => {
    expect(visible('<!--[if lt IE 9]><?= $a ?><![endif]-->', 'php')).toBe('<!--[if lt IE 9]>□<![endif]-->')
  })
})

describe('strings', () => {
  test('a concatenation is one string, each value a hole', () => {
    expect(strings(`<?php echo '<i id="' . $id . '" class="' . f('a', 'b') . '">'; ?>`, 'php')).toEqual(['<i id="□" class="□">'])
    expect(strings(`<?php return $a . '<b>' . "c" . D;`, 'php')).toEqual(['□<b>c□'])
  })

  test('commas of echo join, commas of arguments do not', () => {
    expect(strings(`<?php echo '<b>', $a, '</b>'; f('<i>', '<u>');`, 'php')).toEqual(['<b>□</b>', '<i>', '<u>'])
  })

  test('consecutive outputs continue one another', () => {
    const source = `<?php
      echo '<script>';
      echo 'layer.push({'; // a comment
      echo '  id: "' . $id . '",';
      print '});';
      echo '</script>';`
    expect(strings(source, 'php')).toEqual(['<script>layer.push({  id: "□",});</script>'])
  })

  test('an open script goes on through conditions, closed markup does not', () => {
    expect(strings(`<?php echo '<script>'; if ($a) { echo 'f();'; } else { echo 'g();'; } echo '</script>';`, 'php')).toEqual([
      '<script>f();g();</script>',
    ])
    expect(strings(`<?php echo '<b></b>'; if ($a) { echo '<i></i>'; }`, 'php')).toEqual(['<b></b>', '<i></i>'])
  })

  test('one function does not continue another', () => {
    expect(strings(`<?php function a() { echo '<script>'; } function b() { echo 'f()'; }`, 'php')).toEqual(['<script>', 'f()'])
  })

  test('additions to one variable join, those to another do not', () => {
    expect(strings(`<?php $html = '<p>'; $html .= $a; $html .= '</p>'; $other .= '<i>'; $html = '<b>';`, 'php')).toEqual([
      '<p>□</p>', '<i>', '<b>',
    ])
  })

  test('a closure in an argument is read on its own', () => {
    expect(strings(`<?php $x = on('head', function () { echo '<script>'; echo 'f()</script>'; });`, 'php')).toEqual(['<script>f()</script>'])
  })

  test('interpolations are holes', () => {
    expect(strings('<?php echo "<a id=$a class=\'{$b->c["d"]}\' title=${e} alt=$f[0] lang=$g->h>";', 'php')).toEqual([
      "<a id=□ class='□' title=□ alt=□ lang=□>",
    ])
    expect(strings("<?php echo '<a id=$a>';", 'php')).toEqual(['<a id=$a>'])
  })

  test('escapes are decoded, each quote by its own rules', () => {
    expect(strings('<?php echo "<a b=\\"c\\">\\x41\\u{1F600}\\101\\n\\q";', 'php')).toEqual(['<a b="c">A😀A\n\\q'])
    expect(strings("<?php echo '<a b=\\'c\\'>\\n';", 'php')).toEqual(["<a b='c'>\\n"])
  })

  test('heredoc and nowdoc', () => {
    const source = '<?php echo <<<HTML\n<script>f("$id \\" HTMLx");</script>\nHTML;\n$b = <<<\'JS\'\n<b>$a</b>\nJS;'
    expect(strings(source, 'php')).toEqual(['<script>f("□ \\" HTMLx");</script>', '<b>$a</b>'])
  })

  test('placeholders of formats are holes, percents of others are not', () => {
    expect(strings(`<?php printf('<i id="%s" w="%1$d">100%%</i>', $a); $b = '<i style="width:%s">';`, 'php')).toEqual([
      '<i id="□" w="□">100%</i>', '<i style="width:%s">',
    ])
    expect(strings(`<?php echo sprintf(__('<a href="%s">', 'd'), $a) . '</a>';`, 'php')).toEqual(['<a href="□"></a>'])
  })

  test('a choice is a value; both of its strings are read', () => {
    expect(strings(`<?php echo '<b>' . ($a ? '<i>' : '<u>') . '</b>';`, 'php')).toEqual(['<b>□</b>', '<i>', '<u>'])
  })

  test('strings that can be neither markup nor script are left out, comments are no strings', () => {
    expect(strings(`<?php $a = 'hello'; // '<b>'\n $b['k'] = "a < b";`, 'php')).toEqual([])
  })

  test('offsets point into the file, through escapes and joins', () => {
    const source = `<?php echo "<b>\\"x" . $y . '</b>f()';`
    const [string] = mask(source, 'php').strings
    const content = string?.content
    expect(content?.text.indexOf('f()')).toBeGreaterThan(0)
    expect(content?.toFile(content.text.indexOf('f()'))).toBe(source.indexOf('f()'))
    expect(content?.toFile(content.text.indexOf('x'))).toBe(source.indexOf('x"'))
    expect(source.slice(string?.start, string?.end)).toBe(`"<b>\\"x" . $y . '</b>f()'`)
  })
})

describe('comments', () => {
  test('are listed without their delimiters', () => {
    const source = '<?php /* a */ // b\n# c\n/** d */ $e = "// f"; ?>'
    expect(mask(source, 'php').comments.map(({ start, end, text }) => [source.slice(start, end), text])).toEqual([
      ['/* a */', ' a '], ['// b', ' b'], ['# c', ' c'], ['/** d */', '* d '],
    ])
  })
})
