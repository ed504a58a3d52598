import { doubtInWords } from '@kl01/rules/reading';
import type { Messages, TemplateDanger, TemplatePosition } from './messages.js';

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

const danger: Record<TemplateDanger['what'], string> = {
  macro: 'a macro',
  object: 'an embedded object',
  address: 'a link out of the file',
  insertion: 'a piece of another file',
  field: 'a field that is not allowed',
  'add-in': 'an add-in',
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
    'bieu-mau': 'Excel template to fill in offline',
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
    explanation: 'the explanation of a rule pack',
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
    layout: (id, known, where) => ({
      what: `There is no layout "${id}".`,
      where,
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
    tooLarge: (limit, of) => ({
      what: {
        rows: `The sheet “${of}” has more than 1,048,576 rows; Excel cannot open it.`,
        columns: `The sheet “${of}” has more than 16,384 columns; Excel cannot open it.`,
        files: `There are more than 65,534 files, which one archive cannot hold (up to “${of}”).`,
        bytes: `There are more than 4 GB, which one archive cannot hold (up to “${of}”).`,
      }[limit],
      where: 'input',
      remedy: 'Part it and export each part by itself; what was filled in is unchanged.',
    }),
    workbook: {
      'no-xlsx': {
        what: 'This file is no Excel workbook (.xlsx).',
        where: 'bytes',
        remedy:
          'Choose the template that was downloaded from the form; save an .xls or .ods file, or one with a password, as .xlsx without it.',
      },
      'too-large': {
        what: 'The workbook is too large.',
        where: 'bytes',
        remedy:
          'Remove pictures, added sheets and cells far outside the table, or copy the values into a new template.',
      },
      damaged: {
        what: 'The workbook is damaged.',
        where: 'bytes',
        remedy: 'Open it in Excel or LibreOffice, save it as .xlsx and choose it again.',
      },
      'no-about': {
        what: 'This workbook is no template of a form, or its hidden sheet “kl01” was deleted.',
        where: 'bytes',
        remedy: 'Copy the values into a new template.',
      },
    },
    notNomination: (form) => ({
      what: `The form “${form}” is no nomination.`,
      where: 'base.form',
      remedy: 'A report is read by readDocument and readReport.',
    }),
    wordFile: {
      'no-docx': {
        what: 'This file is no Word document (.docx).',
        where: 'bytes',
        remedy: 'Open it in Word or LibreOffice, save it as .docx and choose that file.',
      },
      'old-word': {
        what: 'This is a document of an old Word (.doc), which cannot be read here.',
        where: 'bytes',
        remedy: 'Open it in Word or LibreOffice, use “Save As” with the type .docx and choose the new file.',
      },
      encrypted: {
        what: 'This Word file has a password.',
        where: 'bytes',
        remedy: 'Open it, remove the password, save it and choose it again.',
      },
      damaged: {
        what: 'This Word file is damaged.',
        where: 'bytes',
        remedy: 'Open it in Word or LibreOffice to have it repaired, save it as .docx and choose it again.',
      },
      'too-large': {
        what: 'This Word file is too large.',
        where: 'bytes',
        remedy: 'Take out pictures or make several files of it, and choose them.',
      },
    },
    template: {
      'no-docx': {
        what: 'This template is no Word document (.docx).',
        where: 'template',
        remedy:
          'Open it with Word or LibreOffice, take off its password if it has one, save it as .docx and choose that.',
      },
      'too-large': {
        what: 'The template is too large.',
        where: 'template',
        remedy: 'Remove or compress its pictures: 20 MB at most, 60 MB unpacked.',
      },
      damaged: {
        what: 'The template is damaged.',
        where: 'template',
        remedy: 'Open it with Word or LibreOffice, save it as .docx and choose that.',
      },
      dangers: (found) => ({
        what: `The template holds what may run or fetch something when it is opened: ${found
          .map(({ what, where }) => `${danger[what]} (${where})`)
          .join('; ')}.`,
        where: 'template',
        remedy:
          'Open it with Word, remove these (insert pictures from a file; turn fields into text with Ctrl+Shift+F9) and save it as .docx.',
      }),
    },
  },
  notices: {
    unknown: (parts) =>
      `What is not known prints as dotted lines to be filled in by hand: ${parts.map((part) => unknown[part]).join(', ')}.`,
    cleaned: (count) => `${count} characters that cannot be printed were left out.`,
    'private-signs': (count, first) =>
      `${count} signs of one font only (such as ${first}) may be printed as gaps. Type them anew.`,
    guarded: (count) =>
      `A quote was put before ${count} cells that begin with =, +, - or @, so that no program takes them for formulas.`,
    cut: (count) => `The texts of ${count} cells were cut: a cell of a spreadsheet holds 32,767 characters at most.`,
    'left-out': (parts) => `The workbook does not hold these, fill them in on the form: ${parts.join('; ')}.`,
    'no-nominees': () => 'The list holds no nominee yet.',
    'no-tables': () => 'The form asks no table of this unit.',
    'file-missing': (count) => `${count} files are not in the dossier; its checklist names them.`,
    'file-changed': (count) => `${count} files differ from those stated (SHA-256); the checklist names them.`,
    'too-long': (name, pages, taken) => `${name}: prints on about ${taken} pages, more than the ${pages} allowed.`,
    'unknown-places': (written) =>
      `The form has nothing called ${written.map((name) => `“${name}”`).join(', ')}; these places of the template stay as they are.`,
    'unpaired-places': (written) =>
      `These beginnings or ends of the template have no partner and were left out: ${written.join(', ')}.`,
  },
  unknown,
  word: {
    left: (text) => `No place is known for: “${text}”`,
    unread: (part) => `A part of the file could not be read: ${part}.`,
    doubt: (label, text) => `${label}: “${text}” is not clear. Check it and write what the field takes.`,
    legacy: (label, encoding) =>
      `${label} was typed in the old encoding ${encoding}, not Unicode. Convert it or type it anew.`,
  },
  cells: {
    count: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): “${text}” is no whole number from 0. Write a number, such as 12 or 1.234.`,
    decimal: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): “${text}” is no number that fits. Write one with its decimals after a comma, such as 7,5.`,
    year: ({ cell, label, text }) => `Cell ${cell} (${label}): “${text}” is no year. Write four digits, such as 2024.`,
    list: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): “${text}” could not be read. Write one entry per line, its parts separated by |.`,
    percent: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): “${text}” does not say how many per cent. Write the sign too, such as 97,5 %.`,
    doubt: ({ cell, label, text }, doubt) => doubtInWords(doubt, `Cell ${cell} (${label}): “${text}”`, 'en'),
    tick: ({ cell, label, text }) => `Cell ${cell} (${label}): “${text}” is no X. Write X or leave it blank.`,
    'yes-no': ({ cell, label, text }) => `Cell ${cell} (${label}): “${text}” is neither “Có” nor “Không”.`,
    choice: ({ cell, label, text }) => `Cell ${cell} (${label}): “${text}” is not in the list of this cell.`,
    day: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): “${text}” is no day of the calendar. Write it as 24/3/2023.`,
    text: ({ cell, label, text }) => `Cell ${cell} (${label}): “${text}” is no text.`,
    'legacy-text': ({ cell, label, text }) =>
      `Cell ${cell} (${label}) was typed in the old encoding ${text}, not in Unicode. Convert it or type it again.`,
    'private-signs': ({ cell, label, text }) =>
      `Cell ${cell} (${label}): “${text}” has a sign that only its own font shows. Type it anew or write words.`,
    struck: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): “${text}” is struck out. Delete it if it no longer applies, or remove the line.`,
    uncomputed: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): the formula “${text}” has no result. Open the file in Excel or LibreOffice, save it and choose it again, or write the number.`,
    error: ({ cell, label, text }) =>
      `Cell ${cell} (${label}): the formula failed, “${text}”. Mend it or write the number.`,
    total: ({ cell, label, text, expected }) =>
      `${text} was typed into cell ${cell} (${label}), but the cells read give ${expected === '' ? 'nothing' : expected}. It was not read; check the cells that it adds up.`,
    comment: ({ cell, text }) =>
      `Cell ${cell} has the comment “${text}”, which was not read. Write it into a cell to send it.`,
    hidden: ({ sheet, rows }) =>
      `Sheet “${sheet}” has rows that are hidden or filtered out (${rows}); they were read all the same. Delete them if they are not to be sent.`,
    outside: ({ cell, text }) =>
      `From cell ${cell} on: “${text}” is outside the rows and columns of the template and was not read. Move it into its cell if it is to be sent.`,
    sheet: ({ label }) =>
      `The sheet “${label}” could not be read: it was deleted or lost its hidden row of ids. Copy its values into a new template.`,
    twice: ({ label, sheet }) =>
      `The sheet “${sheet}” is a copy of “${label}” and was not read. Delete the one that is not used and choose the file again.`,
    'no-cells': ({ sheet }) =>
      `The sheet “${sheet}” has no cells (a chart, perhaps) and was not read; the others were.`,
    rows: ({ label, rows }) => `The sheet “${label}” lacks rows: ${rows}. Their cells were not read.`,
    column: ({ label, columns }) => `The sheet “${label}” lacks columns: ${columns}. Their cells were not read.`,
    answers: 'Thông tin chung',
  },
  template: {
    places: (count) => `The template has ${count} places that will be filled in.`,
    unknown: ({ written, nearest, at }) =>
      `${upperFirst(placeOf(at))}: the form has nothing called “${written}”.${nearest ? ` Is it “${nearest}”?` : ''}`,
    unpaired: ({ written, at }) => `${upperFirst(placeOf(at))}: ${written} has no partner.`,
    unprinted: (left) =>
      `The template does not print: ${left.map(({ name, label }) => `${label} (${name})`).join('; ')}.`,
  },
  cli: {
    usage:
      'Usage: kl01-export PACK|RULEBOOK [INPUT…] --document ID --format docx|html|pdf|xlsx|csv|zip|ics -o FILE\n' +
      '  [--now INSTANT] [--nominee ID] [--group ID] [--layout ID] [--issuer FILE] [--files FOLDER] [--lang vi|en]\n' +
      '       kl01-export PACK|RULEBOOK INPUT --template FILE.docx [--format docx|pdf] [--nominee ID] [--lang vi|en] -o FILE\n' +
      '       kl01-export template PACK|RULEBOOK --form ID --document ID [--group ID] [--layout ID] -o FILE.docx\n' +
      '       kl01-export template PACK|RULEBOOK --form ID --check FILE.docx [--lang vi|en]\n' +
      '       kl01-export PACK|RULEBOOK --blank --form ID [--unit ID:GROUP] [--period ID] -o FILE',
    noFile: (path) => `The file ${path} cannot be read.`,
    noRulebook: (path) => `${path} is neither a usable rule pack nor a rulebook.`,
    noInput: (path) => `${path} is no usable input.`,
    cannotWrite: (path, reason) => `The file ${path} cannot be written: ${reason}`,
    written: (path) => `Wrote ${path}`,
  },
};

const stories: Record<TemplatePosition['story'], string> = {
  document: '',
  header: 'header, ',
  footer: 'footer, ',
  footnotes: 'footnotes, ',
  endnotes: 'endnotes, ',
};

const placeOf = ({ story, paragraph, table }: TemplatePosition): string =>
  stories[story] + (table ? `table ${table.table}, row ${table.row}, cell ${table.cell}` : `paragraph ${paragraph}`);

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
