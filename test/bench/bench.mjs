// Measures everything that is published of speed and memory. Small by default; `--full` takes the
// curve to 10^6 facts.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { append, foldStream, oneAtATime, rebuild } from './engine.mjs';
import { folder } from './ground.mjs';
import { commands, startOn } from './http.mjs';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});
const sizes = values.full ? [1e4, 1e5, 1e6] : values.quick ? [1e4] : [1e4, 1e5];
const say = (text) => process.stderr.write(`${text}\n`);

say('append beside the raw engine…');
const appended = await append(values.quick ? 3 : 5);
say('one at a time beside the sync…');
const single = await oneAtATime();
say('folding one stream…');
const folded = await foldStream();
say('commands over HTTP beside a bare route…');
const commanded = await commands(values.quick ? { seconds: 3, rounds: 2 } : {});
const curve = [];
for (const facts of sizes) {
  say(`rebuild of ${facts.toLocaleString('en')} facts…`);
  const dataDir = folder(`facts-${facts}`);
  await startOn(dataDir);
  const rebuilt = await rebuild(facts, dataDir);
  curve.push({ ...rebuilt, ...(await startOn(dataDir)) });
}
say('start and memory…');
const empty = await startOn(folder('empty'));

const report = {
  machine: {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    node: process.version,
    platform: process.platform,
  },
  at: new Date().toISOString(),
  append: appended,
  oneAtATime: single,
  fold: folded,
  commands: commanded,
  growth: curve,
  start: { empty },
};
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
const text = markdown(report);
if (values.markdown !== undefined) writeFileSync(values.markdown, text);
process.stdout.write(text);

function markdown({ machine, at, ...figures }) {
  const number = (value, digits = 0) =>
    value.toLocaleString('en', { maximumFractionDigits: digits });
  const share = (value) => `${Math.round(value * 100)} %`;
  const rows = [
    [
      'durable commands over HTTP, 64 connections, beside a bare Nest route',
      share(figures.commands.ratio),
      `${number(figures.commands.perSecond)}/s beside ${number(figures.commands.barePerSecond)}/s, p99 ${number(figures.commands.p99Ms)} ms`,
      '≥ 50 %',
    ],
    [
      'append, 256 waiting writers, beside the raw engine',
      share(figures.append.ratio),
      `${number(figures.append.perSecond)}/s beside ${number(figures.append.rawPerSecond)}/s`,
      '≥ 50 %',
    ],
    [
      'one append at a time, over the sync',
      `+ ${number(figures.oneAtATime.overSyncMs, 2)} ms`,
      `${number(figures.oneAtATime.appendMs, 2)} ms beside ${number(figures.oneAtATime.syncMs, 2)} ms`,
      '+ 1.5 ms',
    ],
    [
      'one client over HTTP, one command at a time, p50',
      `${number(figures.commands.oneClientMs, 2)} ms`,
      '',
      'sync + 1.5 ms',
    ],
    [
      'append to visible in a view, p99',
      `${number(figures.commands.visibility.p99Ms)} ms`,
      `p50 ${number(figures.commands.visibility.p50Ms, 1)} ms`,
      '≤ 250 ms',
    ],
    [
      'fold of a stream of 200 facts, as of any point, p99',
      `${number(figures.fold.p99Ms, 1)} ms`,
      `p50 ${number(figures.fold.p50Ms, 1)} ms`,
      '≤ 10 ms',
    ],
    ['start to ready, empty folder', `${number(figures.start.empty.startMs)} ms`, '', '≤ 4,000 ms'],
    [
      'memory of the standalone process, idle',
      `${figures.start.empty.memoryMb} MB`,
      '',
      '≤ 220 MB',
    ],
  ];
  const growth = figures.growth.map((one) => [
    number(one.facts),
    number(one.fillPerSecond),
    number(one.scanPerSecond),
    ...Object.values(one.views).map((view) => `${number(view.perSecond)} (${share(view.ratio)})`),
    number(one.catchUpPerSecond),
    number(one.periodPageMs, 1),
    number(one.ownerPageMs, 1),
    number(one.startMs),
    one.memoryMb ?? '?',
  ]);
  const names = Object.keys(figures.growth[0]?.views ?? {});
  return [
    `Measured ${at.slice(0, 10)} on ${machine.cores} cores of ${machine.cpu}, Node ${machine.node}.`,
    '',
    table(['figure', 'value', 'beside', 'must'], rows),
    '',
    table(
      [
        'facts',
        'append/s',
        'scan/s',
        ...names.map((name) => `rebuild ${name}/s`),
        'all views/s',
        'page of a period, ms',
        'page of an owner, ms',
        'start to ready, ms',
        'memory after it, MB',
      ],
      growth,
    ),
    '',
  ].join('\n');
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
