import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { check } from '@kl01/rules';
import { readJson, UnreadableError } from '@kl01/rules/reading';

/**
 * Serves one page with a form in it and judges what the page posts. Nothing is stored.
 *
 *     PORT=8081 node server.mjs
 */

const RULEBOOK = '@kl01/rules/rulebooks/hai-phong.kien-an.2023.json';

/** The unit and the clock as the server knows them, whatever a post says. Yours come from the session and `new Date()`. */
const UNIT = { id: 'dang-bo-phuong-so-1', group: 'dang-bo' };
const NOW = '2023-03-22T08:00:00+07:00';

/** Bytes of a whole request; the page says the same number in `max-request-bytes`. */
const MAX_BYTES = 20_000_000;

const NOTHING_CAME =
  'Máy chủ không nhận được nội dung nào: trang được gửi khi biểu mẫu chưa hiện ra. Hãy về biểu mẫu, chờ biểu mẫu hiện ra rồi gửi lại.';

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** @type {Record<string, [type: string, file: URL]>} */
const FILES = {
  '/': ['text/html', new URL('public/index.html', import.meta.url)],
  '/received.html': ['text/html', new URL('public/received.html', import.meta.url)],
  '/received.js': ['text/javascript', new URL('public/received.js', import.meta.url)],
  '/page.css': ['text/css', new URL('public/page.css', import.meta.url)],
  '/assets/kl01-forms.js': ['text/javascript', new URL(import.meta.resolve('@kl01/forms/kl01-forms.js'))],
  '/rulebooks/hai-phong.kien-an.2023.json': ['application/json', new URL(import.meta.resolve(RULEBOOK))],
};

/** @type {import('@kl01/rules').Rulebook} */
const rulebook = JSON.parse(await readFile(fileURLToPath(import.meta.resolve(RULEBOOK)), 'utf8'));

const server = createServer((request, response) => {
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  answer(request, response).catch((error) => {
    console.error(error);
    if (response.headersSent) response.destroy();
    else show(response, 500, 'Máy chủ gặp lỗi', []);
  });
});

server.listen(Number(process.env['PORT'] ?? 8081), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}/`);
});

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  if (request.method === 'POST' && request.url === '/submissions') return receive(request, response);
  const file = request.method === 'GET' && Object.hasOwn(FILES, request.url ?? '') && FILES[request.url ?? ''];
  if (!file) return show(response, 404, 'Không có trang này', []);
  response.setHeader('Content-Type', `${file[0]}; charset=utf-8`);
  response.end(await readFile(file[1]));
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function receive(request, response) {
  // A page of another site may post here too, with the officer's cookies: only our own page is heard.
  if (request.headers.origin !== `http://${request.headers.host}`) return show(response, 403, 'Không nhận', []);
  const body = await readBody(request);
  if (body === null) return show(response, 413, 'Hồ sơ quá lớn', []);
  let submission;
  try {
    const text = await submissionIn(body, request.headers['content-type'] ?? '');
    // An old browser, or one that got no script, may send the form without what was to be filled in.
    if (text === null) return show(response, 400, 'Chưa gửi được hồ sơ', [NOTHING_CAME]);
    submission = readJson(text);
  } catch (error) {
    if (!(error instanceof UnreadableError || error instanceof TypeError)) throw error;
    return show(response, 400, 'Không đọc được hồ sơ', [error.message]);
  }
  const { valid, findings } = check(rulebook, submission, { now: NOW, unit: UNIT });
  if (valid) return void response.writeHead(303, { Location: '/received.html' }).end();
  const sentences = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  show(response, 422, 'Hồ sơ chưa được nhận', sentences);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<Buffer | null>} null when it is larger than `MAX_BYTES`; then the rest is read but not kept
 */
async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks) : null;
}

/**
 * The field `submission` of a form post. The files, `submission_files[]`, are `File`s of the same `FormData`: a server
 * that keeps them finds out by their SHA-256 which is which.
 *
 * @param {Buffer} body
 * @param {string} contentType
 * @returns {Promise<string | null>} null where the post has no such field
 * @throws {TypeError} when the body is no form post
 */
async function submissionIn(body, contentType) {
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
  const text = form.get('submission');
  return text === null ? null : String(text);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} title
 * @param {string[]} sentences text, not HTML: they may quote what was typed
 */
function show(response, status, title, sentences) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /><title>${title}</title><link rel="stylesheet" href="/page.css" /></head>
  <body>
    <h1>${title}</h1>
    <ul>${sentences.map((sentence) => `<li>${escape(sentence)}</li>`).join('')}</ul>
    <p><a href="/">Về biểu mẫu</a></p>
  </body>
</html>
`);
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
