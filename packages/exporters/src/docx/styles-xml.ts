import { escapeMarkup } from '../text/escape-markup.js';
import { XML } from '../text/xml-declaration.js';
import { baseOf, styleNames, type StyleName } from '../model/styles.js';
import type { PagePlace, Pages, PageStyle } from '../model/pages.js';
import { BORDER, CELL_MM, RULE_PT, twips, twipsOfPoints } from './measures.js';
import { wordStyles, wordTableStyles, wordTextStyles } from '../strings/word-styles.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * `word/styles.xml` (ECMA-376, part 1, 17.7): a Word style for every paragraph style, listing only what differs from
 * its base style.
 */
export function stylesXml(pages: Pick<Pages, 'font' | 'styles'>): string {
  const { styles, font } = pages;
  const normal = styles.normal.look;
  const fonts = ['ascii', 'cs', 'eastAsia', 'hAnsi'].map((of) => `w:${of}="${escapeMarkup(font)}"`).join(' ');
  const size = halfPoints(normal.sizePt);
  return `${XML}<w:styles xmlns:w="${NAMESPACE}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${fonts}/>${size}<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>\
<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>
${[
  ...styleNames.map((name) => paragraphStyle(name, pages)),
  ...textStyles(pages),
  // Required by parts that the library always writes, such as the separators of notes.
  ...['Footnote', 'Endnote'].map(
    (of) =>
      `<w:style w:type="character" w:styleId="${of}Reference"><w:name w:val="${of.toLowerCase()} reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`,
  ),
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  ...TABLE_STYLES,
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
].join('\n')}
</w:styles>
`;
}

/** Elements in the order of CT_Style. */
function paragraphStyle(name: StyleName, { styles }: Pick<Pages, 'styles'>): string {
  const { id, name: called, alias, next } = wordStyles[name];
  const base = baseOf(name);
  const own = styles[name];
  const from = styles[base ?? 'normal'];
  const isNormal = base === undefined;
  const look = lookXml(own, from);
  const place = name === 'rule' ? RULE : placeXml(own.place, from.place);
  return [
    `<w:style w:type="paragraph"${isNormal ? ' w:default="1"' : ''}${alias === undefined ? ' w:customStyle="1"' : ''} w:styleId="${id}">`,
    named(called, alias),
    ...(base ? [`<w:basedOn w:val="${wordStyles[base].id}"/>`] : []),
    ...(next ? [`<w:next w:val="${wordStyles[next].id}"/>`] : []),
    ...(name === 'addressees-head' ? [`<w:link w:val="${wordTextStyles['addressees-label'].id}"/>`] : []),
    '<w:qFormat/>',
    ...(place ? [`<w:pPr>${place}</w:pPr>`] : []),
    ...(look ? [`<w:rPr>${look}</w:rPr>`] : []),
    '</w:style>',
  ].join('');
}

function textStyles({ styles }: Pick<Pages, 'styles'>): string[] {
  const label = lookXml(styles['addressees-head'], styles.normal);
  const of = (name: keyof typeof wordTextStyles, look: string, link = '') => {
    const { id, name: called, alias } = wordTextStyles[name];
    const custom = alias === undefined ? ' w:customStyle="1"' : '';
    return `<w:style w:type="character"${custom} w:styleId="${id}">${named(called, alias)}<w:basedOn w:val="DefaultParagraphFont"/>${link}<w:qFormat/><w:rPr>${look}</w:rPr></w:style>`;
  };
  return [
    of('strong', onOff('b', true)),
    of('emphasis', onOff('i', true)),
    of('addressees-label', label, `<w:link w:val="${wordStyles['addressees-head'].id}"/>`),
  ];
}

const named = (name: string, alias?: string) =>
  `<w:name w:val="${name}"/>${alias === undefined ? '' : `<w:aliases w:val="${alias}"/>`}`;

/** Elements in the order of CT_PPrBase. */
function placeXml(own: PagePlace, from: PagePlace): string {
  const differs = <Name extends keyof PagePlace>(...names: Name[]) => names.some((name) => own[name] !== from[name]);
  const attributes = (given: readonly (readonly [string, number | string, boolean])[]) =>
    given.flatMap(([name, value, isOwn]) => (isOwn ? [` w:${name}="${value}"`] : [])).join('');
  const lines = differs('lineAtLeastPt', 'lineExactly');
  const free = own.lineAtLeastPt === 0;
  const spacing = attributes([
    ['before', twipsOfPoints(own.beforePt), differs('beforePt')],
    ['after', twipsOfPoints(own.afterPt), differs('afterPt')],
    ['line', free ? SINGLE : twipsOfPoints(own.lineAtLeastPt), lines],
    ['lineRule', free ? 'auto' : own.lineExactly ? 'exact' : 'atLeast', lines],
  ]);
  const indents = attributes([
    ['left', twips(own.leftMm), differs('leftMm')],
    ['right', twips(own.rightMm), differs('rightMm')],
    ['firstLine', twips(own.firstLineMm), differs('firstLineMm')],
  ]);
  return [
    differs('withNext') ? onOff('keepNext', own.withNext) : '',
    spacing && `<w:spacing${spacing}/>`,
    indents && `<w:ind${indents}/>`,
    differs('align') ? `<w:jc w:val="${own.align === 'justify' ? 'both' : own.align}"/>` : '',
    // Level 9 is body text.
    differs('outlineLevel') ? `<w:outlineLvl w:val="${(own.outlineLevel ?? 10) - 1}"/>` : '',
  ].join('');
}

/** Line heights are in 240ths of a line. */
const SINGLE = 240;

/** Elements in the order of CT_RPr. */
const lookXml = ({ look: own, caps }: PageStyle, { look: from, caps: baseCaps }: PageStyle): string =>
  [
    own.bold === from.bold ? '' : onOff('b', own.bold),
    own.italic === from.italic ? '' : onOff('i', own.italic),
    caps === baseCaps ? '' : onOff('caps', caps),
    own.sizePt === from.sizePt ? '' : halfPoints(own.sizePt),
    own.underline === from.underline ? '' : `<w:u w:val="${own.underline ? 'single' : 'none'}"/>`,
  ].join('');

const onOff = (name: string, on: boolean) => (on ? `<w:${name}/>` : `<w:${name} w:val="0"/>`);

const halfPoints = (sizePt: number) => `<w:sz w:val="${sizePt * 2}"/><w:szCs w:val="${sizePt * 2}"/>`;

const RULE = `<w:pBdr><w:top w:val="single" w:sz="${BORDER.rule}" w:space="1" w:color="000000"/></w:pBdr>\
<w:spacing w:before="${twipsOfPoints(RULE_PT.before)}" w:line="${twipsOfPoints(RULE_PT.line)}" w:lineRule="exact"/>`;

const sides = (of: (side: string) => string, ...names: string[]) => names.map(of).join('');

const margins = (sideMm: number, aboveMm: number) =>
  `<w:tblCellMar>${sides((side) => `<w:${side} w:w="${twips(side === 'left' || side === 'right' ? sideMm : aboveMm)}" w:type="dxa"/>`, 'top', 'left', 'bottom', 'right')}</w:tblCellMar>`;

const ruledBorders = `<w:tblBorders>${sides((side) => `<w:${side} w:val="single" w:sz="${BORDER.table}" w:space="0" w:color="000000"/>`, 'top', 'left', 'bottom', 'right', 'insideH', 'insideV')}</w:tblBorders>`;

const tableStyle = ({ id, name, alias }: { id: string; name: string; alias?: string }, look: string) =>
  `<w:style w:type="table"${alias === undefined ? ' w:customStyle="1"' : ''} w:styleId="${id}">${named(name, alias)}<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>${look}</w:tblPr></w:style>`;

/** Word's default side padding of cells. */
const WORD_SIDE_MM = 1.9;

const TABLE_STYLES = [
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${margins(WORD_SIDE_MM, 0)}</w:tblPr></w:style>`,
  tableStyle(wordTableStyles.ruled, `${ruledBorders}${margins(CELL_MM.side, CELL_MM.above)}`),
  tableStyle(wordTableStyles.columns, margins(0, 0)),
];
