import { valueAt } from '@kl01/rules';
import { exportDocument } from '@kl01/exporters';
import type { Submission } from '@kl01/rules';
import type { LightMyRequestResponse } from 'fastify';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDecisions } from '../src/decisions.js';
import { readDirectory } from '../src/directory.js';
import type { Unit } from '../src/directory.js';
import { createStore } from '../src/store.js';
import {
  AFTERWARDS,
  CAMPAIGN,
  COMMITTEE_1,
  COMMITTEE_2,
  IN_TIME,
  LATE,
  NOMINATION,
  nominationOf,
  REPORT,
  reportOf,
} from './campaign.js';
import { onBothDatabases } from './databases.js';
import { multipart, openPortal } from './visitor.js';
import type { TestPortal, Upload, Visitor } from './visitor.js';

const directory = await readDirectory();
const body = directory.body(CAMPAIGN)!;
const { rulebook } = body;
const unitOf = (id: string): Unit => body.units.find((unit) => unit.id === id)!;
const [HAI_HAU, Y_YEN, DET] = ['huyen-uy-hai-hau', 'huyen-uy-y-yen', 'dang-uy-det'].map(unitOf) as [Unit, Unit, Unit];

const idOf = ({ headers, body: text }: LightMyRequestResponse): string =>
  /^\/received\/([^?]+)/.exec(String(headers.location))?.[1] ?? `not stored: ${text.slice(0, 200)}`;

