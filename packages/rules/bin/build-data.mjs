// Writes what is published beside the code: the JSON Schemas of packs and rulebooks, and the compiled rulebooks.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { canonicalJson } from '../dist/index.js';
import { compile, parsePack } from '../dist/compile.js';
import { rulePack } from '../dist/pack/pack.js';
import { rulebookSchema } from './rulebook-schema.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const schema = { title: 'kl01 rule pack', ...z.toJSONSchema(rulePack, { io: 'input', target: 'draft-7' }) };
await mkdir(here('../schema'), { recursive: true });
for (const [name, content] of [
  ['rule-pack', schema],
  ['rulebook', rulebookSchema()],
]) {
  await writeFile(here(`../schema/${name}.schema.json`), `${JSON.stringify(content, null, 2)}\n`);
}

await mkdir(here('../dist/rulebooks'), { recursive: true });
for (const name of await readdir(here('../packs'))) {
  if (!name.endsWith('.json') || /\.(cases|clauses)\.json$/.test(name)) continue;
  const pack = parsePack(JSON.parse(await readFile(here(`../packs/${name}`), 'utf8')));
  await writeFile(here(`../dist/rulebooks/${name}`), canonicalJson(compile(pack)));
}
