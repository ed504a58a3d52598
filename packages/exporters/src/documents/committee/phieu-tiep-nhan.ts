import { grouped, inSentence, isoInstant, parseInstant, textIn, windows, type WindowState } from '@kl01/rules';
import type { Block, Inline, OfficialDocument, Table } from '../../model/document.js';
import { words } from '../../strings/document-words.js';
import { momentInWords } from '../parts/dates.js';
import type { DocumentKind } from '../parts/document-kind.js';
import type { Content } from '../parts/content.js';
import { filesOf, type NamedFile } from '../parts/files-of.js';
import { committeeOf } from '../parts/issuer.js';
import type { ReceivedFacts } from '../parts/facts.js';
import { counted, orUnknown, sentence, textCell, textOf } from '../parts/text.js';

/** Phiếu tiếp nhận: what arrived, when, which revision, whether on time. */
export const phieuTiepNhan: DocumentKind = {
  id: 'phieu-tiep-nhan',
  issuedBy: 'committee',
  from: { received: { pages: make } },
};

function make(facts: ReceivedFacts): Content<OfficialDocument> {
  const said = words.receipt;
  const { rulebook, form, unit, submission } = facts;
  const period = form.view.periods.find(({ id }) => id === submission['period'])?.label;
  const name = textOf(unit['name']) ?? rulebook.units.find(({ id }) => id === unit['id'])?.label;
  const window = windowOf(facts);
  const [at, printed] = [facts.at, facts.now ?? facts.at].map((instant) =>
    isoInstant(parseInstant(instant), rulebook.utcOffset),
  ) as [string, string];
  const committee = committeeOf({ ...facts, issuer: { date: printed.slice(0, 10) } }, 'PTN');
  const files = filesOf(facts);
  const line = (label: string, value: Inline): Block => ({ kind: 'dash', level: 1, inlines: [`${label} `, value] });
  const revision = submission['revision'];
  return {
    model: {
      title: words.phieuTiepNhan,
      parts: [
        {
          orientation: 'portrait',
          blocks: [
            { ...committee.letterhead, number: undefined },
            { kind: 'title', name: words.phieuTiepNhan, subject: [inSentence(textIn(form.label))] },
            line(said.unit, orUnknown(name, 30)),
            ...(period ? [line(said.period, period)] : []),
            line(said.id, orUnknown(textOf(submission['id']), 24)),
            line(said.revision, typeof revision === 'number' ? String(revision) : { unknown: 6 }),
            line(said.at, momentInWords(at)),
            ...(window ? windowLines(window).map(([label, value]) => line(label, value)) : []),
            filesTable(files),
            ...(files.length > 0
              ? [
                  {
                    kind: 'paragraph',
                    as: 'table-sum',
                    inlines: sentence(said.total, { count: counted(files.length) }),
                  } as const,
                ]
              : []),
            {
              kind: 'closing',
              right: {
                kind: 'signature',
                title: [[said.receiver]],
                note: [words.signAndName],
                signer: [{ unknown: 24 }],
              },
            },
          ],
        },
      ],
    },
  };
}

/** The window at the time of arrival. */
function windowOf({ rulebook, form, unit, submission, at }: ReceivedFacts): WindowState | undefined {
  const asked = { id: textOf(unit['id']) ?? null, group: textOf(unit['group']) ?? null };
  return windows(rulebook, { now: at, form: form.id, unit: asked }).find(
    ({ period }) => period === (textOf(submission['period']) ?? null),
  );
}

/** A date that is not announced yet is neither met nor missed. */
function windowLines(window: WindowState): [label: string, value: string][] {
  const { said, meaning, state } = window;
  const { receipt } = words;
  if (state === 'unannounced') return [[receipt.window, said]];
  return [
    [receipt.window, `${said} (${meaning})`],
    [receipt.state, stateInWords(window)],
  ];
}

function stateInWords({ state }: WindowState): string {
  const { states } = words.receipt;
  if (state === 'late' || state === 'closed') return states.late;
  return state === 'upcoming' ? states.early : states.inTime;
}

function filesTable(files: readonly NamedFile[]): Table {
  const { head, none } = words.receipt;
  return {
    kind: 'table',
    columns: [
      { share: 4, align: 'center' },
      { share: 24, align: 'left' },
      { share: 22, align: 'left' },
      { share: 10, align: 'right' },
    ],
    head: [head.map(textCell)],
    rows:
      files.length > 0
        ? files.map(({ label, of, file }, index) => ({
            role: 'plain',
            cells: [
              textCell(String(index + 1)),
              { lines: [[label], ...(of ? [[{ text: of, as: 'emphasis' as const }]] : [])] },
              { lines: [[orUnknown(textOf(file['name']), 12)]] },
              textCell(sizeInWords(file['size'])),
            ],
          }))
        : [{ role: 'plain', cells: [{ lines: [[none]], across: head.length, align: 'center' }] }],
  };
}

const sizeInWords = (size: unknown): Inline =>
  typeof size === 'number' ? `${grouped(Math.max(1, Math.round(size / 1024)))} KB` : { unknown: 6 };
