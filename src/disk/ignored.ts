/** Which files and folders nobody wants to be told about: what git ignores, installed packages, generated output. */
import ignore from 'ignore'
import type { Ignore } from 'ignore'

/** Rules of one ignore file; they hold below the folder it stands in. */
export interface IgnoreLevel {
  /** Folder relative to the root of the listing with `/` at its end, empty for the root; `../` is not possible. */
  base: string
  /** For ignore files above the root: what to put before a path relative to the root. */
  prefix: string
  rules: Ignore
}

/** One level from the text of a `.gitignore`. */
export function ignoreLevel(text: string, base: string, prefix = ''): IgnoreLevel {
  // Git on most machines tells upper case from lower.
  return { base, prefix, rules: ignore({ ignorecase: false, allowRelativePaths: true }).add(text) }
}

/**
 * True when the deepest ignore file that says anything about the path says it is ignored. As git has it, a file below
 * an ignored folder cannot come back; the caller does not walk into such folders.
 *
 * @param path relative to the root; a folder ends in `/`
 * @param levels outermost first
 * @see https://git-scm.com/docs/gitignore
 */
export function isIgnored(path: string, levels: readonly IgnoreLevel[]): boolean {
  for (let index = levels.length - 1; index >= 0; index--) {
    const { base, prefix, rules } = levels[index] as IgnoreLevel
    const result = rules.test(prefix + path.slice(base.length))
    if (result.ignored) return true
    if (result.unignored) return false
  }
  return false
}

/** Folders of tools and of installed packages: never source of the site, whether git ignores them or not. */
const neverSource = new Set([
  'node_modules', 'bower_components', 'jspm_packages', '.git', '.hg', '.svn', '.jj', '.yarn', '.pnpm-store',
  '.next', '.nuxt', '.output', '.svelte-kit', '.astro', '.angular', '.docusaurus', '.vuepress-cache', '.parcel-cache',
  '.turbo', '.nx', '.cache', '.vercel', '.netlify', '.serverless', '.wrangler', '.sass-cache', '.jekyll-cache',
  '.gradle', '.idea', '.vs', '.terraform', '.tox', '.venv', '__pycache__', '.mypy_cache', '.pytest_cache',
  '.ruff_cache', 'site-packages', '.bundle', 'Pods', '.nyc_output', '.vitest', '.eslintcache',
])

/** Names that are installed packages or output only when something in or beside the folder shows it. */
const suspects: Record<string, (inside: ReadonlySet<string>, beside: ReadonlySet<string>) => boolean> = {
  // Composer, Go and Bundler install here; Rails keeps its own assets in a folder of the same name.
  vendor: (inside, beside) =>
    inside.has('autoload.php') || inside.has('modules.txt') || inside.has('bundle') || beside.has('composer.lock'),
  venv: (inside) => inside.has('pyvenv.cfg'),
  env: (inside) => inside.has('pyvenv.cfg'),
  coverage: (inside) => ['lcov.info', 'lcov-report', 'clover.xml', 'coverage-final.json'].some((name) => inside.has(name)),
  target: (inside, beside) => beside.has('pom.xml') || (beside.has('Cargo.toml') && inside.has('.rustc_info.json')),
  obj: (inside) => inside.has('project.assets.json'),
  dist: builtFromBeside,
  build: builtFromBeside,
  out: builtFromBeside,
}

/** Marks that a bundler leaves, next to the sources it read: the sources are what is reported. */
function builtFromBeside(inside: ReadonlySet<string>, beside: ReadonlySet<string>): boolean {
  const marks = ['_next', '_nuxt', '_astro', 'asset-manifest.json', '.vite', 'ngsw.json', '3rdpartylicenses.txt']
  const sources = ['src', 'app', 'pages']
  return (
    beside.has('package.json') && sources.some((name) => beside.has(name)) && marks.some((name) => inside.has(name))
  )
}

/** True for folders that are skipped by their name alone. */
export function isNeverSource(folder: string): boolean {
  return neverSource.has(folder)
}

/** True when `isGenerated` wants to know what is in a folder of this name. */
export function isSuspect(folder: string): boolean {
  return Object.hasOwn(suspects, folder)
}

/**
 * True for installed packages and output that was plainly generated.
 *
 * @param inside names in the folder
 * @param beside names in the folder's parent
 */
export function isGenerated(folder: string, inside: ReadonlySet<string>, beside: ReadonlySet<string>): boolean {
  return suspects[folder]?.(inside, beside) ?? false
}

const binary = new Set(
  ('png jpg jpeg jpe gif webp avif bmp ico icns cur tif tiff psd ai eps heic heif jxl raw sketch fig xd indd ' +
    'woff woff2 ttf otf eot pfb mp3 mp4 m4a m4v mov avi mkv webm ogg ogv oga wav flac aac wmv flv swf ' +
    'pdf doc docx xls xlsx ppt pptx odt ods odp rtf pages numbers key epub mobi ' +
    'zip gz tgz bz2 xz 7z rar tar jar war ear aar apk ipa dmg iso exe dll so dylib lib a o obj class pyc pyo ' +
    'wasm bin dat db sqlite sqlite3 mdb accdb pdb nupkg snk pfx p12 jks keystore der cer crt ' +
    'mo pot po glb gltf fbx stl blend dwg shp dbf parquet avro npy pkl h5 onnx lottie riv br zst lz4 lzma').split(' '),
)

/** True for files that hold no text worth reading, by their name. */
export function isBinary(name: string): boolean {
  const dot = name.lastIndexOf('.')
  return dot > 0 && binary.has(name.slice(dot + 1).toLowerCase())
}
