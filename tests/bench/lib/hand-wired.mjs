import { Ajv } from 'ajv';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';

/**
 * The usual way: ajv compiles the form's schema, a JsonLogic library judges each rule, a loop joins the two. Both
 * generate code and run it, which no page under a strict policy may.
 *
 * @typedef {(logic: any) => (data: any) => unknown} Library
 */

/** json-logic-js walks a rule anew at each judging. @type {Library} */
export const walking = (logic) => (data) => jsonLogic.apply(logic, data);

const engine = new LogicEngine();

/** json-logic-engine builds a function of each rule beforehand. @type {Library} */
export const built = (logic) => /** @type {(data: any) => unknown} */ (engine.build(logic));

/**
 * @param {import('@kl01/rules').RulebookForm} form
 * @param {Library} library
 */
export function handWired(form, library) {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(form.schema);
  const rules = form.rules.map((rule) => ({
    ...rule,
    list: rule.each?.slice(1),
    ready: Object.keys(rule.needs).map((path) => library({ var: path })),
    values: (rule.repeats?.of ?? []).map((path) => library({ var: path })),
    holds: library(rule.assert ?? true),
  }));
  /** @param {any} submission @param {number} minute */
  return (submission, minute) => {
    /** @type {{ rule: string, severity: string, path: string }[]} */
    const findings = [];
    if (!validate(submission)) {
      for (const path of new Set(validate.errors?.map(({ instancePath }) => instancePath))) {
        findings.push({ rule: 'schema', severity: 'error', path });
      }
    }
    for (const { id, severity, list, path, ready, repeats, values, holds } of rules) {
      const items = list ? submission[list] : [null];
      const seen = new Set();
      for (let index = 0; index < items.length; index++) {
        const data = { submission, unit: null, now: minute, item: items[index], index };
        if (ready.some((read) => (read(data) ?? null) === null)) continue;
        let broken;
        if (repeats) {
          const key = JSON.stringify(values.map((read) => read(data)));
          broken = seen.has(key);
          seen.add(key);
        } else broken = holds(data) !== true;
        if (broken) findings.push({ rule: id, severity, path: (list ? `/${list}/${index}` : '') + path });
      }
    }
    return findings;
  };
}
