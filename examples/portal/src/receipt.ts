import type { Portal } from './portal.js';
import type { Stored } from './stored.js';

/** What a unit keeps as proof of what it sent; addresses are relative to any page of the portal. */
export interface Receipt {
  id: string;
  revision: number;
  receivedAt: string;
  href: string;
  files: { sha256: string; size: number; href: string }[];
}

export async function receiptOf({ store }: Pick<Portal, 'store'>, stored: Stored): Promise<Receipt> {
  const { id, revision, receivedAt } = stored;
  const files = (await store.files(id)).map(({ id: file, sha256, size }) => ({ sha256, size, href: `/files/${file}` }));
  return { id, revision, receivedAt, href: `/received/${id}`, files };
}
