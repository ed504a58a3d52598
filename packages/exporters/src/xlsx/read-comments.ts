import { attributesOf, xmlTokens } from '../xml/xml-tokens.js';
import { readText } from './read-texts.js';

/**
 * The comments of a sheet, by cell name: notes (ECMA-376 part 1, 18.7) and, with `threadedComment`, the conversations of
 * newer programs, which also write a note that only refers to the conversation.
 */
export function readComments(xml: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  const tokens = xmlTokens(xml);
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    if (token.kind !== 'open' || (token.name !== 'comment' && token.name !== 'threadedComment')) continue;
    const cell = (attributesOf(token.attributes).get('ref') ?? '').toUpperCase();
    const text = token.name === 'comment' ? readText(tokens, 'comment').text : plainText(tokens);
    const before = comments.get(cell);
    comments.set(cell, before === undefined ? text : `${before}\n${text}`);
  }
  return comments;
}

function plainText(tokens: ReturnType<typeof xmlTokens>): string {
  let text = '';
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value.kind === 'text') text += next.value.text;
    else if (next.value.kind === 'close' && next.value.name === 'threadedComment') break;
  }
  return text.trim();
}
