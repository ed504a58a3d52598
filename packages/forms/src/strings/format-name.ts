const NAMES: Readonly<Record<string, string>> = { docx: 'Word', xlsx: 'Excel' };

/** A format as officers know it. */
export const formatName = (format: string): string => NAMES[format] ?? format.toUpperCase();
