import type { Desk } from '../decisions.js';

/** A query that identifies the desk, plus further parameters. */
export const deskQuery = ({ form, period }: Pick<Desk, 'form' | 'period'>, more: Record<string, string> = {}): string =>
  new URLSearchParams({ form, ...(period && { period }), ...more }).toString();

export const deskAddress = (desk: Desk): string => `/committee/desk?${deskQuery(desk)}`;

export const unitAddress = (desk: Desk, unit: string): string => `/committee/unit?${deskQuery(desk, { unit })}`;
