const TWIPS_PER_MM = 1440 / 25.4;

/** Word measures in twentieths of a point. */
export const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM);

export const twipsOfPoints = (points: number) => Math.round(points * 20);

/** Border widths in eighths of a point. */
export const BORDER = { table: 4, rule: 6 };
/** Padding of cells in tables with borders. */
export const CELL_MM = { side: 1.5, above: 0.7 };
/** A rule is a very low paragraph with an upper border. */
export const RULE_PT = { before: 3, line: 2 };
