import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import regexp from 'eslint-plugin-regexp';
import typescript from 'typescript-eslint';

/** Parts of TypeScript that are more than types. */
const NOT_OURS = [
  { selector: 'TSEnumDeclaration', message: 'Use a union or an `as const` object.' },
  { selector: 'TSParameterProperty', message: 'Declare the field and assign it.' },
];

export default typescript.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/coverage/', '**/.venv/', '.kl01/', 'packages/rules/vectors/'] },
  ...typescript.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Event maps are extended by merging an interface of theirs with one of ours.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': ['error', ...NOT_OURS],
    },
  },
  {
    // Every reader is linear in its input: an expression that tries the same letters again and again stops a page, or the
    // portal for everybody.
    files: ['packages/*/src/**/*.ts', 'examples/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: {
      'no-restricted-syntax': [
        'error',
        ...NOT_OURS,
        {
          selector: 'CallExpression[callee.property.name="normalize"]',
          message: 'Use `normalized` of @kl01/rules/reading: of a long row of marks this takes time quadratic in it.',
        },
      ],
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false, ignoreSticky: true }],
    },
  },
  {
    files: ['packages/forms/**/*.ts'],
    extends: [lit.configs['flat/recommended'], litA11y.configs.recommended],
  },
);
