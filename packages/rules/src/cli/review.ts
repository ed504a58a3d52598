import type { RulebookNomination, Rulebook } from '../rulebook.js';
import { ownMember } from '../values/own-member.js';
import { review, type Review } from '../committee/review.js';
import type { PastAward, Received } from '../committee/received.js';
import { kindInWords, type Picks } from '../committee/select.js';
import { committee } from './strings/cli-committee.js';
import { textIn, type Lang } from '../text.js';
import { askedFor, findingLines, type CommitteeOptions, type Told } from './committee.js';
import { readTrustedJson, UnusableInput, type Shell } from './files.js';
import { receivedFrom } from './received.js';

/** Shows the committee's view of a form's nominations, as text or JSON. */
export async function reviewFiles(paths: readonly string[], options: CommitteeOptions, shell: Shell): Promise<Told> {
  const { rulebook, form, now, units, progress } = await askedFor(options, 'nomination', shell);
  const picks = await readPicks(options.picks, shell);
  const pastAwards = await readAwards(options.awards, shell);
  const received: Received[] = [];
  for await (const item of receivedFrom(paths, { rulebook, form, now, progress }, shell)) received.push(item);
  const result = review(rulebook, received, {
    now,
    form: form.id,
    period: options.period,
    units,
    picks,
    pastAwards,
    lang: shell.lang,
  });
  return { json: result, findings: result.findings, lines: lines(rulebook, form, result, shell.lang) };
}

async function readPicks(file: string | undefined, shell: Shell): Promise<Picks | undefined> {
  if (file === undefined) return undefined;
  const picks = await readTrustedJson(file, shell);
  if (picks === null || typeof picks !== 'object' || Array.isArray(picks)) {
    throw new UnusableInput(committee[shell.lang].notMap(file));
  }
  return picks as Picks;
}

async function readAwards(file: string | undefined, shell: Shell): Promise<PastAward[] | undefined> {
  if (file === undefined) return undefined;
  const awards = await readTrustedJson(file, shell);
  if (!Array.isArray(awards)) throw new UnusableInput(committee[shell.lang].notList(file));
  return awards as PastAward[];
}

function* lines(rulebook: Rulebook, form: RulebookNomination, result: Review, lang: Lang): Generator<string> {
  const words = committee[lang];
  const { answered, late, missing, exempt } = result.units;
  const names = (ids: readonly string[]) => ids.map((id) => ownMember(result.names, id) ?? id).join('; ');
  yield words.review(textIn(form.label, lang));
  yield words.answered(answered.length, late.length, missing.length, exempt.length);
  if (late.length > 0) yield words.late(names(late));
  if (missing.length > 0) yield words.missing(names(missing));

  for (const selection of rulebook.selections.filter(({ id }) => Object.hasOwn(result.selections, id))) {
    yield `\n${selection.label}`;
    for (const { of, picked, min, max, reserved, share } of result.selections[selection.id]!) {
      const by = selection.reserved.find(({ id }) => id === reserved)?.by;
      if (reserved !== undefined) yield `  ${words.reserved(by ?? reserved, picked, max ?? 0)}`;
      else {
        const kinds = of.map((kind) => kindInWords(form, kind, lang)).join(', ');
        yield `  ${words.count(kinds, picked, words.bounds(min, max))}`;
        if (share !== undefined) yield `    ${share}`;
      }
    }
  }

  yield `\n${words.proposal(result.proposal.length)}`;
  for (const [index, { unit, reserved, nominee, late: isLate, selections }] of result.proposal.entries()) {
    const remarks = [
      kindInWords(form, nominee.kind, lang),
      unit === null
        ? reserved === null
          ? rulebook.directive.committee.name
          : words.inReserve(reserved)
        : (ownMember(result.names, unit) ?? unit),
      ...(isLate ? [words.cameLate] : []),
      ...(selections.length > 0 ? [`${words.picked}: ${selections.join(', ')}`] : []),
    ];
    const name = nominee['name'];
    yield `  ${index + 1}. ${typeof name === 'string' ? name : nominee.id} (${remarks.join('; ')})`;
  }
  yield* findingLines(result.findings, lang);
}
