import { describe, expect, it } from 'vitest'
import { HOLE } from '../../src/parse/hole.js'
import type { ServerLanguage } from '../../src/parse/languages.js'
import { readServerCode } from '../../src/parse/server-code.js'

/** Contents of the strings of a text, with `…` for holes. */
function contents(language: ServerLanguage, text: string): string[] {
  return readServerCode(text, language).strings.map(({ content }) => content.text.replaceAll(HOLE, '…'))
}

describe('strings of every server language', () => {
  const rows: [what: string, language: ServerLanguage, code: string, expected: string[]][] = [
    ['python', 'python', `a = "<b>\\"x\\"</b>"  # "<i>"`, ['<b>"x"</b>']],
    ['python, three quotes', 'python', `a = """<b>\n"x"</b>"""`, ['<b>\n"x"</b>']],
    ['python, raw', 'python', `a = r'<b>\\d'`, ['<b>\\d']],
    ['python, f-string', 'python', `a = f"<b id={user['id']}>{{x}}</b>"`, ['<b id=…>{x}</b>']],
    ['python, percent', 'python', `a = "<b>%s %(name)s 100%d8</b>" % x`, ['<b>… … 100%d8</b>']],
    ['python, format', 'python', `a = "<b>{} {name!r:>10} {{x}}</b>".format(x)`, ['<b>… … {x}</b>']],
    ['python, side by side', 'python', `f("<b>"\n  "x"\n  '</b>')`, ['<b>x</b>']],
    ['python, added', 'python', `a = "<b>" + name(1) + "</b>"`, ['<b>…</b>']],
    ['python, template', 'python', `a = Template("<b>{{ x }}</b>")`, ['<b>…</b>']],
    ['ruby', 'ruby', `a = "<b>#{h["x"]}</b>" # '<i>'`, ['<b>…</b>']],
    ['ruby, single quotes', 'ruby', `a = '<b>#{x}</b>'`, ['<b>#{x}</b>']],
    ['ruby, percent literal', 'ruby', `a = %Q{<b>#{x}</b>}`, ['<b>…</b>']],
    ['ruby, heredoc', 'ruby', `a = <<~HTML.html_safe + tail("<u>")\n  <b>#{x}</b>\nHTML\nb = "<i>"`, ['  <b>…</b>\n', '<u>', '<i>']],
    ['ruby, after a regular expression', 'ruby', `x =~ /["']/\na = '<b>'`, ['<b>']],
    ['java', 'java', `String a = "<b>" + x.y("k") + "</b>"; char c = '"'; // "<i>"`, ['<b>…</b>']],
    ['java, text block', 'java', `var a = """\n  <b>\\n"x"</b>""";`, ['\n  <b>\n"x"</b>']],
    ['java, printed', 'java', `out.println("<b>"); out.println("</b>");`, ['<b>\n</b>']],
    ['java, appended', 'java', `sb.append("<b>").append(id).append("</b>");`, ['<b>…</b>']],
    ['java, format', 'java', `String.format("<b>%1$s %s</b> {0}", x)`, ['<b>… …</b> …']],
    ['kotlin', 'kotlin', 'val a = """<b>$x.y ${f("z")}</b>\\n"""', ['<b>… …</b>\\n']],
    ['groovy', 'groovy', `def a = "<b>\${x}</b>" + '<i>$x</i>'`, ['<b>…</b><i>$x</i>']],
    ['scala', 'scala', 'val a = s"<b>$x</b>"; val b = "<b>$x</b>"', ['<b>…</b>', '<b>$x</b>']],
    ['csharp', 'csharp', `var a = "<b>\\"" + x + "</b>"; /* "<i>" */`, ['<b>"…</b>']],
    ['csharp, verbatim', 'csharp', `var a = @"<b c=""d"">\n</b>";`, ['<b c="d">\n</b>']],
    ['csharp, interpolated', 'csharp', 'var a = $"<b>{x:N2}{{y}}</b>";', ['<b>…{y}</b>']],
    ['csharp, raw', 'csharp', 'var a = """<b "x"></b>""";', ['<b "x"></b>']],
    ['visual basic', 'visual-basic', `a = "<b c=""d"">" & x & _\n  "</b>" ' "<i>"`, ['<b c="d">…</b>']],
    ['go', 'go', 'a := `<b>{{.X}}</b>` + "\\u003ci>"', ['<b>' + '……' + '</b><i>']],
    ['elixir', 'elixir', `a = "<b>#{x}</b>" <> ~s(<i>)`, ['<b>…</b><i>']],
  ]
  it.each(rows)('%s', (_what, language, code, expected) => {
    expect(contents(language, code).map((text) => text.replace(/…+/g, '…'))).toEqual(
      expected.map((text) => text.replace(/…+/g, '…')),
    )
  })

  it('are left out when they could hold neither markup nor script nor a URL', () => {
    expect(contents('java', 'a = "plain"; b = "a < b"; c = "https://a.example"; d = "f()"')).toEqual([
      'https://a.example',
      'f()',
    ])
  })

  it('are left out when they only document the code', () => {
    expect(contents('python', '"""<b>"""\ndef f():\n    """Writes <b>."""\n    return """<i>"""')).toEqual(['<i>'])
    expect(contents('elixir', '@doc """\n<b>\n"""\na = """\n<i>\n"""')).toEqual(['\n<i>\n'])
  })

  it('are not joined across statements or arguments', () => {
    expect(contents('java', 'a("<b>", "<i>"); b = "<u>"; c = "<p>";')).toEqual(['<b>', '<i>', '<u>', '<p>'])
    expect(contents('python', 'a = "<b>"\nb = "<i>"')).toEqual(['<b>', '<i>'])
  })

  it('say that a part before or after is not literal', () => {
    expect(contents('java', 'load("p.js?v=" + version() + "/" + name)')).toEqual([])
    expect(contents('java', 'load(host + "/p.js?v=" + version())')).toEqual(['…/p.js?v=…'])
    expect(contents('java', 'load(protocol + "://t.example/p.js?v=" + version)')).toEqual(['…://t.example/p.js?v=…'])
  })

  it('end with their line when they are not closed', () => {
    expect(contents('java', 'a = "<b>\nb = "<i>";')).toEqual(['<b>', '<i>'])
  })
})

describe('positions', () => {
  it('lead from every decoded character to its place in the file', () => {
    const text = 'x = "\u{1F600}"\r\na = ("<b\\u0041>"\r\n  + name + \'\\x3ci>\')'
    const [string] = readServerCode(text, 'python').strings
    const { content } = string!
    expect(content.text).toBe(`<bA>${HOLE}<i>`)
    expect(text.slice(string!.start, string!.end)).toBe('"<b\\u0041>"\r\n  + name + \'\\x3ci>\'')
    expect(text.slice(content.toFile(2), content.toFile(2) + 6)).toBe('\\u0041')
    expect(text.slice(content.toFile(3), content.toFile(3) + 1)).toBe('>')
    expect(text.slice(content.toFile(content.text.indexOf('i>')))).toBe("i>')")
  })
})

describe('comments', () => {
  it('are given with their text', () => {
    const code = '// one\n/* two */ a = "// three" /* /* four */'
    expect(readServerCode(code, 'java').comments.map(({ text }) => text)).toEqual([' one', ' two ', ' /* four '])
    expect(readServerCode('=begin\none\n=end\n# two', 'ruby').comments.map(({ text }) => text)).toEqual(['\none', ' two'])
  })

  it('nest where the language says so', () => {
    expect(readServerCode('/* a /* b */ c */ val x = "<b>"', 'kotlin').comments).toHaveLength(1)
  })
})
