import { expect } from '@open-wc/testing';
import { digestByPieces, digestFile } from './sha256.js';

/** Examples of FIPS 180-4, as NIST publishes them. */
const published: [text: string, digest: string][] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
];

describe('the SHA-256 of a file', () => {
  for (const [text, digest] of published) {
    it(`of "${text}"`, async () => {
      expect(await digestFile(new Blob([text]))).to.equal(digest);
      expect(await digestByPieces(new Blob([text]))).to.equal(digest);
    });
  }

  // Sizes around the ends of blocks, of the space left for the length, and of pieces.
  for (const bytes of [1, 55, 56, 63, 64, 65, 119, 120, 128, 1_048_575, 1_048_576, 1_048_577, 3_000_001]) {
    it(`is the browser’s own for ${bytes} bytes`, async () => {
      const content = Uint8Array.from({ length: bytes }, (_, index) => (index * 31 + bytes) % 256);
      expect(await digestByPieces(new Blob([content]))).to.equal(await digestFile(new Blob([content])));
    });
  }

  it('is computed where the page has no crypto.subtle: plain http inside an office', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle')!;
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, get: () => undefined });
    try {
      expect(await digestFile(new Blob(['abc']))).to.equal(published[1]![1]);
    } finally {
      Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });
});
