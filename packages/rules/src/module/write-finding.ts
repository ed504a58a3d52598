import { labelAt } from '../judge/check.js';
import type { Rule, RulebookForm } from '../rulebook.js';
import { textIn } from '../text.js';
import { pointerToken } from '../values/pointer.js';
import { literal, memberName, member } from './literal.js';
import type { Parts } from './parts.js';
import { writeLogic, type Reader } from './write-logic.js';

/** The statement that adds the finding of a broken rule. */
export function writeFinding(
  rule: Rule,
  form: RulebookForm,
  { reader, place }: { reader: Reader; place: string },
  parts: Parts,
): string {
  const { id, severity, path, cite, keys, each } = rule;
  const params = Object.entries(rule.params ?? {});
  const items = keys && each !== undefined ? keys.map((key) => labelAt(form, sampleOf(each, key)) ?? null) : [];
  const names = new Set([...params.map(([name]) => name), ...(items.some((item) => item !== null) ? ['item'] : [])]);
  const message = { vi: wordsOf(rule.message.vi, names), en: wordsOf(rule.message.en, names) };
  const written = `{ id: ${literal(id)}, severity: ${literal(severity)}, path: ${literal(path)}, message: { vi: ${message.vi}, en: ${message.en} }${cite ? `, cite: ${literal(cite)}` : ''} }`;
  const constant = parts.constant('RULE', written);
  const given = params.map(([name, logic]) => `${memberName(name)}: said(${writeLogic(logic, reader).code})`);
  if (items.some((item) => item !== null)) {
    const labels = parts.constant(
      'ITEMS',
      literal({
        vi: items.map((item) => item && { item: textIn(item, 'vi') }),
        en: items.map((item) => item && { item: textIn(item, 'en') }),
      }),
    );
    given.unshift(`...${labels}[lang][index]`);
  }
  return `found(findings, lang, ${constant}, ${place}, ${given.length > 0 ? `{ ${given.join(', ')} }` : '{}'});`;
}

const sampleOf = (each: string, key: string): string => `${each.replace('*', '0')}/${pointerToken(key)}`;

/** A message as a text, or as a function that puts its parameters into it. */
function wordsOf(template: string, names: ReadonlySet<string>): string {
  const parts = template.split(/\{([A-Za-z]\w*)\}/);
  const written: string[] = [];
  let text = '';
  parts.forEach((part, at) => {
    if (at % 2 === 0) text += part;
    else if (!names.has(part)) text += `{${part}}`;
    else {
      written.push(literal(text), part === 'item' ? '(p.item ?? "{item}")' : `p${member(part)}`);
      text = '';
    }
  });
  if (written.length === 0) return literal(text);
  return `(p) => ${[...written, literal(text)].join(' + ')}`;
}
