/** A quick look at a script's text for the modules it names: no parse before a question needs one. */

const MODULES = /\b(?:import|export)\s*(?:type\s+)?(?:[\w$*{}\s,]+?\s*from\s*)?["']([^"'\n]+)["']|\b(?:import|require)\s*\(\s*(?:\/\*[^*]*\*\/\s*)?["'`]([^"'`\n]+)["'`]/g

/** Specifiers of imports, re-exports, `require` and `import()` with a literal. May name too many, never too few. */
export function moduleSpecifiers(text: string): string[] {
  return [...new Set([...text.matchAll(MODULES)].map((match) => match[1] ?? (match[2] as string)))]
}
