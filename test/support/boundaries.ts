import { builtinModules } from 'node:module';
import { manifestOf, packageOf, resolved, type Source } from './sources.ts';

/** One row of the table of who may import what. */
export interface Boundary {
  readonly name: string;
  /** Whose imports it looks at. */
  readonly from: RegExp;
  readonly except?: RegExp;
  /** What they may import; anything else breaks the rule. */
  readonly may?: RegExp;
  /** What they may not import. */
  readonly never?: RegExp;
}

const tests = /\.(spec|contract|histories|testing|fixture)\.ts$|\/testing\.ts$/;
const drivers = 'libsql|kafkajs|mongoose|@eventstore|@plumbline/(sqlite|mongo)';
// SQLite and MongoDB are opened in one place each; the lock of a data folder is a file of its own.
const driverFiles =
  /^libs\/(sqlite|mongo)\/|\/(sqlite|mongo|eventstoredb)[a-z-]*\.ts$|^libs\/feed\/src\/(kafka|relay)[a-z-]*\.ts$|\/src\/(folder-lock|open-servers)\.ts$|\.(spec|contract)\.ts$/;
// Every folder of a service that is none of its common ones is an aggregate.
const aggregates =
  /^services\/(?!standalone|cli|console)[a-z]+\/src\/((?!views|policies|http)[a-z-]+\/|measure\.ts)/;
const pure = String.raw`^(\.{1,2}/.*|@plumbline/(kernel|statistics|disclosure|scoring))$`;

/** The table of ARCHITECTURE.md, "Who may import what". */
export const boundaries: readonly Boundary[] = [
  {
    name: 'kernel imports nothing',
    from: /^libs\/kernel\/src\//,
    except: /\.spec\.ts$|\/(ids|spec)\.ts$/,
    may: /^\.\//,
  },
  {
    name: 'kernel hashes in ids only',
    from: /^libs\/kernel\/src\/ids\.ts$/,
    may: /^\.\/|^node:crypto$/,
  },
  {
    name: 'kernel asserts in its language of examples only',
    from: /^libs\/kernel\/src\/spec\.ts$/,
    may: /^\.\/|^node:assert$/,
  },
  {
    name: 'statistics, disclosure, scoring, contracts and organization are pure',
    from: /^libs\/(statistics|disclosure|scoring|contracts|organization)\/src\//,
    except: tests,
    may: /^\.\/|^@plumbline\/kernel$/,
  },
  {
    name: 'aggregates know the kernel, statistics, disclosure and scoring only',
    from: aggregates,
    except: tests,
    may: new RegExp(pure),
  },
  {
    name: 'aggregates do not know views, doors or each other',
    from: aggregates,
    except: tests,
    never: /^\.\.\/(?!measure\.ts$)/,
  },
  {
    name: 'views and policies are pure',
    from: /^services\/[a-z]+\/src\/(views|policies)\//,
    except: tests,
    may: /^\.{1,2}\/|^@plumbline\/(kernel|statistics|disclosure|scoring|contracts|views|feed)$/,
  },
  {
    name: 'views and policies do not know the doors',
    from: /^services\/[a-z]+\/src\/(views|policies)\//,
    except: tests,
    never: /\.\.\/(http\/|(directory|goals|feedback|analytics|reviews)\.)/,
  },
  {
    name: 'a service imports of another what it publishes, and no adapter',
    from: /^services\/(?!standalone|cli|console)/,
    except: new RegExp(String.raw`${tests.source}|/src/main\.ts$`),
    never: new RegExp(
      String.raw`^@plumbline/(?:(?:directory|goals|feedback|analytics|reviews)(?!/published$)|standalone|cli|platform)|/(sqlite|mongo[a-z-]*|memory|eventstoredb)$|^(${drivers})`,
    ),
  },
  {
    name: 'the command line speaks HTTP, and reads the keys of a folder',
    from: /^services\/cli\/src\//,
    except: tests,
    never: /^@plumbline\/(?!kernel$|platform$)|^@nestjs\//,
  },
  {
    name: 'the console speaks HTTP only',
    from: /^services\/console\/src\//,
    except: tests,
    never: /^@plumbline\/|^node:/,
  },
  {
    name: 'the standalone process enters services by their face',
    from: /^services\/standalone\/src\//,
    except: tests,
    never: /^@plumbline\/(directory|goals|feedback|analytics|reviews|cli|console)\/(?!parts$)/,
  },
  {
    name: 'drivers are for adapters',
    from: /^(libs|services)\//,
    except: driverFiles,
    never: new RegExp(`^(${drivers})`),
  },
  {
    name: 'adapters do not know each other',
    from: /^libs\/[a-z-]+\/src\/(memory|sqlite|mongo|eventstoredb)[a-z-]*\.ts$/,
    never:
      /^\.\/memory\.ts$|\/memory$|^@plumbline\/(event-log|views|privacy)\/(sqlite|mongo[a-z-]*|eventstoredb)$/,
  },
  {
    name: 'adapters are chosen in the platform only',
    from: /^(libs|services)\//,
    except: new RegExp(`^libs/platform/|${tests.source}`),
    never:
      /^@plumbline\/((event-log|views|privacy)\/(sqlite|mongo[a-z-]*|memory|eventstoredb)|feed\/(kafka|relay))$/,
  },
  {
    name: 'adapters and ports do not know Nest',
    from: /^libs\/(kernel|event-log|views|privacy|sqlite|mongo|statistics|organization|contracts)\//,
    never: /^@nestjs\//,
  },
];

