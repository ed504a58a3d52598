import { Ajv } from 'ajv';
import jsonLogic from 'json-logic-js';

/**
 * The usual way: ajv compiles the form's schema, json-logic-js walks each rule, a loop joins the two.
 *
 * @param {import('@kl01/rules').RulebookForm} form
 */
export function handWired(form) {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(form.schema);
  /** @param {any} submission @param {number} minute */
  return (submission, minute) => {
    /** @type {{ rule: string, severity: string, path: string }[]} */
    const findings = [];
    if (!validate(submission)) {
      for (const path of new Set(validate.errors?.map(({ instancePath }) => instancePath))) {
        findings.push({ rule: 'schema', severity: 'error', path });
      }
    }
    for (const rule of form.rules) {
      const items = rule.each ? submission[rule.each.slice(1)] : [null];
      const seen = new Set();
      items.forEach((/** @type {unknown} */ item, /** @type {number} */ index) => {
        const data = { submission, unit: null, now: minute, item, index };
        const path = (rule.each ? `${rule.each}/${index}` : '') + rule.path;
        const ready = Object.keys(rule.needs).every((need) => jsonLogic.apply({ var: need }, data) !== null);
        if (!ready) return;
        if (rule.unique) {
          const values = JSON.stringify(rule.unique.map((read) => jsonLogic.apply({ var: read }, data)));
          if (seen.has(values)) findings.push({ rule: rule.id, severity: rule.severity, path });
          seen.add(values);
        } else if (jsonLogic.apply(/** @type {any} */ (rule.assert), data) !== true) {
          findings.push({ rule: rule.id, severity: rule.severity, path });
        }
      });
    }
    return findings;
  };
}
