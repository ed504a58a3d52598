/**
 * The marker of an item of a numbered HTML list.
 *
 * @param type  `1`, `a`, `A`, `i` or `I`
 * @returns for example `3.`, `c.`, `III.`
 */
export function itemMark(type: string, position: number): string {
  const lower = type.toLowerCase();
  const letters = lower === 'i' ? roman(position) : lower === 'a' ? letter(position) : null;
  if (letters === null) return `${position}.`;
  return `${type === lower ? letters : letters.toUpperCase()}.`;
}

/** Lists with more items than letters do not occur in practice: they are numbered. */
function letter(position: number): string | null {
  return position >= 1 && position <= 26 ? String.fromCharCode(96 + position) : null;
}

function roman(position: number): string | null {
  if (position < 1 || position > 89) return null;
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][position % 10]!;
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx'][Math.floor(position / 10)]!;
  return tens + ones;
}
