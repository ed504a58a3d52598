import { html } from '../html.js';
import type { Html, HtmlValue } from '../html.js';

export interface Bar {
  label: HtmlValue;
  value: number;
  /** displayed text; default: the value */
  words?: string;
}

/**
 * A bar chart as a table, with each number beside its bar, so that nothing depends on length alone.
 *
 * @param most value of the longest bar; default: the maximum of the list, which may be only one page
 */
export function bars(
  caption: string,
  head: readonly [label: string, value: string],
  list: readonly Bar[],
  most = mostOf(list),
): Html {
  return html`<table class="table table-sm portal-bars">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${head[0]}</th>
        <th scope="col" class="text-end">${head[1]}</th>
        <td aria-hidden="true"></td>
      </tr>
    </thead>
    <tbody>
      ${list.map(
        ({ label, value, words }) =>
          html`<tr>
            <th scope="row" class="fw-normal">${label}</th>
            <td class="text-end">${words ?? value.toLocaleString('vi-VN')}</td>
            <td aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
                <rect width="${((Math.max(0, value) / most) * 100).toFixed(1)}" height="10"></rect>
              </svg>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export const mostOf = (list: readonly Pick<Bar, 'value'>[]): number =>
  list.reduce((most, { value }) => Math.max(most, value), 1);
