import { describe, expect, it } from '@jest/globals';
import {
  boundaries,
  broken,
  escaping,
  impurities,
  pureFiles,
  undeclared,
} from './support/boundaries.ts';
import { planted, resolved, sources, type Source } from './support/sources.ts';

const all = sources();
const isTest = /\.(spec|contract|histories|testing)\.ts$/;
/** A planted offender stands in the place of a file that the rule looks at. */
const as = (path: string, offender: Source): Source => ({ ...offender, path });

describe('who may import what', () => {
  it('holds for every file of the tree', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap((source) => broken(source))).toEqual([]);
  });

  it.each(boundaries.map((rule) => [rule.name, rule] as const))(
    '"%s" looks at files',
    (_, rule) => {
      const seen = all.filter(
        ({ path }) => rule.from.test(path) && rule.except?.test(path) !== true,
      );
      expect(seen.length).toBeGreaterThan(0);
    },
  );

  // Where each rule looks, and which of the planted imports it must not let through.
  const offenders: Readonly<Record<string, readonly [path: string, caught: readonly string[]]>> = {
    'kernel imports nothing': ['libs/kernel/src/x.ts', planted('imports-everything.ts').imports],
    'kernel hashes in ids only': ['libs/kernel/src/ids.ts', ['node:fs', 'node:assert']],
    'kernel asserts in its language of examples only': ['libs/kernel/src/spec.ts', ['node:fs']],
    'statistics, disclosure, scoring, contracts and organization are pure': [
      'libs/statistics/src/x.ts',
      ['node:fs'],
    ],
    'aggregates know the kernel, statistics, disclosure and scoring only': [
      'services/goals/src/goal/x.ts',
      ['libsql'],
    ],
    'aggregates do not know views, doors or each other': [
      'services/reviews/src/cycle/x.ts',
      ['../views/goal-sheet.ts', '../http/goals.controller.ts'],
    ],
    'views and policies are pure': ['services/goals/src/views/x.ts', ['@nestjs/common']],
    'views and policies do not know the doors': [
      'services/goals/src/views/x.ts',
      ['../http/goals.controller.ts'],
    ],
    'a service imports of another what it publishes, and no adapter': [
      'services/reviews/src/x.ts',
      [
        ...['@plumbline/goals', '@plumbline/goals/parts', '@plumbline/goals/published/inner'],
        ...['@plumbline/event-log/sqlite', 'mongoose'],
      ],
    ],
    'the command line speaks HTTP, and reads the keys of a folder': [
      'services/cli/src/x.ts',
      ['@plumbline/goals', '@nestjs/common'],
    ],
    'the console speaks HTTP only': ['services/console/src/x.ts', ['@plumbline/goals', 'node:fs']],
    'the standalone process enters services by their face': [
      'services/standalone/src/x.ts',
      ['@plumbline/goals/http'],
    ],
    'drivers are for adapters': ['libs/web/src/x.ts', ['mongoose', 'kafkajs', 'libsql']],
    'adapters do not know each other': [
      'libs/views/src/sqlite.ts',
      ['@plumbline/event-log/sqlite'],
    ],
    'adapters are chosen in the platform only': [
      'libs/feed/src/x.ts',
      ['@plumbline/event-log/sqlite'],
    ],
    'adapters and ports do not know Nest': ['libs/views/src/x.ts', ['@nestjs/common']],
  };

  it('has a planted offender for each rule', () => {
    expect(Object.keys(offenders)).toEqual(boundaries.map(({ name }) => name));
  });

  it.each(Object.entries(offenders))('catches the planted offender of "%s"', (name, [path, of]) => {
    const rule = boundaries.filter((one) => one.name === name);
    const found = broken(as(path, planted('imports-everything.ts')), rule);
    for (const one of of) expect(found).toContain(`${path} imports ${one}: ${name}`);
    expect(broken(as(path, planted('imports-nothing.ts')), rule)).toEqual([]);
  });
});

describe('packages', () => {
  it('declare what they import', () => {
    expect(all.flatMap((source) => undeclared(source))).toEqual([]);
  });

  it('keep to themselves, but for what they declare', () => {
    expect(all.flatMap(escaping)).toEqual([]);
    const offender = as('libs/kernel/src/x.ts', planted('imports-everything.ts'));
    expect(escaping({ ...offender, imports: ['./y.ts', '../../views/src/views.ts'] })).toEqual([
      'libs/kernel/src/x.ts imports ../../views/src/views.ts, outside of its package',
    ]);
  });

  it('that do not are caught', () => {
    const offender = as('libs/kernel/src/x.ts', planted('imports-everything.ts'));
    expect(undeclared(offender)).toContain(
      'libs/kernel/src/x.ts imports mongoose, which libs/kernel/package.json does not declare',
    );
  });
});

describe('pure files', () => {
  it('neither wait, nor read the clock, nor draw random numbers', () => {
    const pure = all.filter(({ path }) => pureFiles.test(path) && !isTest.test(path));
    expect(pure.length).toBeGreaterThan(15);
    expect(pure.flatMap(impurities)).toEqual([]);
  });

  it('that do are caught', () => {
    expect(impurities(planted('reads-the-world.ts'))).toHaveLength(4);
    expect(impurities(planted('imports-nothing.ts'))).toEqual([]);
  });
});

describe('importing a port', () => {
  const byPath = new Map(all.map((source) => [source.path, source]));
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      for (const name of byPath.get(path)?.imports ?? []) {
        if (seen.has(name)) continue;
        seen.add(name);
        const target = resolved(path, name);
        if (target !== undefined) visit(target);
      }
    };
    visit(start);
    return seen;
  };
  const drivers = [
    ...['libsql', '@plumbline/sqlite', 'kafkajs', '@eventstore/db-client'],
    ...['mongoose', '@plumbline/mongo'],
  ];

  it.each(['event-log', 'views', 'feed', 'privacy'])('%s loads no driver', (lib) => {
    const seen = reached(`libs/${lib}/src/index.ts`);
    expect(seen.size).toBeGreaterThan(1);
    expect(drivers.filter((driver) => seen.has(driver))).toEqual([]);
  });

  it('of an adapter does, so that the search can be trusted', () => {
    expect(reached('libs/event-log/src/sqlite.ts').has('libsql')).toBe(true);
    expect(reached('libs/views/src/mongo.ts').has('mongoose')).toBe(true);
  });
});
