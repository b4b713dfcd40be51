/** English words as Rails bends them. https://api.rubyonrails.org/classes/ActiveSupport/Inflector.html */

const IRREGULAR: readonly (readonly [string, string])[] = [
  ['person', 'people'], ['man', 'men'], ['child', 'children'], ['sex', 'sexes'], ['move', 'moves'], ['zombie',
    'zombies'], ['datum', 'data'],
  ['medium', 'media'], ['index', 'indices'], ['status', 'statuses'], ['alias', 'aliases'], ['address',
    'addresses'], ['bus', 'buses'],
  ['analysis', 'analyses'], ['diagnosis', 'diagnoses'], ['basis', 'bases'], ['crisis', 'crises'], ['quiz',
    'quizzes'], ['photo', 'photos'],
]
const UNCOUNTABLE =
  new Set(['equipment', 'information', 'rice', 'money', 'species', 'series', 'fish', 'sheep', 'jeans', 'police',
    'news'])

const lastWord = (text: string): [before: string, word: string] => {
  const at = Math.max(text.lastIndexOf('_'), text.lastIndexOf('/'), text.lastIndexOf('-')) + 1
  return [text.slice(0, at), text.slice(at)]
}

export function pluralize(text: string): string {
  const [before, word] = lastWord(text)
  if (word === '' || UNCOUNTABLE.has(word)) return text
  const irregular = IRREGULAR.find(([one, many]) => one === word || many === word)
  if (irregular) return before + irregular[1]
  if (/(?:s|x|z|ch|sh)$/.test(word)) return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? text : `${text}es`
  if (/[^aeiou]y$/.test(word)) return `${text.slice(0, -1)}ies`
  return `${text}s`
}

export function singularize(text: string): string {
  const [before, word] = lastWord(text)
  if (UNCOUNTABLE.has(word)) return text
  const irregular = IRREGULAR.find(([one, many]) => many === word || one === word)
  if (irregular) return before + irregular[0]
  if (/ies$/.test(word) && word.length > 4) return `${text.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return text.slice(0, -2)
  return /[^s]s$/.test(word) && !/(?:us|is)$/.test(word) ? text.slice(0, -1) : text
}

export function dasherize(text: string): string {
  return text.replaceAll('_', '-')
}

export function humanize(text: string): string {
  return text.replaceAll('_', ' ')
}
