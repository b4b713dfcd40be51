/** What a page says about itself to machines: structured data and keywords. https://schema.org/docs/meddocs.html */
import type { DataCategory } from './category.js'
import { classifyText, HEALTH } from './text.js'

/** One such statement. Offsets are UTF-16 units into the text. */
export interface Statement {
  start: number
  end: number
  /** `structured data of a MedicalCondition`, `the keywords “depression, …”` */
  what: string
  category: DataCategory
}

const types: Readonly<Record<string, DataCategory>> = {
  MedicalCondition: 'condition', MedicalSignOrSymptom: 'condition', MedicalSymptom: 'condition', MedicalSign: 'condition',
  InfectiousDisease: 'condition', MedicalWebPage: 'condition', HealthTopicContent: 'condition', Drug: 'medication',
  DrugClass: 'medication', DietarySupplement: 'medication', MedicalProcedure: 'procedure', MedicalTherapy: 'procedure',
  SurgicalProcedure: 'procedure', TherapeuticProcedure: 'procedure', DiagnosticProcedure: 'procedure',
  MedicalTest: 'test-result', MedicalTestPanel: 'test-result', Physician: 'provider', IndividualPhysician: 'provider',
}

const TYPE = /["']?@type["']?\s*:\s*\[?\s*["'](\w+)["']|\bitemtype\s*=\s*\{?["']https?:\/\/(?:www\.)?schema\.org\/(\w+)["']/gi
/** `<meta name="keywords" content="…">` in either order, and the key of a framework that writes it. */
const KEYWORDS = /<meta\b(?=[^>]*\bname\s*=\s*["']keywords["'])[^>]*\bcontent\s*=\s*["']([^"'<>]{3,400})["']|\bkeywords\s*:\s*(?:\[([^\]]{3,400})\]|["']([^"'\n]{3,400})["'])/gi

/** Words of which one stands in every text with a statement. */
export const statementWords: readonly string[] = ['@type', 'itemtype', 'keywords']

/** Statements about health in a page's text; comments of markup do not count. */
export function statedByPage(text: string): Statement[] {
  const code = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
  const found: Statement[] = []
  for (const match of code.matchAll(TYPE)) {
    const type = (match[1] ?? match[2]) as string
    const category = Object.hasOwn(types, type) ? types[type] : undefined
    if (category === undefined) continue
    found.push({ start: match.index, end: match.index + match[0].length, what: `structured data of a ${type}`, category })
  }
  for (const match of code.matchAll(KEYWORDS)) {
    const words = (match[1] ?? match[2] ?? match[3] ?? '').replace(/["'`]/g, '').replace(/\s+/g, ' ').trim()
    const category = classifyText(words).find((each) => HEALTH.has(each))
    if (category === undefined) continue
    const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words
    found.push({ start: match.index, end: match.index + match[0].length, what: `the keywords “${shown}”`, category })
  }
  return found.sort((a, b) => a.start - b.start)
}
