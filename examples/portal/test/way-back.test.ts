import { describe, expect, it } from 'vitest';
import { openDatabase } from '../src/db.js';
import { wayBack } from '../src/way-back.js';
import { FORM, nomination, OFFICER_A1, openPortal, RULEBOOK } from './visitor.js';
import type { Visitor } from './visitor.js';

describe('a page to come back to after signing in is one of ours, whatever an address says', () => {
  it.each<[asked: unknown, is: string | null]>([
    [`/forms/${FORM}?period=quy-i`, `/forms/${FORM}?period=quy-i`],
    ['/received', '/received'],
    ['/committee/desk?form=a&period=', '/committee/desk?form=a&period='],
    ['/', null],
    ['/sign-out', null],
    ['/sign-in?next=/forms/a', null],
    ['/formsomething', null],
    ['https://noi-khac.example/forms/a', null],
    ['//noi-khac.example/forms/a', null],
    ['/\\noi-khac.example/forms/a', null],
    ['/\t/noi-khac.example/forms/a', null],
    ['/.//noi-khac.example', null],
    ['/forms/../sign-out', null],
    ['/forms/..//noi-khac.example', null],
    ['javascript:alert(1)', null],
    [`/forms/${'a'.repeat(600)}`, null],
    [['/forms/a'], null],
    [undefined, null],
  ])('%j', (asked, is) => expect(wayBack(asked)).toBe(is));
});

describe('whoever has lost the session comes back to the page', () => {
  const lostAt = async (visit: (stranger: Visitor) => Promise<string>): Promise<string> => {
    const database = await openDatabase({});
    const portal = await openPortal(database);
    try {
      const stranger = await portal.visitor();
      const body = await visit(stranger);
      const link = /href="([^"]+)"[^>]*>\s*Đăng nhập lại/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const page = await stranger.get(link);
      expect(page.body).toContain('Đăng nhập xong sẽ mở lại trang đang làm dở.');
      const next = /name="next" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const { headers } = await stranger.post('/sign-in', { officer: OFFICER_A1, next });
      return String(headers.location);
    } finally {
      await portal.close();
      await database.close();
    }
  };

  it('by opening it', async () => {
    const open = async (stranger: Visitor) => {
      const answer = await stranger.get(`/forms/${FORM}`);
      expect(answer.statusCode).toBe(401);
      return answer.body;
    };
    expect(await lostAt(open)).toBe(`/forms/${FORM}`);
  });

  it('by sending from it', async () => {
    const send = async (stranger: Visitor) => {
      await stranger.get(`/sign-in?directive=${RULEBOOK}`);
      const { submission, files } = nomination();
      const from = { host: 'cong.example', referer: `https://cong.example/forms/${FORM}` };
      return (await stranger.send(submission, files, from)).body;
    };
    expect(await lostAt(send)).toBe(`/forms/${FORM}`);
  });

  it('and a page elsewhere is none to come back to', async () => {
    const database = await openDatabase({});
    const portal = await openPortal(database);
    const stranger = await portal.visitor();
    const page = await stranger.get(`/sign-in?directive=${RULEBOOK}&next=//noi-khac.example/forms/a`);
    expect(page.body).not.toContain('noi-khac');
    const { headers } = await stranger.post('/sign-in', { officer: OFFICER_A1, next: '//noi-khac.example/forms/a' });
    expect(headers.location).toBe('/');
    await portal.close();
    await database.close();
  });
});
