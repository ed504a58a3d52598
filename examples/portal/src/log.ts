/**
 * The log contains only errors: what went wrong and where in the code, at most a few kilobytes each. Never user input:
 * logs are read by system administrators and kept for years.
 */
export const LOG = { level: 'error', serializers: { err: loggedError } };

/** An error without its additional properties: those of libraries contain the data they worked on. */
function loggedError(error: unknown): { type: string; message: string; code: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', code: '', stack: '' };
  // The engine quotes the unreadable text.
  const message = error instanceof SyntaxError ? '' : error.message.slice(0, MOST_LETTERS);
  const code = 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 40) : '';
  // Only the stack frames: the lines before them repeat the message.
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, message, code, stack: places.slice(0, MOST_PLACES).join('\n').slice(0, MOST_STACK) };
}

const MOST_LETTERS = 300;
const MOST_PLACES = 20;
const MOST_STACK = 3000;
