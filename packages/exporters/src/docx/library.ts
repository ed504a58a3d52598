/**
 * What is used of docx. The build puts the library itself in place of this file (see rollup.config.mjs): installed as a
 * dependency it brings along one that refuses Node 20, and 24 MB of types that nobody needs.
 */
export {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  NoBreakHyphen,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
export type { IRunOptions, ISectionOptions, ITableCellBorders } from 'docx';
