// What was measured as Markdown: a table of figures with what each must reach, and the curves.
import { reviewsCurves } from './report-reviews.mjs';
import { number, share, table } from './tables.mjs';

export function markdown(report) {
  const { machine, at } = report;
  const head = ['figure', 'value', 'beside', 'must'];
  return [
    `Measured ${at.slice(0, 10)} on ${machine.cores} cores of ${machine.cpu}, Node ${machine.node}.`,
    table(head, engineRows(report)),
    factsCurve(report.growth),
    '## People and plans',
    table(head, [...permissionRows(report), ...readRows(report), ...importRows(report)]),
    peopleCurve(report.people),
    checksCurve(report.permission),
    mapsCurve(report.maps),
    '## Customers',
    customersCurve(report.customers),
    '## Reviews',
    ...reviewsCurves(report.reviews),
    '',
  ].join('\n\n');
}

function engineRows({ append, oneAtATime, commands, fold, start }) {
  const { visibility } = commands;
  return [
    [
      'durable commands over HTTP, 64 connections, beside a bare Nest route',
      share(commands.ratio),
      `${number(commands.perSecond)}/s beside ${number(commands.barePerSecond)}/s, p99 ${number(commands.p99Ms)} ms`,
      '≥ 50 %',
    ],
    [
      'append, 256 waiting writers, beside the raw engine',
      share(append.ratio),
      `${number(append.perSecond)}/s beside ${number(append.rawPerSecond)}/s`,
      '≥ 50 %',
    ],
    [
      'one append at a time, over the sync',
      `+ ${number(oneAtATime.overSyncMs, 2)} ms`,
      `${number(oneAtATime.appendMs, 2)} ms beside ${number(oneAtATime.syncMs, 2)} ms`,
      '+ 1.5 ms',
    ],
    [
      'one client over HTTP, one command at a time, p50',
      `${number(commands.oneClientMs, 2)} ms`,
      '',
      'sync + 1.5 ms',
    ],
    [
      'append to visible in a view, p99',
      `${number(visibility.p99Ms)} ms`,
      `p50 ${number(visibility.p50Ms, 1)} ms`,
      '≤ 250 ms',
    ],
    [
      'fold of a stream of 200 facts, as of any point, p99',
      `${number(fold.p99Ms, 1)} ms`,
      `p50 ${number(fold.p50Ms, 1)} ms`,
      '≤ 10 ms',
    ],
    ['start to ready, empty folder', `${number(start.empty.startMs)} ms`, '', '≤ 4,000 ms'],
    ['memory of the standalone process, idle', `${start.empty.memoryMb} MB`, '', '≤ 220 MB'],
  ];
}

function permissionRows({ permission }) {
  const { people, cases, map, walk, index, levels } = permission.at(-1);
  const all = Object.values(cases);
  const [mean, p99] = [meanOf(all), Math.max(...all.map((one) => one.p99Us))];
  const crowd = `${number(people)} people`;
  return [
    [
      `permission check, a private goal, ${crowd}`,
      `p99 ${number(p99, 1)} µs, mean ${number(mean, 1)} µs`,
      `${number(mean / map.meanUs)} looks into a map of as many, ${number(map.meanUs, 2)} µs each`,
      'p99 ≤ 100 µs',
    ],
    [
      `is one above another, ${levels} levels, ${crowd}`,
      `${number(index.meanUs, 3)} µs by index, ${number(walk.meanUs, 2)} µs by the way up`,
      `${number(index.meanUs / map.meanUs, 2)} and ${number(walk.meanUs / map.meanUs, 1)} looks into the map`,
      '',
    ],
  ];
}

function meanOf(cases) {
  return cases.reduce((sum, { meanUs }) => sum + meanUs, 0) / cases.length;
}

function readRows({ reads }) {
  return Object.entries(reads).map(([name, { ratio, perSecond, unaskedPerSecond }]) => [
    `${name}, beside the same without the question`,
    share(ratio),
    `${number(perSecond)}/s beside ${number(unaskedPerSecond)}/s`,
    '',
  ]);
}

