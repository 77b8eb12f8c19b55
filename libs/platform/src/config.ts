import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { algorithmsAllowed, isTenant } from '@plumbline/web/auth';
import { localIssuerName, type OidcIssuer } from '@plumbline/web/issuers';
import { describeType, settings, settingsOfOthers, type Setting } from './settings.ts';

/** What a process runs by, read once from its environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: string;
  readonly issuers: readonly OidcIssuer[];
  readonly localIssuer: boolean;
  readonly tenant: string;
  readonly store: 'sqlite' | 'servers' | 'memory';
  /** Where the servers are; undefined unless `store` asks for them. */
  readonly servers: Servers | undefined;
  /** When people are reminded of what is due; undefined: they are not. */
  readonly reminders:
    { readonly quiet: { readonly from: number; readonly until: number } } | undefined;
  /** By what mail is sent; undefined: none is. */
  readonly mail: Mailing | undefined;
  readonly metrics: 'token' | 'open' | 'off';
  readonly drainMs: number;
  readonly slowRequestMs: number;
  readonly viewLagMsMax: number;
  readonly cachedStreamsMax: number;
}

export interface Mailing {
  readonly url: string;
  readonly from: string;
  readonly consoleUrl: string;
}

/** The servers of the distributed way to run. */
export interface Servers {
  readonly eventStoreUrl: string;
  readonly kafkaBrokers: readonly string[];
  readonly mongoUrl: string;
  /** Names the installation beside others on the same servers. */
  readonly environment: string;
  /** How long a process that projects and relays is waited for, once it says nothing any more. */
  readonly leaseMs: number;
}

/** Everything that is wrong with the settings, each by its name. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

type Name = (typeof settings)[number]['name'];
type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting, and throws one `ConfigError` that names all that are wrong. */
export function readConfig(environment: Environment, base = process.cwd()): Config {
  const problems: string[] = [];
  const texts = textsOf(environment, problems);
  const text = (name: Name): string => texts.get(name) ?? '';
  const config: Config = {
    host: hostOf(text('HOST'), problems),
    port: Number(text('PORT')),
    dataDir: resolve(base, text('DATA_DIR')),
    logLevel: text('LOG_LEVEL'),
    issuers: issuersOf(text('OIDC_ISSUERS'), problems),
    localIssuer: text('PLUMBLINE_LOCAL_ISSUER') === 'on',
    tenant: text('PLUMBLINE_TENANT'),
    store: text('PLUMBLINE_STORE') as Config['store'],
    servers: text('PLUMBLINE_STORE') === 'servers' ? serversOf(text, problems) : undefined,
    reminders: remindersOf(text, problems),
    mail: mailOf(text, problems),
    metrics: text('PLUMBLINE_METRICS') as Config['metrics'],
    drainMs: Number(text('PLUMBLINE_DRAIN_MS')),
    slowRequestMs: Number(text('PLUMBLINE_SLOW_REQUEST_MS')),
    viewLagMsMax: Number(text('PLUMBLINE_VIEW_LAG_MS_MAX')),
    cachedStreamsMax: Number(text('PLUMBLINE_CACHED_STREAMS_MAX')),
  };
  if (!isTenant(config.tenant)) {
    problems.push('PLUMBLINE_TENANT must be of a-z, 0-9 and hyphens, 1 to 63 characters.');
  }
  if (!config.localIssuer && config.issuers.length === 0 && problems.length === 0) {
    problems.push('PLUMBLINE_LOCAL_ISSUER is off and OIDC_ISSUERS is empty: nobody could call.');
  }
  problems.push(...unknownNames(environment));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function textsOf(environment: Environment, problems: string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const setting of settings) {
    const given = environment[setting.name];
    // An empty variable is how many tools say that there is none.
    const text = given === undefined || given === '' ? setting.default : given;
    const problem = problemWith(setting, text);
    if (problem !== undefined) problems.push(problem);
    texts.set(setting.name, problem === undefined ? text : setting.default);
  }
  return texts;
}

function problemWith({ name, type }: Setting, text: string): string | undefined {
  const wanted = `${name} must be ${describeType(type)}, not "${text.slice(0, 80)}".`;
  if (type.kind === 'one-of') return type.values.includes(text) ? undefined : wanted;
  if (type.kind === 'integer') {
    const value = Number(text);
    const fits = /^\d+$/.test(text) && value >= type.min && value <= type.max;
    return fits ? undefined : wanted;
  }
  if (text.includes('\0')) return `${name} must not contain NUL.`;
  return undefined;
}

function hostOf(text: string, problems: string[]): string {
  const isName = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(text);
  if (isIP(text) === 0 && !isName) {
    problems.push(`HOST must be an IP address or a host name, not "${text.slice(0, 80)}".`);
  }
  return text;
}

function mailOf(text: (name: Name) => string, problems: string[]): Mailing | undefined {
  const [url, from] = [text('SMTP_URL'), text('MAIL_FROM')];
  if (url === '') return undefined;
  const consoleUrl = text('PLUMBLINE_CONSOLE_URL');
  if (!/^smtps?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
    problems.push('SMTP_URL must name a mail server, as in smtps://user:password@host:465.');
  }
  if (!/^[^\r\n]*[^\s@]+@[^\s@]+$/.test(from)) {
    problems.push('MAIL_FROM must be an address, as in due@firm.example, where SMTP_URL is set.');
  }
  if (!/^https?:\/\/\S+$/.test(consoleUrl)) {
    problems.push('PLUMBLINE_CONSOLE_URL must be an address of the web, where SMTP_URL is set.');
  }
  if (text('PLUMBLINE_REMINDERS') !== 'on') {
    problems.push('SMTP_URL is set and PLUMBLINE_REMINDERS is off: nothing would be sent.');
  }
  return { url, from, consoleUrl };
}

