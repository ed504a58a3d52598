import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../lib/source-files.ts';
import { BROWSERS } from '../lib/visit-portal.ts';

/** The first example of the README, as somebody pastes it into an empty page whose server hands out the two files. */

const PUBLISHED: Record<string, [type: string, module: string]> = {
  '/assets/kl01-forms.js': ['text/javascript', '@kl01/forms/kl01-forms.js'],
  '/rulebooks/hai-phong.kien-an.2023.json': ['application/json', '@kl01/rules/rulebooks/hai-phong.kien-an.2023.json'],
};

for (const { name, missing, launch } of BROWSERS) {
  describe.skipIf(missing)(`the README's first lines in ${name}${missing ? ` – ${missing}` : ''}`, () => {
    let browser: Browser;
    let server: Server;

    beforeAll(async () => {
      [browser, server] = await Promise.all([launch(), startServer()]);
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    it('are a form that is open, and asks who answers', async () => {
      const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      page.setDefaultTimeout(10_000);
      await page.getByText('Đang nhận').first().waitFor();
      await page.getByLabel('Nhóm đơn vị').selectOption({ label: 'Các đảng bộ trực thuộc Quận ủy' });
      await page.getByRole('button', { name: 'Thêm tập thể' }).waitFor();
      expect(faults).toEqual([]);
    });
  });
}

async function startServer(): Promise<Server> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, example] = /```html\n([\s\S]*?)```/.exec(readme)!;
  const server = createServer((request, response) => {
    const published = PUBLISHED[request.url ?? ''];
    if (request.url === '/') {
      response.setHeader('Content-Security-Policy', "default-src 'self'; require-trusted-types-for 'script'");
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(`<!doctype html><meta charset="utf-8">${example}`);
    } else if (published) {
      response.setHeader('Content-Type', `${published[0]}; charset=utf-8`);
      readFile(fileURLToPath(import.meta.resolve(published[1]))).then(
        (bytes) => response.end(bytes),
        () => response.destroy(),
      );
    } else {
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
