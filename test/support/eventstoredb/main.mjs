// node test/support/eventstoredb/main.mjs [--port N] [--file F]
import { parseArgs } from 'node:util';
import { startEventStore } from './server.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '2113' }, file: { type: 'string' } },
});
const { url, stop } = await startEventStore({
  port: Number(values.port),
  ...(values.file === undefined ? {} : { file: values.file }),
});
console.log(url);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
