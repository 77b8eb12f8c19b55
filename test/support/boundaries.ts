import { builtinModules } from 'node:module';
import { manifestOf, packageOf, type Source } from './sources.ts';

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
const drivers = 'libsql|kafkajs|mongoose|@eventstore|@plumbline/sqlite';
const pure = String.raw`^(\.{1,2}/.*|@plumbline/(kernel|statistics))$`;

/** The table of ARCHITECTURE.md, "Who may import what". */
export const boundaries: readonly Boundary[] = [
  {
    name: 'kernel imports nothing but hashes for ids',
    from: /^libs\/kernel\/src\//,
    except: tests,
    may: /^\.\/|^node:(crypto|assert)$/,
  },
  {
    name: 'statistics, contracts and organization are pure',
    from: /^libs\/(statistics|contracts|organization)\/src\//,
    except: tests,
    may: /^\.\/|^@plumbline\/kernel$/,
  },
  {
    name: 'aggregates know the kernel and statistics only',
    from: /^services\/[a-z]+\/src\/(goal|kpi|measure)(\/|\.ts$)/,
    except: tests,
    may: new RegExp(pure),
  },
  {
    name: 'aggregates do not know views, doors or each other',
    from: /^services\/[a-z]+\/src\/(goal|kpi)\//,
    except: tests,
    never: /^\.\.\/(views|http|policies|goal|kpi|goals\.)/,
  },
  {
    name: 'views and policies are pure',
    from: /^services\/[a-z]+\/src\/(views|policies)\//,
    except: tests,
    may: /^\.{1,2}\/|^@plumbline\/(kernel|statistics|contracts|views|feed)$/,
  },
  {
    name: 'views and policies do not know the doors',
    from: /^services\/[a-z]+\/src\/(views|policies)\//,
    except: tests,
    never: /\.\.\/(http\/|goals\.)/,
  },
  {
    name: 'a service does not import another, nor an adapter',
    from: /^services\/(?!standalone|cli|console)/,
    except: tests,
    never: new RegExp(
      String.raw`^@plumbline/(goals|standalone|cli|platform)|^@plumbline/.*/(sqlite|memory|kafka|mongo)$|^(${drivers})`,
    ),
  },
  {
    name: 'drivers are for adapters',
    from: /^(libs|services)\//,
    except:
      /^libs\/sqlite\/|\/sqlite[a-z-]*\.ts$|^libs\/platform\/src\/folder-lock\.ts$|\.(spec|contract)\.ts$/,
    never: new RegExp(`^(${drivers})`),
  },
  {
    name: 'adapters are chosen in the platform only',
    from: /^(libs|services)\//,
    except: /^libs\/platform\/|\.(spec|contract|histories|testing|fixture)\.ts$|\/testing\.ts$/,
    never: /^@plumbline\/(event-log|views|privacy)\/(sqlite|memory)$/,
  },
  {
    name: 'adapters and ports do not know Nest',
    from: /^libs\/(kernel|event-log|views|privacy|sqlite|statistics|organization|contracts)\//,
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

/** Imports of packages that the file's own package does not declare. */
export function undeclared({ path, imports }: Source, folder = packageOf(path)): string[] {
  const { name, dependencies = {} } = manifestOf(folder);
  const isTest = tests.test(path);
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
      // Tests may use what the workspace declares at its root: jest, fast-check and test servers.
      .filter((one) => !isTest || manifestOfRoot().devDependencies[one] === undefined)
      .filter((one) => !isTest || !one.startsWith('@plumbline/'))
      .map((one) => `${path} imports ${one}, which ${folder}/package.json does not declare`)
  );
}

function manifestOfRoot(): { readonly devDependencies: Readonly<Record<string, string>> } {
  return manifestOf('.') as unknown as { devDependencies: Record<string, string> };
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
export const pureFiles =
  /^services\/[a-z]+\/src\/((goal|kpi|views|policies)\/|measure\.ts)|^libs\/(statistics|organization)\/src\//;
