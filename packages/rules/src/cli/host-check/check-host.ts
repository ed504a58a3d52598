import type { CheckOptions } from '../../judge/check.js';
import type { Rulebook } from '../../rulebook.js';
import { isObject } from '../../values/plain.js';
import type { Lang } from '../../text.js';
import { NoAnswer, type Part } from './client.js';
import { hostCheck } from './host-check.js';
import { tally } from './observations.js';
import { groupOf, pointIds, POINTS, type PointId } from './points.js';
import { hostCheckStrings } from './strings/host-check.js';
import { NothingToSend } from './trial.js';

/** Options of the command alone. */
export interface HostCheckOptions {
  readonly late?: string | undefined;
  readonly desk?: string | undefined;
  readonly header?: readonly string[] | undefined;
  readonly 'other-header'?: readonly string[] | undefined;
  readonly 'desk-header'?: readonly string[] | undefined;
  readonly field?: readonly string[] | undefined;
  readonly 'other-field'?: readonly string[] | undefined;
}

/** The call as it was typed. */
export interface HostCheckCall extends HostCheckOptions {
  readonly address: string;
  readonly rulebook: Rulebook;
  readonly submission: unknown;
  readonly now?: string | undefined;
  readonly given?: CheckOptions['given'];
  readonly receiver?: string | undefined;
}

/** A point and what was seen of it, as `--json` gives it. */
export interface ToldPoint {
  readonly id: PointId;
  readonly result: 'holds' | 'fails' | 'untried';
  readonly what: string;
  readonly why: string;
  readonly told: string;
  readonly seen: readonly string[];
}

export interface HostReport {
  readonly address: string;
  readonly holds: number;
  readonly fails: number;
  readonly untried: number;
  readonly points: readonly ToldPoint[];
}

/** The call cannot be carried out: the message says what to do. */
export class UnusableHost extends Error {
  override readonly name = 'UnusableHost';
}

/** @throws UnusableHost */
export async function checkHost(asked: HostCheckCall, lang: Lang): Promise<HostReport> {
  const words = hostCheckStrings[lang];
  const addressOf = (text: string): URL => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol)) throw new UnusableHost(words.notAddress(text));
    return url;
  };
  const headersOf = (lines: readonly string[] = []): Record<string, string> =>
    Object.fromEntries(
      lines.map((line) => {
        const at = line.indexOf(':');
        if (at < 1) throw new UnusableHost(words.notHeader(line));
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      }),
    );
  const fieldsOf = (texts: readonly string[] = []): Part[] =>
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UnusableHost(words.notField(text));
      return { name: text.slice(0, at), content: text.slice(at + 1) };
    });
  const fields = fieldsOf(asked.field);
  const other = asked['other-header'];
  const { rulebook, submission, given, receiver, late } = asked;
  const forms = rulebook.forms.map(({ id }) => id);
  if (!isObject(submission) || !forms.includes(String(submission['form']))) throw new UnusableHost(words.noForm(forms));
  const headers = headersOf(asked.header);
  const address = addressOf(asked.address);
  try {
    const observations = await hostCheck({
      address,
      rulebook,
      submission,
      now: asked.now ?? new Date().toISOString(),
      headers,
      fields,
      given,
      receiver,
      late: late === undefined ? undefined : addressOf(late),
      other: other && { headers: headersOf(other), fields: fieldsOf(asked['other-field']) },
      desk:
        asked.desk === undefined
          ? undefined
          : {
              address: addressOf(asked.desk),
              headers: asked['desk-header'] ? headersOf(asked['desk-header']) : headers,
            },
    });
    const points = pointIds.map((id) => ({
      id,
      result: observations.resultOf(id),
      what: words.what[id],
      why: words.why[groupOf(id)],
      told: POINTS[id],
      seen: observations.seenOf(id),
    }));
    return { address: address.href, ...tally(observations), points };
  } catch (error) {
    if (error instanceof NoAnswer) throw new UnusableHost(words.noAnswer(address.href, error.message));
    if (!(error instanceof NothingToSend)) throw error;
    const told = error.findings.map(({ path, message }) => `  ${path || '/'}: ${message}`);
    throw new UnusableHost(told.length === 0 ? words.noFreeText : [words.notValid, ...told].join('\n'));
  }
}

/** The report as lines: each point, and of those that fail why they matter and what was seen. */
export function* hostReportLines({ points, holds, fails, untried }: HostReport, lang: Lang): Generator<string> {
  const words = hostCheckStrings[lang];
  const width = Math.max(...Object.values(words.result).map(({ length }) => length));
  for (const { id, result, what, why, told, seen } of points) {
    yield `${words.result[result].padEnd(width)}  ${id.padEnd(20)}  ${what}`;
    if (result !== 'fails') continue;
    yield `    ${words.because}: ${why}`;
    yield `    ${words.told}: ${told}`;
    for (const each of seen) yield `    ${words.seen}: ${each}`;
  }
  yield words.summary(holds, fails, untried);
}
