import { escapeMarkup } from './text/escape-markup.js';
import { XML } from './text/xml-declaration.js';

/**
 * `docProps/core.xml` of an Office file (ECMA-376 part 2, 11): title and language, without timestamps or personal
 * names.
 */
export const coreProperties = (title: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escapeMarkup(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`;
