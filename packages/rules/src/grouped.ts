/** Formats a number as offices write it: full stop between thousands, comma before decimals, whatever the locale. */
export function grouped(value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const first = whole.length % 3;
  const groups = Array.from({ length: Math.floor(whole.length / 3) }, (_, at) =>
    whole.slice(first + 3 * at, first + 3 * at + 3),
  );
  const thousands = [...(first > 0 ? [whole.slice(0, first)] : []), ...groups].join('.');
  return `${value < 0 ? '-' : ''}${thousands}${decimals ? `,${decimals}` : ''}`;
}
