import type { Cite, Severity, WindowState } from '@kl01/rules';
import type { LegacyEncoding, NumberDoubt, ReadAside } from '@kl01/rules/reading';
import type { FileProblem, FindingSource } from './said.js';

/** Every sentence of the forms themselves. A directive's own words come from its rulebook. */
export interface Strings {
  yes: string;
  no: string;
  optional: string;
  choose: string;
  dateHint: string;
  /** a calendar date, `YYYY-MM-DD`, with its weekday */
  dateInWords: (day: string) => string;
  /** a limit for the writer, not judged */
  characters: (count: number, limit: number, pages: number | undefined) => string;
  severity: Record<Severity, string>;
  /** prefix of a finding: its severity and who reported it; without `from` the form itself */
  said: (severity: Severity, from: FindingSource | undefined) => string;
  /** text before the document's number; '' if an amendment names no clause */
  cite: (clause: string) => string;
  notAnswered: string;
  /** a time and a day, within a sentence */
  moment: (clock: string, day: string) => string;

  loading: string;
  failed: {
    rulebook: (reason: string) => string;
    /** the reason, at the end of that sentence */
    because: Record<'unreachable' | 'slow' | 'signedOut' | 'notFound' | 'fault' | 'notJson' | 'notRulebook', string>;
    noRulebook: string;
    unitGroup: (group: string) => string;
    lang: (lang: string) => string;
    /** the page drops files */
    enctype: string;
    form: (form: string) => string;
    formType: (form: string) => string;
    now: string;
    /** the host's `given` is no object of texts, numbers, true and false */
    given: string;
    /** ids in it that the form does not ask for */
    givenUnknown: (ids: string) => string;
    receiver: (receiver: string) => string;
    advice: string;
    tellAdministrator: string;
    /** the same if there is a button `retry` */
    retryAdvice: string;
    retry: string;
    /** before details for engineers */
    detail: string;
  };

  directive: (number: string, date: string) => string;
  award: (label: string) => string;
  achievements: (from: string | null, through: string | null) => string;
  receivedBy: (names: string) => string;
  copies: (count: number) => string;
  period: string;

  window: {
    heading: string;
    /** time left, or time since it ended */
    left: (state: WindowState['state'], minutesLeft: number | null, daysLeft: number | null) => string;
    state: Record<WindowState['state'], string>;
    choosePeriod: string;
    lateAccepted: string;
    lateRefused: string;
    /** for a plan that is sent again */
    planSent: string;
    /** returned by the receiving office, to be sent again by a deadline */
    returned: string;
    comeAgain: (until: string) => string;
    judgedAsFirst: string;
    provisional: string;
    amended: (was: string, by: Cite) => string;
  };

  unit: {
    heading: string;
    id: string;
    group: string;
    name: string;
    contact: string;
    contactHint: string;
    contactName: string;
    contactPhone: string;
    contactEmail: string;
    phoneDoubt: string;
    emailDoubt: string;
  };

  issuer: {
    heading: string;
    hint: string;
    superior: string;
    name: string;
    place: string;
    number: string;
    symbol: string;
    date: string;
    authority: string;
    title: string;
    signer: string;
    recipients: string;
    recipientsHint: string;
  };

  dossier: {
    heading: string;
    copiesOf: (count: number) => string;
    ifAny: string;
    printed: string;
    printedFromSections: string;
    either: string;
    paper: (label: string) => string;
    endorsed: (item: string, by: string) => string;
    copies: (count: number) => string;
    bound: string;
    soft: (format: string) => string;
    enclosures: string;
  };

  files: {
    choose: string;
    chooseMore: string;
    replace: string;
    remove: string;
    /** the same for screen readers, with the item */
    chooseFor: (item: string) => string;
    replaceNamed: (file: string) => string;
    removeNamed: (file: string) => string;
    removed: (file: string) => string;
    reading: (file: string) => string;
    limits: (maxFileBytes: number | null) => string;
    size: (bytes: number) => string;
    again: string;
    stored: string;
    problem: (problem: FileProblem) => string;
    uploading: (sent: number, total: number, name: string) => string;
    uploadFailed: (name: string, seconds: number | null) => string;
  };

