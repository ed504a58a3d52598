import { NOTHING_TO_REPORT } from '@kl01/rules';
import { doubtInWords } from '@kl01/rules/reading';
import type { FileProblem } from './said.js';
import type { Strings } from './strings.js';
import { bytesInWords, counted, weekday } from './words.js';

const bytes = (count: number): string => bytesInWords(count, 'en-GB');
const number = (count: number): string => new Intl.NumberFormat('en-GB').format(count);

export const en: Strings = {
  yes: 'Yes',
  no: 'No',
  optional: '(optional)',
  choose: '– Choose –',
  dateHint: 'Day/month/year, for example 05/4/2023',
  dateInWords: (day) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`)),
  characters: (count, limit, pages) =>
    `${number(count)} of ${number(limit)} characters${pages === undefined ? '' : pages === 0.5 ? ' (about half a page)' : ` (about ${counted(pages, 'page', 'pages')})`}.`,
  severity: { error: 'Error', warning: 'Note', advice: 'Advice' },
  said: (severity, from) =>
    from === 'officer'
      ? 'Remark of the receiving office'
      : `${en.severity[severity]}${from === 'server' ? ' (server)' : ''}`,
  cite: (clause) => (clause === '' ? 'document' : `clause ${clause}, document`),
  notAnswered: 'not answered',
  moment: (clock, day) => `${clock} on ${day}`,

  loading: 'Loading the form…',
  failed: {
    rulebook: (reason) => `The form could not be loaded: ${reason}`,
    because: {
      unreachable: 'the server cannot be reached.',
      slow: 'the server took too long to answer.',
      signedOut: 'the server does not let it be seen, perhaps because you are signed out.',
      notFound: 'the server has no form at the address given by this page.',
      fault: 'the server is having problems.',
      notJson: 'the server sent another page instead, perhaps because you are signed out.',
      notRulebook: 'what the server sent is no rulebook of a form.',
    },
    noRulebook: 'This page does not name the rulebook of the form.',
    unitGroup: (group) => `The directive has no unit group “${group}”.`,
    lang: (lang) => `There is no language “${lang}”; the form is shown in Vietnamese. (lang="vi", lang="en")`,
    enctype: 'This page cannot send the attached files (method="post" enctype="multipart/form-data" is missing).',
    form: (form) => `The directive has no form “${form}”.`,
    formType: (form) => `The form “${form}” is of another type and cannot be shown here.`,
    now: 'The server time given by the page is not valid.',
    given: 'What the page hands over under “given” cannot be read. (given=\'{"…": "2025-03-14"}\')',
    givenUnknown: (ids) => `The form does not ask the page for “${ids}”. (given)`,
    receiver: (receiver) => `The form has no receiver “${receiver}”. (receiver)`,
    advice: 'Please reload the page; if that does not help, tell the administrator of the portal.',
    tellAdministrator: 'Please tell the administrator of the portal.',
    retryAdvice:
      'Please check your connection and press “Try again”. If that does not help, reload the page or sign in again, then tell the administrator of the portal.',
    retry: 'Try again',
    detail: 'To be told to the administrator:',
  },

  directive: (document, date) => `Document ${document} of ${date}`,
  award: (label) => `Award asked for: ${label}`,
  achievements: (from, through) =>
    from && through
      ? `Achievements counted from ${from} to the end of ${through}`
      : from
        ? `Achievements counted from ${from}`
        : `Achievements counted to the end of ${through ?? ''}`,
  receivedBy: (names) => `Received by: ${names}`,
  copies: (count) => `Copies of the dossier: ${count}`,
  period: 'Reporting period',

  window: {
    heading: 'Deadline',
    left: (state, minutesLeft, daysLeft) => {
      if (minutesLeft === null) return '';
      if (state === 'upcoming') return 'not open yet';
      if (minutesLeft <= 0) return 'over';
      if (minutesLeft < 60) return `${counted(minutesLeft, 'minute', 'minutes')} left`;
      if (daysLeft === null || daysLeft < 1) return `${Math.floor(minutesLeft / 60)} h ${minutesLeft % 60} min left`;
      return `${counted(daysLeft, 'day', 'days')} left`;
    },
    state: {
      unannounced: 'Not announced',
      upcoming: 'Not open yet',
      open: 'Open',
      closing: 'Closing soon',
      late: 'Late',
      closed: 'Closed',
    },
    choosePeriod: 'Choose the reporting period to see its deadline.',
    lateAccepted: 'What comes later is still received, but marked as late.',
    lateRefused: 'Nothing is received after this.',
    returned: 'Given back',
    comeAgain: (until) => `The receiving office gave it back; to be sent again before ${until}`,
    judgedAsFirst: 'By the directive’s deadline it is judged as of when it first came.',
    planSent: 'The plan was sent. Adding to it and writing down its results in a later revision is never late.',
    provisional: 'Provisional; may change.',
    amended: (was, by) => `Formerly: ${was}; changed by document ${by.document}.`,
  },

  unit: {
    heading: 'Submitting unit',
    id: 'Unit',
    group: 'Group of units',
    name: 'Name of the unit',
    contact: 'Contact',
    contactHint: 'For questions about the dossier.',
    contactName: 'Name of the contact',
    contactPhone: 'Telephone',
    contactEmail: 'E-mail',
    phoneDoubt: 'This does not look like a telephone number: too few digits.',
    emailDoubt: 'This does not look like an address, such as office@unit.vn.',
  },

  issuer: {
    heading: 'Printed on the documents',
    hint: 'What is left empty prints as a dotted line to be filled in by hand.',
    superior: 'Superior body',
    name: 'Issuing body',
    place: 'Place',
    number: 'Number',
    symbol: 'Symbol',
    date: 'Date of issue',
    authority: 'Signing authority',
    title: 'Title of the signer',
    signer: 'Name of the signer',
    recipients: 'Recipients',
    recipientsHint: 'One per line.',
  },

  dossier: {
    heading: 'Dossier',
    copiesOf: (count) => `${counted(count, 'copy', 'copies')} of the dossier.`,
    ifAny: '(if any)',
    printed: 'Made from what is filled in here; nothing to attach.',
    printedFromSections: 'Made from the sections written above.',
    either: 'Write all sections and have the document made, or attach a file.',
    paper: (label) => `Handed in on paper: ${label}`,
    endorsed: (item, by) => `${item} is endorsed by ${by}`,
    copies: (count) => counted(count, 'copy', 'copies'),
    bound: 'bound',
    soft: (format) => `soft copy as well (${formatName(format)})`,
    enclosures: 'Enclosures',
  },

  files: {
    choose: 'Choose a file',
    chooseMore: 'Add a file',
    replace: 'Replace',
    remove: 'Remove',
    chooseFor: (item) => `Choose a file for “${item}”`,
    replaceNamed: (file) => `Replace ${file}`,
    removeNamed: (file) => `Remove ${file}`,
    removed: (file) => `${file} removed.`,
    reading: (file) => `Reading ${file}…`,
    limits: (max) => (max === null ? '' : `At most ${bytes(max)} per file.`),
    size: bytes,
    again: 'To be chosen again',
    stored: 'Stored on the server',
    problem: fileProblem,
    uploading: (sent, total, name) => `Sending file ${sent + 1} of ${total}: ${name}…`,
    uploadFailed: (name, seconds) =>
      `${name} could not be sent. Nothing typed is lost; please send again${seconds === null ? '.' : ` in ${counted(seconds, 'second', 'seconds')}.`}`,
  },

  summary: {
    heading: (errors) => `Not sent: ${counted(errors, 'thing', 'things')} to put right`,
    othersLeft: (errors) =>
      `What was named has been put right; ${counted(errors, 'other thing', 'other things')} to complete before it can be sent`,
    refused: (errors) => `The server refused it: ${counted(errors, 'thing', 'things')} to put right`,
    remarks: 'The receiving office has remarks',
    fromServer: 'The server has notes',
    other: 'Please also note',
    nothingLeft: 'Everything has been put right. It can be sent again.',
  },

  submit: {
    heading: 'Submit',
    button: 'Submit',
    busy: 'Sending…',
    remaining: (errors) => `${counted(errors, 'thing', 'things')} to complete before it can be sent.`,
    closed: (why) => `${why} It cannot be sent now; it can still be read, copied and printed.`,
    refused: (places) =>
      `${counted(places, 'thing', 'things')} the server refused and nobody changed; sent again as it is, it may be refused again.`,
    remarks: (places) =>
      `${counted(places, 'thing', 'things')} the receiving office remarked on and nobody changed. The rest is complete; it can be sent.`,
    nobody: 'The list is empty. To send it now is to say that the unit nominates nobody.',
    blank: (names) =>
      `It can be sent, but ${counted(names.length, 'table is', 'tables are')} blank, which means not answered: ${names.join('; ')}. Write 0 where there is nothing.`,
    ready: 'Complete; it can be sent.',
    invalid: 'The form is not complete yet.',
    loading: 'Cannot be sent yet: the form is being loaded. Please wait until it is shown.',
    notLoaded: 'Cannot be sent: the form could not be loaded. Please press “Try again” or reload the page.',
  },

  print: {
    documents: 'Documents made here',
    hint: 'Made from what is shown; what is missing prints as dotted lines.',
    unavailable: 'The part that makes documents could not be loaded.',
    button: (document, format) => `${document} (${formatName(format)})`,
    busy: 'Making the document…',
    failed: 'The document could not be made. Nothing typed is lost; please try again.',
    done: (file) => `${file} is ready.`,
  },

  workbook: {
    choose: 'Read in from Excel',
    chooseWord: 'Read in from Word…',
    more: (count) => `See ${count} more`,
    unread: 'This file was not read in. What is shown stays as it is.',
    other: {
      form: 'The file belongs to another form.',
      unit: 'The file belongs to another unit.',
      period: 'The file belongs to another reporting period.',
    },
    imported: (file) => `${file} was read in. Please look it over before you send it.`,
    problems: (count) => `${count} places in the file could not be read; please fill them in here:`,
    leftOut: (parts) => `The file does not hold these; what you had typed there stays: ${parts}.`,
    undo: 'Undo reading it in',
  },

  draft: {
    restored: (when) => `Your unfinished work, kept on this computer at ${when}, is back.`,
    startAgain: 'Discard it and start again',
    discarded: 'The draft was discarded.',
    bringBack: 'Bring it back',
    foundBeside: (when) =>
      `A draft kept on this computer at ${when} differs from what is shown. It stays until you choose.`,
    useDraft: 'Use the draft',
    dropDraft: 'Keep what is shown',
    conflict: (when) =>
      `This form is open in another window too, which kept its work at ${when}. Nothing here is kept until you choose.`,
    useOther: 'Use the other window’s',
    keepMine: 'Keep what is here',
    older: (version) => `The draft was typed under an earlier version of the rules (${version}) and was carried over.`,
    dropped: 'What no longer has a place is written here, so that it is not lost:',
    missingFiles: 'Files to be chosen again:',
    filesNotKept: 'This browser does not keep chosen files: after a reload they have to be chosen again.',
    unavailable: 'This browser does not keep drafts: what is typed is lost if the page is closed before it is sent.',
    full: 'The browser’s storage is full: what is typed now is lost if the page is closed before it is sent.',
    close: 'Close this notice',
  },

  privateSigns: (quoted, count) =>
    `${count === 1 ? 'A sign that only its own font shows' : `${count} signs that only their own font shows`} would be printed as a gap: “${quoted}”. Please type it anew or write words.`,

  doubt: { meansIt: (shown) => `It means ${shown}`, taken: (shown) => `${shown} was written.` },

  legacyText: {
    found: (encoding) =>
      `This was typed in the old encoding ${encoding} (font ${encoding === 'VNI' ? 'VNI-Times' : '.VnTime'}), not in Unicode; nobody will be able to read it.`,
    convert: 'Convert to Unicode',
    read: (encoding) => `Converted from ${encoding} to Unicode. Please read it through.`,
    putBack: 'Put back as it was',
    isRead: 'Converted to Unicode.',
    isBack: 'Put back as it was.',
  },

  list: {
    item: (position) => `Entry ${position}`,
    add: (label) => `Add an entry: ${label}`,
    added: (label, position) => `Entry ${position} added: ${label}.`,
    remove: (label, position) => `Remove entry ${position}: ${label}`,
    removed: (label, position) => `Entry ${position} removed: ${label}.`,
  },
  nominees: {
    heading: 'Nominees',
    quota: 'Quota',
    noQuota: 'The directive gives this unit no quota.',
    chooseGroup: 'Choose the group of units to see the quota.',
    or: 'or',
    count: (count) => `${counted(count, 'nominee', 'nominees')} listed.`,
    counted: (kinds, count, min, max) => `${kinds}: ${count}${bounds(min, max)}`,
    add: (kind) => `Add ${kind}`,
    full: 'The quota is used up.',
    none: 'No nominee yet.',
    unnamed: (kind) => `(${kind} without a name)`,
    position: (index) => `Number ${index}`,
    missing: (count) => `${count} missing`,
    complete: 'Complete',
    remarked: 'The receiving office has remarks, not yet met',
    refused: 'Refused by the server, not changed yet',
    more: (count) => `and ${count} more`,
    remove: 'Remove',
    duplicate: 'Duplicate',
    up: 'Move up',
    down: 'Move down',
    about: (action, nominee) => `${action}: ${nominee}`,
    added: (kind, position) => `Added: ${kind}, number ${position}.`,
    removed: (nominee) => `${nominee} removed from the list.`,
    restore: 'Undo',
    restored: (nominee) => `${nominee} is back on the list.`,
    moved: (nominee, position, count) => `${nominee} is number ${position} of ${count}.`,
    facts: 'Particulars',
    criteria: 'Criteria the unit vouches for',
    commit: (criterion) => `We declare: ${criterion}`,
    exclusions: 'Cases that are not considered',
    exclusionsHint: 'Answer each one; silence does not count as “No”.',
    documents: 'Documents about the nominee',
  },

  meeting: {
    heading: 'The meeting that decided',
    date: 'Date',
    present: 'Present',
    absent: 'Absent',
    chair: 'Chair',
    secretary: 'Secretary',
    votes: 'Votes',
    votesHint: 'Optional; prints as a dotted line when empty.',
    for: 'For',
    against: 'Against',
    votesFor: (nominee) => `Votes for: ${nominee}`,
    votesAgainst: (nominee) => `Votes against: ${nominee}`,
  },

  report: {
    contents: 'Parts of the report',
    showContents: 'Show the list of parts',
    hideContents: 'Hide the list of parts',
    progress: (written, due, optional) =>
      `${written} of ${counted(due, 'section', 'sections')} written${optional > 0 ? ` (not counting ${optional} optional)` : ''}`,
    state: { written: 'Written', empty: 'Not written yet', optional: 'Optional', broken: 'Missing or to be mended' },
    tableProgress: (begun, due) => `${begun} of ${counted(due, 'table', 'tables')} with numbers`,
    tableState: { filled: 'Every cell filled', part: 'Some cells blank', blank: 'Blank, not answered' },
    tableBlank: 'This table is blank, which means not answered. Write 0 where there is nothing.',
    listBlank: 'This table has no rows yet. Writing into the blank row adds one.',
    outline: 'Text of the report, by its outline',
    outlineHint:
      'The boxes grow with the text. It may be written elsewhere and pasted here; leave a blank line between paragraphs.',
    words: (count) => counted(count, 'word', 'words'),
    nothing: 'Nothing to report',
    nothingFor: (section) => `Nothing to report: write “Không phát sinh” into section ${section}`,
    nothingSentence: NOTHING_TO_REPORT,
    appeared: (sections) =>
      sections.length > 3 ? `${sections.length} more sections to write.` : `More to write: ${sections.join('; ')}.`,
    nothingWritten: (section) =>
      `“Không phát sinh” (nothing to report) was written into section ${section}. It can be changed.`,
    notAsked: 'By what has been chosen, this section is not asked for now. Its text may be deleted.',
    questions: 'Questions of the outline',
    noAnswer: 'Leave blank',
    tables: 'Statistical tables',
    tablesHint: 'Write 0 where there is none; a blank cell means not answered.',
    percentHint: 'Shares are written in percent, for example 97,5.',
    inMeasure: (measure) => `Unit of measure: ${measure}`,
    measure: 'Unit of measure',
  },

  deadlines: {
    loading: 'Loading the dates…',
    heading: 'Dates',
    calendar: 'Put the dates into a calendar',
    nothingAhead: 'No date is ahead any more.',
    nothing: 'The directive sets this group of units no date.',
    over: (count) => `Past (${count})`,
    milestoneState: {
      unannounced: 'No date yet',
      upcoming: 'Not yet',
      open: 'Under way',
      closing: 'Last days',
      late: 'Past',
      closed: 'Past',
    },
    optional: 'Not obligatory.',
    byCommittee: 'Seen to by the committee itself.',
    ofCommittee: (committee, count) => `What the committee itself sees to: ${committee} (${count})`,
    changed: 'Changed:',
    changedBy: (document) => `(by document ${document})`,
    withdrawnHeading: 'Not to be done any more',
    withdrawn: (document, date) => `by document ${document} of ${date}`,
    weekday: (day) => weekday(day, 'en-GB'),
  },

  plan: {
    must: 'A plan must be made.',
    mustAs: (whom) => `It is asked of: ${whom}.`,
    encouraged: 'A plan is not demanded; making one is encouraged.',
    dutyOpen: (fields) => `Whether a plan must be made is not known yet; still to be answered: ${fields}.`,
    unitDuty: {
      must: 'This unit must make the plan.',
      may: 'The directive does not demand the plan of this unit; it may make one.',
      exempt: 'This unit is not asked for the plan.',
    },
    postsHint: 'Tick every post held; they are listed from the highest down.',
    noPost: 'None of these posts',
    highest: (post) => `Of several posts there is one plan, by the highest: ${post}.`,
    outline: 'Contents of the plan',
    due: (min, max) =>
      max === null
        ? `Register at least ${counted(min, 'commitment', 'commitments')}.`
        : min === 0
          ? `Up to ${counted(max, 'commitment', 'commitments')} may be registered.`
          : min === max
            ? `Register ${counted(max, 'commitment', 'commitments')}.`
            : `Register ${min} to ${max} commitments.`,
    byPost: (post) => `By the post: ${post}.`,
    counted: (count) => `There ${count === 1 ? 'is' : 'are'} ${count}.`,
    notDue:
      'By the posts chosen no commitments are asked for. What is written is kept and would be sent; it may be removed.',
    commitment: (position) => `Commitment ${position}`,
    resultHint: 'To be written when the year ends and the plan is assessed.',
    add: 'Add a commitment',
    added: (position) => `Commitment ${position} was added.`,
    full: 'There are as many commitments as may be registered.',
    remove: (position) => `Remove commitment ${position}`,
    removed: 'A commitment was removed.',
    restored: (position) => `Commitment ${position} was restored.`,
  },

  reportPaste: {
    open: 'Paste a whole report',
    fromWord: 'Import from a Word file…',
    reading: (fileName) => `Reading “${fileName}” …`,
    readFrom: (fileName) => `Read from “${fileName}”.`,
    notRead: (fileName) => `“${fileName}” could not be read.`,
    unreadParts: (names) => `Parts of the file could not be read: ${names.join('; ')}.`,
    values: 'Tables and values that were found',
    group: (name, values) => `${name} (${counted(values, 'value', 'values')})`,
    groupUnsure: 'Not certain, please check after putting it in.',
    groupLeft: 'The form has no place for:',
    shown: 'See each value',
    heading: 'Put in a whole report written elsewhere',
    text: 'The whole text',
    textHint:
      'Copy the whole report in Word and paste it here. It is parted into the sections by the numbers and titles of the outline, tables are found by their heads and rows; look it through before it goes into the report.',
    part: 'Part into sections',
    cancel: 'Cancel',
    parted: (sections, nowhere, unsure) =>
      `Parted into ${counted(sections, 'section', 'sections')}.${unsure > 0 ? ` ${counted(unsure, 'piece', 'pieces')} to look at.` : ''}${nowhere > 0 ? ` ${counted(nowhere, 'piece has', 'pieces have')} no section yet.` : ''}`,
    piece: (position) => `Piece ${position} goes into section`,
    nowhere: '– Into no section yet –',
    unsure: 'Not certain, please check.',
    aside: {
      letterhead: 'The head of the letter (offices, number, day, kind, matter): text of no section.',
      closing: 'Recipients and signature at the end of the letter: text of no section.',
      caption: 'Name, unit or note of a table that was found.',
      margin: 'Text of page headers and footers.',
      comment: 'A comment in the margin.',
      deleted: 'Text deleted while changes were tracked.',
      hidden: 'Hidden text of the file.',
      prompt: 'The prompt of a control that was not filled in.',
    },
    asideLeft: (count) => `${counted(count, 'part is', 'parts are')} no text of the report and went into no section:`,
    whole: 'See the whole piece',
    before: (sections) => `These sections hold text already: ${sections.join('; ')}`,
    append: 'Write behind what is there',
    replace: 'Replace what is there',
    accept: 'Put into the report',
    back: 'Back to the whole text',
    done: (sections, values) =>
      `Written into ${counted(sections, 'section', 'sections')}${values > 0 ? `, with ${counted(values, 'value', 'values')}` : ''}.`,
    left: (count) => `${counted(count, 'piece went', 'pieces went')} into no section; kept here so as not to be lost:`,
    undo: 'Undo putting it in',
    undone: 'Putting in the report was undone.',
    close: 'Close',
  },

  table: {
    keys: 'Move with arrow keys, Enter and Tab. A block of cells can be pasted from Excel or LibreOffice Calc.',
    undo: 'Undo',
    redo: 'Redo',
    undone: 'Undone.',
    redone: 'Done again.',
    about: (action, of) => `${action}: ${of}`,
    fillZeros: 'Write 0 into blank cells',
    filled: (count, row) => `0 was written into ${counted(count, 'blank cell', 'blank cells')} of row ${row}.`,
    selected: (rows, columns) => `${counted(rows, 'row', 'rows')}, ${counted(columns, 'column', 'columns')} selected.`,
    doubt: (doubt, typed, column) => doubtInWords(doubt, `${column}: “${typed}”`, 'en'),
    pasted: ({ pasted }) => `${counted(pasted, 'cell', 'cells')} pasted.`,
    doubtful: (count) => `${counted(count, 'number is', 'numbers are')} unclear and marked in the table.`,
    beyond: (count) => `${counted(count, 'value lies', 'values lie')} beyond the table and were not pasted:`,
    unclear: (count) => `${counted(count, 'tick was', 'ticks were')} left as it was, neither yes nor no:`,
    computed: (count) => `${counted(count, 'computed cell', 'computed cells')} with another result than was pasted:`,
    cut: 'The block is too large; its end was not read. Please copy the cells of this table only.',
    more: (count) => `and ${count} more`,
    undoPaste: 'Undo the paste',
    closeNews: 'Close',
    removed: (row) => `Row ${row} removed.`,
    removeRow: (row) => `Remove row ${row}`,
    before: 'Rows before',
    after: 'Rows after',
    rowsShown: (from, to, all) => `Rows ${from}–${to} of ${all}`,
    unreadTotal: '— is a total that cannot be added up while a cell has an unclear number; put the marked cells right.',
  },
};

function bounds(min: number, max: number | null): string {
  if (max === null) return min > 0 ? ` (at least ${min})` : '';
  if (min === max) return ` of ${max}`;
  return min === 0 ? ` (at most ${max})` : ` (${min} to ${max})`;
}

function fileProblem(problem: FileProblem): string {
  switch (problem.kind) {
    case 'file-bytes':
      return `${problem.name} has ${bytes(problem.size)}; at most ${bytes(problem.max)} are taken.`;
    case 'request-bytes':
      return `The dossier has ${bytes(problem.size)} altogether; at most ${bytes(problem.max)} are taken at once.`;
    case 'files':
      return `${problem.count} files; at most ${problem.max} are taken.`;
    case 'unreadable':
      return `${problem.name} could not be read: it was moved, changed or is open elsewhere. Please choose it again.`;
    case 'empty':
      return `${problem.name} is empty (0 bytes). Please open and save it again, then choose it anew.`;
  }
}

const formatName = (format: string): string =>
  ({ docx: 'Word', xlsx: 'Excel', html: 'page to print' })[format] ?? format.toUpperCase();