/** The imports of a file that break a boundary, each in a sentence. */
export function broken({ path, imports }: Source, rules = boundaries): string[] {
  return rules
    .filter((rule) => rule.from.test(path) && rule.except?.test(path) !== true)
    .flatMap(({ name, may, never }) =>
      imports
        .filter((one) => (may !== undefined && !may.test(one)) || never?.test(one) === true)
        .map((one) => `${path} imports ${one}: ${name}`),
    );
}

const buildFiles = /^services\/console\/[^/]+$/;

/** Imports of packages that the file's own package does not declare. */
export function undeclared({ path, imports }: Source, folder = packageOf(path)): string[] {
  const { name, dependencies: own = {}, devDependencies = {} } = manifestOf(folder);
  // What a program is built with is declared as such; what it runs with is not.
  const dependencies = buildFiles.test(path) ? { ...own, ...devDependencies } : own;
  const isTest = tests.test(path);
  const isWorkshop = isTest || buildFiles.test(path);
  return (
    imports
      .filter((one) => !one.startsWith('.') && !one.startsWith('node:'))
      .filter((one) => !builtinModules.includes(one))
      .map((one) =>
        one
          .split('/')
          .slice(0, one.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((one) => one !== name && dependencies[one] === undefined)
      // Tests and builds may use what the workspace declares: jest, fast-check, servers.
      .filter((one) => !isWorkshop || manifestOfRoot().devDependencies[one] === undefined)
      .filter((one) => !isTest || !one.startsWith('@plumbline/'))
      .map((one) => `${path} imports ${one}, which ${folder}/package.json does not declare`)
  );
}

function manifestOfRoot(): { readonly devDependencies: Readonly<Record<string, string>> } {
  return manifestOf('.') as unknown as { devDependencies: Record<string, string> };
}

/** Imports by a path that leaves the package. */
export function escaping({ path, imports }: Source): string[] {
  return imports
    .filter((one) => one.startsWith('.'))
    .filter((one) => packageOf(resolved(path, one) ?? '') !== packageOf(path))
    .map((one) => `${path} imports ${one}, outside of its package`);
}

/** What makes a pure file impure, each in a sentence. */
export function impurities({ path, text }: Source): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const signs: readonly (readonly [RegExp, string])[] = [
    [/\basync\b|\bawait\b|\bPromise\b/, 'waits'],
    [/\bDate\.now\(|new Date\(\)|performance\.now\(/, 'reads the clock'],
    [/Math\.random\(|randomUUID|randomBytes/, 'draws a random number'],
    [/\bprocess\.|\bconsole\./, 'touches the process'],
  ];
  return signs.filter(([sign]) => sign.test(code)).map(([, does]) => `${path} ${does}`);
}

/** Files whose folds and decisions must be replayable bit for bit. */
export const pureFiles = new RegExp(
  `${aggregates.source}|^services/(?!console)[a-z]+/src/(views|policies)/|^libs/(statistics|organization)/src/`,
);
