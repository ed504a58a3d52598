import { expect } from '@open-wc/testing';
import { calendarDate } from '../controls/calendar-date.js';
import { storedFrom, type Codec } from '../controls/codec.js';
import { wholeNumber } from '../controls/whole-number.js';
import { cleanText, plainText } from '../pasting/plain-text.js';

const store = ({ read }: Codec, typed: string) => storedFrom(read(typed), typed);

describe('what is typed, as it is stored', () => {
  const texts: [what: string, typed: string, stored: string | null][] = [
    ['a name', 'Nguyễn Văn A', 'Nguyễn Văn A'],
    ['decomposed letters are composed', 'Nguyễn Hoà'.normalize('NFD'), 'Nguyễn Hoà'],
    ['spaces alone are nothing', '   ', null],
    ['tabs and line ends alone are nothing', ' \t\n', null],
    ['nothing', '', null],
    ['line ends become one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['control characters go, tab and line ends stay', 'a\u0000b\u0007\tc\nd\u0085e', 'ab\tc\nd\ne'],
    ['half a surrogate pair goes, a whole one stays', 'a\ud83d b\u{1f600}', 'a b\u{1f600}'],
    ['markup is text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ];
  for (const [what, typed, stored] of texts) it(what, () => expect(plainText(typed)).to.equal(stored));

  it('keeps blanks while somebody types', () => expect(cleanText('a ')).to.equal('a '));
});

describe('dates', () => {
  const dates: [typed: string, stored: string | null][] = [
    ['5/4/2023', '2023-04-05'],
    ['05-04-2023', '2023-04-05'],
    ['5.4.2023', '2023-04-05'],
    [' 29/02/2024 ', '2024-02-29'],
    ['2023-04-05', '2023-04-05'],
    ['30/2/2023', '30/2/2023'],
    ['tháng 4', 'tháng 4'],
    ['', null],
  ];
  for (const [typed, stored] of dates)
    it(`"${typed}" is ${stored}`, () => expect(store(calendarDate(), typed)).to.equal(stored));

  it('are shown as official letters write them', () => {
    expect(['2023-04-05', '2023-02-28', '2023-12-31', 'tháng 4'].map(calendarDate().show)).to.deep.equal([
      '05/4/2023',
      '28/02/2023',
      '31/12/2023',
      'tháng 4',
    ]);
  });
});

describe('whole numbers', () => {
  const numbers: [typed: string, stored: number | string | null][] = [
    ['12', 12],
    [' 012 ', 12],
    ['0', 0],
    ['', null],
    ['1.234', '1.234'],
    ['-1', '-1'],
    ['mười', 'mười'],
  ];
  for (const [typed, stored] of numbers) {
    it(`"${typed}" is ${JSON.stringify(stored)}`, () => expect(store(wholeNumber, typed)).to.equal(stored));
  }
});
