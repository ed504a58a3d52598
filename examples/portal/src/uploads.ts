import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAX_BYTES } from '@kl01/rules/reading';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';

const MEGABYTE = 1024 * 1024;

/** Limits of one post. The forms get the same numbers, so that they can warn before sending. */
export const LIMITS = {
  fileBytes: 10 * MEGABYTE,
  requestBytes: 50 * MEGABYTE,
  files: 50,
  /** size of the submission's JSON, as accepted by `readJson` */
  jsonBytes: MAX_BYTES,
} as const;

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Supported file types, by extension, with their signatures. */
const SIGNATURES: Readonly<Record<string, readonly number[]>> = {
  docx: ZIP,
  xlsx: ZIP,
  zip: ZIP,
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
};

export const FILE_TYPES = Object.keys(SIGNATURES);

export interface ArrivedFile {
  /** as named by the browser; never used as a file name */
  name: string;
  size: number;
  /** of the received bytes, lower-case hexadecimal */
  sha256: string;
  /** one of `FILE_TYPES`, or null if the extension is not supported or does not match the bytes */
  extension: string | null;
  read(): Promise<Uint8Array>;
}

export interface FormPost {
  fields: ReadonlyMap<string, string>;
  files: readonly ArrivedFile[];
}

/**
 * Reads a multipart form post, with its files one at a time into a temporary folder, which is deleted when `work` is
 * done or has failed, or the connection is lost.
 *
 * @param isGenuine called once with the token, which must come first: a forged post is not read any further
 * @throws Refusal 403 if forged, 413 beyond `LIMITS`, 400 if it is not such a form
 */
export async function readFormPost<T>(
  request: FastifyRequest,
  folder: string,
  isGenuine: (token: string) => boolean,
  work: (post: FormPost) => Promise<T>,
): Promise<T> {
  const own = await mkdtemp(join(folder, 'post-'));
  try {
    return await work(await readParts(request, own, isGenuine).catch(unlessOurs));
  } finally {
    await rm(own, { recursive: true, force: true });
    drain(request);
  }
}

async function readParts(
  request: FastifyRequest,
  folder: string,
  isGenuine: (token: string) => boolean,
): Promise<FormPost> {
  if (!request.isMultipart()) throw new Refusal(400);
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.requestBytes) throw new Refusal(413);
  const fields = new Map<string, string>();
  const files: ArrivedFile[] = [];
  let bytes = 0;
  const count = (more: number) => {
    bytes += more;
    if (bytes > LIMITS.requestBytes) throw new Refusal(413);
  };
  const limits = { fieldSize: LIMITS.jsonBytes, fileSize: LIMITS.requestBytes, files: LIMITS.files, fields: 20 };
  // One character for each byte: read as UTF-8, bytes that are none would be mended, and something else be judged.
  for await (const part of request.parts({ limits, defCharset: 'latin1' })) {
    if (fields.size === 0 && !(part.type === 'field' && part.fieldname === '_csrf' && isGenuine(String(part.value)))) {
      throw new Refusal(403);
    }
    if (part.type === 'file') {
      files.push(await receive(part.file, part.filename, join(folder, String(files.length)), count));
    } else {
      if (part.valueTruncated) throw new Refusal(413);
      if (typeof part.value !== 'string') throw new Refusal(400);
      count(part.value.length);
      fields.set(part.fieldname, textIn(part.value));
    }
  }
  return { fields, files };
}

/** @throws Refusal 400 where the bytes are not UTF-8 */
function textIn(bytes: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    throw new Refusal(400);
  }
}

/** Measures and hashes the whole file, but writes no more than the size limit. */
async function receive(
  stream: Readable,
  name: string,
  path: string,
  count: (bytes: number) => void,
): Promise<ArrivedFile> {
  const hash = createHash('sha256');
  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      count(chunk.length);
      if (size <= LIMITS.fileBytes) yield chunk;
    }
  };
  await pipeline(stream, measured, createWriteStream(path));
  const extension = await trueExtension(name, path);
  return { name, size, sha256: hash.digest('hex'), extension, read: () => readFile(path) };
}

async function trueExtension(name: string, path: string): Promise<string | null> {
  const extension = extname(name).slice(1).toLowerCase();
  if (!Object.hasOwn(SIGNATURES, extension)) return null;
  const signature = Buffer.from(SIGNATURES[extension] ?? []);
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(signature.length), 0, signature.length, 0);
    return buffer.equals(signature) ? extension : null;
  } finally {
    await file.close();
  }
}

/** Errors while reading are the client's fault (no boundary, cut off), except refusals and local disk errors. */
function unlessOurs(error: unknown): never {
  const isOurs = error instanceof Error && ('statusCode' in error || ('syscall' in error && 'path' in error));
  throw isOurs ? error : new Refusal(400);
}

/** Discards the rest of a refused post: browsers show the response only after sending everything. */
function drain(request: FastifyRequest): void {
  if (request.raw.readableEnded || request.raw.destroyed) return;
  request.raw.unpipe();
  request.raw.resume();
}
