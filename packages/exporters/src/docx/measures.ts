const TWIPS_PER_MM = 1440 / 25.4;

/** Twentieths of a point, which Word measures in. */
export const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM);

export const twipsOfPoints = (points: number) => Math.round(points * 20);

/** Widths of borders are given in eighths of a point. */
export const BORDER = { table: 4, rule: 6 };
/** What is left free around the texts of a table with lines. */
export const CELL_MM = { side: 1.5, above: 0.7 };
/** A rule is a very low paragraph whose upper border it is. */
export const RULE_PT = { before: 3, line: 2 };
