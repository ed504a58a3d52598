import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo, type PropertyPart } from 'lit/directive.js';
import { storedFrom, type Codec } from './codec.js';

/**
 * Binds `.value` of a text box to a stored value without ever disturbing someone who is typing. The box is written
 * only when what stands in it *means* something else than what is stored, so trailing blanks, half-typed dates
 * and letters that a keyboard composes stay as they are.
 */
class TypedDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.PROPERTY) throw new TypeError('typed() belongs on .value');
  }

  render(_codec: Codec, _stored: unknown): unknown {
    return noChange;
  }

  override update(part: PropertyPart | ElementPart, [codec, stored]: [Codec, unknown]): unknown {
    const box = part.element as HTMLInputElement | HTMLTextAreaElement;
    if (storedFrom(codec.read(box.value), box.value) !== (stored ?? null)) box.value = codec.show(stored);
    return noChange;
  }
}

export const typed = directive(TypedDirective);
