import { grouped } from '@kl01/rules';

/** Share of the votes cast, with one decimal: "88,9%". */
export function shareOfVotes(yes?: number, no?: number): string | undefined {
  if (yes === undefined || no === undefined || yes + no <= 0) return undefined;
  return `${grouped(Math.round((yes * 1000) / (yes + no)) / 10)}%`;
}
