import { describe, expect, it } from 'vitest';
import { html, jsonBlock } from '../src/html.js';
import type { HtmlValue } from '../src/html.js';

describe('html', () => {
  it.each<{ name: string; value: HtmlValue; shown: string }>([
    { name: 'markup in text', value: '<script>alert(1)</script>', shown: '&lt;script&gt;alert(1)&lt;/script&gt;' },
    { name: 'quotes in an attribute', value: `" onclick='x'`, shown: '&quot; onclick=&#39;x&#39;' },
    { name: 'an entity', value: '&lt;', shown: '&amp;lt;' },
    { name: 'a piece of page', value: html`<b>${'<'}</b>`, shown: '<b>&lt;</b>' },
    { name: 'a list', value: ['<', html`<i></i>`, 3], shown: '&lt;<i></i>3' },
    { name: 'nothing', value: [null, undefined, false, ''], shown: '' },
    { name: 'zero', value: 0, shown: '0' },
  ])('shows $name as text', ({ value, shown }) => {
    expect(html`<p>${value}</p>`.text).toBe(`<p>${shown}</p>`);
  });
});

describe('jsonBlock', () => {
  it('holds any text without ending the block, and reads back as it was', () => {
    const value = { text: '</script><!--<script>\u2028&' };
    const { text } = jsonBlock('data', value);
    const json = /^<script type="application\/json" id="data">(.*)<\/script>$/.exec(text)?.[1] ?? '';
    expect(json).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(json)).toEqual(value);
  });
});
