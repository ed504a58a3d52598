import type { ItemNaming } from '../kinds/dossier.js';
import type {
  DutyRule,
  ItemView,
  NominationView,
  PlanView,
  ReportView,
  Rule,
  Schema,
  SectionView,
} from '../rulebook.js';
import { filesSchema, objectSchema, yesNoSchema } from '../shape.js';
import type { Text } from '../text.js';

/** What a form's type adds to its rulebook: schema members, rules, labels of places, its own part of the view. */
export type Compiled = CompiledParts &
  (
    | { type: 'nomination'; view: NominationView }
    | { type: 'report'; view: ReportView }
    | { type: 'plan'; view: PlanView; duty: readonly DutyRule[] }
  );

interface CompiledParts {
  schema: Record<string, Schema>;
  rules: Rule[];
  labels: Record<string, Text>;
  items: ItemNaming;
  /** leaves of the outline */
  printed?: readonly SectionView[];
}

export type Items = readonly ItemView[];

/** Paper items and endorsed items, which are declared under their own id. */
export const declaredItems = (items: Items): string[] =>
  items.filter(({ as, endorsedBy, by }) => !by && (as.includes('paper') || endorsedBy)).map(({ id }) => id);

/** Ids and labels of enclosures and of items provided as files. */
export function documentIds(items: Items): { id: string; label: string }[] {
  return items
    .filter(({ by }) => !by)
    .flatMap(({ id, label, as, enclosures }) => [...(as.includes('upload') ? [{ id, label }] : []), ...enclosures]);
}

export const declaredSchema = (ids: readonly string[]): Schema =>
  objectSchema(Object.fromEntries(ids.map((id) => [id, yesNoSchema])));

export const documentsSchema = (items: Items): Schema =>
  objectSchema(Object.fromEntries(documentIds(items).map(({ id }) => [id, filesSchema])));

/** A section or table as printed: number and title. */
export const joined = (number: string, title: string): string => (number ? `${number}. ${title}` : title);
