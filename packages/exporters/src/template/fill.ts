import { strToU8 } from 'fflate';
import type { Lang, Rulebook, RulebookForm } from '@kl01/rules';
import { cleaned } from '../documents/parts/cleaned.js';
import type { Remark } from '../documents/parts/content.js';
import type { SubmissionFacts } from '../documents/parts/facts.js';
import { ExportError } from '../export-error.js';
import { UnreadableArchive } from '../zip/unpack.js';
import { UnreadableXml } from '../xml/xml-text.js';
import { printTree } from '../xml/xml-tree.js';
import { messagesIn } from '../strings/messages-in.js';
import { XML } from '../text/xml-declaration.js';
import { ZipFile } from '../zip/zip-file.js';
import { Answers } from './answers.js';
import { foldStory } from './fold.js';
import { lookUp, type LookedUp } from './look-up.js';
import { markStory } from './mark-story.js';
import type { Mark } from './marked.js';
import type { Names } from './names.js';
import { namesOf } from './names-of.js';
import { openTemplate, UnusableTemplate, type Story, type Template } from './open-template.js';
import { render } from './render.js';

/** A template whose places are known. */
export interface ReadTemplate {
  readonly template: Template;
  readonly names: Names;
  readonly stories: readonly (LookedUp & { readonly story: Story; readonly unpaired: readonly Mark[] })[];
}

/**
 * Finds the places of a template and what they mean in a form.
 *
 * @throws ExportError with the code `template`
 */
export function readTemplate(bytes: Uint8Array, rulebook: Rulebook, form: RulebookForm, lang: Lang): ReadTemplate {
  const template = opened(bytes, lang);
  const names = namesOf(rulebook, form);
  const stories = template.stories.map((story) => {
    const { root, unpaired } = foldStory(markStory(story));
    return { story, unpaired, ...lookUp(root, names) };
  });
  return { template, names, stories };
}

/** More than these are mended together, and tried again. */
const TOLD_AT_ONCE = 12;

function opened(bytes: Uint8Array, lang: Lang): Template {
  const { template } = messagesIn(lang).errors;
  try {
    return openTemplate(bytes);
  } catch (error) {
    if (error instanceof UnreadableArchive || error instanceof UnreadableXml)
      throw new ExportError('template', template[error.reason === 'no-archive' ? 'no-docx' : error.reason]);
    if (!(error instanceof UnusableTemplate)) throw error;
    const problem =
      error.dangers.length > 0 ? template.dangers(error.dangers.slice(0, TOLD_AT_ONCE)) : template['no-docx'];
    throw new ExportError('template', problem);
  }
}

/** Fills in a template; equal input gives equal bytes. */
export function fill(
  { template, names, stories }: ReadTemplate,
  facts: SubmissionFacts,
): { readonly bytes: Uint8Array; readonly remarks: readonly Remark[] } {
  const { submission, unit, issuer } = facts;
  const { value, remarks } = cleaned({ submission, unit, issuer }, { lines: true });
  const answers = new Answers(names, { ...facts, ...value });
  const filled = new Map(
    stories.map(({ story, root }) => [story.part, strToU8(XML + printTree(render(root, answers)))] as const),
  );
  const zip = new ZipFile();
  const parts = [...template.parts, ...filled].sort(([one], [other]) => (rank(one) < rank(other) ? -1 : 1));
  for (const [name, part] of parts) zip.add(name, part);
  return { bytes: zip.bytes(), remarks: [...remarks, ...ownRemarks(stories)] };
}

function ownRemarks(stories: ReadTemplate['stories']): Remark[] {
  const written = [...new Set(stories.flatMap(({ unknown }) => unknown.map(({ place }) => place.name)))];
  const unpaired = stories.flatMap((story) => story.unpaired.map((mark) => mark.written));
  return [
    ...(written.length > 0
      ? [{ id: 'unknown-places', say: (words) => words['unknown-places'](written) } as const satisfies Remark]
      : []),
    ...(unpaired.length > 0
      ? [{ id: 'unpaired-places', say: (words) => words['unpaired-places'](unpaired) } as const satisfies Remark]
      : []),
  ];
}

/** Readers expect the content types first (ECMA-376 part 2). */
const rank = (name: string) => (name === '[Content_Types].xml' ? '' : name);
