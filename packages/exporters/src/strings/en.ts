import type { Messages } from './messages.js';

const unknown: Messages['unknown'] = {
  superior: 'superior body',
  issuer: 'issuing body',
  number: 'number',
  symbol: 'symbol',
  place: 'place',
  date: 'date of issue',
  title: 'title of the signer',
  signer: 'name of the signer',
  recipients: 'recipients',
};

export const en: Messages = {
  documents: {
    'to-trinh': 'Letter of proposal with the list of nominees',
    'danh-sach-trich-ngang': 'List of nominees',
    'bao-cao-thanh-tich': 'Reports of achievements',
    'tom-tat-thanh-tich': 'Summaries of achievements',
    'bien-ban': 'Minutes of the meeting',
    'bao-cao': 'Report',
    'phu-luc': 'Statistical appendix',
    'ke-hoach': 'Plan',
    'tong-hop': 'Reports of all units under the outline',
    'de-xuat': 'Proposal list and letter to the next level',
    'phieu-tiep-nhan': 'Receipt',
    'don-doc': 'Reminder to units that still owe',
    'ho-so': 'The whole dossier',
    'lich-thoi-han': 'Calendar of dates',
    'dien-giai': 'The rule pack in words',
  },
  origins: {
    nomination: 'one nomination',
    nominations: 'several nominations of one form',
    report: 'one report',
    plan: 'one plan',
    received: 'one submission as received ({ submission, at })',
    consolidation: 'a consolidation of reports',
    review: 'a review',
    rulebook: 'the rulebook alone',
    pack: 'a rule pack',
  },
  errors: {
    document: (id, known) => ({
      what: `There is no document "${id}".`,
      where: 'document',
      remedy: `Choose one of: ${known}.`,
    }),
    format: (id, document, known) => ({
      what: `The document "${document}" cannot be written as "${id}".`,
      where: 'format',
      remedy: `Choose one of: ${known}.`,
    }),
    form: (id, known) => ({
      what: `The rulebook has no form "${id}".`,
      where: 'submission.form',
      remedy: `Use one of: ${known}.`,
    }),
    formType: (document, wanted, known) => ({
      what: `The document "${document}" cannot be made from this input; it needs: ${wanted}.`,
      where: 'document',
      remedy: known ? `This input makes: ${known}.` : 'No document is made from this input yet.',
    }),
    twoForms: (one, other) => ({
      what: `The submissions belong to two forms: "${one}" and "${other}".`,
      where: 'submission.form',
      remedy: 'Make a document of each form.',
    }),
    rulebook: (named, given) => ({
      what: `The submission was made by the rulebook "${named}", not by "${given}".`,
      where: 'submission.rulebook',
      remedy: 'Pass the rulebook that the submission names.',
    }),
    submission: {
      what: 'The submission cannot be read.',
      where: 'submission',
      remedy: 'Pass the JSON object that a kl01 form makes, with its "rulebook" and "form".',
    },
    layout: (id, known) => ({
      what: `There is no layout "${id}".`,
      where: 'rulebook.layout',
      remedy: `Use one of: ${known}; or pass your own in "layouts".`,
    }),
    noLibreOffice: {
      what: 'LibreOffice was not found on this machine.',
      where: 'format',
      remedy: 'Install LibreOffice (libreoffice-writer) to make PDF, or ask for docx or html.',
    },
    libreOfficeFailed: (reason) => ({
      what: `LibreOffice could not make the PDF: ${reason}.`,
      where: 'format',
      remedy: 'Try to open the docx in LibreOffice on this machine.',
    }),
  },
  notices: {
    unknown: (parts) =>
      `What is not known prints as dotted lines to be filled in by hand: ${parts.map((part) => unknown[part]).join(', ')}.`,
    cleaned: (count) => `${count} characters that cannot be printed were left out.`,
    'no-nominees': () => 'The list holds no nominee yet.',
    'no-tables': () => 'The form asks no table of this unit.',
    'too-long': (name, pages, taken) => `${name}: prints on about ${taken} pages, more than the ${pages} allowed.`,
  },
  unknown,
  cli: {
    usage:
      'Usage: kl01-export PACK|RULEBOOK [INPUT…] --document ID --format docx|html|pdf|zip|ics -o FILE\n' +
      '  [--now INSTANT] [--nominee ID] [--group ID] [--issuer FILE] [--files FOLDER] [--lang vi|en]',
    noFile: (path) => `The file ${path} cannot be read.`,
    noRulebook: (path) => `${path} is neither a usable rule pack nor a rulebook.`,
    noInput: (path) => `${path} is no usable input.`,
    cannotWrite: (path, reason) => `The file ${path} cannot be written: ${reason}`,
    written: (path) => `Wrote ${path}`,
  },
};
