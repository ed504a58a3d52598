import { randomBytes } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as httpsRequest } from 'node:https';
import { isObject } from '../../values/plain.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** null: not JSON */
  readonly json: Readonly<Record<string, unknown>> | null;
}

/** A part of a form post: a field, or a file with its name. */
export interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly content: string | Uint8Array;
}

export interface Call {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Uint8Array;
}

/** Nobody answered, or the line broke: the message is the system's. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const WAIT_MS = 60_000;
const agents = { 'http:': new Agent({ keepAlive: false }), 'https:': new SecureAgent({ keepAlive: false }) };

/** Sends a request and reads the whole answer. Redirections are answers like any other. @throws NoAnswer */
export function call(address: URL, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = open(address, { method, headers: { ...headers, 'Content-Length': body?.length ?? 0 } });
    const fail = (error: Error) => reject(new NoAnswer(error.message));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const all = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: all, json: objectIn(all) });
      });
    });
    request.on('error', fail);
    request.setTimeout(WAIT_MS, () => request.destroy(new Error('time-out')));
    request.end(body);
  });
}

/**
 * Sends a request, or its beginning, and cuts the line before it is answered.
 *
 * @param bytes how many of the body are sent
 */
export function cutOff(address: URL, { method = 'POST', headers = {}, body }: Call, bytes: number): Promise<void> {
  return new Promise((resolve) => {
    const request = open(address, { method, headers: { ...headers, 'Content-Length': body?.length ?? 0 } });
    const end = () => resolve();
    request.on('error', end);
    request.on('close', end);
    // An answer that is already on its way is not read.
    request.on('response', () => request.destroy());
    request.write(body?.subarray(0, bytes) ?? '', () => setTimeout(() => request.destroy(), CUT_AFTER_MS));
  });
}

/** Long enough for a host to have begun. */
const CUT_AFTER_MS = 40;

function open(address: URL, options: { method: string; headers: OutgoingHttpHeaders }) {
  return address.protocol === 'https:'
    ? httpsRequest(address, { ...options, agent: agents['https:'] })
    : httpRequest(address, { ...options, agent: agents['http:'] });
}

function objectIn(body: Buffer): Answer['json'] {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A form post as browsers write it (RFC 7578). */
export function formPost(parts: readonly Part[]): { headers: OutgoingHttpHeaders; body: Buffer } {
  const boundary = `kl01-${randomBytes(12).toString('hex')}`;
  const chunks = parts.flatMap(({ name, fileName, content }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`,
    fileName === undefined
      ? '\r\n\r\n'
      : `; filename="${escaped(fileName)}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    content,
    '\r\n',
  ]);
  const body = Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)));
  return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body };
}

/** @source the HTML standard, multipart/form-data encoding algorithm */
const escaped = (name: string): string => name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
