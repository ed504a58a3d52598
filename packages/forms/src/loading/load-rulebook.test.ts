import { expect } from '@open-wc/testing';
import { vi } from '../strings/vi.js';
import { loadingFailure, loadRulebook } from './load-rulebook.js';

/** The test server answers at `/__status/…` with that status, and at `/__late` after some seconds. */
const failures: [what: string, address: string, sentence: RegExp, detail: RegExp][] = [
  ['an address without a file', '/__status/404', /không có biểu mẫu ở địa chỉ/, /^\/__status\/404: HTTP 404$/],
  ['a session that has ended', '/__status/403', /phiên đăng nhập đã hết hạn/, /HTTP 403/],
  ['a server in trouble', '/__status/503', /máy chủ đang gặp sự cố/, /HTTP 503/],
  ['a page in place of the file', '/README.md', /gửi về một trang khác/, /^\/README\.md: /],
  ['another file', '/package.json', /không phải là bộ quy tắc/, /^\/package\.json: not a rulebook of format 1/],
  [
    'nobody at the address',
    'http://127.0.0.1:1/x.json',
    /không kết nối được với máy chủ/,
    /^http:\/\/127\.0\.0\.1:1\//,
  ],
  ['a server that does not answer in time', '/__late', /chờ quá lâu/, /^\/__late: /],
];

describe('a rulebook that does not come', () => {
  for (const [what, address, sentence, detail] of failures) {
    it(`because of ${what}, is told in words, with the address for the engineer`, async () => {
      const error: unknown = await loadRulebook(address, { withinMs: address === '/__late' ? 200 : 5000 }).then(
        () => null,
        (reason: unknown) => reason,
      );
      const told = loadingFailure(error, vi);
      expect(told.sentence).to.match(/^Không tải được biểu mẫu: /);
      expect(told.sentence).to.match(sentence);
      expect(told.detail).to.match(detail);
    });
  }
});
