/**
 * Times one look of an editor: ESLint with the plugin from dist/ on a file of 300 lines in a Next.js project of 2,000
 * files, after the project is known. `node bench/editor.mjs [--runs N]`; prints the median of one `lintText` with a
 * changed text each time, and the time of the first, beside ESLint without the plugin.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import { median } from './measure.mjs'

const at = process.argv.indexOf('--runs')
const runs = at >= 0 ? Number(process.argv[at + 1]) : 30
const FILES = 2000
const LINES = 300

const sections = ['portal', 'schedule', 'find-a-doctor', 'conditions', 'careers', 'billing', 'about', 'news']

/** A page of its section; every third one uses the wrapper of the tracker. */
function page(index) {
  const tracks = index % 3 === 0
  return [
    `import { Card${index % 400} } from '../../../components/card-${index % 400}'`,
    ...(tracks ? [`import { track } from '../../../lib/track'`] : []),
    `export default function Page${index}() {`,
    ...(tracks ? [`  track('View', { section: ${index} })`] : []),
    `  return <main><Card${index % 400} title="Page ${index}" /></main>`,
    '}',
    '',
  ].join('\n')
}

function component(index) {
  const inner = index > 0 && index % 4 === 0 ? index - 1 : -1
  return [
    ...(inner >= 0 ? [`import { Card${inner} } from './card-${inner}'`] : []),
    `export function Card${index}({ title }: { title: string }) {`,
    `  return <section><h2>{title}</h2>${inner >= 0 ? `<Card${inner} title={title} />` : ''}</section>`,
    '}',
    '',
  ].join('\n')
}

/** A booking form of LINES lines that gives a field to the wrapper; `mark` makes the text a new one. */
function form(mark) {
  const fields = Array.from({ length: (LINES - 24) / 4 }, (_, index) => [
    `      <label>`,
    `        Field ${index}`,
    `        <input name="field${index}" value={values.field${index}} onChange={change} />`,
    `      </label>`,
  ]).flat()
  return [
    `'use client'`,
    `// edit ${mark}`,
    `import { useState } from 'react'`,
    `import { track } from '../../lib/track'`,
    `export default function Booking() {`,
    `  const [values, setValues] = useState<Record<string, string>>({})`,
    `  const change = (event: React.ChangeEvent<HTMLInputElement>) => {`,
    `    setValues({ ...values, [event.target.name]: event.target.value })`,
    `  }`,
    `  const submit = (event: React.FormEvent) => {`,
    `    event.preventDefault()`,
    `    track('Schedule', { reason: values.field0 })`,
    `  }`,
    `  return (`,
    `    <form onSubmit={submit}>`,
    ...fields,
    `      <textarea name="reason" onChange={(event) => setValues({ ...values, field0: event.target.value })} />`,
    `      <button>Book</button>`,
    `    </form>`,
    `  )`,
    `}`,
    '',
  ].join('\n')
}

function generate(root) {
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('package.json', JSON.stringify({ name: 'clinic-portal', dependencies: { next: '15.0.0', react: '19.0.0' } }))
  write('tsconfig.json', JSON.stringify({ compilerOptions: { jsx: 'preserve', paths: { '@/*': ['./*'] } } }))
  write('app/layout.tsx', `import { Pixel } from '../components/pixel'\nexport default function Layout({ children }) {\n  return <html><body><Pixel />{children}</body></html>\n}\n`)
  write('components/pixel.tsx', `import Script from 'next/script'\nexport const Pixel = () => <Script src="https://connect.facebook.net/en_US/fbevents.js" />\n`)
  write('lib/track.ts', `export function track(event: string, data: object) {\n  window.fbq('track', event, data)\n}\n`)
  write('app/schedule/page.tsx', form(0))
  const components = 400
  for (let index = 0; index < components; index++) write(`components/card-${index}.tsx`, component(index))
  for (let index = 0; index < FILES - components - 6; index++) {
    write(`app/${sections[index % sections.length]}/page-${index}/page.tsx`, page(index))
  }
}

/** Milliseconds of the first look and of the others, and how many messages of ours there are. */
async function look(eslint, file) {
  const times = []
  let messages = 0
  for (let run = 0; run <= runs; run++) {
    const started = performance.now()
    const [result] = await eslint.lintText(form(run), { filePath: file })
    times.push(performance.now() - started)
    messages = result.messages.filter(({ ruleId }) => ruleId?.startsWith('pixelward/')).length
    const fatal = result.messages.find((message) => message.fatal)
    if (fatal) throw new Error(fatal.message)
  }
  return { first: times[0], warm: median(times.slice(1)), messages }
}

const root = mkdtempSync(join(tmpdir(), 'pixelward-editor-'))
try {
  generate(root)
  const { default: plugin } = await import('../dist/bundle/plugin.js')
  const { default: tseslint } = await import('typescript-eslint')
  const languageOptions = { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } }
  const language = { files: ['**/*.tsx'], languageOptions }
  const options = { cwd: root, overrideConfigFile: true }
  const eslintWith = (...configs) => new ESLint({ ...options, overrideConfig: [language, ...configs] })
  const file = join(root, 'app', 'schedule', 'page.tsx')
  const without = await look(eslintWith(), file)
  const own = await look(eslintWith(plugin.configs['flat/recommended']), file)
  if (own.messages === 0) throw new Error('the plugin reports nothing in the form, so there is nothing to measure')
  const row = ({ first, warm, messages }) => ({ 'first ms': Math.round(first), 'median ms': Number(warm.toFixed(1)), messages })
  console.table({ 'ESLint alone': row(without), 'ESLint with pixelward': row(own) })
  console.log(`${FILES} files; ${form(0).split('\n').length - 1} lines; median of ${runs} changed texts; Node ${process.version}, ESLint ${ESLint.version}`)
} finally {
  rmSync(root, { recursive: true, force: true })
}
