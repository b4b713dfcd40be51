/** Which language a file is in: by its name, and by its first characters where the name does not say. */

/** Script languages, markup languages, template languages, server code, data. */
export type Language =
  | 'javascript'
  | 'typescript'
  | 'html'
  | 'vue'
  | 'svelte'
  | 'astro'
  | 'markdown'
  | 'mdx'
  | TemplateLanguage
  | ServerLanguage
  | 'json'
  | 'other'

export type TemplateLanguage =
  | 'php'
  | 'blade'
  | 'twig'
  | 'jinja'
  | 'django'
  | 'nunjucks'
  | 'liquid'
  | 'handlebars'
  | 'erb'
  | 'ejs'
  | 'heex'
  | 'jsp'
  | 'gsp'
  | 'asp'
  | 'razor'
  | 'go-template'
  | 'thymeleaf'
  | 'htl'
  | 'coldfusion'
  | 'freemarker'
  | 'velocity'
  | 'smarty'
  | 'pug'
  | 'haml'
  | 'slim'
  | 'angular'

/** Code whose string literals may hold markup or script. */
export type ServerLanguage = 'python' | 'ruby' | 'java' | 'kotlin' | 'groovy' | 'scala' | 'csharp' | 'visual-basic' | 'go' | 'elixir'
