import { describe, expect, test } from 'vitest'
import { spans, tags, visible } from './visible.js'

describe('Thymeleaf', () => {
  test('inline expressions', () => {
    expect(visible(`[[\${a['b]]']}]] [(\${c})] <i th:text="\${d}">`, 'thymeleaf')).toBe('□ □ <i th:text="${d}">')
  })

  test('an array of arrays is none', () => {
    const source = '<script>var a = [[1, 2], [b(3)]];</script>'
    expect(visible(source, 'thymeleaf')).toBe(source)
  })

  test('what stands for a value in a prototype goes with its comment', () => {
    expect(visible(`var a = /*[[\${b}]]*/ 'c';`, 'thymeleaf')).toBe('var a = □;')
  })

  test('prototype-only comments are there at run time', () => {
    expect(tags('<!--/*/ <script src="a.js"></script> /*/-->', 'thymeleaf')).toEqual(['script src=a.js'])
  })

  test('parser-level comments are not', () => {
    expect(tags('<!--/* <script src="a.js"></script> */-->', 'thymeleaf')).toEqual([])
    expect(tags('<!--/*--> <script src="a.js"></script> <!--*/-->', 'thymeleaf')).toEqual([])
    expect(spans('<!--/* a */-->', 'thymeleaf')).toEqual(['comment: a '])
  })

  test('code that is added or removed in a script', () => {
    expect(visible('a(); /*[+ b(); +]*/ /*[- */ c(); /* -]*/', 'thymeleaf')).toBe('a(); b(); ')
  })
})

describe('HTL', () => {
  test('expressions in text and values; strings hide the brace', () => {
    expect(visible(`<a href="\${b @ c='}'}" data-sly-test="\${d}">\${e}`, 'htl')).toBe('<a href="□" data-sly-test="□">□')
  })

  test('comments, and escaped expressions', () => {
    expect(visible('<!--/* ${a} */-->\\${b}', 'htl')).toBe(' \\${b}')
  })
})
