import { expect } from '@open-wc/testing';
import { controllerHost, type ControllerHost } from '../../test/controller-host.js';
import { ClockController } from './clock.js';

const HOUR = 60 * 60_000;

describe('the clock of a form', () => {
  const { now: wallNow } = Date;
  const { now: monotonicNow } = performance;
  let wall: number;
  let monotonic: number;
  let host: ControllerHost;
  let clock: ClockController;

  /** lets time pass; while asleep, only the wall clock advances */
  const pass = (ms: number, { asleep = false } = {}): void => {
    wall += ms;
    if (!asleep) monotonic += ms;
  };

  beforeEach(() => {
    wall = Date.UTC(2026, 0, 1);
    monotonic = 1000;
    Date.now = () => wall;
    performance.now = () => monotonic;
    host = controllerHost();
    clock = new ClockController(host);
  });
  afterEach(() => {
    Date.now = wallNow;
    performance.now = monotonicNow;
  });

  it('starts at the server’s instant and goes on from there', () => {
    clock.set('2023-03-30T23:59:00+07:00');
    expect(clock.now()).to.equal('2023-03-30T16:59:00.000Z');
    pass(90_000);
    expect(clock.now()).to.equal('2023-03-30T17:00:30.000Z');
  });

  for (const hours of [-24, -1, 1, 24]) {
    it(`does not care that the browser’s clock is ${hours} h off`, () => {
      wall += hours * HOUR;
      clock.set('2023-03-30T23:59:00+07:00');
      pass(60_000);
      expect(clock.now()).to.equal('2023-03-30T17:00:00.000Z');
    });
  }

  it('counts the hours a machine sleeps, where its monotonic clock does not', () => {
    clock.set('2023-03-30T20:00:00+07:00');
    pass(3 * HOUR, { asleep: true });
    expect(clock.now()).to.equal('2023-03-30T16:00:00.000Z');
  });

  const putRight: [what: string, ms: number][] = [
    ['years forward', 3 * 365 * 24 * HOUR],
    ['an hour back', -HOUR],
    ['a few seconds forward', 20_000],
  ];
  for (const [what, ms] of putRight) {
    it(`does not follow a browser’s clock that is put ${what} meanwhile`, () => {
      clock.set('2023-03-30T20:00:00+07:00');
      pass(ms, { asleep: true });
      expect(clock.now()).to.equal('2023-03-30T13:00:00.000Z');
    });
  }

  it('is the browser’s where the host gives no instant', () => {
    clock.set(null);
    pass(5000);
    expect(clock.now()).to.equal('2026-01-01T00:00:05.000Z');
  });

  for (const wrong of ['2023-03-30', '2023-03-30T20:00:00', '2023-13-30T20:00:00Z', 'tomorrow', '']) {
    it(`refuses now="${wrong}"`, () => {
      expect(() => clock.set(wrong)).to.throw(RangeError, wrong);
    });
  }

  it('shows the form anew when the page is looked at again, and not once it is gone', () => {
    const become = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    host.connect();
    become('hidden');
    expect(host.updates).to.equal(0);
    become('visible');
    expect(host.updates).to.equal(1);
    host.disconnect();
    become('visible');
    expect(host.updates).to.equal(1);
    Reflect.deleteProperty(document, 'visibilityState');
  });
});
