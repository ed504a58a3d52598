import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../lib/browser.ts';
import { fillTwoNominees } from '../lib/fill-slate.ts';
import { needs } from '../lib/needs.ts';
import { ROOT } from '../lib/source-files.ts';
import { openWatched } from '../lib/watched-page.ts';

const missing = needs.java();

/** One of `javax`, one of `jakarta`. */
describe.skipIf(missing).each(['9.0.98', '10.1.34'])(
  `the page of JSP on Tomcat %s${missing ? ` – ${missing}` : ''}`,
  (version) => {
    let browser: Browser;
    let server: ChildProcess;
    let address: string;

    beforeAll(async () => {
      browser = await launchBrowser();
      server = spawn(join(ROOT, 'examples/frameworks/jsp/serve'), [version], { stdio: ['ignore', 'pipe', 'ignore'] });
      if (!server.stdout) throw new Error('serve has no output.');
      [address] = (await once(createInterface(server.stdout), 'line')) as [string];
    });
    afterAll(async () => {
      await browser?.close();
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    });

    it('takes what is valid, and refuses what is forged', async () => {
      const { page, violations } = await openWatched(browser, address);
      await fillTwoNominees(page);
      await page.evaluate(() => {
        document
          .querySelector('form')
          ?.addEventListener(
            'formdata',
            ({ formData }) =>
              formData.set('submission', String(formData.get('submission')).replace('"dang-bo"', '"chi-bo"')),
            { once: true },
          );
      });
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.getByRole('heading', { name: 'Hồ sơ chưa được nhận' }).waitFor();
      await page.getByRole('alert').getByText('Nhóm đơn vị không đúng').waitFor();
      // What was typed comes back from the draft.
      await page.getByText('Đã khôi phục nội dung đang soạn').waitFor();
      await page.getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.getByRole('heading', { name: 'Đã nhận hồ sơ' }).waitFor();
      expect(violations).toEqual([]);
      await page.context().close();
    });

    it('refuses what is no submission', async () => {
      const body = new FormData();
      body.append('submission', '{');
      expect((await fetch(address, { method: 'POST', body })).status).toBe(422);
    });
  },
);
