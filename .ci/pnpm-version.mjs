/** The pnpm that everything here is installed and built with; docs say `pnpm@12`, which is any of its versions. */
export const PNPM = 'pnpm@12.21.0';
