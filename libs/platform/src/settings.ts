/** How the text of an environment variable is read. */
export type SettingType =
  | { readonly kind: 'text' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'json' };

export interface Setting {
  readonly name: string;
  readonly type: SettingType;
  /** As it would be written in the environment. */
  readonly default: string;
  readonly about: string;
}

const integer = (min: number, max: number): SettingType => ({ kind: 'integer', min, max });
const oneOf = (...values: readonly string[]): SettingType => ({ kind: 'one-of', values });

/** Every setting there is. What is not here is not read. */
export const settings = [
  {
    name: 'HOST',
    type: { kind: 'text' },
    default: '127.0.0.1',
    about: 'Address to listen on. Put a TLS gateway in front of any other than this machine.',
  },
  {
    name: 'PORT',
    type: integer(0, 65_535),
    default: '3000',
    about: 'Port to listen on; 0 takes a free one.',
  },
  {
    name: 'DATA_DIR',
    type: { kind: 'text' },
    default: './data',
    about: 'Folder of the log, the views and the keys; made when it is not there.',
  },
  {
    name: 'LOG_LEVEL',
    type: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    default: 'info',
    about: 'Least level that is logged.',
  },
  {
    name: 'OIDC_ISSUERS',
    type: { kind: 'json' },
    default: '[]',
    about:
      'Issuers whose tokens are taken, each for one tenant: ' +
      '[{"issuer","tenant","audience","rolesClaim"?,"subjectClaim"?,"algorithms"?}].',
  },
  {
    name: 'PLUMBLINE_LOCAL_ISSUER',
    type: oneOf('on', 'off'),
    default: 'on',
    about: 'Whether tokens signed with the key in DATA_DIR are taken.',
  },
  {
    name: 'PLUMBLINE_TENANT',
    type: { kind: 'text' },
    default: 'main',
    about: 'Tenant of the first administrator token and of local tokens that name none.',
  },
  {
    name: 'PLUMBLINE_STORE',
    type: oneOf('sqlite', 'servers', 'memory'),
    default: 'sqlite',
    about:
      'Where facts and views are kept: files in DATA_DIR; EventStoreDB, Kafka and MongoDB; ' +
      'or memory, which forgets everything when the process ends.',
  },
  {
    name: 'EVENTSTORE_URL',
    type: { kind: 'text' },
    default: '',
    about: 'EventStoreDB, as in esdb://host:2113?tls=true. For PLUMBLINE_STORE=servers.',
  },
  {
    name: 'KAFKA_BROKERS',
    type: { kind: 'text' },
    default: '',
    about: 'Kafka, as in host:9092,host:9092. For PLUMBLINE_STORE=servers.',
  },
  {
    name: 'MONGODB_URL',
    type: { kind: 'text' },
    default: '',
    about: 'MongoDB, as in mongodb://host:27017/plumbline. For PLUMBLINE_STORE=servers.',
  },
  {
    name: 'PLUMBLINE_ENVIRONMENT',
    type: { kind: 'text' },
    default: 'default',
    about: 'Names this installation beside others on the same EventStoreDB and Kafka.',
  },
  {
    name: 'PLUMBLINE_LEASE_MS',
    type: integer(500, 600_000),
    default: '10000',
    about:
      'On servers: how long the process that projects and relays is waited for before another ' +
      'one takes over.',
  },
  {
    name: 'PLUMBLINE_REMINDERS',
    type: oneOf('off', 'on'),
    default: 'off',
    about: 'Whether people are reminded of what is due: a published fact a person and day.',
  },
  {
    name: 'PLUMBLINE_QUIET_HOURS',
    type: { kind: 'text' },
    default: '18-8',
    about: 'Nobody is reminded from the one hour until the other, by their own clock.',
  },
  {
    name: 'SMTP_URL',
    type: { kind: 'text' },
    default: '',
    about: 'Mail server for reminders, as in smtps://user:password@host:465; without it no mail.',
  },
  {
    name: 'MAIL_FROM',
    type: { kind: 'text' },
    default: '',
    about: 'Sender of mail, as in due@firm.example. For SMTP_URL.',
  },
  {
    name: 'PLUMBLINE_CONSOLE_URL',
    type: { kind: 'text' },
    default: '',
    about: 'Where people find the console: the link in mails. For SMTP_URL.',
  },
  {
    name: 'PLUMBLINE_METRICS',
    type: oneOf('token', 'open', 'off'),
    default: 'token',
    about: 'Whether /metrics asks for a token of an operator, auditor or administrator.',
  },
  {
    name: 'PLUMBLINE_DRAIN_MS',
    type: integer(0, 600_000),
    default: '10000',
    about: 'How long requests in flight may take to finish after SIGTERM or SIGINT.',
  },
  {
    name: 'PLUMBLINE_SLOW_REQUEST_MS',
    type: integer(1, 600_000),
    default: '1000',
    about: 'Requests that take longer are logged.',
  },
  {
    name: 'PLUMBLINE_VIEW_LAG_MS_MAX',
    type: integer(100, 3_600_000),
    default: '30000',
    about: 'A view further behind the log than this makes /health/ready say so.',
  },
  {
    name: 'PLUMBLINE_CACHED_STREAMS_MAX',
    type: integer(0, 1_000_000),
    default: '10000',
    about: 'Streams whose folded state is kept in memory; 0 turns the cache off.',
  },
] as const satisfies readonly Setting[];

/** Read by other programs of the project: no mistake, although the server does not know them. */
export const settingsOfOthers: readonly string[] = ['PLUMBLINE_URL', 'PLUMBLINE_TOKEN'];

/** The settings as a table, for the README and for `doctor`. */
export function settingsTable(): string {
  const rows = settings.map(({ name, type, default: standard, about }) => {
    return `| \`${name}\` | ${describeType(type)} | \`${standard}\` | ${about} |`;
  });
  return ['| setting | type | default | what it does |', '|---|---|---|---|', ...rows].join('\n');
}

export function describeType(type: SettingType): string {
  switch (type.kind) {
    case 'integer':
      return `${type.min} to ${type.max}`;
    case 'one-of':
      return type.values.join(', ');
    case 'json':
      return 'JSON';
    case 'text':
      return 'text';
  }
}
