// Types of the API from its OpenAPI document.
//
//   node services/console/generate.mjs http://127.0.0.1:3000/openapi.json            write them
//   node services/console/generate.mjs http://127.0.0.1:3000/openapi.json --check    1 when they differ
//
// The document may also be a file. It is asked for without a token: it is public.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const target = new URL('./src/api.generated.ts', import.meta.url);
const [from, flag] = process.argv.slice(2);
if (from === undefined || (flag !== undefined && flag !== '--check')) {
  console.error('usage: node generate.mjs <file or URL of openapi.json> [--check]');
  process.exit(2);
}

const types = await typesOf(await documentAt(from));
if (flag !== '--check') {
  await writeFile(target, types);
  console.log(`wrote ${target.pathname}`);
} else if ((await readFile(target, 'utf8')) === types) {
  console.log('The types of the console agree with the document.');
} else {
  console.error(`The API has changed. Run: node services/console/generate.mjs ${from}`);
  process.exitCode = 1;
}

async function documentAt(place) {
  if (!/^https?:/.test(place)) return JSON.parse(await readFile(place, 'utf8'));
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place} answered ${response.status}`);
  return response.json();
}

async function typesOf(document) {
  // The version of the server and its examples are no part of the types.
  const ast = await openapiTS({ ...document, info: { title: 'Plumbline', version: '0' } });
  const head =
    '// Made by generate.mjs from the OpenAPI document of the server; not edited by hand.\n';
  return head + astToString(ast);
}