onBothDatabases('the committee', (database) => {
  let portal: TestPortal;
  let committee: Visitor;
  const routes: { method: string; url: string }[] = [];

  beforeEach(async () => {
    await database().query('truncate submission, content, decision cascade');
    routes.length = 0;
    portal = await openPortal(database(), IN_TIME, (route) => {
      for (const method of [route.method].flat()) routes.push({ method, url: route.url });
    });
    committee = await portal.visitor(COMMITTEE_1);
    return () => portal.close();
  });

  const officerOf = (unit: Unit): Promise<Visitor> => portal.visitor(`${CAMPAIGN}/${unit.id}/1`);
  const clock = (at: string) => committee.post('/clock', { directive: CAMPAIGN, at });
  const nominate = async (unit: Unit, revision = 1, individuals?: number): Promise<LightMyRequestResponse> => {
    const { submission, files } = nominationOf(rulebook, unit, individuals);
    return (await officerOf(unit)).send({ ...submission, revision }, files);
  };
  const report = async (unit: Unit, documents: number): Promise<LightMyRequestResponse> =>
    (await officerOf(unit)).send(reportOf(rulebook, unit, documents));
  const desk = (form: string, more: Record<string, string> = {}) => ({ form, period: '', seen: '0', ...more });
  const giveBack = (submission: string, more: Record<string, string> = {}) =>
    desk(NOMINATION, {
      unit: HAI_HAU.id,
      submission,
      reason: 'Thiếu thành tích cụ thể.',
      until: '2023-04-10T17:00',
      'comment:/nominees/0/summary': 'Nêu rõ số liệu.',
      'comment:/nominees/1': '',
      ...more,
    });

  describe.each<[string, string | undefined]>([
    ['a second unit’s session', `${CAMPAIGN}/${Y_YEN.id}/1`],
    ['another directive’s committee', 'lai-chau.thanh-uy.2023/committee'],
    ['somebody of a unit of another directive', 'lai-chau.thanh-uy.2023/dang-bo-xa-b/1'],
    ['nobody', undefined],
  ])('alone sees its pages, and a unit what it sent itself: of %s', (_who, officer) => {
    const SECRETS = ['Người 1 của Huyện uỷ Hải Hậu', 'Huyện uỷ Hải Hậu đã lãnh đạo'];
    let nominated: string;
    let reported: string;
    let file: string;
    let other: Visitor;
    beforeEach(async () => {
      nominated = idOf(await nominate(HAI_HAU));
      reported = idOf(await report(HAI_HAU, 731));
      file = (await createStore(database()).files(nominated))[0]!.id;
      for (const url of [`/committee/review?form=${NOMINATION}`, `/committee/consolidated?form=${REPORT}`])
        expect((await committee.get(url)).body).toMatch(/Người 1 của Huyện uỷ Hải Hậu|731/);
      other = await portal.visitor(officer);
    });

    it.each([NOMINATION, REPORT])('every address there is gives nothing away: %s', async (form) => {
      const id = form === NOMINATION ? nominated : reported;
      const isOfUnit = officer === `${CAMPAIGN}/${Y_YEN.id}/1`;
      const tried: string[] = [];
      for (const { method, url } of routes) {
        if (method === 'HEAD' || url.startsWith('/assets/')) continue;
        const filled: Record<string, string> = {
          ':id': url.startsWith('/files/') ? file : url.startsWith('/rulebooks/') ? CAMPAIGN : id,
          ':document': form === NOMINATION ? 'to-trinh' : 'bao-cao',
          ':form': form,
        };
        const address = url.replace(/:\w+/g, (name) => filled[name] ?? name);
        const cell = { table: 't1', row: 'nam-2021', column: 'tong-so', page: '1' };
        const query = new URLSearchParams({ form, unit: HAI_HAU.id, directive: CAMPAIGN, ...cell }).toString();
        const leaves = url === '/sign-out' || url === '/sign-in' || url === '/clock';
        const answer =
          method === 'GET'
            ? await other.get(`${address}?${query}`)
            : // Signing in or out would make somebody else of the visitor.
              await (leaves ? await portal.visitor() : other).post(
                address,
                giveBack(id, { form, selection: 'khen-60', picks: '[]', count: '1', on: '2023-04-01' }),
              );
        tried.push(`${method} ${url}`);
        for (const secret of [...SECRETS, '731', id]) {
          // What was asked for may be said again in the link that leads back to it.
          const said = answer.body.replace(/href="[^"]*next=[^"]*"/g, '');
          expect(said, `${method} ${address}`).not.toContain(secret);
          expect(String(answer.headers.location), `${method} ${address}`).not.toContain(id);
        }
        const own =
          url.startsWith('/received/:id') || url.startsWith('/files') || (isOfUnit && url.startsWith('/committee'));
        if (own)
          expect([400, 401, 403, 404], `${method} ${address}: ${answer.statusCode}`).toContain(answer.statusCode);
      }
      // The router told of its addresses: none can be forgotten here.
      expect(tried.filter((each) => each.includes('/committee')).length).toBeGreaterThanOrEqual(14);
      expect(tried.length).toBeGreaterThanOrEqual(28);
      // Nothing of what was tried has left a trace.
      expect(await database().query('select 1 from decision where rulebook = $1', [CAMPAIGN])).toEqual([]);
      const left = await createStore(database()).latestOfAll(CAMPAIGN);
      expect(left.map((one) => [one.id, one.withdrawn]).sort()).toEqual(
        [
          [nominated, null],
          [reported, null],
        ].sort(),
      );
    });

    it('nor do ids that were guessed', async () => {
      const guesses = [
        nominated.slice(0, -1),
        nominated.toLowerCase(),
        `${nominated}%00`,
        `../received/${nominated}`,
        '1',
        '%27%20or%201=1--',
        '__proto__',
      ];
      for (const guess of guesses)
        for (const url of [`/received/${guess}`, `/files/${guess}`, `/received/${guess}/documents/to-trinh`]) {
          const { statusCode, body: text } = await other.get(url);
          expect([400, 401, 403, 404], `${url}: ${statusCode}`).toContain(statusCode);
          for (const secret of SECRETS) expect(text, url).not.toContain(secret);
        }
    });
  });

  it('gives a submission back; the unit sees why beside the fields and sends again, judged as of its first arrival', async () => {
    const id = idOf(await nominate(HAI_HAU));
    await clock(AFTERWARDS);
    const given = await committee.post('/committee/return', giveBack(id));
    expect(given.statusCode).toBe(303);
    expect((await committee.get(String(given.headers.location))).body).toContain('Đã trả lại, chờ gửi lại trước');
    expect((await committee.get(`/committee/review?form=${NOMINATION}`)).body).not.toContain(
      'Người 1 của Huyện uỷ Hải Hậu',
    );

    const officer = await officerOf(HAI_HAU);
    expect((await officer.get('/')).body).toContain('Nơi nhận đã trả lại biểu mẫu này; gửi lại trước 17:00');
    const form = (await officer.get(`/forms/${NOMINATION}`)).body;
    expect(form).toContain('Thiếu thành tích cụ thể.');
    expect(JSON.parse(/id="kl01-data">(.*?)<\/script>/s.exec(form)![1]!).findings).toMatchObject([
      { path: '/nominees/0/summary', message: 'Nêu rõ số liệu.', severity: 'error' },
    ]);
    expect((await officer.get(`/received/${id}`)).body).toContain('Tóm tắt');
    const again = await nominate(HAI_HAU, 2);
    expect(again.statusCode, again.body.slice(0, 300)).toBe(303);
    const stored = await createStore(database()).byId(idOf(again));
    expect(stored?.findings.filter(({ rule }) => rule === 'window')).toEqual([]);
    expect([stored?.judgedAt, stored?.receivedAt.slice(0, 10)]).toEqual([
      (await createStore(database()).byId(id))?.receivedAt,
      '2023-04-06',
    ]);
    expect((await committee.get(`/committee/review?form=${NOMINATION}`)).body).toContain(
      'Người 1 của Huyện uỷ Hải Hậu',
    );
  });

  it('takes what was given back even when it has locked, until the day it gave, and nothing else', async () => {
    const id = idOf(await nominate(HAI_HAU));
    expect((await committee.post('/committee/lock', desk(NOMINATION, { locked: 'true' }))).statusCode).toBe(409);
    await clock(AFTERWARDS);
    await committee.post('/committee/return', giveBack(id));
    expect((await committee.post('/committee/lock', desk(NOMINATION, { locked: 'true' }))).statusCode).toBe(303);
    const refused = await nominate(DET);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Nơi nhận đã khóa biểu mẫu này');
    expect((await nominate(HAI_HAU, 2)).statusCode).toBe(303);
    expect((await nominate(HAI_HAU, 3)).statusCode).toBe(422);
    const unlocked = await committee.post('/committee/lock', desk(NOMINATION, { locked: 'false', seen: '1' }));
    expect(unlocked.statusCode).toBe(303);
    expect((await nominate(DET)).statusCode).toBe(303);
  });

  it('is told, whoever comes second, when two officers decide on the same at once', async () => {
    const id = idOf(await nominate(HAI_HAU));
    const second = await portal.visitor(COMMITTEE_2);
    const [one, other] = await Promise.all([
      committee.post('/committee/return', giveBack(id, { reason: 'Lý do của người thứ nhất' })),
      second.post('/committee/return', giveBack(id, { reason: 'Lý do của người thứ hai' })),
    ]);
    const told = [one, other].find(({ statusCode }) => statusCode === 409)!;
    expect([one.statusCode, other.statusCode].sort()).toEqual([303, 409]);
    expect(told.body).toContain('Cán bộ khác vừa quyết định việc này');
    expect(told.body).toContain(one === told ? 'Lý do của người thứ hai' : 'Lý do của người thứ nhất');
    expect(await database().query('select 1 from decision')).toHaveLength(1);
    // What the unit has sent since is no longer what was looked at.
    await nominate(HAI_HAU, 2);
    expect((await committee.post('/committee/return', giveBack(id, { seen: '1' }))).statusCode).toBe(409);
  });

  it('takes the second press of a button, or a page gone back to, for the same decision', async () => {
    const id = idOf(await nominate(HAI_HAU));
    const [one, again] = await Promise.all([1, 2].map(() => committee.post('/committee/return', giveBack(id))));
    expect([one!.statusCode, again!.statusCode]).toEqual([303, 303]);
    expect(await database().query('select 1 from decision')).toHaveLength(1);
    const other = await committee.post('/committee/return', giveBack(id, { reason: 'Viết lại lý do' }));
    expect(other.statusCode).toBe(409);
    expect(other.body).toContain('đã được đồng chí quyết định ở trang khác');
  });

  it('shows words as text that turn the direction of writing or look like markup', async () => {
    const id = idOf(await nominate(HAI_HAU));
    const reason = '<script>alert(1)</script> \u202eđảo\u0007';
    await committee.post('/committee/return', giveBack(id, { reason }));
    for (const url of [`/committee/unit?form=${NOMINATION}&unit=${HAI_HAU.id}`, '/committee/acts']) {
      const page = (await committee.get(url)).body;
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; đảo');
      expect(page).not.toContain('<script>alert');
    }
  });

  it('comments on any field or cell of a report, as many as there are', async () => {
    const id = idOf(await report(HAI_HAU, 3));
    const page = (await committee.get(`/committee/unit?form=${REPORT}&unit=${HAI_HAU.id}`)).body;
    const boxes = [...page.matchAll(/name="comment:([^"]*)"/g)].map(([, path]) => path!);
    expect(boxes.length).toBeGreaterThan(170);
    expect(boxes).toContain('/tables/t1/nam-2021/tong-so');
    const comments = Object.fromEntries(boxes.map((path, at) => [`comment:${path}`, `Ý kiến ${at}.`]));
    const given = await committee.post('/committee/return', {
      ...desk(REPORT, { unit: HAI_HAU.id, submission: id, reason: 'Sửa.', until: '2023-04-10T17:00' }),
      ...comments,
    });
    expect(given.statusCode, given.body.slice(0, 300)).toBe(303);
    const form = (await (await officerOf(HAI_HAU)).get(`/forms/${REPORT}`)).body;
    const { findings } = JSON.parse(/id="kl01-data">(.*?)<\/script>/s.exec(form)![1]!);
    expect(findings.map(({ path }: { path: string }) => path)).toEqual(boxes);
    expect(findings.find(({ path }: { path: string }) => path === '/tables/t1/nam-2021/tong-so').params).toMatchObject({
      place: expect.stringMatching(/^Biểu I, 2021: Tổng số văn bản lãnh đạo/),
    });
  });

  it('stores picks one after the other, and gives back what stands to whoever picked on an older list', async () => {
    await nominate(HAI_HAU);
    const pick = (at: number) => ({ unit: HAI_HAU.id, nominee: `${HAI_HAU.id}-${at}` });
    const send = (visitor: Visitor, seen: string, picks: unknown) =>
      visitor.post('/committee/picks', desk(NOMINATION, { selection: 'khen-60', seen, picks: JSON.stringify(picks) }));
    expect((await send(committee, '0', [pick(0)])).json()).toEqual({ version: 1 });
    const second = await send(await portal.visitor(COMMITTEE_2), '0', [pick(1)]);
    expect([second.statusCode, second.json()]).toEqual([
      409,
      { version: 1, picks: [pick(0)], by: 'Cán bộ tiếp nhận của Tỉnh ủy (minh họa)' },
    ]);
    expect((await send(committee, '1', 'không phải danh sách')).statusCode).toBe(400);
    expect((await committee.get(`/committee/review?form=${NOMINATION}`)).body).toContain('"khen-60":[{"unit"');
  });

  it('stores no more picks than the places that are not kept for others, and says by which clause', async () => {
    const standing: unknown[] = [];
    const pick = (picks: readonly unknown[], seen: number) =>
      committee.post(
        '/committee/picks',
        desk(NOMINATION, { selection: 'khen-60', seen: String(seen), picks: JSON.stringify(picks) }),
      );
    for (const unit of body.units) {
      if (unit.group === 'mttq-doan-the') continue;
      await nominate(unit);
      standing.push(
        ...nominationOf(rulebook, unit).submission.nominees!.map(({ id }) => ({ unit: unit.id, nominee: id })),
      );
    }
    const reserved = (at: number) => ({
      reserved: 'tham-muu',
      nominee: { id: `r${at}`, kind: 'individual', name: `Người Tham Mưu ${at}` },
    });
    expect((await pick([...standing, reserved(1), reserved(2)], 0)).json()).toEqual({ version: 1 });
    const third = await pick([...standing, reserved(1), reserved(2), reserved(3)], 1);
    expect([third.statusCode, third.json().findings[0]]).toMatchObject([
      422,
      { message: 'Dành 2 cho cơ quan tham mưu, đã chọn 3.', cite: { clause: '1, Số lượng' } },
    ]);
    expect(third.json().picks).toHaveLength(standing.length + 2);
    expect((await pick([], 1)).json()).toEqual({ version: 2 });
  });

  it('enters an answer on paper, judged as of the hour it arrived, with its number and date', async () => {
    await clock(AFTERWARDS);
    const { submission, files } = nominationOf(rulebook, HAI_HAU);
    expect((await committee.get(`/committee/paper?form=${NOMINATION}&unit=${HAI_HAU.id}`)).body).toContain(
      'paper-number',
    );
    const enter = (fields: Record<string, string>) => {
      const all = {
        _csrf: committee.token,
        form: NOMINATION,
        period: '',
        unit: HAI_HAU.id,
        'paper-number': '15-CV/HU',
        'paper-date': '2023-04-03',
        'paper-arrived': '2023-04-04T16:00',
        submission: JSON.stringify(submission),
        ...fields,
      };
      const { payload, type } = multipart(all, files);
      const headers = { cookie: committee.cookie, 'content-type': type };
      return portal.app.inject({ method: 'POST', url: '/committee/paper', payload, headers });
    };
    for (const [change, told] of [
      [{ 'paper-arrived': '2023-04-07T08:00' }, 'Lúc văn bản đến không thể sau bây giờ'],
      [{ 'paper-arrived': '' }, 'Hãy ghi đủ ngày và giờ văn bản đến'],
      [{ 'paper-date': '2023-02-30' }, 'Hãy ghi ngày của văn bản'],
      [{ 'paper-date': '2023-04-05' }, 'không thể sau ngày văn bản đến'],
      [{ 'paper-number': ' \u202e ' }, 'Hãy ghi số, ký hiệu'],
    ] as const) {
      const refused = await enter(change);
      expect([refused.statusCode, refused.body.includes(told)], told).toEqual([422, true]);
      // What was typed is on the page again: the paper's own boxes, and the form.
      expect(refused.body).toContain('value="15-CV/HU"'.slice(0, 'paper-number' in change ? 5 : 99));
      expect(refused.body).toContain('Người 1 của Huyện uỷ Hải Hậu');
    }
    expect(await createStore(database()).latestOfAll(CAMPAIGN)).toEqual([]);
    const entered = await enter({});
    expect(entered.statusCode, entered.body.slice(0, 300)).toBe(303);
    const stored = await createStore(database()).byId(idOf(entered));
    expect(stored).toMatchObject({
      unit: HAI_HAU.id,
      sentBy: COMMITTEE_1,
      paper: { number: '15-CV/HU', date: '2023-04-03' },
      judgedAt: '2023-04-04T09:00:00.000Z',
    });
    expect(stored?.findings.filter(({ rule }) => rule === 'window')).toEqual([]);
    expect((await committee.get(`/committee/desk?form=${NOMINATION}`)).body).toContain(
      'Văn bản giấy số 15-CV/HU, ngày 03/4/2023',
    );
    expect((await (await officerOf(HAI_HAU)).get(`/received/${idOf(entered)}`)).statusCode).toBe(200);
  });

  describe('warns of a paper whose number and date stand under another answer', () => {
    const enter = (unit: Unit, fields: Record<string, string> = {}, individuals?: number) => {
      const { submission, files } = nominationOf(rulebook, unit, individuals);
      const all = {
        _csrf: committee.token,
        form: NOMINATION,
        period: '',
        unit: unit.id,
        'paper-number': '05-CV/HU',
        'paper-date': '03/4/2023',
        'paper-arrived': '16:00 04/4/2023',
        submission: JSON.stringify(submission),
        ...fields,
      };
      const { payload, type } = multipart(all, all.form === REPORT ? [] : files);
      const headers = { cookie: committee.cookie, 'content-type': type };
      return portal.app.inject({ method: 'POST', url: '/committee/paper', payload, headers });
    };
    const TOLD = 'Văn bản số 05-CV/HU, ngày 03/4/2023 đã được nhập cho:';
    const CONFIRMED = { 'paper-same': 'số 05-CV/HU, ngày 03/4/2023' };
    beforeEach(async () => {
      await clock(AFTERWARDS);
      await committee.get(`/committee/paper?form=${NOMINATION}&unit=${HAI_HAU.id}`);
      expect((await enter(HAI_HAU)).statusCode).toBe(303);
    });

    it('of another unit or form, named; what was typed stays; the officer may say that it is right', async () => {
      const told = await enter(Y_YEN);
      expect(told.statusCode).toBe(422);
      expect(told.body.replace(/\s+/g, ' ')).toContain(TOLD);
      expect(told.body).toContain('Huyện uỷ Hải Hậu, ');
      expect(told.body).toContain('Người 1 của Huyện uỷ Ý Yên');
      expect(told.body).toContain('value="05-CV/HU"');
      const other = { form: REPORT, submission: JSON.stringify(reportOf(rulebook, HAI_HAU, 3)) };
      expect((await enter(HAI_HAU, other)).statusCode).toBe(422);
      expect((await enter(HAI_HAU, { ...other, ...CONFIRMED })).statusCode).toBe(303);
      expect((await enter(Y_YEN, CONFIRMED)).statusCode).toBe(303);
      const both = (await enter(DET)).body;
      for (const { name } of [HAI_HAU, Y_YEN]) expect(both).toContain(`${name}, `);
    });

    it.each([
      ['typed otherwise', { 'paper-number': 'Số 5 - cv/hu' }, 422],
      ['confirmed for another number', { 'paper-same': 'số 06-CV/HU, ngày 03/4/2023' }, 422],
      ['of another number', { 'paper-number': '15-CV/HU' }, 303],
      ['of another date', { 'paper-date': '02/4/2023' }, 303],
    ])('%s', async (_what, change, status) => {
      expect((await enter(Y_YEN, change)).statusCode).toBe(status);
    });

    it('but not of the same unit’s correction, nor of what was taken back or superseded', async () => {
      const correct = (number: string, revision: number) => {
        const { submission } = nominationOf(rulebook, HAI_HAU, 1);
        return enter(HAI_HAU, { 'paper-number': number, submission: JSON.stringify({ ...submission, revision }) }, 1);
      };
      expect((await correct('05-CV/HU', 2)).statusCode).toBe(303);
      expect((await correct('06-CV/HU', 3)).statusCode).toBe(303);
      expect((await enter(Y_YEN)).statusCode).toBe(303);
    });

    it('and keeps what the officer said while the form itself is to be mended', async () => {
      const { submission } = nominationOf(rulebook, Y_YEN);
      submission.nominees![0]!['name'] = null;
      const refused = await enter(Y_YEN, { ...CONFIRMED, submission: JSON.stringify(submission) });
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toMatch(/id="paper-same"[^>]*checked/);
    });
  });

  it.each([
    ['what a unit saved', (text: string) => text, 200],
    ['what is no JSON', () => '{', 422],
    ['another form’s', (text: string) => text.replace(NOMINATION, REPORT), 422],
  ])('reads into the form %s', async (_what, change, status) => {
    const { submission } = nominationOf(rulebook, HAI_HAU);
    const fields = { _csrf: committee.token, form: NOMINATION, period: '', unit: HAI_HAU.id };
    const bytes = Buffer.from(change(JSON.stringify(submission)));
    const { payload, type } = multipart(fields, [{ name: 'de-nghi.json', bytes }]);
    const headers = { cookie: committee.cookie, 'content-type': type };
    const read = await portal.app.inject({ method: 'POST', url: '/committee/import', payload, headers });
    expect(read.statusCode).toBe(status);
    expect(read.body.includes('Người 1 của Huyện uỷ Hải Hậu')).toBe(status === 200);
  });

  describe('a workbook that came with the paper', () => {
    const enclosed = async (cells: Readonly<Record<string, string>>): Promise<Buffer> => {
      const { tables: _, ...blank } = reportOf(rulebook, HAI_HAU, 0);
      const { bytes } = await exportDocument(rulebook, blank, { document: 'bieu-mau', format: 'xlsx' });
      const files = unzipSync(bytes);
      const sheet = 'xl/worksheets/sheet1.xml';
      const filled = Object.entries(cells).reduce(
        (xml, [cell, typed]) =>
          xml.replace(
            new RegExp(`<c r="${cell}" s="(\\d+)"/>`),
            `<c r="${cell}" s="$1" t="inlineStr"><is><t>${typed}</t></is></c>`,
          ),
        strFromU8(files[sheet]!),
      );
      return Buffer.from(zipSync({ ...files, [sheet]: strToU8(filled) }));
    };
    const post = (url: string, fields: Record<string, string>, files: Upload[] = []) => {
      const all = { _csrf: committee.token, form: REPORT, period: '', unit: HAI_HAU.id, ...fields };
      const { payload, type } = multipart(all, files);
      const headers = { cookie: committee.cookie, 'content-type': type };
      return portal.app.inject({ method: 'POST', url, payload, headers });
    };
    const read = (bytes: Buffer, name = 'phu-luc.xlsx') => post('/committee/import', {}, [{ name, bytes }]);
    const inForm = (page: LightMyRequestResponse): Submission =>
      JSON.parse(/id="kl01-data">(.*?)<\/script>/s.exec(page.body)![1]!).value;

    it('is read into the form and entered with the paper’s number and date', async () => {
      const page = await read(await enclosed({ C11: '1.234', C12: '15' }));
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain('chưa đọc được');
      const value = inForm(page);
      expect(value.unit).toMatchObject({ id: HAI_HAU.id, name: HAI_HAU.name });
      expect(value.tables?.['t1']).toMatchObject({ 'nam-2021': { 'tong-so': 1234 }, 'nam-2022': { 'tong-so': 15 } });
      // A workbook has no place for the report's text: the officer types it.
      const { sections } = reportOf(rulebook, HAI_HAU, 0);
      const entered = await post('/committee/paper', {
        'paper-number': '21-BC/HU',
        'paper-date': '2023-03-24',
        'paper-arrived': '2023-03-26T10:00',
        submission: JSON.stringify({ ...value, sections }),
      });
      expect(entered.statusCode, entered.body.slice(0, 500)).toBe(303);
      const stored = await createStore(database()).byId(idOf(entered));
      expect(stored).toMatchObject({ unit: HAI_HAU.id, paper: { number: '21-BC/HU', date: '2023-03-24' } });
      expect(valueAt(stored?.body, '/tables/t1/nam-2021')).toMatchObject({ 'tong-so': 1234 });
    });

    it('says what it has no place for', async () => {
      const page = (await read(await enclosed({ C11: '15' }))).body;
      const [, leftOut] = /Bảng tính không có chỗ cho các nội dung sau.*?<ul[^>]*>(.*?)<\/ul>/s.exec(page)!;
      expect(leftOut).toContain('<li>Nội dung theo đề cương</li>');
    });

    it('with a wrong cell names it and keeps what stands there', async () => {
      const page = await read(await enclosed({ C11: '12 cuộc', C12: '15' }));
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('Có 1 ô của bảng tính chưa đọc được');
      expect(page.body).toMatch(/Ô I!C11 [^<]*“12 cuộc” không phải là số/);
      expect(inForm(page).tables?.['t1']).toMatchObject({
        'nam-2021': { 'tong-so': '12 cuộc' },
        'nam-2022': { 'tong-so': 15 },
      });
    });

    it.each<[string, string, () => Promise<Buffer> | Buffer]>([
      ['a picture', 'phu-luc.png', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
      ['a picture called a workbook', 'phu-luc.xlsx', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
      [
        'some other workbook',
        'so-lieu.xlsx',
        () => Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })),
      ],
      ['half of the file', 'phu-luc.xlsx', async () => (await enclosed({})).subarray(0, 5000)],
    ])('is refused when it is %s', async (_what, name, bytes) => {
      const page = await read(await bytes(), name);
      expect(page.statusCode).toBe(422);
      expect(page.body).toContain('Không đọc được tệp này');
      // On the page where it was chosen, to go on from.
      expect(page.body).toContain('name="paper-number"');
    });
  });

  it('counts the sets of paper received, and keeps what it counted before', async () => {
    const sets = (seen: string, count: string, on = '2023-03-20') =>
      committee.post('/committee/sets', desk(NOMINATION, { unit: HAI_HAU.id, seen, count, on }));
    expect((await sets('0', '4')).statusCode).toBe(303);
    expect((await sets('1', '5')).statusCode).toBe(303);
    expect((await sets('1', '6')).statusCode).toBe(409);
    for (const [count, on] of [
      ['-1', '2023-03-20'],
      ['1.5', '2023-03-20'],
      ['1001', '2023-03-20'],
      ['', '2023-03-20'],
      ['3', '2023-02-30'],
      ['3', '2023-03-28'],
    ] as const) {
      const refused = await sets('2', count, on);
      expect([refused.statusCode, refused.body.includes('Chưa ghi: 1 nội dung cần sửa')], `${count}, ${on}`).toEqual([
        422,
        true,
      ]);
      expect(refused.body).toContain(`value="${count}"`);
    }
    const log = (await committee.get('/committee/acts')).body;
    expect(log).toContain('Nhận 5 bộ giấy của Huyện uỷ Hải Hậu');
    expect(log).toContain('Nhận 4 bộ giấy của Huyện uỷ Hải Hậu');
  });

  it('adds the reports up and shows for any number the units behind it, and every unit’s words', async () => {
    await report(HAI_HAU, 10);
    await report(DET, 5);
    await clock(LATE);
    await report(Y_YEN, 7);
    const page = (await committee.get(`/committee/consolidated?form=${REPORT}&table=t1&row=nam-2021&column=tong-so`))
      .body;
    expect(page).toContain('Tổng hợp từ báo cáo của 3 đơn vị.');
    expect(page).toMatch(/Gửi muộn, vẫn tính: Huyện uỷ Ý Yên/);
    expect(page).toContain('>22</a>');
    const behind = /id="units".*?<\/section>/s
      .exec(page)![0]
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(behind).toMatch(/Huyện uỷ Hải Hậu 10 .*Huyện uỷ Ý Yên 7 .*Đảng uỷ Dệt 5 /);
    expect(page).toContain('Huyện uỷ Hải Hậu đã lãnh đạo, chỉ đạo.');
  });

  it('says of each table how many units have sent and in how many of them anything stands', async () => {
    await report(HAI_HAU, 10);
    await (await officerOf(DET)).send({ ...reportOf(rulebook, DET, 5), tables: {} });
    const page = (await committee.get(`/committee/consolidated?form=${REPORT}`)).body;
    const saidOf = (table: string): string =>
      new RegExp(`id="${table}">.*?</h2>\\s*<p[^>]*>([^<]*)</p>`, 's').exec(page)![1]!.trim();
    const due = body.units.length;
    expect(saidOf('t1')).toBe(`2/${due} đơn vị đã gửi, 1 đơn vị có số liệu trong biểu này.`);
    expect(saidOf('t4')).toBe(`2/${due} đơn vị đã gửi, 0 đơn vị có số liệu trong biểu này.`);
  });

  it('tells everywhere alike of what was given back: not unsent, with one deadline', async () => {
    const reported = idOf(await report(HAI_HAU, 10));
    await report(DET, 5);
    const until = '2023-04-10T17:00';
    const back = { form: REPORT, period: '', seen: '0', unit: HAI_HAU.id, submission: reported, reason: 'Sửa.', until };
    expect((await committee.post('/committee/return', back)).statusCode).toBe(303);
    const consolidated = (await committee.get(`/committee/consolidated?form=${REPORT}`)).body;
    expect(consolidated).toContain('Đã trả lại, chờ gửi lại: Huyện uỷ Hải Hậu.');
    expect(consolidated).not.toMatch(/>Chưa gửi: [^<]*Huyện uỷ Hải Hậu/);

    await clock(LATE);
    const officer = await officerOf(HAI_HAU);
    const [home, form, list, detail] = await Promise.all(
      ['/', `/forms/${REPORT}`, '/received', `/received/${reported}`].map(async (url) => (await officer.get(url)).body),
    );
    const card = new RegExp(`aria-label="[^"]*"(?:(?!</section>).)*/forms/${REPORT}`, 's').exec(home!)![0];
    expect(card.split('<section').at(-1)).toMatch(/portal-state-closing">Đã trả lại, chờ gửi lại/);
    expect(card.split('<section').at(-1)).not.toMatch(/portal-state-(open|late|closed)/);
    expect(form).toMatch(/until="2023-04-10T10:00:00(\.000)?Z"/);
    expect(form).toMatch(/judged-at="2023-03-27T/);
    expect(form).not.toContain(' readonly');
    expect(list).toContain('Đã trả lại, chờ gửi lại trước 17:00');
    expect(detail).toContain('Đã trả lại, chờ gửi lại trước 17:00');
    expect(detail).not.toContain('Đang có hiệu lực');
  });

  it('what came of a unit and was withdrawn is not unsent either', async () => {
    const reported = idOf(await report(HAI_HAU, 10));
    await report(DET, 5);
    await (await officerOf(HAI_HAU)).post(`/received/${reported}/withdraw`);
    const page = (await committee.get(`/committee/consolidated?form=${REPORT}`)).body;
    expect(page).toContain('Đã rút: Huyện uỷ Hải Hậu.');
    expect(page).not.toMatch(/>Chưa gửi: [^<]*Huyện uỷ Hải Hậu/);
  });

  it('begins its own report with the sums and the units’ words; nothing of it is stored', async () => {
    await report(HAI_HAU, 10);
    await report(DET, 5);
    expect((await committee.get(`/committee/consolidated?form=${REPORT}`)).body).toContain('/committee/own-report?');
    const page = (await committee.get(`/committee/own-report?form=${REPORT}`)).body;
    const { value } = JSON.parse(/id="kl01-data">(.*?)<\/script>/s.exec(page)![1]!) as { value: Submission };
    expect(valueAt(value, '/tables/t1/nam-2021')).toMatchObject({ 'tong-so': 15 });
    expect(value.sections?.['i']).toMatch(/Huyện uỷ Hải Hậu đã lãnh đạo.*Đảng uỷ Dệt đã lãnh đạo/s);
    expect(value.unit?.name).toBe(rulebook.directive.committee.name);
    const own = (await committee.get(`/committee/own-rulebook.json?form=${REPORT}`)).json();
    expect(own.forms.map(({ id, windows }: { id: string; windows: unknown[] }) => [id, windows])).toEqual([
      [REPORT, []],
    ]);
    expect((await committee.get(`/committee/own-rulebook.json?form=${NOMINATION}`)).statusCode).toBe(404);
    expect((await committee.get(`/committee/own-report?form=${NOMINATION}`)).statusCode).toBe(404);
    // A draft of earlier sums does not take the place of later ones unasked: it goes by the revision.
    const revision = async (): Promise<number> => {
      const { body: text } = await committee.get(`/committee/own-report?form=${REPORT}`);
      return JSON.parse(/id="kl01-data">(.*?)<\/script>/s.exec(text)![1]!).value.revision;
    };
    expect(await revision()).toBe(value.revision);
    await report(Y_YEN, 1);
    expect(await revision()).not.toBe(value.revision);
    expect(await createStore(database()).latestOfAll(CAMPAIGN)).toHaveLength(3);
  });

  describe('keeps the list of awards given before', () => {
    const keep = (lines: string, seen = '0') =>
      committee.post('/committee/past-awards', desk(NOMINATION, { lines, seen }));
    const atBoard = async (): Promise<unknown> => {
      const { body: text } = await committee.get(`/committee/review?form=${NOMINATION}`);
      return JSON.parse(/id="kl01-board">(.*?)<\/script>/s.exec(text)![1]!).pastAwards;
    };

    it('typed or pasted from a spreadsheet, by words or ids; the board has it, the record keeps the list before', async () => {
      expect((await committee.get(`/committee/desk?form=${NOMINATION}`)).body).toContain('/committee/past-awards?');
      expect(await atBoard()).toEqual([]);
      const first = 'Cá nhân; Người 1 của Huyện uỷ Hải Hậu; Bằng khen của Thủ tướng Chính phủ; 2022';
      const kept = await keep(first);
      expect(kept.statusCode).toBe(303);
      const page = (await committee.get(String(kept.headers.location))).body;
      expect(page).toContain('Danh sách đang có: 1 dòng');
      expect(page).toContain('Cán bộ tiếp nhận của Tỉnh ủy (minh họa)');
      expect(page).toContain(first);
      const second = await keep(`${first}\r\n\r\ncollective\tTập thể A & B\tBK-BTGTW\t2021\r\n`, '1');
      expect(second.statusCode).toBe(303);
      expect(await atBoard()).toEqual([
        { kind: 'individual', name: 'Người 1 của Huyện uỷ Hải Hậu', award: 'bk-thu-tuong', year: 2022 },
        { kind: 'collective', name: 'Tập thể A & B', award: 'bk-btgtw', year: 2021 },
      ]);
      expect((await keep('', '1')).statusCode).toBe(409);
      const log = (await committee.get('/committee/acts')).body;
      expect(log).toContain('Danh sách đã được khen: 2 dòng');
      expect(log).toContain('Danh sách đã được khen: 1 dòng');
    });

    it('and stores nothing while a line cannot be read: each is named, what was typed stays', async () => {
      const bad = await keep(
        [
          'Cá nhân; A; Bằng khen',
          'Tổ; A; bk-btgtw; 2022',
          'Cá nhân; A; Huy hiệu <b>; 2022',
          'Cá nhân; A; bk-btgtw; 22',
          'Cá nhân;; bk-btgtw; 2022',
        ].join('\n'),
      );
      expect(bad.statusCode).toBe(422);
      for (const words of [
        'Chưa ghi: 5 dòng cần sửa',
        'Dòng 1: có 3 phần',
        'Dòng 2: không có đối tượng “Tổ”',
        'Dòng 3: văn bản không nêu hình thức khen “Huy hiệu &lt;b&gt;”',
        'Dòng 4: “22” không phải năm',
        'Dòng 5: cần có tên',
        'Tổ; A; bk-btgtw; 2022',
      ])
        expect(bad.body).toContain(words);
      expect(bad.body).not.toContain('<b>');
      expect(await database().query('select 1 from decision')).toEqual([]);
      expect((await committee.post('/committee/past-awards', desk(REPORT, { lines: '' }))).statusCode).toBe(404);
    });
  });

  it('says where no unit has to answer, instead of none of none', async () => {
    const other = await portal.visitor('lai-chau.thanh-uy.2023/committee');
    const desks = (await other.get('/committee')).body;
    expect(desks).toContain('Không đơn vị nào bắt buộc phải gửi; 0 đơn vị đã gửi.');
    expect(desks).toContain('0/11 đơn vị phải gửi đã gửi.');
    expect(desks).not.toContain('0/0');
  });

  it('leads whoever goes to an address that is posted to back to its pages', async () => {
    for (const act of ['return', 'revoke', 'sets', 'lock', 'picks', 'import']) {
      const { statusCode, headers } = await committee.get(`/committee/${act}`);
      expect([statusCode, headers.location], act).toEqual([303, '/committee']);
      expect((await (await officerOf(HAI_HAU)).get(`/committee/${act}`)).statusCode, act).toBe(403);
    }
  });

  it('says where nothing is there yet', async () => {
    for (const [url, words] of [
      ['/committee/acts', 'Chưa có việc nào.'],
      [`/committee/consolidated?form=${REPORT}`, 'Chưa có báo cáo nào được tính.'],
    ] as const) {
      const page = (await committee.get(url)).body;
      expect(page).toContain(words);
      expect(page).not.toMatch(/<table|own-report/);
    }
  });

  it('has a record of everything: who, when, what was before', async () => {
    const id = idOf(await nominate(HAI_HAU));
    await committee.post('/committee/return', giveBack(id));
    await committee.post('/committee/revoke', desk(NOMINATION, { unit: HAI_HAU.id, seen: '1' }));
    const picks = JSON.stringify([{ unit: HAI_HAU.id, nominee: `${HAI_HAU.id}-1` }]);
    await committee.post('/committee/picks', desk(NOMINATION, { selection: 'khen-60', picks }));
    await nominate(HAI_HAU, 2);
    const log = (await committee.get('/committee/acts')).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const words of [
      'Huyện uỷ Hải Hậu gửi bản số 1',
      'Trả lại Huyện uỷ Hải Hậu: Thiếu thành tích cụ thể.',
      'Thôi trả lại Huyện uỷ Hải Hậu',
      'gửi bản số 2',
      'chọn 1 – thêm Người 1 của Huyện uỷ Hải Hậu',
    ])
      expect(log).toContain(words);
  });

  it('has the record page by page, the newest first: each act once, however many there are', async () => {
    const decisions = createDecisions(database());
    const acts = 130;
    for (let seen = 0; seen < acts; seen += 1) {
      const at = new Date(Date.parse(IN_TIME) + Math.floor(seen / 3) * 60_000).toISOString();
      const sets = {
        subject: `sets/${HAI_HAU.id}`,
        seen,
        body: { count: seen, on: '2023-03-27' },
        by: COMMITTEE_1,
        at,
      };
      await decisions.decide({ rulebook: CAMPAIGN, form: NOMINATION, period: '' }, sets);
    }
    const page = async (query: string): Promise<{ counts: number[]; links: string[]; title: string }> => {
      const { body: text, statusCode } = await committee.get(`/committee/acts${query}`);
      expect(statusCode).toBe(200);
      return {
        counts: [...text.matchAll(/<strong>Nhận (\d+) bộ giấy/g)].map(([, count]) => Number(count)),
        links: [...new Set([...text.matchAll(/href="(\/committee\/acts[^"]*)"/g)].map(([, link]) => link!))],
        title: /<title>(.*?) –/.exec(text)![1]!,
      };
    };
    const pages = [await page(''), await page('?page=2'), await page('?page=3')];
    const newestFirst = Array.from({ length: acts }, (_, at) => acts - 1 - at);
    expect(pages.flatMap(({ counts }) => counts)).toEqual(newestFirst);
    expect(pages.map(({ links }) => links)).toEqual([
      ['/committee/acts?page=2', '/committee/acts?page=3'],
      ['/committee/acts?page=1', '/committee/acts?page=3'],
      ['/committee/acts?page=1', '/committee/acts?page=2'],
    ]);
    expect(pages[1]?.title).toBe('Nhật ký, Trang 2/3');
    // A number that is none is the first page, one beyond the last the last.
    for (const asked of ['abc', '0', '-1', '1.5', '1%00', '']) expect(await page(`?page=${asked}`)).toEqual(pages[0]);
    expect(await page('?page=1&page=2')).toEqual(pages[0]);
    for (const asked of ['4', '9999999']) expect(await page(`?page=${asked}`)).toEqual(pages[2]);
  });

  describe('with more units than a page holds', () => {
    const more = Array.from({ length: 130 }, (_, at) => ({
      id: `them-${at}`,
      group: 'mttq-doan-the',
      name: `Đoàn thể ${at} (giả định để thử)`,
    }));
    beforeEach(async () => {
      await portal.close();
      const crowded = await readDirectory(IN_TIME);
      const all = crowded.body(CAMPAIGN)!;
      Object.assign(all, { units: [...all.units, ...more] });
      portal = await openPortal(database(), IN_TIME, undefined, crowded);
      committee = await portal.visitor(COMMITTEE_1);
    });
    const unitsIn = async (query: string): Promise<string[]> => {
      const { body: text } = await committee.get(`/committee/desk?form=${NOMINATION}${query}`);
      return [...text.matchAll(/href="\/committee\/unit\?[^"]*unit=([^"]+)"/g)].map(([, unit]) => unit!);
    };

    it('shows each once, page by page, in the order of their groups', async () => {
      const pages = [await unitsIn(''), await unitsIn('&page=2')];
      expect(pages.map(({ length }) => length)).toEqual([100, body.units.length + more.length - 100]);
      expect(new Set(pages.flat()).size).toBe(body.units.length + more.length);
      expect(pages[0]?.[0]).toBe(HAI_HAU.id);
      expect(await unitsIn('&page=99')).toEqual(pages[1]);
    });

    it.each([
      ['by a part of the name, however it is spelt', '&find=HUYỆN ỦY  hải', [HAI_HAU.id]],
      ['by what is no name', '&find=%3Cb%3Ex', []],
      ['that answered and count', '&show=counted', [HAI_HAU.id]],
      ['that answered and do not count', '&show=waiting', [Y_YEN.id]],
      ['that did not answer, of some name', '&show=missing&find=thể 129', ['them-129']],
    ])('finds those %s', async (_what, query, found) => {
      await nominate(HAI_HAU);
      const id = idOf(await nominate(Y_YEN));
      await committee.get('/committee');
      const given = await committee.post('/committee/return', giveBack(id, { unit: Y_YEN.id }));
      expect(given.statusCode).toBe(303);
      expect(await unitsIn(encodeURI(query))).toEqual(found);
      expect((await committee.get(`/committee/desk?form=${NOMINATION}${encodeURI(query)}`)).body).not.toContain('<b>x');
    });

    it('shows what came unit by unit likewise', async () => {
      const heads = async (page: number): Promise<number> =>
        (await committee.get(`/received?page=${page}`)).body.split('<h2 class="h5"').length - 1;
      expect([await heads(1), await heads(4), await heads(5)]).toEqual([50, 1, 1]);
    });
  });

  describe('decides nothing that is no decision', () => {
    it.each([
      ['without a reason', { reason: ' ' }, 422],
      ['for a reason that nobody sees', { reason: '\u202e\u2066' }, 422],
      ['for a reason of 5,000 characters', { reason: 'a'.repeat(5000) }, 422],
      ['with a comment of 3,000 characters', { 'comment:/nominees/0': 'a'.repeat(3000) }, 422],
      ['with a comment on what was not sent', { 'comment:/nominees/7/name': 'Ai?' }, 400],
      ['until a day that is past', { until: '2023-03-01T08:00' }, 422],
      ['until 30 February', { until: '2023-02-30T08:00' }, 422],
      ['about a unit that is none', { unit: 'khong-co' }, 404],
      ['about a form that is none', { form: 'constructor' }, 404],
      ['of a version that is none', { seen: '-1' }, 400],
      ['of what was never sent', { submission: 'khong-co' }, 409],
    ])('%s', async (_what, change, status) => {
      const id = idOf(await nominate(HAI_HAU));
      const refused = await committee.post('/committee/return', giveBack(id, change));
      expect(refused.statusCode).toBe(status);
      // What was typed is there again.
      if (status === 422) expect(refused.body).toContain('Nêu rõ số liệu.');
      expect(await database().query('select 1 from decision')).toEqual([]);
    });
  });
});
