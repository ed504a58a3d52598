import { z } from 'zod';
import { isInstant } from '../calendar.js';
import type { PackCase } from './cases.js';
import { pointerToken } from '../logic.js';
import { casesStrings, type CaseProblemCode } from '../strings/cases.js';
import type { Lang } from '../text.js';
import { isObject } from '../plain.js';

/** One thing wrong with a file of cases. */
export interface CaseProblem {
  /** JSON Pointer into the file */
  readonly pointer: string;
  readonly code: CaseProblemCode;
  /** name of the case; null where it has none, or where the file is no list */
  readonly name: string | null;
  readonly message: string;
}

/** Cases that cannot be run, with every problem found in them. */
export class PackCasesError extends Error {
  override readonly name = 'PackCasesError';
  readonly problems: readonly CaseProblem[];
  constructor(problems: readonly CaseProblem[], lang: Lang = 'vi') {
    const words = casesStrings[lang];
    const whose = ({ pointer, name }: CaseProblem) =>
      pointer === '' ? '/' : `${pointer} (${words.named(name, Number(pointer.split('/')[1]) + 1)})`;
    super(
      [words.casesError(problems.length), ...problems.map((problem) => `${whose(problem)}: ${problem.message}`)].join(
        '\n',
      ),
    );
    this.problems = problems;
  }
}

const code = (said: CaseProblemCode) => ({ error: said });
const text = z.string(code('text')).min(1, code('text'));
const object = z.record(z.string(), z.unknown(), code('object'));
const instant = z.string(code('instant')).refine(isInstant, code('instant'));
const unit = z.looseObject({ id: text, group: text }, code('object')).optional();
const findings = z.array(
  z.looseObject({ rule: text, path: z.string(code('findings')) }, code('findings')),
  code('findings'),
);

const submissionCase = z.looseObject({
  name: text,
  form: text,
  now: instant,
  unit,
  submission: object,
  expect: z.looseObject({ valid: z.boolean(code('boolean')), findings }, code('expect')),
});

const dutyCase = z.looseObject({
  name: text,
  form: text,
  expect: z.looseObject(
    { duty: z.enum(['must', 'encouraged'], code('duty')), element: text.optional() },
    code('object'),
  ),
});

const reviewCase = z.looseObject({
  name: text,
  form: text,
  now: instant,
  received: z.array(
    z.looseObject(
      { case: text.optional(), submission: object.optional(), at: instant.optional(), unit },
      code('object'),
    ),
    code('received'),
  ),
  expect: z.looseObject({ review: z.looseObject({ findings }, code('object')) }, code('object')),
});

/**
 * Reads the cases of a pack, `<pack>.cases.json`: the one place where their shape is checked.
 *
 * @param json a parsed JSON value
 * @throws PackCasesError listing every problem, each with its JSON Pointer and the name of its case
 */
export function parseCases(json: unknown, { lang = 'vi' }: { lang?: Lang } = {}): PackCase[] {
  const { problems: words } = casesStrings[lang];
  if (!Array.isArray(json)) {
    throw new PackCasesError([{ pointer: '', code: 'list', name: null, message: words.list }], lang);
  }
  const sending = new Set(json.filter((entry) => isObject(entry) && 'submission' in entry).map(nameOf));
  const problems = json.flatMap((entry: unknown, index) =>
    problemsOf(entry, sending).map(({ path, code }) => ({
      pointer: [index, ...path].map((step) => `/${pointerToken(String(step))}`).join(''),
      code,
      name: nameOf(entry),
      message: words[code],
    })),
  );
  if (problems.length > 0) throw new PackCasesError(problems, lang);
  return json as PackCase[];
}

interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly code: CaseProblemCode;
}

/** @param sending names of the cases that have a submission */
function problemsOf(entry: unknown, sending: ReadonlySet<string | null>): Wrong[] {
  if (!isObject(entry)) return [{ path: [], code: 'case' }];
  const shape = 'person' in entry ? dutyCase : 'received' in entry ? reviewCase : submissionCase;
  const { error } = shape.safeParse(entry);
  if (error) return error.issues.map(({ path, message }) => ({ path, code: message as CaseProblemCode }));
  if (shape !== reviewCase) return [];
  const received = entry['received'] as readonly { case?: string }[];
  return received.flatMap(({ case: named }, index) =>
    named === undefined || sending.has(named)
      ? []
      : [{ path: ['received', index, 'case'], code: 'unknown-case' as const }],
  );
}

const nameOf = (entry: unknown): string | null =>
  isObject(entry) && typeof entry['name'] === 'string' && entry['name'] !== '' ? entry['name'] : null;
