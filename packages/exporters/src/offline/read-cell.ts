import { legacyEncoding, privateSigns, struckText } from '@kl01/rules/reading';
import type { Messages } from '../strings/messages.js';
import type { CellDoubt, CellProblem, Codec } from '../tables/codec.js';
import type { PlacedCell } from './find-columns.js';
import type { ImportFinding, ReadCell } from './import-finding.js';
import { asText, shortened } from '../tables/said-in-cell.js';

/** Reads one cell by its expected kind of value. */
export function readCell(
  codec: Codec,
  { path, label, given: saved, cell, marks, dayOf }: PlacedCell & { path: readonly string[]; label: string },
  words: Messages['cells'],
): { read: ReadCell; problems: readonly ImportFinding[] } {
  if (marks.unknown) {
    const text = asText(saved);
    const problem = finding(marks.unknown, 'error', { path, cell, text, label }, words);
    return { read: { path, value: text, cell, unread: true }, problems: [problem] };
  }
  // A day whose cell has lost its format is a number.
  const day = codec.holds === 'day' && typeof saved === 'number' ? dayOf(saved) : null;
  const given = marks.isStruck ? struckText(asText(day ?? saved)) : (day ?? saved);
  const result = codec.fromCell(given);
  if ('doubt' in result) {
    const text = asText(given);
    const problem = finding(codec.holds, 'error', { path, cell, text, label, doubt: result.doubt }, words);
    return { read: { path, value: text, cell, unread: true }, problems: [problem] };
  }
  const encoding = typeof result.value === 'string' ? legacyEncoding(result.value) : null;
  const problems = encoding ? [finding('legacy-text', 'warning', { path, cell, text: encoding, label }, words)] : [];
  if (typeof result.value === 'string' && privateSigns(result.value).length > 0) {
    problems.push(finding('private-signs', 'warning', { path, cell, text: result.value, label }, words));
  }
  if (marks.isStruck) problems.push(finding('struck', 'warning', { path, cell, text: asText(saved), label }, words));
  return { read: { path, value: result.value, cell }, problems };
}

function finding(
  problem: keyof Messages['cells'] &
    (CellProblem | 'legacy-text' | 'private-signs' | 'struck' | 'uncomputed' | 'error'),
  severity: ImportFinding['severity'],
  {
    path,
    cell,
    text,
    label,
    doubt = 'unlike',
  }: { path: readonly string[]; cell: string; text: string; label: string; doubt?: CellDoubt },
  words: Messages['cells'],
): ImportFinding {
  const params = { cell, label, text: shortened(text) };
  const message = doubt === 'unlike' ? words[problem](params) : words.doubt(params, doubt);
  return { rule: `cell/${problem}`, severity, path: pointer(path), message, params, cell };
}

/** A JSON Pointer (RFC 6901). */
export const pointer = (path: readonly string[]) =>
  path.map((name) => `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
