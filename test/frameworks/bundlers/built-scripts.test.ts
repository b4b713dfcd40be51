/** A template loads what a build writes; the tree holds what it is made of. */
import { describe, expect, it } from 'vitest'
import { reachOf } from '../read-routes.js'

const pages = { 'about.html': '<p>About</p>', 'src/app.js': "import './pixel'", 'src/pixel.js': 'start()', 'src/other.js': 'other()' }
const manifest = (scripts: Record<string, string> = {}): string => JSON.stringify({ scripts })

/** Pages that the module `src/pixel.js` is on. */
function reached(files: Record<string, string>, source = '/js/app.js'): string[] {
  return reachOf({ 'package.json': manifest(), ...pages, 'portal.html': `<!doctype html><html><script src="${source}"></script></html>`, ...files }, 'src/pixel.js')
}

describe('a script that a page loads is what', () => {
  const portal = ['/portal.html']
  it.each<[string, Record<string, string>]>([
    ['webpack makes of an entry', { 'webpack.config.js': "module.exports = { entry: './src/app.js', output: { path: path.resolve(__dirname, 'public/js'), filename: 'app.js' } }" }],
    ['webpack makes of a named entry', { 'webpack.config.js': "module.exports = { entry: { app: './src/app.js', other: './src/other.js' }, output: { path: path.resolve(__dirname, 'public/js'), filename: '[name].js' } }" }],
    ['rollup writes', { 'rollup.config.js': "export default [{ input: 'src/app.js', output: { file: 'public/js/app.js', format: 'iife' } }]" }],
    ['esbuild is called for', { 'build.mjs': "import esbuild from 'esbuild'\nawait esbuild.build({ entryPoints: ['src/app.js'], outdir: 'public/js', bundle: true })" }],
    ['a command of esbuild writes', { 'package.json': manifest({ build: 'npm run clean && esbuild src/app.js --bundle --outfile=public/js/app.js' }) }],
    ['a command of browserify writes', { 'package.json': manifest({ build: 'browserify src/app.js -o public/js/app.js' }) }],
    ['a task of gulp joins', { 'gulpfile.js': "gulp.task('js', () => gulp.src(['src/*.js']).pipe(concat('app.js')).pipe(uglify()).pipe(gulp.dest('public/js')))" }],
    ['a task of gulp copies', { 'gulpfile.js': "exports.js = () => src('src/app.js').pipe(dest('public/js'))" }],
    ['a task of Grunt joins', { 'Gruntfile.js': "module.exports = (grunt) => { grunt.initConfig({ concat: { site: { src: ['src/app.js'], dest: 'public/js/app.js' } } }) }" }],
    ['Grunt writes by name', { 'Gruntfile.js': "module.exports = (grunt) => { grunt.initConfig({ uglify: { site: { files: { 'public/js/app.js': ['src/app.js'] } } } }) }" }],
    ['Grunt writes into a folder', { 'Gruntfile.js': "module.exports = (grunt) => { grunt.initConfig({ uglify: { all: { files: [{ expand: true, cwd: 'src/', src: ['*.js'], dest: 'public/js/', ext: '.js' }] } } }) }" }],
    ['Brunch joins', { 'brunch-config.js': "module.exports = { files: { javascripts: { joinTo: { 'js/app.js': ['src/app.js'] } } } }" }],
  ])('%s', (_, files) => expect(reached(files)).toEqual(portal))

  it('a build names anew each time', () => {
    const config = "module.exports = { entry: { app: './src/app.js' }, output: { path: __dirname + '/public/js', filename: '[name].[contenthash].js' } }"
    expect(reached({ 'webpack.config.js': config }, '/js/app.3f9a0c.js')).toEqual(portal)
  })
})

describe('a script that a page loads is not', () => {
  const build = { 'package.json': manifest({ build: 'esbuild src/app.js --bundle --outfile=public/js/app.js' }) }

  it('what another name is made of', () => {
    expect(reached(build, '/js/site.js')).toEqual([])
    expect(reached(build, 'https://cdn.example/js/app.js')).toEqual([])
  })

  it('made of anything where it lies in the tree', () => {
    expect(reached({ ...build, 'public/js/app.js': 'committed()' })).toEqual([])
  })

  it('surely the one whose name alone is the same', () => {
    expect(reached(build, 'app.js')).toEqual(['/portal.html likely'])
    expect(reached(build, '/assets/app.js')).toEqual(['/portal.html likely'])
  })
})
