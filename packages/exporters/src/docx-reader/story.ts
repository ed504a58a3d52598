import type { WrittenApart, WrittenBlock, WrittenParagraph, WrittenPlace } from '@kl01/rules/reading';
import type { XmlElement } from '../xml/xml-element.js';
import type { Numbering } from './numbering.js';
import { ParagraphText } from './paragraph-text.js';
import { isOn, paragraphLook, type RunLook, type Styles } from './styles.js';
import { readTable } from './table.js';

/** What all stories of a document share. */
export interface Shared {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** the mark of a note or comment, such as `1`, by the name of the referring element and its id */
  readonly noteMark: (element: string, id: string) => string;
  /** text of a diagram, by the id of its relation */
  readonly diagram: (id: string) => readonly string[];
  /** content that is kept in a format of its own */
  readonly unread: (relation: string) => void;
}

type Apart = WrittenApart['as'] | null;

/** A complex field that is open: what it says comes after its instructions. */
interface Field {
  inInstructions: boolean;
  readonly form: XmlElement | undefined;
}

/** The paragraph that is being read. */
interface Paragraph {
  readonly element: XmlElement;
  readonly text: ParagraphText;
  /** text boxes anchored in it */
  readonly boxes: WrittenBlock[];
}

/** One story of a document, such as its body, a text box or a note: blocks in reading order. */
export class Story {
  readonly #shared: Shared;
  readonly #place: WrittenPlace | undefined;
  /** the mark of a note, before its text */
  readonly #mark: string | undefined;
  readonly #blocks: WrittenBlock[] = [];
  readonly #fields: Field[] = [];
  /** a paragraph whose mark was deleted or is hidden: the next one goes on */
  #held: Paragraph | null = null;

  constructor(shared: Shared, place?: WrittenPlace, mark?: string) {
    this.#shared = shared;
    this.#place = place;
    this.#mark = mark;
  }

  read(container: XmlElement): WrittenBlock[] {
    this.#readBlocks(container, null);
    this.#endHeld();
    return this.#blocks;
  }

