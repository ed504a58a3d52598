/**
 * What the database answered, without what was asked: errors of node-postgres and PGlite carry the parameters of the query
 * or the row at fault, which are whole submissions, and whoever logs or prints them keeps telephone numbers and files.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE of the server, or the code of Node for a connection; '' where there is none */
  readonly code: string;
  /** 503 where the database cannot be reached or sends everybody away: the same request may succeed in a minute */
  readonly statusCode: 500 | 503;

  constructor(error: unknown) {
    const code = codeOf(error);
    const isAway = AWAY.test(code) || (error instanceof Error && CUT_OFF.test(error.message));
    super(`the database ${isAway ? 'cannot be reached' : 'refused a query'} (${code || 'no code'})`);
    this.code = code;
    this.statusCode = isAway ? 503 : 500;
  }
}

/** What a database promises, with its failures told as `DatabaseError`. */
export async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof DatabaseError ? error : new DatabaseError(error);
  }
}

/**
 * Classes 08 and 53 (connection, resources), 57P (shut down, starting up), 57014 and 25P03 (out of time) of PostgreSQL's
 * appendix A; what Node says of a socket.
 */
const AWAY =
  /^(?:08...|53...|57P..|57014|25P03|ECONN[A-Z]+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** node-postgres has no code for these. */
const CUT_OFF =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // Tried at several addresses, each with an error of its own.
  const told = error instanceof AggregateError ? (error.errors as unknown[])[0] : error;
  return told instanceof Error && 'code' in told && typeof told.code === 'string' ? told.code : '';
}
