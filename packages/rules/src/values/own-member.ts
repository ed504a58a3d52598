/** What a record has under an id from outside: undefined too where it is called like a member of every object, `constructor`. */
export const ownMember = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
