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
  $ pixelward check --rule no-health-fact-in-event=off
  $ pixelward inventory                         every tracker, with accounts, places and reach
  $ pixelward routes                            every route, its class and why
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
    'Shows what pixelward takes for the routes of the project and how sensitive it takes them to be. Wrong classes are ' +
    'corrected in the configuration under "routes", routes that cannot be seen in the source are added under ' +
    '"extraRoutes". The exit code is always 0.',
}