  #readBlocks(container: XmlElement, apart: Apart): void {
    for (const each of container.elements()) {
      if (each.name === 'w:p') this.#paragraph(each, apart);
      else if (each.name === 'w:tbl') this.#table(each, apart);
      else if (each.name === 'w:altChunk') this.#shared.unread(each.get('r:id') ?? '');
      else if (each.name === 'mc:AlternateContent') {
        const before = this.#blocks.length;
        alternatives(
          each,
          () => this.#blocks.length > before,
          (one) => this.#readBlocks(one, apart),
        );
      } else if (!isProperties(each.name)) this.#readBlocks(each, apartWithin(each, apart));
    }
  }

  #table(element: XmlElement, apart: Apart): void {
    this.#endHeld();
    const rows = readTable(element, (cell) => new Story(this.#shared, this.#place).read(cell), apart === 'deleted');
    if (rows.length > 0) this.#blocks.push({ kind: 'table', rows, ...(this.#place && { place: this.#place }) });
  }

  #paragraph(element: XmlElement, apart: Apart): void {
    const paragraph: Paragraph = {
      element: this.#held?.element ?? element,
      text: this.#held?.text ?? new ParagraphText(),
      boxes: this.#held?.boxes ?? [],
    };
    this.#held = null;
    const style = this.#shared.styles.paragraph(element.child('w:pPr', 'w:pStyle')?.get('w:val'));
    this.#inline(element, { paragraph, apart, look: (rPr) => this.#shared.styles.run(rPr, style) });
    // Instructions do not go on in another paragraph, unless the field is broken.
    while (this.#fields.at(-1)?.inInstructions) this.#fields.pop();
    const mark = element.child('w:pPr', 'w:rPr');
    if (mark && (mark.child('w:del') || isHidden(mark))) this.#held = paragraph;
    else this.#end(paragraph);
  }

  #endHeld(): void {
    if (this.#held) this.#end(this.#held);
    this.#held = null;
  }

  #end({ element, text, boxes }: Paragraph): void {
    const { styles, numbering } = this.#shared;
    const pPr = element.child('w:pPr');
    const style = styles.paragraph(pPr?.child('w:pStyle')?.get('w:val'));
    const look = { ...style.paragraph, ...paragraphLook(pPr) };
    const { numId = '0' } = look;
    const ilvl = look.ilvl ?? numbering.levelOfStyle(numId, style.id) ?? 0;
    const said = text.text();
    const number = numId === '0' ? '' : numbering.next(numId, ilvl);
    const isBlank = said.trim() === '';
    const apart = text.apart();
    const capitals = text.all(({ caps }) => caps) || (said !== said.toLowerCase() && said === said.toUpperCase());
    if (!isBlank || apart.length > 0) {
      const paragraph: WrittenParagraph = {
        kind: 'paragraph',
        text: isBlank ? '' : `${this.#markOnce()}${number}${said}`,
        ...(!isBlank && number !== '' && { numbering: number.trim() }),
        ...(look.level && { level: look.level }),
        ...(text.all(({ bold }) => bold) && { bold: true }),
        ...(text.all(({ italic }) => italic) && { italic: true }),
        ...(capitals && { capitals: true }),
        ...(look.centered && { centered: true }),
        ...(this.#place && { place: this.#place }),
        ...(apart.length > 0 && { apart }),
      };
      this.#blocks.push(paragraph);
    }
    this.#blocks.push(...boxes);
  }

  #markOnce(): string {
    return this.#mark !== undefined && this.#blocks.length === 0 ? `[${this.#mark}] ` : '';
  }

  #inline(container: XmlElement, within: Within): void {
    for (const each of container.elements()) this.#inlineElement(each, within);
  }

  #inlineElement(each: XmlElement, within: Within): void {
    const { paragraph } = within;
    if (each.name === 'w:r' || each.name === 'm:r') {
      this.#run(each, within);
    } else if (each.name === 'mc:AlternateContent') {
      this.#alternatives(each, within, (one) => this.#inline(one, within));
    } else if (each.name === 'm:f') {
      const [top, bottom] = [each.child('m:num'), each.child('m:den')];
      if (top) this.#inline(top, within);
      paragraph.text.add('/', {}, within.apart);
      if (bottom) this.#inline(bottom, within);
    } else if (each.name === 'm:sup' || each.name === 'm:sub') {
      const moved = each.name === 'm:sup' ? 'up' : 'down';
      this.#inline(each, { ...within, look: (rPr) => ({ ...within.look(rPr), moved }) });
    } else if (!isProperties(each.name)) {
      this.#inline(each, { ...within, apart: apartWithin(each, within.apart) });
    }
  }

  #run(run: XmlElement, within: Within): void {
    const look = within.look(run.child('w:rPr'));
    for (const each of run.elements()) this.#runElement(each, look, within);
  }

  #runElement(each: XmlElement, look: RunLook, within: Within): void {
    const { text } = within.paragraph;
    const isInstruction = this.#fields.some(({ inInstructions }) => inInstructions);
    const apart = within.apart ?? (isInstruction ? 'hidden' : null);
    const add = (said: string, as: Apart = apart): void => text.add(said, look, as);
    switch (each.name) {
      case 'w:t':
      case 'm:t':
        return add(each.text());
      case 'w:delText':
        return add(each.text(), 'deleted');
      case 'w:tab':
      case 'w:ptab':
        return add('\t');
      case 'w:br':
        // A page or column break is no line of the paragraph, but the words around it are two.
        return add(/^(?:page|column)$/.test(each.get('w:type') ?? '') ? ' ' : '\n');
      case 'w:cr':
        return add('\n');
      case 'w:noBreakHyphen':
        return add('-');
      case 'w:sym':
        return text.addSign(each.get('w:font') ?? '', each.get('w:char') ?? '', look, apart);
      case 'w:fldChar':
        return this.#fieldSign(each, look, within);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return add(`[${this.#shared.noteMark(each.name, each.get('w:id') ?? '')}]`);
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(each, within);
      case 'mc:AlternateContent':
        return this.#alternatives(each, within, (one) => {
          for (const child of one.elements()) this.#runElement(child, look, within);
        });
      case 'w:ruby': {
        const [base, reading] = [each.child('w:rubyBase'), each.child('w:rt')];
        if (base) this.#inline(base, within);
        add('(');
        if (reading) this.#inline(reading, within);
        return add(')');
      }
    }
  }

  /** A box to tick and a list to choose from show what they are set to; other fields have their result beside them. */
  #fieldSign(sign: XmlElement, look: RunLook, { paragraph, apart }: Within): void {
    const type = sign.get('w:fldCharType');
    if (type === 'begin') this.#fields.push({ inInstructions: true, form: sign.child('w:ffData') });
    const open = this.#fields.at(-1);
    if (type === 'separate' && open) open.inInstructions = false;
    if (type !== 'end' || !open) return;
    this.#fields.pop();
    const tick = open.form?.child('w:checkBox');
    if (tick) {
      const set = tick.child('w:checked') ?? tick.child('w:default');
      const isSet = set !== undefined && isOn(set.get('w:val') ?? '1');
      paragraph.text.add(isSet ? '\u2612' : '\u2610', look, apart);
    }
    const list = open.form?.child('w:ddList');
    if (list && open.inInstructions) {
      const chosen = Number((list.child('w:result') ?? list.child('w:default'))?.get('w:val') ?? 0);
      paragraph.text.add(list.all('w:listEntry')[chosen]?.get('w:val') ?? '', look, apart);
    }
  }

  /** The text boxes and the lettering of a drawing. */
  #drawing(element: XmlElement, within: Within): void {
    const { boxes } = within.paragraph;
    for (const each of element.elements()) {
      if (each.name === 'w:txbxContent') boxes.push(...new Story(this.#shared, this.#place ?? 'text-box').read(each));
      else if (each.name === 'v:textpath') boxes.push(...lettering([each.get('string') ?? '']));
      else if (each.name === 'dgm:relIds') boxes.push(...lettering(this.#shared.diagram(each.get('r:dm') ?? '')));
      else if (each.name === 'mc:AlternateContent')
        this.#alternatives(each, within, (one) => this.#drawing(one, within));
      else this.#drawing(each, within);
    }
  }

  #alternatives(element: XmlElement, { paragraph }: Within, read: (one: XmlElement) => void): void {
    const [before, boxes] = [paragraph.text.length, paragraph.boxes.length];
    alternatives(element, () => paragraph.text.length > before || paragraph.boxes.length > boxes, read);
  }
}

interface Within {
  readonly paragraph: Paragraph;
  readonly apart: Apart;
  readonly look: (rPr: XmlElement | undefined) => RunLook;
}

/** The first of alternate contents that has text: the others say the same for other versions of Word. */
function alternatives(element: XmlElement, hasRead: () => boolean, read: (one: XmlElement) => void): void {
  for (const each of element.elements()) {
    if (hasRead()) return;
    if (each.name === 'mc:Choice' || each.name === 'mc:Fallback') read(each);
  }
}

function apartWithin(element: XmlElement, apart: Apart): Apart {
  if (apart !== null && apart !== 'inserted') return apart;
  switch (element.name) {
    case 'w:del':
    case 'w:moveFrom':
      return 'deleted';
    case 'w:ins':
    case 'w:moveTo':
      return 'inserted';
    case 'w:sdt': {
      const prompt = element.child('w:sdtPr', 'w:showingPlcHdr');
      return prompt && isOn(prompt.get('w:val') ?? '1') ? 'prompt' : apart;
    }
    default:
      return apart;
  }
}

/** Elements that describe what stands beside them, and hold no text of the document. */
const isProperties = (name: string): boolean => /^\w+:\w+Pr(?:Change)?$/.test(name);

const isHidden = (rPr: XmlElement): boolean => {
  const vanish = rPr.child('w:vanish') ?? rPr.child('w:specVanish');
  return vanish !== undefined && isOn(vanish.get('w:val') ?? '1');
};

const lettering = (texts: readonly string[]): WrittenParagraph[] =>
  texts.filter((text) => text.trim() !== '').map((text) => ({ kind: 'paragraph', text, place: 'text-box' }));
