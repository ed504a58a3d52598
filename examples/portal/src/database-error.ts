/**
 * A database error without the query: errors of node-postgres and PGlite include the parameters of the query or the
 * row, which are whole submissions, so logging them would store telephone numbers and files.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE of the server, or Node's code for a connection; '' if there is none */
  readonly code: string;
  /** 503 if the database cannot be reached or rejects all connections: the same request may succeed in a minute */
  readonly statusCode: 500 | 503;

  constructor(error: unknown) {
    const code = codeOf(error);
    const isAway = AWAY.test(code) || (error instanceof Error && CUT_OFF.test(error.message));
    super(`the database ${isAway ? 'cannot be reached' : 'refused a query'} (${code || 'no code'})`);
    this.code = code;
    this.statusCode = isAway ? 503 : 500;
  }
}

/** Awaits a database promise and converts its errors to `DatabaseError`. */
export async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof DatabaseError ? error : new DatabaseError(error);
  }
}

/**
 * Classes 08 and 53 (connection, resources), 57P (shutdown, startup), 57014 and 25P03 (timeouts) of PostgreSQL's
 * appendix A; socket errors of Node.
 */
const AWAY =
  /^(?:08...|53...|57P..|57014|25P03|ECONN[A-Z]+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** node-postgres gives these no code. */
const CUT_OFF =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // Several addresses were tried, each with its own error.
  const told = error instanceof AggregateError ? (error.errors as unknown[])[0] : error;
  return told instanceof Error && 'code' in told && typeof told.code === 'string' ? told.code : '';
}
