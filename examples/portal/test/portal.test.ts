import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Submission } from '@kl01/rules';
import { drained } from '../src/drained.js';
import { STALE_QUOTA } from '../src/stored.js';
import { onBothDatabases } from './databases.js';
import {
  AFTER_THE_WINDOW,
  COMMITTEE,
  entryOf,
  FORM,
  multipart,
  nomination,
  OFFICER_A1,
  OFFICER_A2,
  OFFICER_B,
  openPortal,
  pdf,
  RULEBOOK,
} from './visitor.js';
import type { TestPortal, Upload, Visitor } from './visitor.js';

const STRICT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

interface PageData {
  value: Submission;
  posted?: Submission;
  findings?: { rule: string; path: string; message: string }[];
}

/** What the page hands to its form. */
const dataOf = ({ body }: LightMyRequestResponse): PageData =>
  JSON.parse(/<script type="application\/json" id="kl01-data">(.*?)<\/script>/s.exec(body)?.[1] ?? 'null');

const rulesOf = (response: LightMyRequestResponse): string[] =>
  (dataOf(response).findings ?? []).map(({ rule }) => rule);

const idOf = ({ headers }: LightMyRequestResponse): string =>
  /^\/received\/([^?]+)/.exec(String(headers.location))?.[1] ?? '';

