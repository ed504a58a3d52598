import { expect, test } from 'vitest';
import { inSentence } from './text.js';

test.each([
  ['Là đảng viên', 'là đảng viên'],
  ['Đơn vị trực thuộc', 'đơn vị trực thuộc'],
  ['Ở cơ sở', 'ở cơ sở'],
  ['Ý kiến', 'ý kiến'],
  ['UBND quận tổ chức', 'UBND quận tổ chức'],
  ['MTTQ', 'MTTQ'],
  ['V/v báo cáo', 'V/v báo cáo'],
  ['Ban Thường vụ Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy'],
  ['Ban hành văn bản', 'ban hành văn bản'],
  ['05 tập thể', '05 tập thể'],
  ['', ''],
])('"%s" stands in a sentence as "%s"', (label, said) => expect(inSentence(label)).toBe(said));