  summary: {
    heading: (errors: number) => string;
    /** the findings shown are fixed, but others block sending */
    othersLeft: (errors: number) => string;
    /** by the server */
    refused: (errors: number) => string;
    /** by an officer who read it */
    remarks: string;
    /** the server reported something but refused nothing */
    fromServer: string;
    other: string;
    nothingLeft: string;
  };

  submit: {
    heading: string;
    button: string;
    busy: string;
    remaining: (errors: number) => string;
    /** @param why the sentence about the directive's window */
    closed: (why: string) => string;
    /** places the server refused, unchanged since */
    refused: (places: number) => string;
    /** places the receiving office objected to, unchanged since; nothing else blocks sending */
    remarks: (places: number) => string;
    /** the list of nominees is empty, as the rulebook allows */
    nobody: string;
    /** names of blank entries that do not block sending */
    blank: (names: readonly string[]) => string;
    ready: string;
    invalid: string;
    /** why the surrounding form cannot be sent before this one has loaded */
    loading: string;
    notLoaded: string;
  };

  print: {
    documents: string;
    hint: string;
    unavailable: string;
    button: (document: string, format: string) => string;
    busy: string;
    failed: string;
    done: (file: string) => string;
  };

  /** a form filled in with a spreadsheet program */
  workbook: {
    choose: string;
    chooseWord: string;
    /** problems that are not shown at first */
    more: (count: number) => string;
    unread: string;
    /** why a workbook does not belong here */
    other: Record<'form' | 'unit' | 'period', string>;
    imported: (file: string) => string;
    problems: (count: number) => string;
    leftOut: (parts: string) => string;
    undo: string;
  };

  draft: {
    restored: (when: string) => string;
    startAgain: string;
    discarded: string;
    bringBack: string;
    foundBeside: (when: string) => string;
    useDraft: string;
    dropDraft: string;
    conflict: (when: string) => string;
    useOther: string;
    keepMine: string;
    older: (version: string) => string;
    dropped: string;
    missingFiles: string;
    filesNotKept: string;
    unavailable: string;
    full: string;
    close: string;
  };

  /** `count`: number of different private-use characters in the text */
  privateSigns: (quoted: string, count: number) => string;

  /** text typed in an old font, before Unicode */
  /** buttons for what a doubtful answer may mean */
  doubt: { meansIt: (shown: string) => string; taken: (shown: string) => string };
  legacyText: {
    found: (encoding: LegacyEncoding) => string;
    convert: string;
    read: (encoding: LegacyEncoding) => string;
    putBack: string;
    isRead: string;
    isBack: string;
  };

  /** a list in a field; `label` is the field's */
  list: {
    item: (position: number) => string;
    add: (label: string) => string;
    added: (label: string, position: number) => string;
    remove: (label: string, position: number) => string;
    removed: (label: string, position: number) => string;
  };
  nominees: {
    heading: string;
    quota: string;
    noQuota: string;
    chooseGroup: string;
    or: string;
    count: (count: number) => string;
    counted: (kinds: string, count: number, min: number, max: number | null) => string;
    add: (kind: string) => string;
    full: string;
    none: string;
    unnamed: (kind: string) => string;
    position: (index: number) => string;
    missing: (count: number) => string;
    complete: string;
    remarked: string;
    refused: string;
    more: (count: number) => string;
    remove: string;
    duplicate: string;
    up: string;
    down: string;
    /** an action with the nominee's name, for screen readers */
    about: (action: string, nominee: string) => string;
    added: (kind: string, position: number) => string;
    removed: (nominee: string) => string;
    restore: string;
    restored: (nominee: string) => string;
    moved: (nominee: string, position: number, count: number) => string;
    facts: string;
    criteria: string;
    commit: (criterion: string) => string;
    exclusions: string;
    exclusionsHint: string;
    documents: string;
  };

  meeting: {
    heading: string;
    date: string;
    present: string;
    absent: string;
    chair: string;
    secretary: string;
    votes: string;
    votesHint: string;
    for: string;
    against: string;
    votesFor: (nominee: string) => string;
    votesAgainst: (nominee: string) => string;
  };

