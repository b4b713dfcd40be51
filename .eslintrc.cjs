/**
 * The legacy configuration: our own code under ESLint 8.57. `eslint.config.js` takes its rules from here, so that both
 * say the same. `pixelward` is this package itself, loaded by its own name from dist/.
 */
const importsFirst = {
  selector: 'ImportDeclaration[source.value=/^\\.\\.?\\//] ~ ImportDeclaration[source.value=/^[^.]/]',
  message: 'Packages are imported before our own files.',
}
const doubleAssertion = {
  selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
  message: '`as unknown as` is `any` by another name: narrow the value, or type its origin.',
}
const assertionToNever = {
  selector: 'TSAsExpression > TSNeverKeyword',
  message: '`as never` is `any` by another name.',
}

const own = {
  'max-lines': ['warn', 350],
  'max-len': [
    'warn',
    { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreUrls: true, ignoreRegExpLiterals: true },
  ],
  semi: ['error', 'never'],
  quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  // typescript-eslint's rule wraps the one of whichever ESLint it finds, which is not the one that runs here.
  'no-unused-expressions': 'error',
  '@typescript-eslint/no-unused-expressions': 'off',
  'prefer-const': 'error',
  'no-restricted-syntax': ['error', importsFirst, doubleAssertion, assertionToNever],
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
}

module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
  env: { es2023: true, node: true },
  plugins: ['@typescript-eslint'],
  extends: ['eslint:recommended', 'plugin:@typescript-eslint/recommended'],
  ignorePatterns: ['dist', 'coverage', 'fixtures', '!.eslintrc.cjs'],
  rules: own,
  overrides: [
    { files: ['**/*.cjs'], parserOptions: { sourceType: 'script' } },
    // Bad input is what many tests are about, and it needs values of the wrong type.
    { files: ['test/**'], rules: { 'no-restricted-syntax': 'off', 'max-lines': 'off' } },
    // Trees of other people's parsers do not always have the types that they say.
    { files: ['src/parse/**', 'src/facts/**'], rules: { 'no-restricted-syntax': ['error', importsFirst, assertionToNever] } },
    { files: ['src/trackers/**', 'src/personal/**'], rules: { 'max-lines': 'off' } },
    {
      files: ['src/**', 'rules/**', 'tools/**'],
      plugins: ['pixelward'],
      extends: ['plugin:pixelward/legacy-strict'],
    },
  ],
}
