import { inflateSync, strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formOfType } from '@kl01/rules';
import { fullNomination, packOf } from '../../fixtures/packs.js';
import { readDocx } from '../../fixtures/read-docx.js';
import { exportDocument, type ExportOptions, type Progress } from '../index.js';
import { readEntries, ZipFile } from './zip-file.js';

const pack = packOf('hai-phong.kien-an.2023');
const form = formOfType(pack.rulebook, 'de-nghi-cap-thanh-pho', 'nomination');
const submission = fullNomination(pack, form, 'dang-bo');
/** Any other digest, `a`×64, stands for a different file; this content for the right one. */
const RIGHT = strToU8('abc');
const RIGHT_SHA = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const dossier = (given = submission, options: Partial<ExportOptions> = {}) =>
  exportDocument(pack.rulebook, given, { document: 'ho-so', format: 'zip', ...options });

describe('an archive', () => {
  const zip = new ZipFile();
  zip.add('a.txt', strToU8('một '.repeat(1000)));
  zip.add('thư mục/b.bin', new Uint8Array([1, 2, 3]), { packed: true });
  zip.add('rỗng.txt', new Uint8Array());
  const bytes = zip.bytes();

  test('is read by another program, names in Vietnamese too', () => {
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['a.txt', 'thư mục/b.bin', 'rỗng.txt']);
    expect(strFromU8(files['a.txt']!)).toBe('một '.repeat(1000));
    expect([...files['thư mục/b.bin']!]).toEqual([1, 2, 3]);
  });

  test('gives its entries without unpacking them', () => {
    const [first] = readEntries(bytes);
    expect(first?.data.length).toBeLessThan(200);
    expect(strFromU8(inflateSync(first!.data))).toBe('một '.repeat(1000));
  });

  test('holds no more entries than all programs count', () => {
    const full = new ZipFile();
    const empty = { data: new Uint8Array(), crc: 0, size: 0, method: 0 };
    for (let entry = 0; entry < 65_534; entry++) full.addCompressed({ name: `${entry}`, ...empty });
    expect(() => full.addCompressed({ name: 'thừa.pdf', ...empty })).toThrow(
      expect.objectContaining({ limit: 'files', of: 'thừa.pdf' }),
    );
    expect(readEntries(full.bytes())).toHaveLength(65_534);
  });

  test('nor more bytes', () => {
    const full = new ZipFile();
    // Never touched, so that no memory is allocated for it.
    const half = { data: new Uint8Array(2 ** 31), crc: 0, size: 2 ** 31, method: 0 };
    full.addCompressed({ name: 'một.mp4', ...half });
    expect(() => full.addCompressed({ name: 'hai.mp4', ...half })).toThrow(
      expect.objectContaining({ limit: 'bytes', of: 'hai.mp4' }),
    );
    const bomb = { name: 'ba.txt', data: new Uint8Array(9), crc: 0, size: 2 ** 32, method: 8 };
    expect(() => full.addCompressed(bomb)).toThrow(expect.objectContaining({ limit: 'bytes', of: 'ba.txt' }));
  });

  test('anything else is none', () => expect(() => readEntries(strToU8('không phải zip'))).toThrow(RangeError));
});

describe('the dossier', async () => {
  const documents = { minh: [{ name: '../../Minh chứng.PDF', size: 3, type: 'application/pdf', sha256: RIGHT_SHA }] };
  const given = { ...submission, documents };
  const { bytes, notices } = await dossier(given, { readFile: ({ sha256 }) => (sha256 === RIGHT_SHA ? RIGHT : null) });
  const files = unzipSync(bytes);
  const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as {
    files: { path: string; sha256: string; size: number; name?: string }[];
    missing: { name: string }[];
  };

  test('holds a paper for the slate, a folder for each nominee, checklist and manifest, under names of ours', () => {
    expect(Object.keys(files).map((name) => name.replace(/so-\d+/, 'so-N'))).toEqual([
      '01-to-trinh.docx',
      '02-danh-sach-trich-ngang.docx',
      '01-name-so-N/bao-cao-thanh-tich.docx',
      '02-name-so-N/bao-cao-thanh-tich.docx',
      'khac/minh-1.pdf',
      '00-danh-muc-ho-so.docx',
      'manifest.json',
    ]);
  });

  test('says of every file its SHA-256 and what it was called', async () => {
    for (const { path, sha256, size } of manifest.files) {
      const digest = await crypto.subtle.digest('SHA-256', files[path]!.slice());
      expect(sha256).toBe(Buffer.from(digest).toString('hex'));
      expect(size).toBe(files[path]?.length);
    }
    expect(manifest.files.find(({ path }) => path.startsWith('khac/'))?.name).toBe('../../Minh chứng.PDF');
  });

  test('names the files that are missing, in manifest, checklist and notice', () => {
    expect(manifest.missing).toHaveLength(2);
    expect(notices.map(({ id }) => id)).toContain('file-missing');
    const cells = readDocx(files['00-danh-muc-ho-so.docx']!).rows.flat();
    expect(cells.filter((text) => text.includes('thiếu 1 tệp'))).toHaveLength(2);
  });

  test('tells copies, endorsement and soft copies on the checklist', () => {
    const { rows, paragraphs } = readDocx(files['00-danh-muc-ho-so.docx']!);
    expect(paragraphs).toContain('Hồ sơ đề nghị cho 01 tập thể và 01 cá nhân, lập thành 03 bộ.');
    expect(rows.flat()).toContain('có xác nhận của cấp ủy cơ sở; gửi kèm bản mềm (docx)');
  });

  test('a file whose bytes are others goes along, and is told', async () => {
    const made = await dossier(given, { readFile: () => strToU8('khác') });
    expect(made.notices.map(({ id }) => id)).toContain('file-changed');
    expect(strFromU8(unzipSync(made.bytes)['khac/minh-1.pdf']!)).toBe('khác');
  });

  test.each([
    ['hd36-2018', true],
    ['nd30-2020', false],
  ])('what is dotted is told as of its papers: in %s who stands above the unit: %s', async (layout, told) => {
    const made = await dossier({ ...given, issuer: null }, { layout });
    const unknown = made.notices.filter(({ id }) => id === 'unknown').map(({ message }) => message);
    expect(unknown.some((message) => message.includes('cơ quan cấp trên'))).toBe(told);
  });
});

describe('200 nominees', () => {
  const [collective] = submission.nominees!;
  const nominees = Array.from({ length: 200 }, (_, index) => ({
    ...collective!,
    id: `x${index}`,
    name: `Tập thể ${index}`,
  }));
  const many = { ...submission, nominees };

  test('show progress and let others run in between', async () => {
    const seen: Progress[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++);
    await dossier(many, { onProgress: (progress) => seen.push(progress) });
    clearInterval(timer);
    expect(seen.at(0)).toEqual({ done: 0, total: 403 });
    expect(seen.at(-1)).toEqual({ done: 403, total: 403 });
    expect(seen.length).toBeGreaterThan(200);
    expect(turns).toBeGreaterThan(20);
  }, 120_000);

  test('are given up when the caller cancels', async () => {
    const cancel = new AbortController();
    const making = dossier(many, {
      signal: cancel.signal,
      onProgress: ({ done }) => done >= 5 && cancel.abort(new Error('thôi')),
    });
    await expect(making).rejects.toThrow('thôi');
  });
});