function remindersOf(text: (name: Name) => string, problems: string[]): Config['reminders'] {
  const [, from = '', until = ''] =
    /^(\d{1,2})-(\d{1,2})$/.exec(text('PLUMBLINE_QUIET_HOURS')) ?? [];
  const quiet = { from: Number(from), until: Number(until) };
  if (from === '' || quiet.from <= 12 || quiet.from > 24 || quiet.until > 12) {
    problems.push(
      'PLUMBLINE_QUIET_HOURS must be an hour from 13 to 24 and one from 0 to 12, as in 18-8.',
    );
  }
  return text('PLUMBLINE_REMINDERS') === 'on' ? { quiet } : undefined;
}

function serversOf(text: (name: Name) => string, problems: string[]): Servers {
  const [eventStoreUrl, mongoUrl] = [text('EVENTSTORE_URL'), text('MONGODB_URL')];
  const kafkaBrokers = text('KAFKA_BROKERS').split(',').filter(Boolean);
  const environment = text('PLUMBLINE_ENVIRONMENT');
  if (!/^(esdb|kurrentdb)(\+discover)?:\/\/\S+$/.test(eventStoreUrl)) {
    problems.push('EVENTSTORE_URL must name EventStoreDB, as in esdb://host:2113?tls=true.');
  }
  if (!/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(mongoUrl)) {
    problems.push('MONGODB_URL must name a database, as in mongodb://host:27017/plumbline.');
  }
  if (kafkaBrokers.length === 0 || !kafkaBrokers.every((one) => /^[^\s:]+:\d{1,5}$/.test(one))) {
    problems.push('KAFKA_BROKERS must be hosts with ports, as in kafka-1:9092,kafka-2:9092.');
  }
  if (!/^[a-z][a-z0-9]{0,31}$/.test(environment)) {
    problems.push('PLUMBLINE_ENVIRONMENT must be of a-z and 0-9, 1 to 32 characters.');
  }
  const leaseMs = Number(text('PLUMBLINE_LEASE_MS'));
  return { eventStoreUrl, kafkaBrokers, mongoUrl, environment, leaseMs };
}

function unknownNames(environment: Environment): readonly string[] {
  const known: readonly string[] = [...settings.map(({ name }) => name), ...settingsOfOthers];
  const unknown = Object.keys(environment).filter((name) => {
    return name.startsWith('PLUMBLINE_') && !known.includes(name);
  });
  return unknown.sort().map((name) => `${name} is no setting; see the table in the README.`);
}

const issuerMembers = new Set(['issuer', 'tenant', 'audience', 'rolesClaim', 'subjectClaim']);

function issuersOf(text: string, problems: string[]): readonly OidcIssuer[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    problems.push('OIDC_ISSUERS is not JSON.');
    return [];
  }
  if (!Array.isArray(parsed)) {
    problems.push('OIDC_ISSUERS must be a list.');
    return [];
  }
  const before = problems.length;
  for (const [index, one] of parsed.entries()) {
    problems.push(...problemsOfIssuer(`OIDC_ISSUERS[${index}]`, one));
  }
  if (problems.length > before) return [];
  const issuers = parsed as readonly OidcIssuer[];
  const names = issuers.map(({ issuer }) => issuer);
  for (const name of names.filter((one, index) => names.indexOf(one) !== index)) {
    problems.push(`OIDC_ISSUERS names ${name} twice; an issuer belongs to one tenant.`);
  }
  return issuers;
}

function problemsOfIssuer(place: string, one: unknown): readonly string[] {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) {
    return [`${place} must be an object.`];
  }
  const problems: string[] = [];
  const { issuer, tenant, audience, algorithms, ...rest } = one as Record<string, unknown>;
  if (typeof issuer !== 'string' || !isIssuerAddress(issuer)) {
    problems.push(`${place}.issuer must be an https address (http only on this machine).`);
  }
  if (!isTenant(tenant)) problems.push(`${place}.tenant must be of a-z, 0-9 and hyphens.`);
  if (typeof audience !== 'string' || audience === '') {
    problems.push(`${place}.audience must be text: a token for somebody else must not do here.`);
  }
  if (algorithms !== undefined && !areAlgorithms(algorithms)) {
    problems.push(`${place}.algorithms must be of ${algorithmsAllowed.join(', ')}.`);
  }
  for (const [name, value] of Object.entries(rest)) {
    if (!issuerMembers.has(name)) problems.push(`${place}.${name} is no member of an issuer.`);
    else if (typeof value !== 'string' || value === '') {
      problems.push(`${place}.${name} must be text.`);
    }
  }
  return problems;
}

function areAlgorithms(value: unknown): boolean {
  const allowed: readonly unknown[] = algorithmsAllowed;
  return Array.isArray(value) && value.length > 0 && value.every((one) => allowed.includes(one));
}

function isIssuerAddress(text: string): boolean {
  if (text === localIssuerName || !URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  if (search !== '' || hash !== '') return false;
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}
