/** All rows about code outside the project. */
import { javascript } from './javascript.js'
import { indexModels, type Models } from './model.js'

let all: Models | null = null

/** The index of all rows; made once. */
export function standardModels(): Models {
  return (all ??= indexModels([...javascript]))
}
