import { z } from 'zod';
import { isInstant } from '../calendar.js';
import type { PackCase } from './cases.js';
import { pointerToken } from '../values/pointer.js';
import { casesStrings, type CaseProblemCode } from './strings/cases.js';
import type { Lang } from '../text.js';
import { isObject } from '../values/plain.js';

/** One problem in a file of cases. */
export interface CaseProblem {
  /** JSON Pointer into the file */
  readonly pointer: string;
  readonly code: CaseProblemCode;
  /** name of the case; null if it has none, or if the file is not a list */
  readonly name: string | null;
  readonly message: string;
}

/** Thrown for cases that cannot be run, with every problem found in them. */
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
const given = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()], code('given')), code('object'))
  .optional();
const receiver = text.optional();
/** No other members are allowed: a misspelt one would be an expectation that is never checked. */
const members = <Shape extends z.ZodRawShape>(shape: Shape, said: CaseProblemCode) => z.strictObject(shape, code(said));
const findings = z.array(
  members(
    {
      rule: text,
      path: z.string(code('findings')),
      severity: z.enum(['error', 'warning', 'advice'], code('severity')).optional(),
    },
    'findings',
  ),
  code('findings'),
);
const description = z.string(code('text')).optional();

const submissionCase = members(
  {
    name: text,
    description,
    form: text,
    now: instant,
    unit,
    given,
    receiver,
    submission: object,
    expect: members({ valid: z.boolean(code('boolean')), findings }, 'expect'),
  },
  'case',
);

const dutyCase = members(
  {
    name: text,
    description,
    form: text,
    person: z.unknown().optional(),
    expect: members({ duty: z.enum(['must', 'encouraged'], code('duty')), element: text.optional() }, 'object'),
  },
  'case',
);

const reviewCase = members(
  {
    name: text,
    description,
    form: text,
    now: instant,
    received: z.array(
      members(
        { case: text.optional(), submission: object.optional(), at: instant.optional(), unit, given, receiver },
        'object',
      ),
      code('received'),
    ),
    units: z.unknown().optional(),
    picks: z.unknown().optional(),
    pastAwards: z.unknown().optional(),
    expect: members({ review: members({ findings }, 'object') }, 'object'),
  },
  'case',
);

/**
 * Parses the cases of a pack, `<pack>.cases.json`, and checks their shape; no other code checks it.
 *
 * @param json a parsed JSON value
 * @throws PackCasesError listing every problem, each with its JSON Pointer and the name of its case
 */
export function parseCases(json: unknown, { lang = 'vi' }: { lang?: Lang } = {}): PackCase[] {
  const { problems: words } = casesStrings[lang];
  if (!Array.isArray(json)) {
    throw new PackCasesError([{ pointer: '', code: 'list', name: null, message: words.list('') }], lang);
  }
  const sending = new Set(json.filter((entry) => isObject(entry) && 'submission' in entry).map(nameOf));
  const problems = json.flatMap((entry: unknown, index) =>
    problemsOf(entry, sending).map(({ path, code }) => ({
      pointer: [index, ...path].map((step) => `/${pointerToken(String(step))}`).join(''),
      code,
      name: nameOf(entry),
      message: words[code](String(path.at(-1))),
    })),
  );
  if (problems.length > 0) throw new PackCasesError(problems, lang);
  return json as PackCase[];
}

interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly code: CaseProblemCode;
}

/** @param sending names of the cases with a submission */
function problemsOf(entry: unknown, sending: ReadonlySet<string | null>): Wrong[] {
  if (!isObject(entry)) return [{ path: [], code: 'case' }];
  const shape = 'person' in entry ? dutyCase : 'received' in entry ? reviewCase : submissionCase;
  const { error } = shape.safeParse(entry);
  if (error) return error.issues.flatMap(wrongOf);
  if (shape !== reviewCase) return [];
  const received = entry['received'] as readonly { case?: string }[];
  return received.flatMap(({ case: named }, index) =>
    named === undefined || sending.has(named)
      ? []
      : [{ path: ['received', index, 'case'], code: 'unknown-case' as const }],
  );
}

/** Each of several unknown members is reported at its own place. */
function wrongOf(issue: z.core.$ZodIssue): Wrong[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], code: 'member' as const }));
  }
  return [{ path: issue.path, code: issue.message as CaseProblemCode }];
}

const nameOf = (entry: unknown): string | null =>
  isObject(entry) && typeof entry['name'] === 'string' && entry['name'] !== '' ? entry['name'] : null;
