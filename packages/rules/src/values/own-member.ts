/** Reads a record by an untrusted id; undefined for inherited members, such as `constructor`. */
export const ownMember = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
