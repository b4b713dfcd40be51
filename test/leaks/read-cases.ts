/**
 * Cases written as documentation: `fixtures/leaks/TOPIC/NAME.md` holds sections (`## …`), each a small project of fenced
 * blocks (```` ```jsx src/Form.jsx ````). A line of code with a vendor's call ends in a comment that says what a leak
 * finding tells of it: `leak: email, phone`, `leak: email (hashed)`, or `clean`. `nothing`: the call is no vendor's.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface LeakCase {
  /** `react/formik: what useFormik gives`. */
  name: string
  /** Texts by path. */
  files: Record<string, string>
  /** `FILE:LINE` → what is said of it. */
  expected: Map<string, 'clean' | 'nothing' | { categories: string[]; hashed: boolean }>
}

const root = fileURLToPath(new URL('../../fixtures/leaks', import.meta.url))
const EXPECTATION = /\b(?:leak: ([\w, -]+?)( \(hashed\))?|(clean)|(nothing))\s*(?:-->|\*\/\}?|#\}|--%>|%>|\?>|--\}\}|\}\}|-#\}|\*@|--)?\s*$/

/** The paths of all case files, relative to `fixtures/leaks`. */
export function caseFiles(): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')).sort()
}

/** @throws Error when a section has no code or a vendor's call says nothing. */
export function readCases(file: string): LeakCase[] {
  const [head = '', ...sections] = readFileSync(join(root, file), 'utf8').split(/^## /m)
  const packages = /^Packages: (.+)$/m.exec(head)?.[1]?.split(/,\s*/) ?? []
  return sections.map((section) => {
    const title = (section.split('\n', 1)[0] as string).trim()
    const files: Record<string, string> = {}
    const expected: LeakCase['expected'] = new Map()
    for (const [, path, code] of section.matchAll(/^```[\w-]+ (\S+)\n([\s\S]*?)^```$/gm)) {
      files[path as string] = code as string
      ;(code as string).split('\n').forEach((line, index) => {
        const said = EXPECTATION.exec(line)
        if (!said) return
        const [, categories, hashed, clean] = said
        expected.set(`${path}:${index + 1}`, categories
          ? { categories: categories.split(/,\s*/).sort(), hashed: hashed !== undefined } : clean ? 'clean' : 'nothing')
      })
    }
    if (expected.size === 0) throw new Error(`${file}: "${title}" expects nothing`)
    if (packages.length > 0 && files['package.json'] === undefined) {
      files['package.json'] = JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '*'])) })
    }
    return { name: `${file.replace(/\.md$/, '')}: ${title}`, files, expected }
  })
}
