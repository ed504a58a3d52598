/**
 * Types of the elements in templates. Each is an entry of its own, since a module can only be augmented where it is installed.
 *
 * @typedef {{ tagName: string, name: string, attributes: { name: string, fieldName?: string }[],
 *   members: { kind: string, name: string }[], events: { name: string }[] }} Declaration
 */

/** React 19 sets a property where the element has one, else an attribute, and listens to `on` + the event's name. */
export const reactTypes = (declarations) =>
  text(
    declarations,
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    `type Props<Element extends HTMLElement, Own> = Own & Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Own>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${declarations.map((each) => `      '${each.tagName}': Props<${each.name}, ${own(each, (event) => `'on${event}'`)}>;`).join('\n')}
    }
  }
}
`,
  );

/** For Volar and vue-tsc; Vue sets a property where the element has one, and listens to `onKl01Submit` as `@kl01-submit`. */
export const vueTypes = (declarations) =>
  text(
    declarations,
    "import type { HTMLAttributes, ReservedProps } from 'vue';",
    `type Props<Own> = new () => { $props: Own & Omit<HTMLAttributes, keyof Own> & ReservedProps };

declare module 'vue' {
  interface GlobalComponents {
${declarations.map((each) => `    '${each.tagName}': Props<${own(each, (event) => `on${pascal(event)}`)}>;`).join('\n')}
  }
}
`,
  );

const text = (declarations, imports, body) => `// Written by build/manifest.mjs.
${imports}
import type { ${declarations.map(({ name }) => name).join(', ')} } from './index.js';
import type { Kl01Events } from './events.js';

${body}`;

/** Properties by their names, attributes that are named otherwise, and listeners. */
function own({ name, attributes, members, events }, listener) {
  const fields = members.filter(({ kind }) => kind === 'field').map((each) => `'${each.name}'`);
  const renamed = attributes.filter((each) => each.fieldName && each.name !== each.fieldName);
  const attribute = (each) => `'${each.name}'?: ${name}['${each.fieldName}'] | undefined`;
  const heard = events.map(
    (each) => `${listener(each.name)}?: ((event: Kl01Events['${each.name}']) => void) | undefined`,
  );
  return `{ [Name in ${fields.join(' | ')}]?: ${name}[Name] | undefined } & { ${[...renamed.map(attribute), ...heard].join('; ')} }`;
}

const pascal = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
