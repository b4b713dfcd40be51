/** What a command needs of the process it runs in; tests hand in their own. */

export interface Output {
  write(text: string): unknown
  /** A terminal and no file or pipe. */
  isTTY?: boolean | undefined
  /** Width of the terminal in cells. */
  columns?: number | undefined
}

export interface Host {
  stdout: Output
  stderr: Output
  /** Absolute path. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Asks the user; absent where nobody is there to answer. */
  ask?(question: string): Promise<string>
}

/** Width for reports: as wide as the terminal, 100 where there is none. */
export function widthOf({ stdout, env }: Host): number {
  const given = Number(env['COLUMNS'])
  return stdout.columns ?? (Number.isInteger(given) && given > 0 ? given : 100)
}

/**
 * Whether to write colours: as the user says by option, then as NO_COLOR (https://no-color.org) and FORCE_COLOR say,
 * else on terminals that can.
 */
export function wantsColor({ stdout, env }: Host, option: boolean | undefined): boolean {
  if (option !== undefined) return option
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false'
  return stdout.isTTY === true && env['TERM'] !== 'dumb'
}
