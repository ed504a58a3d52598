import { symbolFont, type SymbolFont } from '@kl01/rules/reading';
import type { XmlElement } from '../xml/xml-element.js';

/** How a run looks, as far as it says what the run is. Undefined: not said here. */
export interface RunLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly caps?: boolean;
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly moved?: 'up' | 'down' | null;
  /** null: a font of text */
  readonly font?: SymbolFont | null;
}

export interface ParagraphLook {
  readonly centered?: boolean;
  /** from 1; 0: body text */
  readonly level?: number;
  readonly numId?: string;
  readonly ilvl?: number;
}

interface Style {
  readonly id: string;
  readonly run: RunLook;
  readonly paragraph: ParagraphLook;
}

const NO_STYLE: Style = { id: '', run: {}, paragraph: {} };

/** `w:styles`: what each style looks like, with what it is based on. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, Style>();
  readonly #defaults: RunLook;
  readonly #usual = new Map<string, string>();

  constructor(styles: XmlElement | null) {
    this.#defaults = runLook(styles?.child('w:docDefaults', 'w:rPrDefault', 'w:rPr'));
    for (const each of styles?.all('w:style') ?? []) {
      const id = each.get('w:styleId') ?? '';
      this.#elements.set(id, each);
      if (isOn(each.get('w:default') ?? '0')) this.#usual.set(each.get('w:type') ?? '', id);
    }
  }

  paragraph(id: string | undefined): Style {
    return this.#style(id ?? this.#usual.get('paragraph'));
  }

  /** The look of a run: its own over those of its style and its paragraph's, of which two bold ones make a plain one. */
  run(rPr: XmlElement | undefined, paragraph: Style): RunLook {
    const styled = this.#style(rPr?.child('w:rStyle')?.get('w:val')).run;
    const toggled: { -readonly [Name in keyof RunLook]: RunLook[Name] } = {
      ...this.#defaults,
      ...paragraph.run,
      ...styled,
    };
    for (const name of ['bold', 'italic', 'caps', 'hidden', 'struck'] as const)
      if (styled[name] !== undefined && paragraph.run[name] !== undefined)
        toggled[name] = styled[name] !== paragraph.run[name];
    return { ...toggled, ...runLook(rPr) };
  }

  /** Each style is resolved once, from its root on; a circle of styles ends where it began. */
  #style(id: string | undefined): Style {
    const chain: string[] = [];
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at) && !this.#resolved.has(at); at = this.#basedOn(at)) {
      chain.push(at);
      seen.add(at);
    }
    let style =
      (chain.length > 0 ? this.#resolved.get(this.#basedOn(chain.at(-1)!) ?? '') : this.#resolved.get(id ?? '')) ??
      NO_STYLE;
    for (const each of chain.reverse()) {
      const element = this.#elements.get(each);
      const name = element?.child('w:name')?.get('w:val') ?? '';
      const heading = /^heading (\d)$/i.exec(name)?.[1];
      style = {
        id: each,
        run: { ...style.run, ...runLook(element?.child('w:rPr')) },
        paragraph: {
          ...style.paragraph,
          ...(heading && { level: Number(heading) }),
          ...paragraphLook(element?.child('w:pPr')),
        },
      };
      this.#resolved.set(each, style);
    }
    return style;
  }

  #basedOn(id: string): string | undefined {
    return this.#elements.get(id)?.child('w:basedOn')?.get('w:val');
  }
}

export function paragraphLook(pPr: XmlElement | undefined): ParagraphLook {
  const value = (...names: string[]) => pPr?.child(...names)?.get('w:val');
  const outline = value('w:outlineLvl');
  const align = value('w:jc');
  const [numId, ilvl] = [value('w:numPr', 'w:numId'), value('w:numPr', 'w:ilvl')];
  return {
    ...(outline !== undefined && { level: Number(outline) >= 0 && Number(outline) < 9 ? Number(outline) + 1 : 0 }),
    ...(align !== undefined && { centered: align === 'center' }),
    ...(numId !== undefined && { numId }),
    ...(ilvl !== undefined && { ilvl: Number(ilvl) || 0 }),
  };
}

export function runLook(rPr: XmlElement | undefined): RunLook {
  const look: { -readonly [Name in keyof RunLook]: RunLook[Name] } = {};
  for (const each of rPr?.elements() ?? []) {
    const value = each.get('w:val');
    const on = isOn(value ?? '1');
    if (each.name === 'w:b') look.bold = on;
    else if (each.name === 'w:i') look.italic = on;
    else if (each.name === 'w:caps') look.caps = on;
    else if (each.name === 'w:vanish') look.hidden = on;
    else if (each.name === 'w:strike' || each.name === 'w:dstrike') look.struck = on;
    else if (each.name === 'w:vertAlign')
      look.moved = value === 'superscript' ? 'up' : value === 'subscript' ? 'down' : null;
    else if (each.name === 'w:rFonts') look.font = symbolFont(each.get('w:ascii') ?? each.get('w:hAnsi') ?? '');
  }
  return look;
}

export const isOn = (value: string): boolean => !/^(?:0|false|off|none)$/.test(value);
