import vue from '@vitejs/plugin-vue';

/** Without this Vue takes our tags for components of its own that it does not find. */
const isCustomElement = (tag) => tag.startsWith('kl01-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
