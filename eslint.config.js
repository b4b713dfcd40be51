/** The flat configuration for ESLint 9 and 10: the rules of `.eslintrc.cjs`, and our own plugin by its own name. */
import pixelward from 'eslint-plugin-pixelward'
import tseslint from 'typescript-eslint'
import legacy from './.eslintrc.cjs'

const scripts = ['**/*.ts', '**/*.mjs', '**/*.js', '**/*.cjs']

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'fixtures'] },
  { files: scripts, extends: [tseslint.configs.recommended], rules: legacy.rules },
  ...legacy.overrides
    .filter((override) => override.rules !== undefined)
    .map((override) => ({ files: override.files, rules: override.rules })),
  { files: ['src/**', 'rules/**', 'tools/**'], extends: [pixelward.configs['flat/strict']] },
)