function importRows({ people, append }) {
  const { people: count, peoplePerSecond, goalsPerSecond, structurePerSecond } = people.at(-1);
  const { foldRatio, foldMs, structureFacts } = people.at(-1);
  const raw = number(append.rawPerSecond);
  return [
    [
      `import of ${number(count)} people over HTTP, beside goals (two facts each)`,
      share(peoplePerSecond / goalsPerSecond),
      `${number(peoplePerSecond)}/s beside ${number(goalsPerSecond)}/s; raw rows ${raw}/s`,
      '',
    ],
    [
      'import of their posts and units, into one stream, beside goals',
      share(structurePerSecond / goalsPerSecond),
      `${number(structurePerSecond)}/s beside ${number(goalsPerSecond)}/s`,
      '',
    ],
    [
      `fold of that stream, ${number(structureFacts)} facts, beside a scan with JSON.parse`,
      share(foldRatio),
      `${number(foldMs)} ms, once after a start`,
      '',
    ],
  ];
}

function factsCurve(growth) {
  const names = Object.keys(growth[0]?.views ?? {});
  return table(
    [
      ...['facts', 'append/s', 'scan/s', ...names.map((name) => `rebuild ${name}/s`)],
      ...['all views/s', 'page of a period, ms', 'page of an owner, ms'],
      ...['start to ready, ms', 'memory after it, MB'],
    ],
    growth.map((one) => [
      ...[number(one.facts), number(one.fillPerSecond), number(one.scanPerSecond)],
      ...Object.values(one.views).map((view) => `${number(view.perSecond)} (${share(view.ratio)})`),
      ...[number(one.catchUpPerSecond), number(one.periodPageMs, 1), number(one.ownerPageMs, 1)],
      ...[number(one.startMs), one.memoryMb ?? '?'],
    ]),
  );
}

function peopleCurve(people) {
  return table(
    [
      ...['people', 'people/s', 'posts and units/s', 'goals/s', 'organisation known after, ms'],
      ...['start to ready, ms', 'memory after it, MB', 'first fold of the structure, ms'],
      ...['a card, ms', 'team of the top, ms', '50 of all below it, ms'],
      ...['50 of the top unit and below, ms', 'posts of a unit, ms'],
    ],
    people.map(({ lists, ...one }) => [
      ...[number(one.people), number(one.peoplePerSecond), number(one.structurePerSecond)],
      ...[number(one.goalsPerSecond), number(one.knownMs), number(one.startMs)],
      ...[one.memoryMb ?? '?', number(one.foldMs)],
      ...['card', 'team', 'everybodyBelow', 'unitAndBelow', 'postsOfUnit'].map((name) =>
        number(lists[name], 1),
      ),
    ]),
  );
}

function checksCurve(permission) {
  const [first] = permission;
  const names = Object.keys(first.cases);
  const both = ({ meanUs, p99Us }) => `${number(meanUs, 2)} (${number(p99Us, 1)})`;
  return table(
    [
      ...['people', ...names, 'above, by the way up', 'above, by index'],
      ...['building the index, ms', 'a look into a map'],
    ],
    permission.map(({ people, cases, walk, index, map }) => [
      ...[number(people), ...names.map((name) => both(cases[name])), both(walk), both(index)],
      ...[number(index.buildMs, 1), both(map)],
    ]),
  );
}

function mapsCurve(maps) {
  return table(
    [
      ...['goals', 'alignments/s, one stream', 'map alone, ms', 'GET /alignment-map, ms'],
      ...['units alone, ms', 'GET /unit-progress, ms'],
    ],
    maps.map((one) => [
      ...[number(one.goals), number(one.alignmentsPerSecond), number(one.pureMapMs, 1)],
      ...[number(one.mapMs), number(one.pureUnitsMs, 1), number(one.unitsMs)],
    ]),
  );
}

function customersCurve(customers) {
  const memory = ({ second, last }) => `${second ?? '?'} → ${last ?? '?'}`;
  return [
    table(
      [
        ...['responses', 'from the file to all views, s', 'responses/s', 'processor ms each'],
        ...['memory of the server, MB', 'memory of the command line, MB'],
        'rebuild of their days, s',
      ],
      customers.map((one) => [
        ...[number(one.responses), number(one.seconds, 1), number(one.perSecond)],
        ...[number(one.processorMs, 2), memory(one.serverMb), memory(one.cliMb)],
        number(one.rebuildSeconds, 1),
      ]),
    ),
    table(
      [
        ...['responses', 'all figures, s', 'the same by DuckDB, s', 'figures that were equal'],
        ...['a dashboard, p50, ms', 'p99, ms'],
      ],
      customers.map((one) => [
        ...[number(one.responses), number(one.rollupSeconds, 2), number(one.duckSeconds, 2)],
        ...[number(one.figures), number(one.dashboard.p50Ms), number(one.dashboard.p99Ms)],
      ]),
    ),
  ].join('\n\n');
}
