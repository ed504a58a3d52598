import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo, type PropertyPart } from 'lit/directive.js';
import { storedFrom, type Codec } from './codec.js';

/**
 * Binds `.value` of a text box to a stored value without disturbing typing. The box is written only if its content
 * *means* something else than the stored value, so trailing blanks, half-typed dates and letters being composed by a
 * keyboard are left unchanged.
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
