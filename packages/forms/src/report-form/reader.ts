/** Loaded when a whole report is first read: most pages never do. */
export { blocksOfText, readReport } from '@kl01/rules/reading';
