/** HTML-like text → elements and comments with exact positions. */
import { Tokenizer, TokenizerMode, type Token } from 'parse5'
import type { Span } from '../types.js'
import type { Markup, MarkupElement } from './document.js'
import { readAttributes } from './markup/attributes.js'

export interface MarkupOptions {
  /**
   * The language of components (Vue, Svelte, Astro, MDX) or XML: `/>` closes every element, and a capitalised name is a
   * component and never the HTML element of that name.
   */
  components?: boolean
  /** Vue: what stands in a top-level block other than `<template>` is not markup. */
  rawTopLevel?: boolean
}

export interface MarkupNote {
  /** UTF-16 offset in the given text. */
  offset: number
  message: string
}

/** Markup together with what was odd about it. */
export interface ReadMarkup extends Markup {
  notes: MarkupNote[]
}

const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)

/** HTML elements that have content: on these a browser ignores the `/` of `<div />`. */
const WITH_CONTENT = new Set(
  (
    'a abbr address article aside audio b bdi bdo blockquote body button canvas caption center cite code colgroup ' +
    'data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure font footer form frameset h1 h2 ' +
    'h3 h4 h5 h6 head header hgroup html i iframe ins kbd label legend li main map mark menu meter nav noembed ' +
    'noframes noscript object ol optgroup option output p picture pre progress q s samp script search section select ' +
    'slot small span strong style sub summary sup table tbody td template textarea tfoot th thead time title tr u ul ' +
    'var video xmp'
  ).split(' '),
)

type RawState = typeof TokenizerMode.SCRIPT_DATA | typeof TokenizerMode.RAWTEXT | typeof TokenizerMode.RCDATA

/** Elements whose content is text. `noscript` is not among them: what stands in it is what runs without scripts. */
const RAW: ReadonlyMap<string, RawState> = new Map<string, RawState>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
])

/** Where a script or style without an end tag is taken to end. */
const AFTER_UNCLOSED = /<\/?(?:script|head|body|html)\b/gi

/** Unclosed raw elements after which the rest is read again; each costs one more pass over the rest of the file. */
const MOST_RESTARTS = 20

/** https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85) */
const CONDITIONAL = /^<!--\s*\[if\b[^\]]*\]>/i

/**
 * Reads all elements and comments of a text. The text may be masked (see `Masked`). Elements inside `<template>`,
 * `<noscript>` and conditional comments are elements like others. Never throws; offsets are those of the text.
 */
export function readMarkup(text: string, options: MarkupOptions = {}): ReadMarkup {
  const elements: MarkupElement[] = []
  const comments: Span[] = []
  const notes: MarkupNote[] = []
  const open: MarkupElement[] = []
  /** How many elements of a tag are open: an end tag without a start tag is dropped without a search. */
  const opened = new Map<string, number>()
  let restarts = 0
  let conditional = false

  function close(depth: number, contentEnd: number, end: number) {
    while (open.length > depth) {
      const element = open.pop() as MarkupElement
      opened.set(element.tag, (opened.get(element.tag) ?? 1) - 1)
      element.content.end = contentEnd
      element.end = open.length === depth ? end : contentEnd
    }
  }

  /** Opens the element of a start tag. Gives the tokenizer's next state when its content is text. */
  function startTag(token: Token.TagToken, start: number, end: number): RawState | null {
    const name = /^[^\t\n\f\r />]+/.exec(text.slice(start + 1, Math.min(end, start + 200)))?.[0] ?? token.tagName
    const tag = token.tagName
    const component = /^[A-Z]/.test(name) && name !== name.toUpperCase()
    const parent = open.at(-1) ?? null
    const attributes = readAttributes(text, start + 1 + name.length, end - 1)
    const element: MarkupElement = { name, tag, attributes, start, end, content: { start: end, end }, parent }
    elements.push(element)
    const selfClosed =
      token.selfClosing && (options.components === true || component || !WITH_CONTENT.has(tag) || (opened.get('svg') ?? 0) > 0)
    if (selfClosed || (VOID.has(tag) && !(component && options.components))) return null
    open.push(element)
    opened.set(tag, (opened.get(tag) ?? 0) + 1)
    if (component && options.components) return null
    if (options.rawTopLevel && parent === null && tag !== 'template' && tag !== 'script') return TokenizerMode.RAWTEXT
    return RAW.get(tag) ?? null
  }

  function endTag(tag: string, start: number, end: number) {
    if ((opened.get(tag) ?? 0) <= 0) return
    let depth = open.length - 1
    while (depth > 0 && open[depth]?.tag !== tag) depth--
    close(depth, start, end)
  }

  /** Reads from `from` to `to`; gives the offset to go on from when an element with text content was not closed. */
  function pass(from: number, to: number): number | null {
    let raw: MarkupElement | null = null
    const tokenizer: Tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: true },
      {
        onStartTag(token) {
          const state = startTag(token, startOf(token) + from, endOf(token) + from)
          if (state === null) return
          raw = open.at(-1) ?? null
          tokenizer.state = state
        },
        onEndTag(token) {
          raw = null
          endTag(token.tagName, startOf(token) + from, endOf(token) + from)
        },
        onComment(token) {
          const start = startOf(token) + from
          // The tokenizer counts a comment that the end of the text closes too long.
          const end = Math.min(to, endOf(token) + from)
          comments.push({ start, end })
          const head = CONDITIONAL.exec(text.slice(start, Math.min(end, start + 200)))
          // Comments do not nest.
          if (!head || conditional) return
          const depth = open.length
          conditional = true
          readRange(start + head[0].length, text.startsWith('-->', end - 3) ? end - 3 : end)
          conditional = false
          close(depth, end, end)
        },
        onDoctype() {},
        onEof() {},
        onCharacter() {},
        onNullCharacter() {},
        onWhitespaceCharacter() {},
      },
    )
    tokenizer.write(text.slice(from, to), true)
    return raw === null ? null : endUnclosed(raw, to)
  }

  function endUnclosed(element: MarkupElement, to: number): number | null {
    AFTER_UNCLOSED.lastIndex = element.content.start
    const found = AFTER_UNCLOSED.exec(text)
    const end = found && found.index < to ? found.index : to
    notes.push({ offset: element.start, message: `<${element.name}> is not closed` })
    close(Math.max(0, open.lastIndexOf(element)), end, end)
    return end < to && ++restarts <= MOST_RESTARTS ? end : null
  }

  function readRange(from: number, to: number) {
    let next: number | null = from
    while (next !== null && next < to) next = pass(next, to)
  }

  readRange(0, text.length)
  close(0, text.length, text.length)
  return { elements, comments, notes }
}

function startOf(token: Token.Token): number {
  return token.location?.startOffset ?? 0
}

function endOf(token: Token.Token): number {
  return token.location?.endOffset ?? 0
}

/** The first attribute of that name (lower case), or null. */
export function attributeOf(element: MarkupElement, name: string) {
  return element.attributes.find((attribute) => attribute.name.toLowerCase() === name) ?? null
}
