/**
 * What a host that keeps the storage contract (docs/storage-contract.md) does, point by point: the address of the point,
 * and how a client can tell from outside. What each means, and why, stands in `strings/`.
 */
export const POINTS = {
  'answer/json': 'Content-Type: application/json',
  'answer/readable': 'one JSON object in UTF-8',
  'answer/valid': '`valid` is true with 200 and false with everything else',
  'answer/reason': 'a refusal holds a finding of severity `error`',
  'answer/findings': 'each finding: `rule`, `severity`, `path`, `message`',
  'answer/no-fault': 'never 5xx',
  'answer/no-traces': 'no path or line of a program',
  'answer/nosniff': 'X-Content-Type-Options: nosniff',
  'answer/not-kept': 'Cache-Control: no-store, no-cache or private',
  'method/other': 'PUT, DELETE → 405',

  'state/shape': 'GET → 200 `{ rulebook, form, unit, now, limits, revision, submission, receipt }`',
  'state/rulebook': '`rulebook`: the id and version that we were given',
  'state/clock': '`now`: within two minutes of the clock',
  'state/limits': '`limits`: `requestBytes`, `fileBytes`, `files`',
  'state/whole': '`revision` 0 and nothing, or a submission with its receipt',
  'state/no-form': 'GET of an unknown form → 404',

  'origin/missing': 'POST without Origin, nor a token of the page → 403',
  'origin/other': 'Origin of another site → 403',
  'origin/null': 'Origin: null → 403',
  'origin/alike': 'Origin that begins or ends like the host → 403',
  'session/none': 'without the session: POST and GET → 401 or 403',
  'unit/id': 'another unit in the submission → 422 `unit`',
  'unit/group': 'another group in the submission → 422 `unit`',
  'unit/beside': 'the same, with fields and a query that say so too → 422 `unit`',
  'unit/reads-own': 'GET with another unit in its query → our own',
  'other/reads-own': 'another unit: GET → nothing of ours',
  'other/receipt': 'another unit: our receipt → 403 or 404',
  'other/file': 'another unit: our file → 403 or 404',
  'other/known-file': 'another unit announces our file without its bytes → 422 `upload/missing`',

  'text/no-form': 'JSON as the body → 400 or 415',
  'text/missing': 'no `submission` → 400',
  'text/empty': 'an empty `submission` → 400',
  'text/not-json': 'not JSON → 400',
  'text/not-utf8': 'bytes that are not UTF-8 → 400',
  'text/deep': '100,000 levels → 400',
  'text/number': '2^53 → 400',
  'text/surrogate': 'half of a pair → 400',
  'text/large': 'more than 5,000,000 bytes → 400 or 413',
  'text/values': 'more than 100,000 values → 400 or 413',

  'judge/valid': 'a valid submission → 200',
  'judge/rulebook': 'another rulebook → 422 `rulebook`',
  'judge/form': 'an unknown form → 422 `form`',
  'judge/no-object': 'a list, text, number, null → 422 `schema`',
  'judge/unknown': 'a member that the schema does not know → as `kl01 check`',
  'judge/type': 'values of other types → as `kl01 check`',
  'judge/removed': 'each member removed → as `kl01 check`',
  'judge/blank': 'each text blank → as `kl01 check`',
  'judge/repeated': 'items of lists repeated → as `kl01 check`',
  'judge/prototype': '`__proto__`, `constructor` → as `kl01 check`',
  'judge/sentences': 'the sentences that stand in the rulebook',
  'late/refused': 'after the deadline → 422, as `kl01 check`',
  'late/claims': 'the same, with other clocks in fields, query and headers → 422',
  'late/reads': 'after the deadline: GET → 200',

  'revision/next': 'the stored revision + 1 → 200',
  'revision/shown': 'GET → that revision, the same content',
  'revision/again': 'the one after it → 200, and GET shows it',
  'revision/taken': 'a stored revision, other content → 409, nothing changes',
  'revision/ahead': 'the stored revision + 2 → 409, nothing changes',
  'revision/missing': 'no revision → 409 or 422, nothing changes',
  'revision/odd': '0, −1, 1.5, 2^53 − 1, a text → 409 or 422, nothing changes',
  'revision/told': '409 holds `revision`: the stored one',
  'revision/kept': 'an older receipt still gives its own content',

  'duplicate/receipt': 'the same content and revision again → 200, the same receipt',
  'duplicate/once': 'after that, the revision is the same',
  'duplicate/order': 'the same, its members in another order → 200, the same receipt',
  'duplicate/older': 'an older one again → 200, its own receipt; what stands stays',
  'duplicate/at-once': 'the same four times at once → 200, one receipt',

  'lock/one': 'eight contents of one revision at once → one 200',
  'lock/others': 'the others → 409',
  'lock/stands': 'GET → the one that was told 200',
  'lock/goes-on': 'the next revision → 200',

  'receipt/shape': '`receipt`: `id`, `revision`, `receivedAt`, `href`, `files`',
  'receipt/time': '`receivedAt`: between the clocks before and after',
  'receipt/own': 'another id for each revision',
  'receipt/id': 'an id of 16 characters or more',
  'receipt/read': 'GET of `href` → `{ submission, receipt }`, the same',
  'receipt/unknown': 'GET of an id that is none → 404',

  'file/kept': 'announced and sent → 200; GET of its `href` → the same bytes',
  'file/receipt': '`files` of the receipt: `sha256`, `size`, `href` of each',
  'file/bytes': 'line ends, zero bytes and what looks like a boundary arrive as sent',
  'file/name': 'sent under another name, or one like a path → 200',
  'file/missing': 'announced, not sent → 422 `upload/missing`',
  'file/place': '`path` of that finding: the list it is announced in',
  'file/changed': 'one byte differs → 422 `upload/missing`',
  'file/unannounced': 'sent, not announced → 422 `upload/unannounced`',
  'file/again': 'kept by an earlier revision, not sent again → 200, still there',
  'file/twice': 'announced in two entries, sent once → 200',
  'file/download': 'GET: Content-Disposition attachment, nosniff, not text/html',
  'file/unknown': 'GET of a digest that is none → 404',
  'file/no-path': 'GET of a path in its place → 400 or 404',
  'limit/file': 'a file larger than `fileBytes` → 413 or 422',
  'limit/files': 'more than `files` → 413 or 422',
  'limit/request': 'more than `requestBytes` → 413',

  'killed/half': 'cut off within the post: nothing is stored',
  'killed/short': 'a post that ends within the submission, or within a file → 400 or 422, nothing is stored',
  'killed/answer': 'cut off before the answer, sent again → 200; stored once',
  'killed/alive': 'after that, others are answered',

  'content/letters': 'decomposed and rare letters come back as sent',
  'content/markup': 'quotes, backslashes, markup, SQL come back as sent',

  'desk/lists': 'GET → `{ received: [{ submission, at, unit, receipt }] }`, ours among them',
  'desk/last': 'of each unit the last revision alone',
  'desk/judged': 'each of them is valid as `kl01 check` judges it at `at`',
  'desk/officers': 'a unit’s session → 401 or 403',
} as const satisfies Record<string, string>;

/** Address of a point, such as `lock/one`. */
export type PointId = keyof typeof POINTS;

export const pointIds = Object.keys(POINTS) as PointId[];

/** The first step of a point's address: points that are tried, and told why, together. */
export type PointGroup = PointId extends `${infer Group}/${string}` ? Group : never;

export const groupOf = (point: PointId): PointGroup => point.split('/')[0] as PointGroup;
