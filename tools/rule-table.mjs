/** The README's table of rules, from the rules themselves. */
export const begin = '<!-- rules: npm run documents -->'
export const end = '<!-- end of rules -->'

/** @param {readonly { id: string, description: string, presets: readonly string[] }[]} rules */
export function ruleTable(rules) {
  const rows = rules.map(({ id, description, presets }) => {
    const text = description.replace(/^Disallow /, '').replace(/^Require /, 'requires ')
    return `| [\`${id}\`](docs/rules/${id}.md) | ${text} |${presets.includes('recommended') ? '' : ' strict'}`.replace(/\| strict$/, '(`strict` only) |')
  })
  return [begin, '| rule | reports |', '|---|---|', ...rows, end].join('\n')
}

/** A text with the table in the place of the one it has. */
export function withRuleTable(text, rules) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`there is no "${begin}" … "${end}"`)
  return text.slice(0, from) + ruleTable(rules) + text.slice(to + end.length)
}
