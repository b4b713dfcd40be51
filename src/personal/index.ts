/** Which data of a patient a form field, a variable or an expression of a template holds. */
export { dataCategories, wordsFor } from './category.js'
export { classifyExpression, classifyRendered, pathsOf } from './expression.js'
export { classifyField } from './field.js'
export { classifyPath } from './path.js'
export type { DataCategory } from './category.js'
export type { Classified } from './classified.js'
export type { FieldDescription } from './field.js'
export { phraseWords as nameWords } from './words.js'
