/**
 * The letter that stands for a template expression after masking: one UTF-16 code unit, category Lm, so a valid start
 * of a JavaScript identifier and harmless in an attribute value. A value that contains it is partly dynamic.
 */
export const HOLE = '\uA4F8'

/** True when some of the text is filled in by a template at run time. */
export function hasHole(text: string): boolean {
  return text.includes(HOLE)
}
