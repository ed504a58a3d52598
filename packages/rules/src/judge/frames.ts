import type { Logic } from '../rulebook.js';
import { isObject } from '../values/plain.js';
import { stepsOf } from '../values/pointer.js';
import { listOperators, readByName, type Constant, type Evaluator, type Reads } from './evaluate.js';
import type { Frame, SchemaPlace } from './validate.js';

/** What the numbers are looked up in while rules are judged. */
export interface Noted {
  /** what is read by name */
  readonly scope: object;
  /** values of the submission by their numbers */
  readonly outer: readonly unknown[];
  /** the frame of the list whose items are visited, and where the item begins in it */
  items: readonly unknown[];
  base: number;
  /** what has been counted, by number */
  readonly counted: unknown[];
}

/** The items of a list whose values have numbers. */
export interface Items {
  readonly place: SchemaPlace;
  readonly frame: Frame;
}

/**
 * Gives numbers to the values that the rules of a form read of a submission, so that the walk that validates it can note
 * them, and no rule needs to look them up by name again.
 */
export class Frames {
  /** of the values outside lists */
  readonly outer: Frame = { index: 0, width: 0 };
  readonly #root: SchemaPlace | null;
  readonly #counted = new Map<string, number>();
  #frames = 1;
  /** number of counts that are kept */
  get counts(): number {
    return this.#counted.size;
  }
  /** whether `derived` is read, where the day of receipt stands too */
  areDaysRead = false;

  /** @param root null to read everything by name */
  constructor(root: SchemaPlace | null) {
    this.#root = root;
  }

  /** The items that a rule is judged for; null for items of a list in a list, and for members of an object. */
  items({
    each,
    keys,
  }: {
    readonly each?: string | undefined;
    readonly keys?: readonly string[] | undefined;
  }): Items | null {
    const list = each === undefined || keys ? null : memberOf(this.#root, stepsOf(each));
    if (list?.type !== 'array' || list.items?.type !== 'object') return null;
    list.frame ??= { index: this.#frames++, width: 0 };
    return { place: list.items, frame: list.frame };
  }

  /** @param items those that the logic is judged for */
  reads(items: Items | null): Reads {
    return {
      value: (path) => {
        const slot = this.#slot(path, items);
        if (slot) return slot.isOfItem ? ofItem(slot.at) : ofSubmission(slot.at);
        const read = readByName(path);
        return (run) => read((run as Noted).scope);
      },
      same: (path, constant, wanted) => {
        const slot = this.#slot(path, items);
        return slot && (slot.isOfItem ? itemIs : submissionIs)(slot.at, constant, wanted);
      },
      counted: (logic, count) => {
        if (!outermostPaths(logic).every((path) => path.startsWith('submission.'))) return count;
        const key = JSON.stringify(logic);
        const at = this.#counted.get(key) ?? this.#counted.size;
        this.#counted.set(key, at);
        return (run) => ((run as Noted).counted[at] ??= count(run));
      },
    };
  }

  #slot(path: string, items: Items | null): { readonly isOfItem: boolean; readonly at: number } | null {
    const [first, ...steps] = path.split('.');
    if (first === 'derived' || first === '') this.areDaysRead = true;
    const isOfItem = first === 'item' && items !== null;
    if ((!isOfItem && first !== 'submission') || steps.length === 0) return null;
    const place = memberOf(isOfItem ? items.place : this.#root, steps);
    if (!place) return null;
    const frame = isOfItem ? items.frame : this.outer;
    if (place.slot < 0) place.slot = frame.width++;
    return { isOfItem, at: place.slot };
  }
}

/** The place that member names lead to, without entering a list. */
function memberOf(root: SchemaPlace | null, steps: readonly string[]): SchemaPlace | null {
  let place = root ?? undefined;
  for (const step of steps) place = place?.members.get(step);
  return place ?? null;
}

const ofItem =
  (at: number): Evaluator =>
  (run) =>
    (run as Noted).items[(run as Noted).base + at];

const ofSubmission =
  (at: number): Evaluator =>
  (run) =>
    (run as Noted).outer[at];

const itemIs = (at: number, constant: Constant, wanted: boolean): Evaluator =>
  wanted
    ? (run) => (run as Noted).items[(run as Noted).base + at] === constant
    : (run) => (run as Noted).items[(run as Noted).base + at] !== constant;

const submissionIs = (at: number, constant: Constant, wanted: boolean): Evaluator =>
  wanted ? (run) => (run as Noted).outer[at] === constant : (run) => (run as Noted).outer[at] !== constant;

/** The paths that logic reads outside the tests of list operators. */
function outermostPaths(logic: Logic): string[] {
  if (Array.isArray(logic)) return logic.flatMap(outermostPaths);
  if (!isObject(logic)) return [];
  return Object.entries(logic as Record<string, Logic>).flatMap(([operator, operands]) => {
    if (operator === 'var') return typeof operands === 'string' ? [operands] : [];
    if (!listOperators.has(operator) || !Array.isArray(operands)) return outermostPaths(operands);
    const [list = null, , start = null] = operands as Logic[];
    return [...outermostPaths(list), ...outermostPaths(start)];
  });
}
