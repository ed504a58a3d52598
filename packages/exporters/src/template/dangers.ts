import type { Relation } from '../xml/open-package.js';
import type { TemplateDanger } from '../strings/messages.js';
import { attributeOf, type TreeElement } from '../xml/xml-tree.js';
import { localName, writtenAttributes } from '../xml/xml-tokens.js';

type What = TemplateDanger['what'];

/** Kinds of parts (the end of their media type) that hold code. */
const CODE = /macroEnabled|vba|activeX|ms-word\.keyMapCustomizations|ms-word\.attachedToolbars/i;

const RELATIONS: Readonly<Record<string, What>> = {
  activexcontrolbinary: 'macro',
  afchunk: 'insertion',
  attachedtoolbars: 'macro',
  control: 'object',
  extensibility: 'macro',
  externallink: 'address',
  frame: 'insertion',
  keymapcustomizations: 'macro',
  mailmergeheadersource: 'address',
  mailmergesource: 'address',
  oleobject: 'object',
  package: 'object',
  recipientdata: 'address',
  subdocument: 'insertion',
  transform: 'insertion',
  usercustomization: 'macro',
  vbaproject: 'macro',
  webextension: 'add-in',
  webextensiontaskpanes: 'add-in',
  wordvbadata: 'macro',
};

const ELEMENTS: Readonly<Record<string, What>> = {
  'w:altChunk': 'insertion',
  'w:bgSound': 'address',
  'w:control': 'object',
  'w:entryMacro': 'macro',
  'w:exitMacro': 'macro',
  'w:frameset': 'insertion',
  'w:mailMerge': 'address',
  'w:movie': 'object',
  'w:object': 'object',
  'w:scriptAnchor': 'macro',
  'w:subDoc': 'insertion',
  'o:OLEObject': 'object',
  '?webVideoPr': 'address',
};

/** What Word writes into many files by itself, and a document does without. */
const DROPPED_ELEMENTS = new Set(['w:attachedTemplate', 'w:saveThroughXslt']);
const DROPPED_RELATIONS = new Set(['attachedtemplate', 'origin']);
/** Signatures are of the template, not of what is made from it. */
const SIGNATURES = /^_xmlsignatures\//;

/**
 * Fields that compute with what stands in the document. All others are refused, known or not: some fetch (INCLUDETEXT,
 * LINK, DATABASE), some run (DDE, MACROBUTTON), some ask (FILLIN).
 */
const FIELDS = new Set(
  (
    '= ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE DOCPROPERTY ' +
    'DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF INDEX KEYWORDS ' +
    'LASTSAVEDBY LISTNUM MERGEFIELD NEXT NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM ' +
    'SAVEDATE SECTION SECTIONPAGES SEQ SET STYLEREF SUBJECT SYMBOL TA TC TIME TITLE TOA TOC XE'
  ).split(' '),
);

/** Where a link may lead that its reader follows by hand. */
const FOLLOWED = /^(?:https?:\/\/|mailto:|tel:|#)/i;

export const isDropped = (type: string): boolean => DROPPED_RELATIONS.has(type.toLowerCase());
export const isSignature = (part: string): boolean => SIGNATURES.test(part);
export const partDanger = (mediaType: string): What | undefined => (CODE.test(mediaType) ? 'macro' : undefined);

/** @param fromChart a chart keeps its numbers as a workbook, which only editing it opens */
export function relationDanger(relation: Relation, fromChart: boolean): What | undefined {
  const type = relation.type.toLowerCase();
  const { address } = relation;
  if (isDropped(type)) return undefined;
  if (address !== undefined) return type === 'hyperlink' && FOLLOWED.test(address) ? undefined : 'address';
  if (fromChart && type === 'package') return undefined;
  return Object.hasOwn(RELATIONS, type) ? RELATIONS[type] : undefined;
}

/** A field that is being read: its instruction may be cut into pieces, with other fields between them. */
interface Field {
  instruction: string;
  separated: boolean;
}

/** What is dangerous in a part of a Word file. */
export function elementDangers(root: TreeElement): TemplateDanger[] {
  const found: TemplateDanger[] = [];
  const fields: Field[] = [];
  const check = (instruction: string) => {
    const what = fieldDanger(instruction);
    if (what) found.push({ what, where: instruction.replaceAll(NESTED, '{…}').trim().slice(0, 60) });
  };
  const write = (text: string) => {
    const field = fields.at(-1);
    if (field && !field.separated) field.instruction += text;
  };
  const visit = (element: TreeElement): void => {
    const { tag } = element;
    const what = Object.hasOwn(ELEMENTS, tag) ? ELEMENTS[tag] : undefined;
    if (what) found.push({ what, where: element.name });
    if (/^[vo]:/.test(tag)) {
      for (const [name, value] of writtenAttributes(element.attributes)) {
        const local = localName(name);
        const isFetched = local === 'src' || local === 'althref' || (local === 'href' && !FOLLOWED.test(value));
        if (isFetched && value !== '') found.push({ what: 'address', where: value.slice(0, 60) });
      }
    }
    if (tag === 'w:fldSimple') check(attributeOf(element, 'instr') ?? '');
    if (tag === 'w:instrText' || tag === 'w:delInstrText' || tag === 'w:t') {
      for (const text of element.children) if (typeof text === 'string') write(text);
      return;
    }
    if (tag === 'w:fldChar') {
      const type = attributeOf(element, 'fldCharType');
      if (type === 'begin') {
        write(NESTED);
        fields.push({ instruction: '', separated: false });
      }
      const field = fields.at(-1);
      if (type === 'separate' && field) field.separated = true;
      if (type === 'end') check(fields.pop()?.instruction ?? '');
    }
    for (const child of element.children) if (typeof child === 'object') visit(child);
  };
  visit(root);
  for (const { instruction } of fields) check(instruction);
  return found;
}

/** Stands for a field within the instruction of another: a name put together by fields is no name. */
const NESTED = '\u0000';

function fieldDanger(instruction: string): What | undefined {
  const words = instruction.trim();
  if (words === '') return undefined;
  const name = /^(?:=|[^\s"\\=]+)/.exec(words)?.[0] ?? '';
  if (!FIELDS.has(name.toUpperCase())) return 'field';
  if (name.toUpperCase() !== 'HYPERLINK') return undefined;
  const address = words.slice(name.length).trim();
  return /^\\[lo]\b/i.test(address) || FOLLOWED.test(address.replace(/^"\s*/, '')) ? undefined : 'address';
}

/** The tree without what a document does without. */
export function withoutDropped(element: TreeElement): TreeElement {
  if (!element.children.some((child) => typeof child === 'object' && DROPPED_ELEMENTS.has(child.tag))) return element;
  const children = element.children.filter((child) => typeof child === 'string' || !DROPPED_ELEMENTS.has(child.tag));
  return { ...element, children };
}