  report: {
    contents: string;
    showContents: string;
    hideContents: string;
    /** progress of the outline; optional sections are counted separately */
    progress: (written: number, due: number, optional: number) => string;
    state: Record<'written' | 'empty' | 'optional' | 'broken', string>;
    /** number of tables with any content */
    tableProgress: (begun: number, due: number) => string;
    tableState: Record<'filled' | 'part' | 'blank', string>;
    /** about one table, shown at the table */
    tableBlank: string;
    /** of a table that units add rows to */
    listBlank: string;
    outline: string;
    outlineHint: string;
    words: (count: number) => string;
    /** the button that writes `nothingSentence` into a section */
    nothing: string;
    nothingFor: (section: string) => string;
    /** part of the report, so in its language */
    nothingSentence: string;
    /** sections made visible by an answer or a cell */
    appeared: (sections: readonly string[]) => string;
    nothingWritten: (section: string) => string;
    notAsked: string;
    questions: string;
    noAnswer: string;
    tables: string;
    tablesHint: string;
    percentHint: string;
    inMeasure: (measure: string) => string;
    /** heading of a column of units of measure */
    measure: string;
  };

  deadlines: {
    loading: string;
    heading: string;
    calendar: string;
    nothingAhead: string;
    nothing: string;
    over: (count: number) => string;
    milestoneState: Record<WindowState['state'], string>;
    optional: string;
    byCommittee: string;
    ofCommittee: (committee: string, count: number) => string;
    /** before the old and the new date */
    changed: string;
    changedBy: (document: string) => string;
    withdrawnHeading: string;
    withdrawn: (document: string, date: string) => string;
    /** weekday of a calendar date, `YYYY-MM-DD` */
    weekday: (day: string) => string;
  };

  plan: {
    /** whether the person or the unit must make the plan */
    must: string;
    mustAs: (whom: string) => string;
    encouraged: string;
    dutyOpen: (fields: string) => string;
    unitDuty: Record<'must' | 'may' | 'exempt', string>;
    postsHint: string;
    noPost: string;
    highest: (post: string) => string;
    outline: string;
    due: (min: number, max: number | null) => string;
    byPost: (post: string) => string;
    counted: (count: number) => string;
    notDue: string;
    commitment: (position: number) => string;
    resultHint: string;
    add: string;
    added: (position: number) => string;
    full: string;
    remove: (position: number) => string;
    removed: string;
    restored: (position: number) => string;
  };

  /** a whole report, pasted or read from a Word file, and distributed to its sections and tables */
  reportPaste: {
    open: string;
    fromWord: string;
    reading: (fileName: string) => string;
    readFrom: (fileName: string) => string;
    notRead: (fileName: string) => string;
    /** parts of the file that could not be read */
    unreadParts: (names: readonly string[]) => string;
    values: string;
    group: (name: string, values: number) => string;
    groupUnsure: string;
    groupLeft: string;
    shown: string;
    heading: string;
    text: string;
    textHint: string;
    part: string;
    cancel: string;
    parted: (sections: number, nowhere: number, unsure: number) => string;
    piece: (position: number) => string;
    nowhere: string;
    unsure: string;
    /** what a piece is that belongs to no section */
    aside: Record<ReadAside, string>;
    asideLeft: (count: number) => string;
    whole: string;
    before: (sections: readonly string[]) => string;
    append: string;
    replace: string;
    accept: string;
    back: string;
    done: (sections: number, values: number) => string;
    left: (count: number) => string;
    undo: string;
    undone: string;
    close: string;
  };

  /** any table to be filled in */
  table: {
    keys: string;
    undo: string;
    redo: string;
    undone: string;
    redone: string;
    /** an action with its object, for screen readers */
    about: (action: string, of: string) => string;
    fillZeros: string;
    filled: (count: number, row: string) => string;
    selected: (rows: number, columns: number) => string;
    /** a number that is ambiguous or unreadable */
    doubt: (doubt: NumberDoubt, typed: string, column: string) => string;
    pasted: (news: { pasted: number; beyond: readonly unknown[]; doubtful: number }) => string;
    doubtful: (count: number) => string;
    beyond: (count: number) => string;
    unclear: (count: number) => string;
    computed: (count: number) => string;
    cut: string;
    more: (count: number) => string;
    undoPaste: string;
    closeNews: string;
    removed: (row: number) => string;
    removeRow: (row: number) => string;
    before: string;
    after: string;
    rowsShown: (from: number, to: number, all: number) => string;
    /** for a total with unreadable cells */
    unreadTotal: string;
  };
}
