import type { Layout, Style } from '../layouts/layout.js';
import { usualStyles } from '../layouts/usual-styles.js';
import type { PageStyle, PageStyles } from '../model/pages.js';
import { baseOf, styleNames, type StyleName } from '../model/styles.js';

/** All styles of a layout, including everything they inherit. */
export function stylesOf(layout: Layout): PageStyles {
  const known = resolved.get(layout);
  if (known) return known;
  const styles = Object.fromEntries(styleNames.map((name) => [name, pageStyle(withBase(name, layout))])) as PageStyles;
  resolved.set(layout, styles);
  return styles;
}

/** Cached, since every paragraph needs them. */
const resolved = new WeakMap<Layout, PageStyles>();

function withBase(name: StyleName, layout: Layout): Style {
  const base = baseOf(name);
  return { ...(base && withBase(base, layout)), ...usualStyles[name], ...layout.styles[name] };
}

function pageStyle({ lineAtLeastPt = 0, lineExactlyPt, outlineLevel, ...given }: Style): PageStyle {
  return {
    place: {
      align: given.align ?? 'left',
      leftMm: given.leftMm ?? 0,
      rightMm: 0,
      firstLineMm: given.firstLineMm ?? 0,
      beforePt: given.beforePt ?? 0,
      afterPt: given.afterPt ?? 0,
      lineAtLeastPt: lineExactlyPt ?? lineAtLeastPt,
      ...(lineExactlyPt !== undefined && { lineExactly: true }),
      withNext: given.withNext ?? false,
      ...(outlineLevel && { outlineLevel }),
    },
    look: {
      sizePt: given.sizePt ?? usualStyles.normal.sizePt,
      bold: given.bold ?? false,
      italic: given.italic ?? false,
      ...(given.underline && { underline: true }),
    },
    caps: given.caps ?? false,
  };
}
