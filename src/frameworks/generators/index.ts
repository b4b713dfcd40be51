/** Site generators. */
import type { Framework } from '../framework.js'
import { docusaurus } from './docusaurus/docusaurus.js'
import { eleventy } from './eleventy/eleventy.js'
import { hexo } from './hexo.js'
import { hugo } from './hugo/hugo.js'
import { jekyll } from './jekyll.js'
import { mkDocs } from './mkdocs.js'
import { vitePress } from './press/vitepress.js'
import { vuePress } from './press/vuepress.js'

export const generators: readonly Framework[] = [docusaurus, vitePress, vuePress, mkDocs, eleventy, hexo, jekyll, hugo]
