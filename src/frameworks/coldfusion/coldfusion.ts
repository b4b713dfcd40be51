/**
 * ColdFusion: pages by their path, and the frameworks that take over from there.
 * https://helpx.adobe.com/coldfusion/developing-applications/developing-cfml-applications/designing-and-optimizing-a-coldfusion-application/structuring-an-application.html
 */
import { ancestors, baseNameOf, directoryOf } from '../../paths.js'
import type { Application, Framework, FrameworkHost } from '../framework.js'
import { coldBoxApplication } from './coldbox.js'
import { frameworkOneApplication } from './framework-one.js'
import { plainApplication } from './plain.js'

const DOCUMENT_ROOT = /^(?:.*\/)?(?:wwwroot|htdocs|public_html|webroot|www)(?=\/)/i

export const coldFusion: Framework = {
  name: 'coldfusion',
  docs: 'https://helpx.adobe.com/coldfusion/developing-applications.html',
  applications(host) {
    const files = host.under('').filter((path) => /\.(cfm|cfc|cfml)$/i.test(path) && host.isProduct(path))
    if (files.length === 0) return []
    const starters = new Set(files.filter((path) => /^application\.cf[cm]$/i.test(baseNameOf(path))).map(directoryOf))
    const byRoot = new Map<string, string[]>()
    for (const file of files) {
      const root = topmost(starters, file) ?? DOCUMENT_ROOT.exec(file)?.[0] ?? ''
      const list = byRoot.get(root)
      if (list) list.push(file)
      else byRoot.set(root, [file])
    }
    return [...byRoot].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([root, own]) => applicationsOf(host, root, own))
  },
}

function topmost(directories: ReadonlySet<string>, path: string): string | null {
  let found: string | null = null
  for (const directory of ancestors(directoryOf(path))) if (directories.has(directory)) found = directory
  return found
}

function applicationsOf(host: FrameworkHost, root: string, files: readonly string[]): Application[] {
  const started = frameworkOneApplication(host, root, files) ?? coldBoxApplication(host, root, files)
  const owned = started?.owns ?? []
  const rest = files.filter((file) => !owned.some((path) => file === path || file.startsWith(`${path}/`)))
  const plain = plainApplication(host, root, rest, started !== null)
  return [started, plain].filter((application) => application !== null)
}
