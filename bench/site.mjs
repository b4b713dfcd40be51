/** A site of Next.js of 5,000 files, to measure what grows with the number of files. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const FILES = 5000
const PAGES = 400
export const sections = ['portal', 'schedule', 'find-a-doctor', 'conditions', 'careers', 'billing', 'about', 'news']

const filler = (mark) => Array.from({ length: 40 }, (_, index) => `  const value${index} = compute(${mark}, ${index}, 'a text of some length') // a comment`)

function page(index) {
  const tracks = index % 13 === 0
  return [
    `import { Card${index % 400} } from '../../../components/card-${index % 400}'`,
    ...(tracks ? [`import { track } from '../../../lib/track'`] : []),
    `export default function Page${index}() {`, ...filler(index), ...(tracks ? [`  track('View', { section: ${index} })`] : []),
    `  return <main><Card${index % 400} title="Page ${index}" /></main>`, '}', '',
  ].join('\n')
}

/** Writes the site into a folder. */
export function writeSite(root) {
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('package.json', JSON.stringify({ name: 'clinic-portal', dependencies: { next: '15.0.0', react: '19.0.0' } }))
  write('tsconfig.json', JSON.stringify({ compilerOptions: { jsx: 'preserve', paths: { '@/*': ['./*'] } } }))
  write('app/layout.tsx', `import { Pixel } from '../components/pixel'\nexport default function Layout({ children }) {\n  return <html><body><Pixel />{children}</body></html>\n}\n`)
  write('components/pixel.tsx', `import Script from 'next/script'\nexport const Pixel = () => <Script src="https://connect.facebook.net/en_US/fbevents.js" />\n`)
  write('lib/track.ts', `export function track(event: string, data: object) {\n  window.fbq('track', event, data)\n}\n`)
  write('.gitignore', 'node_modules\n')
  write('node_modules/.keep', '')
  for (let index = 0; index < 400; index++) {
    write(`components/card-${index}.tsx`, [`export function Card${index}({ title }: { title: string }) {`, ...filler(index), '  return <h2>{title}</h2>', '}', ''].join('\n'))
  }
  for (let index = 0; index < PAGES; index++) write(`app/${sections[index % 8]}/page-${index}/page.tsx`, page(index))
  for (let index = 0; index < FILES - PAGES - 406; index++) {
    const next = `import { part${index + 60} } from './module-${index + 60}'`
    write(`lib/area-${index % 60}/module-${index}.ts`, [next, `export function part${index}() {`, ...filler(index), '  return value1', '}', ''].join('\n'))
  }
}
