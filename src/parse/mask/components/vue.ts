/** Vue single-file components: `{{ }}` in the text of `<template>`. */
import { lexed, region, type Lexed, type Region } from '../regions.js'
import { beginsTag, commentEnd, rawEnd, tagReader } from './tags.js'

/**
 * Finds the interpolations of a Vue component. Attributes and the other blocks of the file are left alone. Never throws.
 * https://vuejs.org/guide/essentials/template-syntax.html
 */
export function lexVue(text: string): Lexed {
  const regions: Region[] = []
  const readTag = tagReader(text)
  let depth = 0
  let at = 0
  while (at < text.length) {
    const next = /\{\{|</g
    next.lastIndex = at
    const match = next.exec(text)
    if (!match) break
    at = match.index
    if (match[0] === '{{') {
      const close = depth > 0 ? text.indexOf('}}', at + 2) : -1
      if (close < 0) at += 2
      else {
        regions.push(region('expression', at, close + 2, at + 2, close))
        at = close + 2
      }
      continue
    }
    if (text.startsWith('<!--', at)) {
      at = commentEnd(text, at)
      continue
    }
    const tag = beginsTag(text, at) ? readTag(at, () => null, '') : null
    if (!tag) {
      at++
      continue
    }
    at = tag.end
    const name = tag.name.toLowerCase()
    if (name === 'template' && !tag.selfClosed) depth = Math.max(0, depth + (tag.closes ? -1 : 1))
    else if ((name === 'script' || name === 'style') && !tag.closes && !tag.selfClosed) at = rawEnd(text, at, name)
  }
  return lexed(regions)
}
