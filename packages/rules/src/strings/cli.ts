import type { Lang } from '../text.js';

/** What the command line says to engineers. */
export interface CliStrings {
  usage: string;
  unknownCommand: (name: string) => string;
  unreadableFile: (file: string, why: string) => string;
  notRulebook: (file: string) => string;
  noCases: (file: string) => string;
  caseFailed: (name: string, missing: readonly string[], unexpected: readonly string[]) => string;
  casesPassed: (passed: number, failed: number) => string;
  lintPassed: (pack: string) => string;
  verdict: (valid: boolean) => string;
  severity: Record<'error' | 'warning' | 'advice', string>;
  arguments: (why: string) => string;
}

const vi: CliStrings = {
  usage: `Cách dùng:
  kl01 lint PACK…                                  kiểm tra gói quy tắc
  kl01 compile PACK [-o FILE]                      biên dịch gói thành bộ quy tắc
  kl01 check PACK|RULEBOOK SUBMISSION [--now INSTANT] [--unit ID:GROUP] [--json]
  kl01 judge RULEBOOK…                             chấm từng dòng NDJSON từ đầu vào chuẩn
  kl01 test PACK…                                  chạy <gói>.cases.json
Tuỳ chọn chung: --lang vi|en
Mã kết thúc: 0 đạt, 1 có lỗi, 2 đầu vào không dùng được.`,
  unknownCommand: (name) => `Không có lệnh “${name}”.`,
  unreadableFile: (file, why) => `Không đọc được ${file}: ${why}`,
  notRulebook: (file) => `${file} không phải gói quy tắc hoặc bộ quy tắc.`,
  noCases: (file) => `Không có tệp ${file}.`,
  caseFailed: (name, missing, unexpected) =>
    [
      `✗ ${name}`,
      ...missing.map((line) => `    thiếu:  ${line}`),
      ...unexpected.map((line) => `    thừa:   ${line}`),
    ].join('\n'),
  casesPassed: (passed, failed) => `${passed} đạt, ${failed} không đạt`,
  lintPassed: (pack) => `${pack}: đạt`,
  verdict: (valid) => (valid ? 'Hợp lệ' : 'Chưa hợp lệ'),
  severity: { error: 'lỗi', warning: 'cảnh báo', advice: 'gợi ý' },
  arguments: (why) => `Tham số không đúng: ${why}`,
};

const en: CliStrings = {
  usage: `Usage:
  kl01 lint PACK…                                  look for mistakes in a pack
  kl01 compile PACK [-o FILE]                      compile a pack to a rulebook
  kl01 check PACK|RULEBOOK SUBMISSION [--now INSTANT] [--unit ID:GROUP] [--json]
  kl01 judge RULEBOOK…                             judge NDJSON from standard input, line by line
  kl01 test PACK…                                  run <pack>.cases.json
Everywhere: --lang vi|en
Exit status: 0 fine, 1 findings of severity error, 2 unusable input.`,
  unknownCommand: (name) => `There is no command “${name}”.`,
  unreadableFile: (file, why) => `Cannot read ${file}: ${why}`,
  notRulebook: (file) => `${file} is neither a rule pack nor a rulebook.`,
  noCases: (file) => `There is no file ${file}.`,
  caseFailed: (name, missing, unexpected) =>
    [
      `✗ ${name}`,
      ...missing.map((line) => `    missing:     ${line}`),
      ...unexpected.map((line) => `    unexpected:  ${line}`),
    ].join('\n'),
  casesPassed: (passed, failed) => `${passed} passed, ${failed} failed`,
  lintPassed: (pack) => `${pack}: passes`,
  verdict: (valid) => (valid ? 'Valid' : 'Not valid'),
  severity: { error: 'error', warning: 'warning', advice: 'advice' },
  arguments: (why) => `Wrong arguments: ${why}`,
};

export const cliStrings: Record<Lang, CliStrings> = { vi, en };
