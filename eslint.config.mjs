import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import typescript from 'typescript-eslint';

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
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union or an `as const` object.' },
        { selector: 'TSParameterProperty', message: 'Declare the field and assign it.' },
      ],
    },
  },
  {
    files: ['packages/forms/**/*.ts'],
    extends: [lit.configs['flat/recommended'], litA11y.configs.recommended],
  },
);
