/**
 * What the portal logs: errors alone, of each what went wrong and where in our code, a few kilobytes at most. Never what
 * somebody sent: the log is read by those who keep the machine, and kept for years.
 */
export const LOG = { level: 'error', serializers: { err: loggedError } };

/** An error without its own properties: those of libraries carry what they worked on. */
function loggedError(error: unknown): { type: string; message: string; code: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', code: '', stack: '' };
  // The engine quotes the text that it could not read.
  const message = error instanceof SyntaxError ? '' : error.message.slice(0, MOST_LETTERS);
  const code = 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 40) : '';
  // The lines of places only: those before them repeat the message.
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, message, code, stack: places.slice(0, MOST_PLACES).join('\n').slice(0, MOST_STACK) };
}

const MOST_LETTERS = 300;
const MOST_PLACES = 20;
const MOST_STACK = 3000;
