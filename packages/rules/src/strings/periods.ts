/** Names of the periods that a pack repeats. They stand beside labels of the pack, so they are in its language. */
export interface PeriodNames {
  month: (month: number, year: number) => string;
  quarter: (quarter: number, year: number) => string;
  halfYear: (half: number, year: number) => string;
  year: (year: number) => string;
  /** one that does not begin as the calendar's do */
  months: (from: readonly [month: number, year: number], through: readonly [month: number, year: number]) => string;
  labelled: (label: string, name: string) => string;
  covering: (name: string, from: string, through: string) => string;
}

const quarters = ['I', 'II', 'III', 'IV'];
const twoDigits = (number: number): string => String(number).padStart(2, '0');

export const periodNames: PeriodNames = {
  month: (month, year) => `Tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`,
  quarter: (quarter, year) => `Quý ${quarters[quarter - 1]} năm ${year}`,
  halfYear: (half, year) => `06 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  year: (year) => `Năm ${year}`,
  months: ([month, year], [lastMonth, lastYear]) =>
    `Từ tháng ${month < 3 ? twoDigits(month) : month}/${year} đến hết tháng ${lastMonth < 3 ? twoDigits(lastMonth) : lastMonth}/${lastYear}`,
  labelled: (label, name) => `${label}: ${name}`,
  covering: (name, from, through) => `${name} (số liệu từ ngày ${from} đến hết ngày ${through})`,
};
