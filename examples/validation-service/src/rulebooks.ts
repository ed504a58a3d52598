import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isRulebook, type Rulebook } from '@kl01/rules';

/** A rulebook as it lies on disk: `sha256` of its bytes identifies it, for callers that pin one. */
export interface KnownRulebook {
  readonly rulebook: Rulebook;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/**
 * Reads what `kl01 compile` wrote, by id.
 *
 * @throws Error naming the file that is no rulebook, or the id that two of them have
 */
export async function readRulebooks(files: readonly string[]): Promise<ReadonlyMap<string, KnownRulebook>> {
  const known = new Map<string, KnownRulebook>();
  for (const file of files) {
    const bytes = await readFile(file);
    const rulebook = parse(bytes, file);
    if (known.has(rulebook.id)) throw new Error(`Two files hold the rulebook ${rulebook.id}: start with one of them.`);
    known.set(rulebook.id, { rulebook, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  return known;
}

function parse(bytes: Buffer, file: string): Rulebook {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    // told below
  }
  if (isRulebook(value)) return value;
  throw new Error(`${file} is no rulebook: make one with "kl01 compile PACK -o ${file}".`);
}
