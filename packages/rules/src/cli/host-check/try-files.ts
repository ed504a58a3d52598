import { findingsIn, isReceipt, receiptIn, stateOf, type Receipt } from './host.js';
import { newFile, sha256Of, type SentFile } from './trial.js';
import type { Try, Trying } from './try.js';

/** Files: what is announced in the submission against the bytes that came. */
export const tryFiles: Try = async (trying) => {
  const { trial, see } = trying;
  const odd: SentFile = {
    name: 'kl01 "1".pdf',
    content: Buffer.concat([newFile(1).content, Buffer.from('\r\n--kl01-0\r\n\0\0\xff\xfe\r\n\r\n', 'latin1')]),
  };
  const { path } = trial.announcing(trial.content(1), [odd]) ?? {};
  if (path === undefined) return;
  await tryForged(trying, path);
  const { revision } = await trial.next();
  const announced = trial.announcing(trial.content(revision), [odd]);
  if (!announced) return;

  const answer = await trial.post(announced.submission, { files: [{ name: '../../kl01.pdf', content: odd.content }] });
  const told = () => `${answer.status} ${answer.body.toString('utf8').slice(0, 120)}`;
  see('file/kept', answer.status === 200, told);
  see('file/name', answer.status === 200, told);
  const receipt = receiptIn(answer);
  if (!receipt) return;
  const entry = fileOf(receipt, odd.content);
  see('file/receipt', entry?.size === odd.content.length, () => JSON.stringify(receipt.files));
  if (!entry) return;
  await given(trying, 'file/kept', entry.href, odd.content);
  await given(trying, 'file/bytes', entry.href, odd.content);
  const { headers } = await trial.host.get(entry.href);
  const isDownload =
    /^attachment\b/.test(headers['content-disposition'] ?? '') &&
    headers['x-content-type-options'] === 'nosniff' &&
    !/^text\/html/.test(headers['content-type'] ?? '');
  const seen = [headers['content-disposition'], headers['x-content-type-options'], headers['content-type']];
  see('file/download', isDownload, () => seen.map((each) => each ?? '–').join(', '));
  const other = await trial.host.get(entry.href.replace(lastStep(entry), 'f'.repeat(64)));
  see('file/unknown', other.status === 404, () => String(other.status));
  const elsewhere = await trial.host.get(
    entry.href.replace(lastStep(entry), encodeURIComponent('../../../../etc/passwd')),
  );
  see('file/no-path', [400, 404].includes(elsewhere.status), () => String(elsewhere.status));

  const again = trial.announcing(trial.content(revision + 1), [odd]);
  const kept = again && (await trial.post(again.submission));
  see('file/again', kept?.status === 200, () => String(kept?.status ?? '–'));
  const stood = (await stateOf(trial.host)).receipt;
  const still = isReceipt(stood) ? fileOf(stood, odd.content) : undefined;
  see('file/again', still !== undefined, () => JSON.stringify(stood?.files ?? null));
  if (still) await given(trying, 'file/again', still.href, odd.content);
  await tryTwice(trying);
  await tryLimits(trying);
};

const fileOf = ({ files }: Receipt, content: Buffer) => files.find(({ sha256 }) => sha256 === sha256Of(content));

/** What names the file in its address: its digest, or whatever the host calls it. */
const lastStep = ({ href, sha256 }: Receipt['files'][number]): string =>
  href.includes(sha256) ? sha256 : href.slice(Math.max(href.lastIndexOf('/'), href.lastIndexOf('=')) + 1);

async function given(
  { trial, see }: Trying,
  point: 'file/kept' | 'file/bytes' | 'file/again',
  href: string,
  content: Buffer,
) {
  const { status, body } = await trial.host.get(href);
  see(point, status === 200 && body.equals(content), () => `${status}, ${body.length} ≠ ${content.length} bytes`);
}

async function tryForged({ trial, see, refused }: Trying, path: string): Promise<void> {
  const { revision } = await trial.next();
  const file = newFile(2);
  const forged = (files: readonly SentFile[]) => ({
    submission: trial.announcing(trial.content(revision), [file])?.submission,
    files: [...trial.files, ...files],
  });
  const missing = findingsIn(await refused('file/missing', forged([]), [422])).find(
    ({ rule }) => rule === 'upload/missing',
  );
  see('file/missing', missing !== undefined, () => 'no upload/missing');
  see('file/place', missing !== undefined && missing.path.startsWith(path), () => `${missing?.path ?? '–'} ≠ ${path}`);
  const content = Buffer.from(file.content);
  content[content.length - 2] = 0x47;
  const changed = findingsIn(await refused('file/changed', forged([{ ...file, content }]), [422]));
  see(
    'file/changed',
    changed.some(({ rule }) => rule === 'upload/missing'),
    () => 'no upload/missing',
  );
  const stranger = { submission: trial.content(revision), files: [...trial.files, newFile(3)] };
  const more = findingsIn(await refused('file/unannounced', stranger, [422]));
  see(
    'file/unannounced',
    more.some(({ rule }) => rule === 'upload/unannounced'),
    () => 'no upload/unannounced',
  );
}

async function tryTwice({ trial, see }: Trying): Promise<void> {
  const { revision } = await trial.next();
  const file = newFile(4);
  const twice = trial.announcing(trial.content(revision), [file, { ...file, name: 'kl01-4b.pdf' }]);
  if (!twice) return;
  const { status } = await trial.post(twice.submission, { files: [file] });
  see('file/twice', status === 200, () => String(status));
}

/** What a host takes at most is too large to be tried where it is this much. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 200;

async function tryLimits(trying: Trying): Promise<void> {
  const { trial, refused } = trying;
  const { requestBytes, fileBytes, files } = trial.limits;
  const tried = async (point: 'limit/file' | 'limit/files' | 'limit/request', sent: readonly SentFile[]) => {
    const { revision } = await trial.next();
    const announced = trial.announcing(trial.content(revision), sent);
    const post = { submission: announced?.submission, files: [...trial.files, ...sent] };
    if (announced) await refused(point, post, point === 'limit/request' ? [413] : [413, 422]);
  };
  if (fileBytes < Math.min(requestBytes, MOST_BYTES)) await tried('limit/file', [sized(5, fileBytes + 1)]);
  if (files < MOST_FILES) {
    await tried(
      'limit/files',
      Array.from({ length: files + 1 }, (_each, index) => newFile(index + 10)),
    );
  }
  if (requestBytes < MOST_BYTES) {
    const count = Math.ceil(requestBytes / fileBytes) + 1;
    await tried(
      'limit/request',
      Array.from({ length: count }, (_each, index) => sized(index + 1000, Math.ceil(requestBytes / count))),
    );
  }
}

const sized = (number: number, bytes: number): SentFile => {
  const { name, content } = newFile(number);
  return { name, content: Buffer.concat([content, Buffer.alloc(Math.max(0, bytes - content.length))]) };
};
