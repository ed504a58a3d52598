import type { NominationView } from '../rulebook.js';
import { usualKinds, type Kind, type UsualKind } from '../submission.js';
import type { Text } from '../text.js';

const isUsual = (kind: Kind): kind is UsualKind => usualKinds.some((usual) => usual === kind);

type Kinds = Pick<NominationView, 'kinds'>;

/** What a form calls a kind of nominee; the id of a kind that it does not ask for. */
export const kindLabel = ({ kinds }: Kinds, kind: Kind): Text =>
  kinds.find((entry) => entry.kind === kind)?.label ?? kind;

/** The usual kind that a kind is treated like: itself, or what the pack says of its own kind. */
export function likeOf({ kinds }: Kinds, kind: Kind): UsualKind {
  const like = kinds.find((entry) => entry.kind === kind)?.like;
  return like ?? (isUsual(kind) ? kind : 'collective');
}

/** Whether nominees of this kind are named as people are: by given name when sorted, in person when they sign. */
export const isPerson = (view: Kinds, kind: Kind): boolean => ['individual', 'household'].includes(likeOf(view, kind));

/**
 * Fields that tell two people of one name apart: position and workplace, and for a kind that the pack defines every
 * short text and day it asks for, such as the class and birthday of a pupil.
 */
export function tellingFields({ kinds }: Kinds): string[] {
  const people = kinds.filter(({ kind }) => likeOf({ kinds }, kind) === 'individual');
  const asked = people.flatMap(({ fields }) => fields.map(({ field }) => field));
  const own = people.filter(({ like }) => like !== undefined).flatMap(({ fields }) => fields);
  const told = own.filter(({ field, type }) => field !== 'name' && (type === 'text' || type === 'date'));
  const usual = ['position', 'workplace'].filter((field) => asked.includes(field));
  return [...new Set([...usual, ...told.map(({ field }) => field)])];
}
