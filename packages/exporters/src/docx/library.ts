/**
 * The parts of docx that are used. The build bundles the library in place of this file (see rollup.config.mjs): as an
 * installed dependency it would add a package that rejects Node 20, and 24 MB of unused types.
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
