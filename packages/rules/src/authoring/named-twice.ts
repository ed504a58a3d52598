interface ForWhom {
  readonly groups?: readonly string[];
  readonly units?: readonly string[];
}

/** Groups, units or "everybody else" that occur in two entries of a list. */
export function namedTwice(list: readonly ForWhom[]): string[] {
  const names = list.flatMap(({ groups, units }) => (units || groups ? [...(units ?? []), ...(groups ?? [])] : ['*']));
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