onBothDatabases('the portal', (database) => {
  let portal: TestPortal;
  let officer: Visitor;

  beforeEach(async () => {
    // `cascade` reaches withdrawals and files.
    await database().query('truncate submission, content cascade');
    portal = await openPortal(database());
    officer = await portal.visitor(OFFICER_A1);
  });
  afterEach(async () => {
    expect(await readdir(portal.incoming), 'uploads left behind').toEqual([]);
    await portal.close();
  });

  const countStored = async (): Promise<number> =>
    (await database().query<{ n: number }>('select count(*)::int n from submission'))[0]?.n ?? -1;

  const sendValid = async (
    visitor = officer,
    change?: (submission: Submission) => void,
  ): Promise<LightMyRequestResponse> => {
    const { submission, files } = nomination(change);
    return visitor.send(submission, files);
  };

  it('stores what is valid, shows the receipt to the unit, the submission to the committee, and nothing to another unit', async () => {
    const sent = await sendValid();
    expect(sent.statusCode).toBe(303);
    const receipt = await officer.get(String(sent.headers.location));
    expect(receipt.statusCode).toBe(200);
    expect(receipt.body).toContain('Đã tiếp nhận');
    expect(receipt.body).toContain(idOf(sent));
    expect(receipt.body, 'the draft of what was sent is forgotten').toContain('kl01-forget');

    const committee = await portal.visitor(COMMITTEE);
    expect((await committee.get('/received')).body).toContain(idOf(sent));
    expect((await committee.get(`/received/${idOf(sent)}`)).statusCode).toBe(200);

    const other = await portal.visitor(OFFICER_B);
    expect((await other.get('/received')).body).not.toContain(idOf(sent));
    expect((await other.get(`/received/${idOf(sent)}`)).statusCode).toBe(404);
  });

  it('shows the forms of the unit with their deadlines, by the portal’s clock', async () => {
    const { body } = await officer.get('/');
    expect(body).toContain('Đồng hồ trình diễn: 08:00, thứ Tư, ngày 22/3/2023');
    expect(body).toContain(`/forms/${FORM}`);
    expect(body).toMatch(/Còn \d+ ngày/);
    expect((await officer.get(`/forms/${FORM}`)).body).toContain('<kl01-nomination-form');
    expect((await officer.get('/forms/bao-cao-so-ket')).body).toContain('<kl01-report-form');
  });

  it('starts a form from what it knows of the unit', async () => {
    const { value } = dataOf(await officer.get(`/forms/${FORM}`));
    expect(value).toMatchObject({
      revision: 1,
      form: FORM,
      unit: { id: 'dang-bo-phuong-a', group: 'dang-bo' },
      contact: { phone: '0900000001' },
      issuer: { name: 'Đảng ủy phường A' },
    });
  });

  it.each([
    '/',
    `/sign-in?directive=${RULEBOOK}`,
    `/clock?directive=${RULEBOOK}`,
    `/forms/${FORM}`,
    '/received',
    '/received/khong-co',
    '/khong-co',
    '/assets/portal.css',
    '/assets/khong-co.js',
    '/%E0%A4%A',
  ])('sends the strict policy with %s', async (url) => {
    const { headers } = await officer.get(url);
    for (const directive of STRICT_POLICY) expect(headers['content-security-policy']).toContain(directive);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  });

  it('writes no script and no style into its pages', async () => {
    const sent = await sendValid();
    for (const url of [
      '/',
      `/sign-in?directive=${RULEBOOK}`,
      `/clock?directive=${RULEBOOK}`,
      `/forms/${FORM}`,
      '/received',
      String(sent.headers.location),
    ]) {
      const { body } = await officer.get(url);
      expect(body.replace(/<script type="application\/json".*?<\/script>/gs, '')).not.toMatch(
        /<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/,
      );
    }
  });

  it('judges by the unit that is signed in: a forged group is a finding', async () => {
    const answer = await sendValid(officer, (submission) => (submission.unit.group = 'chi-bo'));
    expect(answer.statusCode).toBe(422);
    expect(dataOf(answer).findings).toContainEqual(expect.objectContaining({ rule: 'unit', path: '/unit/group' }));
    expect(await countStored()).toBe(0);
  });

  it('judges by the unit that is signed in: another unit’s id is a finding', async () => {
    const answer = await sendValid(await portal.visitor(OFFICER_B));
    expect(answer.statusCode).toBe(422);
    expect(dataOf(answer).findings).toContainEqual(expect.objectContaining({ rule: 'unit', path: '/unit/id' }));
  });

  it('judges by its own clock', async () => {
    const late = await openPortal(database(), AFTER_THE_WINDOW);
    const answer = await sendValid(await late.visitor(OFFICER_A1));
    expect(answer.statusCode).toBe(422);
    expect(rulesOf(answer)).toContain('window');
    await late.close();
  });

  it('shows a refused submission again with the findings, and stores nothing', async () => {
    const answer = await sendValid(officer, ({ nominees }) => (nominees![0]!['name'] = null));
    expect(answer.statusCode).toBe(422);
    expect(rulesOf(answer)).toContain('required/name');
    expect(dataOf(answer).posted?.nominees).toHaveLength(nomination().submission.nominees!.length);
    expect(await countStored()).toBe(0);
  });

  it('stores the same post once and answers twice with the same receipt, even after the window closed', async () => {
    const first = await sendValid();
    const second = await sendValid();
    expect(second.headers.location).toBe(first.headers.location);
    const late = await openPortal(database(), AFTER_THE_WINDOW);
    const third = await sendValid(await late.visitor(OFFICER_A1));
    expect(third.headers.location).toBe(first.headers.location);
    expect(await countStored()).toBe(1);
    await late.close();
  });

  it('refuses a stale revision and keeps both', async () => {
    const first = await sendValid();
    const colleague = await portal.visitor(OFFICER_A2);
    const stale = await sendValid(colleague, (submission) => (submission.contact = { name: 'Người khác' }));
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('cả hai bản đều được giữ lại');
    const kept = [...stale.body.matchAll(/href="\/received\/([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(kept).toContain(idOf(first));
    for (const id of kept) expect((await colleague.get(`/received/${id}`)).statusCode).toBe(200);
    expect((await officer.get(`/received/${idOf(first)}`)).body).toContain('Đang có hiệu lực');
  });

  describe('keeps nothing of a stale revision that it would not have stored as the next one', () => {
    const another = (submission: Submission): void => void (submission.contact = { name: 'Người khác' });

    it('after the deadline', async () => {
      await sendValid();
      const late = await openPortal(database(), AFTER_THE_WINDOW);
      const stale = await sendValid(await late.visitor(OFFICER_A2), another);
      await late.close();
      expect(stale.statusCode).toBe(409);
      expect(stale.body).toContain('nên không được lưu');
      expect(stale.body).toContain('Xem bản đang có hiệu lực');
      expect(await countStored()).toBe(1);
    });

    it.each([
      ['of any number', (submission: Submission) => void (submission.revision = 2_000_000_000)],
      ['with errors', (submission: Submission) => void submission.nominees!.splice(0)],
    ])('%s and without what is asked', async (_, change) => {
      await sendValid();
      const stale = await sendValid(officer, (submission) => {
        submission.nominees![0]!.name = '';
        change(submission);
      });
      expect([409, 422]).toContain(stale.statusCode);
      expect(await countStored()).toBe(1);
    });

    it('of another shape', async () => {
      await sendValid();
      const stale = await officer.send({
        ...nomination().submission,
        revision: 9,
        sections: { x: 'x'.repeat(100_000) },
      });
      expect(stale.statusCode).toBe(422);
      expect(await countStored()).toBe(1);
    });

    it('nor more of them than a unit may have', async () => {
      await sendValid();
      const answers: LightMyRequestResponse[] = [];
      for (let at = 0; at <= STALE_QUOTA.submissions; at += 1) {
        answers.push(await sendValid(officer, (one) => void (one.contact = { name: `Người ${at}` })));
      }
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 409));
      expect(answers.at(-1)?.body).toContain('đã có nhiều bản gửi sau');
      expect(await countStored()).toBe(1 + STALE_QUOTA.submissions);
    });
  });

  it('takes one of two officers of a unit who send at once, so that the quota holds for both together', async () => {
    const colleague = await portal.visitor(OFFICER_A2);
    const answers = await Promise.all([
      sendValid(officer),
      sendValid(colleague, (submission) => (submission.contact = { name: 'Người khác' })),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    const current = await database().query('select id from submission where not stale');
    expect(current).toHaveLength(1);
  });

  it('lets a unit correct without bringing its files again, and keeps both revisions', async () => {
    const first = await sendValid();
    const { value } = dataOf(await officer.get(`/forms/${FORM}`));
    expect(value.revision).toBe(2);
    const corrected = await officer.send({ ...value, contact: { name: 'Văn phòng' } });
    expect(corrected.statusCode).toBe(303);
    const { body } = await officer.get(`/received/${idOf(corrected)}`);
    expect(body).toContain(`/received/${idOf(first)}`);
    expect([...body.matchAll(/href="\/files\//g)]).toHaveLength(nomination().files.length);
  });

  it('records a withdrawal, after which the unit may send again', async () => {
    const id = idOf(await sendValid());
    expect((await officer.post(`/received/${id}/withdraw`)).statusCode).toBe(303);
    expect((await officer.get(`/received/${id}`)).body).toContain('Đã rút lúc');
    expect((await officer.post(`/received/${id}/withdraw`)).statusCode).toBe(409);
    expect((await sendValid(officer, (submission) => (submission.revision = 2))).statusCode).toBe(303);
  });

  it('says before a withdrawal what it means and until when another may come, and withdraws nothing by looking', async () => {
    const id = idOf(await sendValid(officer));
    const page = await officer.get(`/received/${id}/withdraw`);
    expect(page.body).toContain('không còn được tính, coi như đơn vị chưa gửi');
    expect(page.body).toMatch(
      /Chỉ gửi lại được cho đến khi hết thời hạn: .*31\/3\/2023\. Sau đó đơn vị không gửi được nữa\./,
    );
    expect((await officer.get(`/received/${id}`)).body).toContain('Đang có hiệu lực');
    expect((await (await portal.visitor(OFFICER_B)).get(`/received/${id}/withdraw`)).statusCode).toBe(404);
    expect((await (await portal.visitor(COMMITTEE)).get(`/received/${id}/withdraw`)).statusCode).toBe(403);
  });

  it('brings back what was withdrawn by one press, files too, as long as anything may be sent', async () => {
    const id = idOf(await sendValid(officer));
    await officer.post(`/received/${id}/withdraw`);
    expect((await officer.get(`/received/${id}`)).body).toContain('Thôi rút, gửi lại bản này');
    const again = await officer.post(`/received/${id}/restore`);
    expect(again.statusCode).toBe(303);
    const page = await officer.get(`/received/${idOf(again)}`);
    expect(page.body).toContain('Đang có hiệu lực');
    expect(page.body).toContain('Bản số 2');
    expect(page.body.match(/href="\/files\//g)).toHaveLength(3);
    expect((await officer.post(`/received/${id}/restore`)).statusCode).toBe(409);
  });

  it('brings nothing back once nothing may be sent, and says so', async () => {
    const id = idOf(await sendValid(officer));
    await officer.post(`/received/${id}/withdraw`);
    const late = await openPortal(database(), AFTER_THE_WINDOW);
    const visitor = await late.visitor(OFFICER_A1);
    expect((await visitor.get(`/received/${id}`)).body).toContain('không gửi lại được nữa');
    expect((await visitor.post(`/received/${id}/restore`)).statusCode).toBe(409);
    await late.close();
  });

  it('lets nobody withdraw once the window refuses, nor another unit, nor the committee', async () => {
    const id = idOf(await sendValid());
    expect((await (await portal.visitor(OFFICER_B)).post(`/received/${id}/withdraw`)).statusCode).toBe(404);
    expect((await (await portal.visitor(COMMITTEE)).post(`/received/${id}/withdraw`)).statusCode).toBe(403);
    const late = await openPortal(database(), AFTER_THE_WINDOW);
    expect((await (await late.visitor(OFFICER_A1)).post(`/received/${id}/withdraw`)).statusCode).toBe(409);
    await late.close();
  });

  it('serves a file to its unit and the committee as a download under a name of ours', async () => {
    const { files } = nomination();
    const id = idOf(await sendValid());
    const link = /href="(\/files\/[^"]{22})"/.exec((await officer.get(`/received/${id}`)).body)?.[1] ?? '';
    const { headers, rawPayload } = await (await portal.visitor(COMMITTEE)).get(link);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[A-Za-z0-9._-]+\.pdf"$/);
    expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
    expect(files.some(({ bytes }) => bytes.equals(rawPayload))).toBe(true);
    expect((await (await portal.visitor(OFFICER_B)).get(link)).statusCode).toBe(404);
  });

  it('gives back the tờ trình as a Word file', async () => {
    const id = idOf(await sendValid());
    const word = await officer.get(`/received/${id}/documents/to-trinh`);
    expect(word.statusCode).toBe(200);
    expect(word.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.docx"$/);
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await officer.get(`/received/${id}/documents/khong-co`)).statusCode).toBe(404);
  });

  it('gives back the receipt, and the dossier with the files that came', async () => {
    const id = idOf(await sendValid());
    const page = (await officer.get(`/received/${id}`)).body;
    expect(page).toContain(`/received/${id}/documents/phieu-tiep-nhan`);
    const dossier = await officer.get(`/received/${id}/documents/ho-so`);
    expect(dossier.headers).toMatchObject({ 'content-type': 'application/zip' });
    for (const { bytes } of nomination().files) expect(dossier.rawPayload.includes(bytes)).toBe(true);
  });

  it.each<{ name: string; rule: string; change: (files: Upload[]) => Upload[] }>([
    { name: 'a file announced that did not arrive', rule: 'upload/missing', change: (files) => files.slice(1) },
    {
      name: 'a file that arrived unannounced',
      rule: 'upload/unannounced',
      change: (files) => [...files, { name: 'Tệp lạ.pdf', bytes: pdf('lạ') }],
    },
    {
      name: 'a file whose bytes are not those announced',
      rule: 'upload/missing',
      change: ([first, ...rest]) => [{ name: first!.name, bytes: pdf('đã bị thay') }, ...rest],
    },
  ])('refuses $name by a finding that names it', async ({ rule, change }) => {
    const { submission, files } = nomination();
    const answer = await officer.send(submission, change(files));
    expect(answer.statusCode).toBe(422);
    const found = dataOf(answer).findings?.find((finding) => finding.rule === rule);
    expect(found?.message).toMatch(/“(Báo cáo tập thể|Tệp lạ)\.pdf”/);
    if (rule === 'upload/missing') expect(found?.path).toMatch(/\/documents\/[^/]+\/0$/);
    expect(await countStored()).toBe(0);
  });

  it.each([
    {
      name: 'a program that calls itself a document',
      upload: { name: 'virus.docx', bytes: Buffer.from('MZ\x90\0') },
      rule: 'upload/type',
    },
    {
      name: 'a type that is not taken in',
      upload: { name: 'trang.html', bytes: Buffer.from('<script>') },
      rule: 'upload/type',
    },
    { name: 'a file without an extension', upload: { name: 'tep', bytes: pdf('') }, rule: 'upload/type' },
    { name: 'an empty file', upload: { name: 'trong.pdf', bytes: Buffer.alloc(0) }, rule: 'upload/empty' },
    {
      name: 'a file of more than 10 MB',
      upload: { name: 'lon.pdf', bytes: Buffer.concat([pdf(''), Buffer.alloc(10 * 1024 * 1024)]) },
      rule: 'upload/size',
    },
  ])('refuses $name by a finding at its entry', async ({ upload, rule }) => {
    const { submission, files } = replaceFirstFile(upload);
    const answer = await officer.send(submission, files);
    expect(answer.statusCode).toBe(422);
    expect(dataOf(answer).findings).toContainEqual(
      expect.objectContaining({ rule, path: expect.stringContaining('/documents/') }),
    );
    expect(await countStored()).toBe(0);
  });

  it('tells a post without its submission what happened', async () => {
    const { payload, type } = multipart({ _csrf: officer.token });
    const headers = { cookie: officer.cookie, 'content-type': type };
    const answer = await portal.app.inject({ method: 'POST', url: '/submissions', payload, headers });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('gửi khi biểu mẫu chưa hiện ra');
    expect(await countStored()).toBe(0);
  });

  it.each<{ name: string; status: number; body: unknown }>([
    { name: 'truncated JSON', status: 400, body: JSON.stringify(nomination().submission).slice(0, -20) },
    { name: 'no JSON at all', status: 400, body: 'không phải JSON' },
    { name: 'JSON nested beyond 32', status: 400, body: `${'['.repeat(40)}${']'.repeat(40)}` },
    { name: 'half of a surrogate pair', status: 400, body: '{"form":"\\ud800"}' },
    { name: 'a number no machine agrees on', status: 400, body: '{"revision":1e400}' },
    { name: 'JSON of more than 5 MB', status: 413, body: JSON.stringify('x'.repeat(5_100_000)) },
    { name: 'null', status: 422, body: 'null' },
    { name: 'a list', status: 422, body: [] },
    { name: 'a form id that does not exist', status: 422, body: { ...nomination().submission, form: 'khong-co' } },
    { name: 'a form id that every object has', status: 422, body: { ...nomination().submission, form: 'constructor' } },
    {
      name: 'another pack’s rulebook',
      status: 422,
      body: { ...nomination().submission, rulebook: 'tinh-khac.2023@1.0.0' },
    },
    { name: 'no revision', status: 422, body: { ...nomination().submission, revision: null } },
    { name: 'a revision that is no whole number', status: 422, body: { ...nomination().submission, revision: 1.5 } },
    {
      name: '__proto__ as a key',
      status: 422,
      body: JSON.stringify(nomination().submission).replace('{', '{"__proto__":{"isAdmin":true},'),
    },
    {
      name: '__proto__ as a key of a nominee',
      status: 422,
      body: JSON.stringify(nomination().submission).replace('"kind"', '"__proto__":{"x":1},"kind"'),
    },
    { name: '10,000 nominees', status: 422, body: manyNominees(10_000) },
    { name: 'a name of 100,000 letters', status: 422, body: withName('Ă'.repeat(100_000)) },
    { name: 'a name of spaces', status: 422, body: withName('   \t ') },
    { name: '30 February', status: 422, body: { ...nomination().submission, issuer: { date: '2023-02-30' } } },
  ])('answers $name with a calm page and status $status, and goes on', async ({ status, body }) => {
    const answer = await officer.send(body, nomination().files);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toMatch(/<h1>[^<]+<\/h1>/);
    expect(await countStored()).toBe(0);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect((await sendValid()).statusCode).toBe(303);
  });

  it('judges what was made for an older version of the rulebook, with a warning that the committee sees', async () => {
    const sent = await sendValid(officer, (submission) => (submission.rulebook = `${RULEBOOK}@0.9.0`));
    expect(sent.statusCode).toBe(303);
    const { body } = await (await portal.visitor(COMMITTEE)).get(`/received/${idOf(sent)}`);
    expect(body).toContain('Lưu ý:');
  });

  it('takes a report that comes late where the directive does not refuse it, with a warning', async () => {
    const late = await openPortal(database(), AFTER_THE_WINDOW);
    const sections = ['i-1', 'i-2', 'i-3', 'ii-1', 'ii-2', 'ii-3', 'ii-4', 'ii-5', 'ii-6', 'ii-7', 'iii', 'iv', 'v'];
    const sent = await (
      await late.visitor(OFFICER_A1)
    ).send({
      ...startOf(nomination().submission),
      form: 'bao-cao-so-ket',
      sections: Object.fromEntries(sections.map((id) => [id, 'Đã thực hiện.'])),
    });
    expect(sent.statusCode).toBe(303);
    const committee = await late.visitor(COMMITTEE);
    expect((await committee.get('/received')).body).toContain('1 lưu ý');
    expect((await committee.get(`/received/${idOf(sent)}`)).body).toContain('Lưu ý:');
    await late.close();
  });

  it('shows markup in every text field as text', async () => {
    const markup = '</script><img src=x onerror=alert(1)>';
    const sent = await sendValid(officer, (submission) => {
      submission.unit.name = markup;
      submission.contact = { name: markup, phone: '0900000001', email: markup };
      submission.issuer = { superior: markup, name: markup, place: markup, signer: markup, recipients: [markup] };
      for (const nominee of submission.nominees ?? []) {
        for (const field of ['name', 'position', 'workplace', 'summary'])
          if (typeof nominee[field] === 'string') nominee[field] = `${markup} ${nominee.id}`;
      }
    });
    expect(sent.statusCode).toBe(303);
    const committee = await portal.visitor(COMMITTEE);
    for (const url of ['/received', `/received/${idOf(sent)}`])
      expect((await committee.get(url)).body).not.toContain('<img');
    expect(dataOf(await officer.get(`/forms/${FORM}`)).value.nominees?.[0]?.['name']).toContain(markup);
  });

  it('stores decomposed Unicode letter by letter as it was sent', async () => {
    const name = 'Tập thể Ðiện Biên'.normalize('NFD');
    const sent = await sendValid(officer, ({ nominees }) => (nominees![0]!['name'] = name));
    expect(sent.statusCode).toBe(303);
    expect(dataOf(await officer.get(`/received/${idOf(sent)}`)).value.nominees?.[0]?.['name']).toBe(name);
  });

  it.each([
    { name: 'without a token', headers: {}, token: '' },
    { name: 'with another session’s token', headers: {}, token: 'x'.repeat(43) },
    { name: 'from another origin', headers: { origin: 'https://noi-khac.example' }, token: null },
    { name: 'from no origin at all', headers: { origin: 'null' }, token: null },
  ])('refuses a post $name', async ({ headers, token }) => {
    const { submission, files } = nomination();
    const posts = [
      () => officer.send(submission, files, headers),
      () => officer.post('/sign-out', {}, headers),
      () => officer.post('/received/x/withdraw', {}, headers),
      () => officer.post('/sign-in', { officer: COMMITTEE }, headers),
      () => officer.post('/clock', { directive: RULEBOOK, at: AFTER_THE_WINDOW }, headers),
    ];
    for (const post of posts) {
      if (token !== null) officer.token = token;
      expect((await post()).statusCode).toBe(403);
    }
    expect(await countStored()).toBe(0);
  });

  describe('to a page that stays where it is', () => {
    const json = { accept: 'application/json' };
    it('says where the receipt is', async () => {
      const { submission, files } = nomination();
      const answer = await officer.send(submission, files, json);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        location: expect.stringMatching(/^\/received\/.+receipt=1$/),
        valid: true,
        receipt: { revision: 1 },
      });
      const receipt = answer.json().receipt as { files: { sha256: string }[] };
      const digests = files.map((file) => entryOf(file).sha256);
      expect(receipt.files.map(({ sha256 }) => sha256).sort()).toEqual(digests.sort());
    });

    it('says what it refused, each finding with its place', async () => {
      const { submission } = nomination();
      const answer = await officer.send(submission, [], json);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().findings).toContainEqual(
        expect.objectContaining({ rule: 'upload/missing', severity: 'error' }),
      );
    });

    it('says in a sentence what else is wrong, and where to sign in is up to the page', async () => {
      const { submission, files } = nomination();
      const forged = await officer.send(submission, files, { ...json, origin: 'https://noi-khac.example' });
      expect(forged.statusCode).toBe(403);
      expect(forged.json()).toMatchObject({ text: expect.stringContaining('vẫn được trình duyệt giữ'), signIn: false });
      const stranger = await (await portal.visitor()).send(submission, files, json);
      expect(stranger.statusCode).toBe(401);
      expect(stranger.json()).toMatchObject({ signIn: true });
    });
  });

  it('lets its own pages post', async () => {
    const { submission, files } = nomination();
    expect(
      (await officer.send(submission, files, { host: 'cong.example', origin: 'https://cong.example' })).statusCode,
    ).toBe(303);
  });

  it('asks for a sign-in where there is none, and trusts no cookie that it did not sign', async () => {
    const stranger = await portal.visitor();
    expect((await stranger.get('/forms/x')).statusCode).toBe(401);
    expect((await stranger.get('/received')).statusCode).toBe(401);
    expect((await sendValid(stranger)).statusCode).toBe(401);
    stranger.cookie = officer.cookie.replace('=e', '=f');
    expect((await stranger.get('/received')).statusCode).toBe(401);
    stranger.cookie = 'kl01-portal=%%%';
    expect((await stranger.get('/received')).statusCode).toBe(401);
  });

  it('ends a session at sign-out', async () => {
    await officer.post('/sign-out');
    expect((await officer.get('/received')).statusCode).toBe(401);
  });

  it.each([
    { name: 'a body of more than 50 MB', payload: () => multipart({ submission: '{}' }, sixFiles(9_900_000)) },
    {
      name: 'more files than are taken in',
      payload: () =>
        multipart(
          { submission: '{}' },
          Array.from({ length: 51 }, (_, at) => ({ name: 'a.pdf', bytes: pdf(String(at)) })),
        ),
    },
  ])('answers $name with 413 in Vietnamese', async ({ payload }) => {
    const { token, cookie } = officer;
    const made = payload();
    const text = Buffer.from(
      made.payload
        .toString('latin1')
        .replace(
          'name="submission"',
          `name="_csrf"\r\n\r\n${token}\r\n--${boundaryOf(made.type)}\r\nContent-Disposition: form-data; name="submission"`,
        ),
      'latin1',
    );
    const answer = await portal.app.inject({
      method: 'POST',
      url: '/submissions',
      payload: text,
      headers: { cookie, 'content-type': made.type },
    });
    expect(answer.statusCode).toBe(413);
    expect(answer.body).toContain('quá lớn');
  });

  it.each(['text/plain', 'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'answers a post of %s, which is no such form, with a calm page',
    async (type) => {
      const answer = await portal.app.inject({
        method: 'POST',
        url: '/submissions',
        payload: '{}',
        headers: { cookie: officer.cookie, 'content-type': type },
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.body).toContain('<h1>');
    },
  );

  it.each([
    '/received?page=1&page=2',
    '/committee/desk?form=de-nghi-cap-quan&form=de-nghi-cap-quan&find=a&find=b&show=all&show=all&page=1&page=2',
    '/committee/desk?form=de-nghi-cap-quan&find=a&find=b',
    '/committee/acts?page=1&page=2',
    `/clock?directive=${RULEBOOK}&directive=${RULEBOOK}`,
    '/committee/desk?form=de-nghi-cap-quan&__proto__=a&constructor=b&find=a',
  ])('reads the first of a parameter that an address gives twice: %s', async (address) => {
    const committee = await portal.visitor(COMMITTEE);
    expect((await committee.get(address)).statusCode).toBe(200);
  });

  it('reads no more of a few boxes than a few boxes hold, signed in or not', async () => {
    const visitor = await portal.visitor();
    await visitor.get(`/clock?directive=${RULEBOOK}`);
    const local = `1h${' '.repeat(60_000)}a b`;
    expect((await visitor.post('/clock', { directive: RULEBOOK, local })).statusCode).toBe(422);
    expect((await visitor.post('/clock', { directive: RULEBOOK, local: local.repeat(2) })).statusCode).toBe(413);
    expect((await visitor.post('/sign-in', { officer: 'a'.repeat(100_000) })).statusCode).toBe(413);
  });

  it('says that an instant beyond all calendars is none, and pages stay', async () => {
    const visitor = await portal.visitor();
    await visitor.get(`/clock?directive=${RULEBOOK}`);
    const set = await visitor.post('/clock', { directive: RULEBOOK, at: '9999-12-31T23:59:59-12:00' });
    expect(set.statusCode).toBe(422);
    expect((await officer.get('/')).statusCode).toBe(200);
  });

  it('cuts off at its end what does not finish in the time it is given', async () => {
    await portal.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = portal.app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.write(
      'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\na=',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    await drained(portal.app, 300);
    await closed;
    expect(performance.now() - start).toBeGreaterThan(250);
  });

  it('answers a multipart post that ends in the middle with a calm page', async () => {
    const { submission, files } = nomination();
    const { payload, type } = multipart({ _csrf: officer.token, submission: JSON.stringify(submission) }, files);
    for (const part of [0.1, 0.5, 0.99]) {
      const answer = await portal.app.inject({
        method: 'POST',
        url: '/submissions',
        payload: payload.subarray(0, Math.floor(payload.length * part)),
        headers: { cookie: officer.cookie, 'content-type': type },
      });
      expect([400, 403]).toContain(answer.statusCode);
      expect(answer.body).toContain('<h1>');
    }
    expect(await countStored()).toBe(0);
  });

  it('reads a 60 MB post to its end over a real connection, answers 413 and goes on', async () => {
    const address = await listen(portal);
    const body = multipart({ _csrf: officer.token, submission: '{}' }, sixFiles(10_000_000));
    const answer = await fetch(`${address}/submissions`, {
      method: 'POST',
      body: new Uint8Array(body.payload),
      headers: { cookie: officer.cookie, 'content-type': body.type },
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('quá lớn');
    expect((await fetch(`${address}/sign-in`)).status).toBe(200);
  });

  it('stores nothing of a post whose connection is dropped in the middle of a file, and goes on', async () => {
    const { port } = new URL(await listen(portal));
    const { submission, files } = nomination();
    const { payload, type } = multipart({ _csrf: officer.token, submission: JSON.stringify(submission) }, [
      ...files,
      ...sixFiles(1_000_000),
    ]);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /submissions HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${officer.cookie}\r\nContent-Type: ${type}\r\nContent-Length: ${payload.length}\r\n\r\n`,
        );
        socket.write(payload.subarray(0, Math.floor(payload.length / 2)), () => setTimeout(() => socket.destroy(), 50));
      });
      socket.on('close', () => resolve());
    });
    await expect.poll(() => readdir(portal.incoming)).toEqual([]);
    expect(await countStored()).toBe(0);
    expect((await sendValid()).statusCode).toBe(303);
  });
});

/** What every submission begins with. */
const startOf = ({ id, revision, rulebook, unit, contact }: Submission) => ({ id, revision, rulebook, unit, contact });

async function listen({ app }: TestPortal): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

const boundaryOf = (type: string): string => type.split('boundary=')[1] ?? '';

const sixFiles = (size: number): Upload[] =>
  Array.from({ length: 6 }, (_, at) => ({
    name: `tep-${at}.pdf`,
    bytes: Buffer.concat([pdf(String(at)), Buffer.alloc(size)]),
  }));

const withName = (name: string): Submission => nomination(({ nominees }) => (nominees![0]!['name'] = name)).submission;

function manyNominees(count: number): Submission {
  return nomination((submission) => {
    const [first] = submission.nominees ?? [];
    submission.nominees = Array.from({ length: count }, (_, at) => ({
      id: `n${at}`,
      kind: first?.kind ?? 'individual',
      name: `Đồng chí ${at}`,
    }));
  }).submission;
}

/** The valid nomination with one of its files exchanged, announced as it is. */
function replaceFirstFile(upload: Upload): { submission: Submission; files: Upload[] } {
  const { submission, files } = nomination();
  const [first, ...rest] = files;
  if (!first) throw new Error('the valid case has no files');
  const { sha256: before } = entryOf(first);
  const text = JSON.stringify(submission).replaceAll(before, entryOf(upload).sha256);
  return { submission: JSON.parse(text), files: [upload, ...rest] };
}
