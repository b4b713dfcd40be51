/** The shape of a tracker row. Adding a tracker is one row in the table of its category and one fixture. */
import type { TrackerCategory } from '../types.js'

/**
 * A URL a vendor is reached by. `*` stands for any characters but `/` in `host` and for any characters in `path`.
 * A pattern without a path matches every path of the host. A path is matched at its beginning unless it ends in `$`.
 */
export interface UrlPattern {
  host: string
  path?: string
  /** Query parameter that holds the account id, for example `id`; or a regular expression whose first group it is. */
  account?: { parameter: string } | { pattern: string }
  /** Takes lists of people, to be matched and shown advertisements. */
  audience?: true
  /** Regular expression the whole URL must also match: one loader serves several products (`[?&]id=AW-`). */
  only?: string
  /** On any other host than the vendor's it is a copy or a proxy. */
  proxy?: true
}

/**
 * - `init`: loads or starts the tracker, or names the account (`fbq('init')`, `gtag('config')`)
 * - `page`: page view; `event`: anything else that is sent; `identify`: says who the visitor is
 * - `settings`: properties that are kept and go with later events (`clarity('set')`, `mixpanel.register`)
 * - `consent`: never a sighting
 */
export type CallKind = 'init' | 'page' | 'event' | 'identify' | 'settings' | 'consent'

/** Where a value stands in a call: an argument (0-based), or a key of an object argument. */
export interface ArgumentPlace {
  argument: number
  /** Path of keys inside that argument, for example `['user_data', 'email']`. */
  key?: string[]
}

/** One call shape of a vendor's interface. */
export interface CallShape {
  /**
   * Access path from a global (`fbq`, `dataLayer.push`, `amplitude.getInstance().logEvent`) or, in a package row, from
   * the module's namespace (`default.track`, `useGtm().trackEvent`). `()` is the result of a call, `new X` is written
   * `X#` (`GoogleTagManagerService#pushTag`). A command queue such as `_paq.push(['trackEvent', …])` says
   * `shape: 'array'`: the command and all argument indexes then count inside that array.
   */
  path: string
  kind: CallKind
  shape?: 'array'
  /** Literals the argument at `commandIndex` (default 0) must be one of. `*` stands for any characters. */
  command?: string[]
  commandIndex?: number
  /** Further literal condition that tells products sharing one function apart (`gtag('config', 'AW-…')`). */
  where?: ArgumentPlace & { pattern: string }
  /** Where the event name stands. */
  event?: ArgumentPlace
  /** Where the account id stands. */
  account?: ArgumentPlace
  /** Arguments (0-based) that leave to the vendor. */
  data: number[]
  /** Keys in those arguments that identify a person. */
  identityKeys?: string[]
  /** The source of the fact when it is not the tracker's `docs`. */
  source?: string
}

/** A member of a package that is used by importing it. */
export type PackageMember =
  | CallShape
  /** A component: rendering it loads the tracker (`init`) or, for `event`, props carry data. */
  | { path: string; kind: 'component'; account?: string; data?: string[] }
  /** A plug-in that an application is handed with its options, `app.use(Plugin, { id })`; `account`: keys in these. */
  | { path: string; kind: 'plugin'; account?: string[] }

export interface PackageRow {
  /** Specifier as imported, with subpath: `react-facebook-pixel`, `@next/third-parties/google`. */
  package: string
  /** Members whose use is tracker code. Importing alone is not. */
  members: PackageMember[]
  /**
   * Set when naming the package in a framework's configuration (Gatsby plugin, Nuxt module, Docusaurus plugin) is the
   * use; `account` is the option's key path.
   */
  configuration?: { account?: string[] }
  /** The package runs on a server: its calls are `server-side-event`. */
  server?: true
}

/** A key of a site generator's configuration that puts the tracker into its pages. */
export interface SettingRow {
  /** Whose configuration: `jekyll` (and themes of Hexo), `hugo`, `mkdocs`, `docusaurus`. */
  generator: string
  /**
   * Keys from the top, joined by dots; case does not matter. In a configuration that is a script the last of them alone is
   * looked for: presets and plugins take their options in many places.
   */
  key: string
  /** Key of the account inside it, for a script; absent when the value is the account. */
  account?: string
  source: string
}

/** A loader or queue that is recognised by several constants standing together in one script or function. */
export interface Idiom {
  /** Every one of these must be part of a string constant of the same function or script. */
  strings: string[]
  /** And each of these globals must be named there. */
  globals?: string[]
}

export interface Tracker {
  /** Stable id, for example `meta-pixel`. */
  id: string
  name: string
  /** Who receives the data: `Meta`, `Google`. Used in messages. */
  vendor: string
  category: TrackerCategory
  docs: string
  /** Script hosts. */
  loaders: UrlPattern[]
  /** Where a pixel image, iframe or beacon sends to. */
  beacons: UrlPattern[]
  /** Server-side interfaces (Conversions API, Measurement Protocol, HTTP tracking APIs). */
  serverEndpoints?: UrlPattern[]
  /** Regular expressions (source) of account ids, most specific first. */
  accounts: string[]
  /** Properties and globals that hold the account beside a loader: `hjid` of `_hjSettings`. */
  accountNames?: readonly string[]
  idioms?: Idiom[]
  calls: CallShape[]
  /**
   * The first name of these global paths is a common word (`analytics`, `heap`, `s`): calls count only when something
   * else in the project shows the tracker (loader, package, idiom, an `init` call of a path that is not listed).
   */
  commonNames?: string[]
  /** Objects whose properties go to the vendor by assignment: `utag_data`, `intercomSettings`, `digitalData`. */
  payloadGlobals?: { name: string; kind: 'event' | 'identify' | 'settings' }[]
  /** A function that pushes its `arguments` with this call (`dataLayer.push`) is this global (`gtag`), however named. */
  queueStubs?: { push: string; path: string }[]
  packages?: PackageRow[]
  /** Paths of a site's own server that send events on to the vendor: a regular expression (source), and words for it. */
  relays?: { path: string; words: readonly string[] }
  /** Variables in which servers gather what their pages push: a regular expression (source), and the words it needs. */
  serverVariables?: { name: string; words: readonly string[] }
  /** What sets it up in the configuration of a site generator. The value has to look like one of `accounts`. */
  settings?: SettingRow[]
  /** Markers of the vendor's own SDK file: a copy of it in the tree is one sighting. */
  sdkMarkers?: string[]
  /** What the tracker collects by itself, and how that is switched off; for messages and `no-automatic-capture`. */
  automaticCapture?: { collects: string; switchOff: string }
  /**
   * A service the page itself uses (captcha, video, form, sign-in): it is listed, but its presence is a matter of third
   * parties and not of tracking.
   */
  service?: true
  /** A container: what it loads cannot be seen in the source. */
  opaque?: true
}
