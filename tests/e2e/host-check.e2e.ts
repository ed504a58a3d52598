import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostCheck, inShort, OF_THE_DESK, PACK, WITHOUT_SESSIONS } from '../lib/host-check.ts';
import { needs } from '../lib/needs.ts';
import { startPhpPage, type PhpPage } from '../lib/php-page.ts';
import { startPortalServer, type PortalServer } from '../lib/portal-server.ts';
import { startServedPage, type ServedPage } from '../lib/served-page.ts';

/** The example hosts that store keep the storage contract (docs/storage-contract.md), in the eyes of `kl01 host-check`. */

const IN_TIME = '2023-03-22T08:00:00+07:00';
const TOO_LATE = '2023-04-01T00:00:00+07:00';

describe('the portal in Node', () => {
  let host: PortalServer;
  let late: PortalServer;
  beforeAll(async () => {
    [host, late] = await Promise.all([startPortalServer(IN_TIME), startPortalServer(TOO_LATE)]);
  });
  afterAll(() => Promise.all([host?.stop(), late?.stop()]));

  it('keeps every point but those of the desk, which it makes itself', async () => {
    const [ours, theirs] = await Promise.all(
      ['a', 'b'].map((unit) => host.session(`${PACK}/dang-bo-phuong-${unit}/1`)),
    );
    const options = [
      ...['--header', `Cookie: ${ours?.cookie}`, '--field', `_csrf=${ours?.token}`],
      ...['--other-header', `Cookie: ${theirs?.cookie}`, '--other-field', `_csrf=${theirs?.token}`],
      ...['--late', `${late.address}submissions`],
    ];
    const report = await hostCheck(`${host.address}submissions`, IN_TIME, options);
    expect(inShort(report)).toEqual({ fails: [], untried: [...OF_THE_DESK, 'desk/officers'] });
  });
});

const noPhp = needs.php();

describe.skipIf(noPhp)(`the page in PHP${noPhp ? ` – ${noPhp}` : ''}`, () => {
  let host: PhpPage;
  let late: PhpPage;
  beforeAll(async () => {
    [host, late] = await Promise.all([startPhpPage(IN_TIME), startPhpPage(TOO_LATE)]);
  });
  afterAll(() => Promise.all([host?.stop(), late?.stop()]));

  it('keeps every point, and again on what is there by then', async () => {
    const options = ['--late', late.address, '--desk', `${host.address}tiep-nhan`];
    for (let time = 0; time < 2; time++) {
      expect(inShort(await hostCheck(host.address, IN_TIME, options))).toEqual({
        fails: [],
        untried: WITHOUT_SESSIONS,
      });
    }
  });
});

const noDotnet = needs.dotnet();

describe.skipIf(noDotnet)(`the handler in C#${noDotnet ? ` – ${noDotnet}` : ''}`, () => {
  let host: ServedPage;
  let late: ServedPage;
  beforeAll(async () => {
    [host, late] = await Promise.all([startServedPage('dotnet', IN_TIME), startServedPage('dotnet', TOO_LATE)]);
  });
  afterAll(() => Promise.all([host?.stop(), late?.stop()]));

  it('keeps every point, and again on what is there by then', async () => {
    const at = `${host.address}nhan-ho-so.ashx`;
    const options = ['--late', `${late.address}nhan-ho-so.ashx`, '--desk', `${host.address}tiep-nhan.ashx`];
    for (let time = 0; time < 2; time++) {
      expect(inShort(await hostCheck(at, IN_TIME, options))).toEqual({ fails: [], untried: WITHOUT_SESSIONS });
    }
  });
});
