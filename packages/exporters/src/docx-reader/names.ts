const ECMA = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** Prefixes of this reader for the namespaces of Word files, transitional and strict (ECMA-376 parts 1 and 4). */
export const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${ECMA}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${ECMA}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${ECMA}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${ECMA}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${ECMA}/drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}/drawingml/diagram`, 'dgm'],
  [`${ECMA}/markup-compatibility/2006`, 'mc'],
  [`${ECMA}/package/2006/relationships`, 'rel'],
  [`${ECMA}/package/2006/content-types`, 'ct'],
  [`${MICROSOFT}/word/2010/wordml`, 'w14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);
