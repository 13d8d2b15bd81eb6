import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const pure = {
  paths: [],
  patterns: [
    {
      group: ['node:*', 'zod', 'mongoose', 'mongodb', 'nodemailer', 'express', '@date-fns/tz', 'pino'],
      message: 'The core and the workflows import nothing of the outside world.',
    },
  ],
};
const noClocks = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
  { selector: "ClassDeclaration[superClass.name='Date']", message: 'The workflow sandbox loses subclasses of Date.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Randomness is an argument.' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.marm/**', '.stryker/**', '**/*.mjs', '**/*.cjs', 'docs/**', 'compose/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers read well in messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A name that is taken out of an object says why it is not used by its underscore.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      complexity: ['error', { max: 16, variant: 'modified' }],
      'max-depth': ['error', 3],
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', pure],
      'no-restricted-syntax': [
        'error',
        ...noClocks,
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is an argument.' },
      ],
      'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setTimeout', 'setInterval', 'Intl'],
    },
  },
  { files: ['workflows/**/*.ts'], rules: { 'no-restricted-imports': ['error', pure], 'no-restricted-syntax': ['error', ...noClocks] } },
  {
    files: ['api/**/*.ts', 'activities/**/*.ts', 'persistence/**/*.ts', 'notifications/**/*.ts', 'temporal/**/*.ts', 'worker/**/*.ts'],
    ignores: ['**/main.ts', '**/setupMain.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'config/ reads the environment, once.' }],
    },
  },
  {
    files: ['api/**/*.ts'],
    ignores: ['api/access.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/domain', '**/domain/access/*'],
              importNames: [
                'accessOf',
                'sightOf',
                'seesRetracted',
                'mayGive',
                'isOwnService',
                'allowedCommands',
                'keepsAccess',
                'NO_EXCEPTIONS',
              ],
              message: 'Ask api/access.ts: it never leaves out exclusions and looks without a role.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    plugins: { jest },
    rules: {
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/valid-expect': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
