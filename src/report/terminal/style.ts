/** Colours of a terminal, or none. Everything a colour says is also said by a word. */
import pc from 'picocolors'
import type { Severity } from '../../types.js'

export interface Style {
  bold(text: string): string
  dim(text: string): string
  mark(text: string): string
  severity(severity: Severity, text: string): string
  path(text: string): string
  good(text: string): string
}

export function styleOf(color: boolean): Style {
  const colors = pc.createColors(color)
  return {
    bold: (text) => colors.bold(text),
    dim: (text) => colors.dim(text),
    mark: (text) => colors.red(text),
    severity: (severity, text) => colors.bold(severity === 'error' ? colors.red(text) : colors.yellow(text)),
    path: (text) => colors.underline(text),
    good: (text) => colors.green(text),
  }
}
