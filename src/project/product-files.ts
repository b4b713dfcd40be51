/** Which files are part of what visitors get: tests, stories, type declarations and documentation are not. */

import { settingsGenerator } from '../facts/settings.js'

/** Directory names. */
const directories = new Set([
  'test', 'tests', '__tests__', '__mocks__', '__fixtures__', 'spec', 'specs', 'cypress', 'e2e', 'playwright', 'stories',
  '.storybook', 'storybook', '.github', '.gitlab', '.vscode', '.idea', 'node_modules', '.testing', 'testdata', 'test-data',
  'test_data', '.yarn',
])

const dotDirectories = new Set(['.vitepress', '.vuepress', '.well-known'])

const names: readonly RegExp[] = [
  // What builds make of sources that lie beside it.
  /(^|\/)(?:target\/(?:test-)?classes|build\/(?:classes|resources)|bin\/(?:debug|release|src\/main)|obj\/(?:debug|release))\//i,
  /\.(test|tests|spec|specs|stories|story|cy|e2e|mock|fixture)\.[cm]?[jt]sx?$/i,
  /\.d\.[cm]?ts$/i,
  /(^|\/)(jest|vitest|cypress|playwright|karma)\.(config|setup)\.[\w.]+$/i,
  /(^|\/)lhr-\d+\.html$|\.report\.html$/i,
  /(^|[_.-])(test|spec)\.(py|rb|php|go|java|cs|ex|exs|groovy)$/i,
  /Tests?\.(php|java|cs|kt|groovy)$/,
  /(^|\/)test_[\w-]+\.py$/,
  /\.(rst|adoc|txt|log|csv|lock|map|snap|po|pot|sql|svg|xml|properties|ini|toml|css|scss|sass|less|styl)$/i,
]

/** What a build takes as the product: a folder `test` in it is a package, or pages about the tests of a laboratory. */
const SOURCES = /(?:^|\/)(?:src\/main|WebContent|WebRoot|webapp|grails-app|Views)\//

/** True when a file can take part in the pages of the site. */
export function isProductFile(path: string): boolean {
  let start = 0
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
    const directory = path.slice(start, slash)
    // Tools keep their own things in dot directories; a few site generators keep pages there.
    if ((directories.has(directory) && !SOURCES.test(path.slice(0, start))) || (directory.startsWith('.') && !dotDirectories.has(directory))) return false
    start = slash + 1
  }
  return !names.some((pattern) => pattern.test(path)) || settingsGenerator(path) !== null
}
