/** What `--help` teaches. */

export const overview =
  'Finds advertising pixels, tag managers and trackers in the source of healthcare websites, the routes they reach, and ' +
  'the patient data that is given to them. Nothing of the project is executed and nothing is sent anywhere.'

export const guide = `
Examples:
  $ pixelward                                   check the project in this folder
  $ pixelward check src/pages/booking           report on one folder only; the whole project is still read
  $ pixelward check 'src/**/*.vue' --quiet      only what makes the command fail
  $ pixelward check --format json > report.json for other programs (schema/output.schema.json)
  $ pixelward check --rule no-undeclared-tracker=off
  $ pixelward inventory                         every tracker, with accounts, places and reach
  $ pixelward --since main                      what this branch adds, also by a layout or a route
  $ pixelward --staged                          what this commit would add
  $ pixelward --format html -o report.html      one page for the privacy office
  $ pixelward routes                            every route, its class and why
  $ pixelward routes --class portal,login       those of some classes
  $ pixelward routes --explain /portal/messages what runs on one route, and by which chain

Configuration:
  pixelward.config.json (.jsonc, .yaml, .yml) or the key "pixelward" of package.json, at the top of the project.

Exit codes:
  0  nothing at or above the threshold ("error" unless --threshold or the configuration say otherwise)
  1  findings at or above the threshold
  2  the command was used wrongly, or has a bug
`

export const checkHelp = {
  summary: 'report trackers on sensitive routes and patient data in tracking (the default)',
  description:
    'Reads the project, works out which routes each tracker reaches, and reports what the rules say about it. With PATHS ' +
    'it reports on these files, folders and globs only; the whole project is read all the same, since a route is made of ' +
    'many files. Exit code 1 when something at or above the threshold is found.',
}

export const inventoryHelp = {
  summary: 'list every tracker: accounts, places, and the most sensitive route it reaches',
  description:
    'Lists all tracker code, on sensitive and on public routes alike, whatever the rules say about it: for a register of ' +
    'processing, a review, or the "allow" list of the configuration. The exit code is always 0.',
}

export const routesHelp = {
  summary: 'list every route with its class, why it has it, and the trackers on it',
  description:
    'Shows what pixelward takes for the routes of the project and how sensitive it takes them to be, by application, the ' +
    'most sensitive first. Many alike below one folder are one line unless --all is given. Wrong classes are ' +
    'corrected in the configuration under "routes", routes that cannot be seen in the source are added under ' +
    '"extraRoutes". The exit code is always 0.',
}

/** Summary and description of the commands that do not report. */
export const otherHelp = {
  init: ['write a configuration, a hook and a check of pull requests for this project',
    'Looks at the project in this folder, tells what it found, and writes a commented configuration, ESLint’s wiring where ESLint is, ' +
    'a hook before commits and a check of pull requests. Nothing that is there is overwritten.'],
  baseline: ['write down the findings of today, so that only new ones count',
    'Writes pixelward.baseline.json: the findings of today, with who answers for them and since when. What the baseline knows is reported ' +
    'as suppressed. Run again, it drops what is fixed. A finding that gets worse (an error, another class of pages, more data) counts again.'],
  explain: ['tell all about a rule or a finding',
    'Prints the page of a rule: why it matters, what it cannot see, how to fix what it finds. With the fingerprint of a finding: all that ' +
    'is known about it, with every route, the way of the data and how to suppress it.'],
  completion: ['print a completion script for bash, zsh or fish', 'Prints a script that completes commands, options and their values.'],
} as const satisfies Record<string, readonly [string, string]>
