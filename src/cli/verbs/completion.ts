/** `pixelward completion SHELL`: a script that completes commands, options and their values, made of the command itself. */
import type { Command } from 'commander'
import { formats } from '../../report/formats.js'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

interface Part {
  name: string
  description: string
  options: { flags: string[]; description: string; values: string[]; takesValue: boolean }[]
}

function valuesOf(verb: string, flag: string, choices: readonly string[] | undefined, rules: readonly string[]): string[] {
  if (flag === '--format') return Object.keys(formats[verb as keyof typeof formats] ?? {})
  if (flag === '--rule') return rules.flatMap((id) => ['error', 'warning', 'off'].map((severity) => `${id}=${severity}`))
  return [...(choices ?? [])]
}

function partsOf(program: Command, rules: readonly string[]): Part[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.summary() || command.description(),
    options: [...command.options, ...(command.createHelp().visibleOptions(command).filter((option) => option.long === '--help'))].map((option) => ({
      flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null),
      description: option.description,
      values: valuesOf(command.name(), option.long ?? '', option.argChoices, rules),
      takesValue: option.required || option.optional,
    })),
  }))
}

const quoted = (text: string): string => `'${text.replace(/'/g, '\'\\\'\'')}'`

function bash(parts: readonly Part[]): string {
  const cases = parts.map(({ name, options }) => [
    `    ${name})`,
    '      case "$previous" in',
    ...options.filter(({ values }) => values.length > 0).map(({ flags, values }) => `        ${flags.join('|')}) COMPREPLY=($(compgen -W ${quoted(values.join(' '))} -- "$current")); return ;;`),
    '      esac',
    `      [[ "$current" == -* ]] && COMPREPLY=($(compgen -W ${quoted(options.flatMap(({ flags }) => flags).join(' '))} -- "$current"))`,
    '      ;;',
  ].join('\n'))
  const verbs = parts.map(({ name }) => name)
  return [
    '# pixelward completion bash > /etc/bash_completion.d/pixelward, or: eval "$(pixelward completion bash)"',
    '_pixelward() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" verb=check word',
    `  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do case "$word" in ${verbs.join('|')}) verb="$word"; break ;; esac; done`,
    '  COMPREPLY=()',
    `  if [[ $COMP_CWORD -eq 1 && "$current" != -* ]]; then COMPREPLY=($(compgen -W ${quoted(verbs.join(' '))} -- "$current")); fi`,
    '  case "$verb" in', ...cases, '  esac',
    '}',
    'complete -o default -F _pixelward pixelward',
    '',
  ].join('\n')
}

function zsh(parts: readonly Part[]): string {
  const clean = (text: string): string => text.replace(/[[\]:'"`$\\]/g, ' ').replace(/\s+/g, ' ').trim()
  const option = ({ flags, description, values, takesValue }: Part['options'][number]): string[] => flags.map((flag) =>
    quoted(`*${flag}[${clean(description)}]${takesValue ? `:value:${values.length > 0 ? `(${values.join(' ')})` : '_files'}` : ''}`))
  return [
    '#compdef pixelward',
    '# pixelward completion zsh > "${fpath[1]}/_pixelward"',
    '_pixelward() {',
    '  local -a verbs',
    `  verbs=(${parts.map(({ name, description }) => quoted(`${name}:${clean(description)}`)).join(' ')})`,
    '  local verb=check word',
    `  for word in "\${(@)words[2,CURRENT-1]}"; do case "$word" in ${parts.map(({ name }) => name).join('|')}) verb="$word"; break ;; esac; done`,
    '  if (( CURRENT == 2 )) && [[ "$words[2]" != -* ]]; then _describe command verbs; _files; return; fi',
    '  case "$verb" in',
    ...parts.map(({ name, options }) => `    ${name}) _arguments ${options.flatMap(option).join(' ')} '*:path:_files' ;;`),
    '  esac',
    '}',
    '_pixelward "$@"',
    '',
  ].join('\n')
}

function fish(parts: readonly Part[]): string {
  const verbs = parts.map(({ name }) => name)
  return [
    '# pixelward completion fish > ~/.config/fish/completions/pixelward.fish',
    ...parts.map(({ name, description }) => `complete -c pixelward -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`),
    ...parts.flatMap(({ name, options }) => options.map(({ flags, description, values, takesValue }) => {
      const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ')
      const value = values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : takesValue ? ' -r' : ''
      const when = name === 'check' ? `not __fish_seen_subcommand_from ${verbs.filter((verb) => verb !== 'check').join(' ')}` : `__fish_seen_subcommand_from ${name}`
      return `complete -c pixelward -n ${quoted(when)} ${names}${value} -d ${quoted(description)}`
    })),
    '',
  ].join('\n')
}

/** @param rules ids of all rules */
export function completionScript(shell: Shell, program: Command, rules: readonly string[]): string {
  const parts = partsOf(program, rules)
  return { bash, zsh, fish }[shell](parts)
}
