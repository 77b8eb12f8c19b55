// One scenario, in a process of its own: what it has to tell goes to the process that started it.
import { killRounds } from './kill-rounds.mjs';
import { namedPoints } from './named-points.mjs';
import { serverRounds } from './server-rounds.mjs';
import { walCuts } from './wal-cuts.mjs';

const scenarios = { kill: serverRounds, engine: killRounds, cut: walCuts, points: namedPoints };
const [name, folder, rounds, seed] = process.argv.slice(2);

// Children end with this process, and this one with the one that started it.
process.on('SIGTERM', () => process.exit(1));
process.on('disconnect', () => process.exit(1));

const tell = (kind, ...told) => process.send({ kind, told });
const report = {
  step: (text) => tell('step', text),
  count: (what, number) => tell('count', what, number),
  fail: (text) => tell('fail', text),
};
try {
  await scenarios[name]({ folder, rounds: Number(rounds), seed, report });
} catch (cause) {
  report.fail(cause.stack);
}
process.send({ kind: 'end', told: [] }, () => process.exit(0));
