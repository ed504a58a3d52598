import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostCheck, inShort, WITHOUT_SESSIONS } from '../lib/host-check.ts';
import { needs } from '../lib/needs.ts';
import { startPhpPage, type PhpPage } from '../lib/php-page.ts';
import { startServedPage, type ServedPage } from '../lib/served-page.ts';

/** The example hosts that store keep the storage contract (docs/storage-contract.md), in the eyes of `kl01 host-check`. */

const IN_TIME = '2023-03-22T08:00:00+07:00';
const TOO_LATE = '2023-04-01T00:00:00+07:00';

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
      expect(inShort(await hostCheck(host.address, IN_TIME, options))).toEqual({ fails: [], untried: WITHOUT_SESSIONS });
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
