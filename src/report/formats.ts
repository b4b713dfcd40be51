/** The formats by name. Each is a pure function from a report to text. */
import type { Declared } from '../configuration/configuration.js'
import type { PlacedSighting, Report, RouteClass, Severity } from '../types.js'
import { reportGithub } from './services/github.js'
import { reportGitlab } from './services/gitlab.js'
import { reportJunit } from './services/junit.js'
import { reportMarkdown } from './services/markdown.js'
import { reportSarif } from './services/sarif.js'
import { reportInventory } from './terminal/inventory.js'
import { reportJson, type Tool } from './json.js'
import { reportPage } from './page/page.js'
import type { Sources } from './positions.js'
import { reportRoutes } from './terminal/routes.js'
import { reportTerminal } from './terminal/check.js'

/** What is asked about a project. */
export type Question = 'check' | 'inventory' | 'routes'

/** A rule as reports tell of it. */
export interface RuleText {
  id: string
  description: string
  /** The rule's page, in Markdown; absent where the host does not have it. */
  help?: string
}

/** All that a format may need beside the report. */
export interface FormatOptions {
  tool: Tool
  rules: readonly RuleText[]
  color: boolean
  /** Cells in a line of a terminal. */
  width: number
  /** Put before every path, so that the terminal can open it: from the user's folder to the root, `site/`. */
  prefix: string
  /** From the top of the repository to the root: `` or `site/`. Services want paths of the repository. */
  repositoryPrefix: string
  /** Address that shows a file when its path from the top of the repository is put behind it; absent: no links. */
  sourceUrl?: string
  quiet: boolean
  /** Of `routes`: one line for every route. */
  all?: boolean
  threshold: Severity
  /** Places of tracker code that were seen, on whatever route; those of the report when absent. */
  seen?: number
  /** All tracker code in the files that are meant, also what no finding is about; that of the report when absent. */
  sightings?: readonly PlacedSighting[]
  /** The declared inventory, and the least sensitive class a page has. */
  allow?: readonly Declared[] | null
  floor?: RouteClass | null
  /** What the project is called, and the day of the report (ISO). */
  title?: string
  date?: string
}

export type Format = (report: Report, sources: Sources, options: FormatOptions) => string

const json: Format = (report, sources, { tool }) => reportJson(report, sources, tool)

export const formats: Readonly<Record<Question, Readonly<Record<string, Format>>>> = {
  check: {
    terminal: reportTerminal, json, sarif: reportSarif, github: reportGithub, gitlab: reportGitlab, markdown: reportMarkdown,
    junit: reportJunit, html: reportPage,
  },
  inventory: { terminal: reportInventory, json, html: reportPage },
  routes: { terminal: reportRoutes, json },
}
