import type { LightMyRequestResponse } from 'fastify';
import type { Submission } from '@kl01/rules';
import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from './databases.js';
import { openPortal } from './visitor.js';
import type { TestPortal, Visitor } from './visitor.js';

const RULEBOOK = 'lai-chau.thanh-uy.2023';
const FORM = 'ke-hoach-ca-nhan';
const UNIT = `${RULEBOOK}/dang-bo-phuong-a`;
const NOW = '2023-01-05T08:00:00+07:00';

/** A valid plan of somebody of the unit; of the head of an office it goes up in a copy. */
function plan(person: string, change: (submission: Submission) => void = () => {}): Submission {
  const submission: Submission = {
    id: `ke-hoach-${person}`,
    revision: 1,
    rulebook: `${RULEBOOK}@1.0.0`,
    form: FORM,
    period: null,
    unit: { id: 'dang-bo-phuong-a', group: 'dang-bo-co-so', name: 'Đảng ủy phường A (minh họa)' },
    person: {
      id: person,
      name: `Đồng chí ${person}`,
      workplace: 'Đảng ủy phường A',
      civilServant: true,
      partyMember: false,
      headOfOffice: false,
      posts: [],
    },
    sections: Object.fromEntries(
      ['tu-tuong', 'phe-binh', 'nhan-dan', 'trach-nhiem', 'ky-luat'].map((id) => [id, `Việc riêng của ${person}.`]),
    ),
    commitments: [],
    adoption: { body: 'Chi bộ 1', date: '2023-01-04' },
  };
  change(submission);
  return submission;
}

const ofHead = (submission: Submission): void => {
  submission.person = { ...submission.person, headOfOffice: true, posts: ['bi-thu-dang-uy'] };
  submission.commitments = [{ group: 'khac-phuc', title: 'Giải quyết một việc tồn đọng.' }];
};

const idOf = ({ headers }: LightMyRequestResponse): string =>
  /^\/received\/([^?]+)/.exec(String(headers.location))?.[1] ?? '';

onBothDatabases('plans of people', (database) => {
  let portal: TestPortal;
  let member: Visitor;

  beforeEach(async () => {
    await database().query('truncate submission, content, decision cascade');
    portal = await openPortal(database(), NOW);
    member = await portal.visitor(`${UNIT}/person/dang-vien-1`);
    return () => portal.close();
  });

  it('offer a person the plan of their own and nothing of the unit’s', async () => {
    const { body } = await member.get('/');
    expect(body).toContain(`/forms/${FORM}`);
    expect(body).not.toContain('/forms/ke-hoach-tap-the');
    const form = (await member.get(`/forms/${FORM}`)).body;
    expect(form).toContain('<kl01-plan-form');
    expect(form).toContain('person-id="dang-vien-1"');
    expect((await member.get('/forms/ke-hoach-tap-the')).statusCode).toBe(404);
    expect((await member.get('/people')).statusCode).toBe(403);
  });

  it('are one for each person, corrected as revisions, with their results at the year’s end', async () => {
    expect((await member.get('/')).body).toContain('Thời hạn: đến hết ngày thứ Bảy, 14/01/2023');
    expect((await member.send(plan('dang-vien-1'))).statusCode).toBe(303);
    const head = await portal.visitor(`${UNIT}/person/bi-thu`);
    expect((await head.send(plan('bi-thu', ofHead))).statusCode).toBe(303);
    const again = await head.send(
      plan('bi-thu', (submission) => {
        ofHead(submission);
        submission.revision = 2;
        submission.commitments![0]!.result = 'Đã xong.';
      }),
    );
    expect(again.statusCode).toBe(303);
    expect((await head.get(`/forms/${FORM}`)).body).toContain('Bản sẽ gửi: bản số 3.');
    expect((await member.get(`/forms/${FORM}`)).body).toContain('Bản sẽ gửi: bản số 2.');
    expect((await member.get('/')).body).not.toContain('Thời hạn: ');
  });

  it('are taken of nobody but whoever is signed in', async () => {
    const other = await member.send(plan('bi-thu'));
    expect(other.statusCode).toBe(422);
    expect(other.body).toContain('/person/id');
    const officer = await portal.visitor(`${UNIT}/1`);
    expect((await officer.send(plan('dang-vien-1'))).statusCode).toBe(403);
    expect((await member.send({ ...plan('dang-vien-1'), form: 'bao-cao', period: 'quy-i' })).statusCode).toBe(403);
  });

  it('are read by their person and the unit’s officers, by the committee only where a copy goes up', async () => {
    const own = idOf(await member.send(plan('dang-vien-1')));
    const head = await portal.visitor(`${UNIT}/person/bi-thu`);
    const sentUp = idOf(await head.send(plan('bi-thu', ofHead)));
    const readers: [who: string, officer: string, reads: string[]][] = [
      ['the person', `${UNIT}/person/dang-vien-1`, [own]],
      ['the head', `${UNIT}/person/bi-thu`, [sentUp]],
      ['a third person', `${UNIT}/person/van-phong`, []],
      ['an officer of the unit', `${UNIT}/1`, [own, sentUp]],
      ['an officer of another unit', `${RULEBOOK}/dang-bo-xa-b/1`, []],
      ['the committee', `${RULEBOOK}/committee`, [sentUp]],
    ];
    for (const [who, officer, reads] of readers) {
      const visitor = await portal.visitor(officer);
      for (const id of [own, sentUp]) {
        const status = reads.includes(id) ? 200 : 404;
        expect((await visitor.get(`/received/${id}`)).statusCode, `${who} reads ${id}`).toBe(status);
        const document = await visitor.get(`/received/${id}/documents/ke-hoach`);
        expect(document.statusCode, `${who} prints ${id}`).toBe(status);
      }
      const list = (await visitor.get('/received')).body;
      expect(list.includes(own) && who === 'the committee', who).toBe(false);
      expect(list.includes(sentUp), who).toBe(['the head', 'the committee'].includes(who));
    }
  });

  it('are withdrawn by their person alone', async () => {
    const id = idOf(await member.send(plan('dang-vien-1')));
    const officer = await portal.visitor(`${UNIT}/1`);
    expect((await officer.post(`/received/${id}/withdraw`)).statusCode).toBe(403);
    expect((await member.post(`/received/${id}/withdraw`)).statusCode).toBe(303);
  });

  it('are listed for the unit, made and missing', async () => {
    const officer = await portal.visitor(`${UNIT}/1`);
    expect((await officer.get('/people')).body).toContain('Đã lập 0/3 kế hoạch.');
    const id = idOf(await member.send(plan('dang-vien-1')));
    const { body } = await officer.get('/people');
    expect(body).toContain('Đã lập 1/3 kế hoạch.');
    expect(body).toContain(`/received/${id}`);
    expect(body.match(/Chưa lập/g)).toHaveLength(2);
    expect((await (await portal.visitor(`${RULEBOOK}/dang-bo-xa-b/1`)).get('/people')).body).not.toContain(id);
    expect((await (await portal.visitor(`${RULEBOOK}/committee`)).get('/people')).statusCode).toBe(403);
  });

  it('the dates of the directive are shown to everybody who is signed in', async () => {
    expect((await member.get('/deadlines')).body).toContain('<kl01-deadlines');
    const calendar = await member.get('/deadlines.ics');
    expect(calendar.headers['content-type']).toContain('text/calendar');
    expect(calendar.body).toContain('DTSTART;VALUE=DATE:20230114');
    expect((await (await portal.visitor()).get('/deadlines')).statusCode).toBe(401);
  });
});
