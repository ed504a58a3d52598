import { parseInstant } from '../../calendar.js';
import { call } from './client.js';
import { isReceipt } from './host.js';
import type { Try } from './try.js';

const MINUTES_OFF = 2;

/**
 * What a host says before anything is sent.
 *
 * @param rulebook `<id>@<version>`
 * @param now      instant of the host's clock
 */
export const tryState =
  (rulebook: string, now: string): Try =>
  async ({ trial, see }) => {
    const { host, unit, form } = trial;
    const { answer, state } = await host.read();
    see('state/shape', state !== null, () => `${answer.status} ${answer.body.toString('utf8').slice(0, 120)}`);
    if (!state) return;
    see('state/shape', answer.json?.['form'] === form.id, () => `form: ${JSON.stringify(answer.json?.['form'])}`);
    see('state/rulebook', state.rulebook === rulebook, () => state.rulebook);
    const off = minutesBetween(state.now, now);
    see('state/clock', off !== null && Math.abs(off) <= MINUTES_OFF, () => state.now);
    const { requestBytes, fileBytes, files } = state.limits;
    see('state/limits', requestBytes >= fileBytes && fileBytes > 0 && files > 0, () => JSON.stringify(state.limits));
    const isWhole =
      state.revision === 0
        ? state.submission === null && state.receipt === null
        : state.submission?.['revision'] === state.revision && isReceipt(state.receipt);
    see('state/whole', isWhole, () => `revision ${state.revision}: ${JSON.stringify(state).slice(0, 120)}`);

    const unknown = await host.read({ form: 'kl01-host-check' });
    see('state/no-form', unknown.answer.status === 404, () => String(unknown.answer.status));
    const elsewhere = await host.read({ unit: 'kl01-host-check', group: 'kl01-host-check' });
    see('unit/reads-own', elsewhere.state?.unit.id === unit.id, () => JSON.stringify(elsewhere.state?.unit ?? null));
    if (Object.keys(host.options.headers).length === 0) return;
    const address = new URL(host.options.address);
    address.searchParams.set('form', form.id);
    const { status } = await call(address, { headers: { Accept: 'application/json' } });
    see('session/none', [401, 403].includes(status), () => `GET ${status}`);
  };

function minutesBetween(one: string, other: string): number | null {
  try {
    return parseInstant(one) - parseInstant(other);
  } catch {
    return null;
  }
}
