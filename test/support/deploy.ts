/** A service of a compose file, as far as it is judged. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: unknown;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly privileged?: boolean;
  readonly network_mode?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly unknown[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition?: string }>>;
  readonly deploy?: {
    readonly replicas?: number;
    readonly resources?: { readonly limits?: { readonly memory?: string; readonly pids?: number } };
  };
}

export interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks?: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/**
 * Images that write where only a run would show it, and none was made: their root stays writable.
 * EventStoreDB is a .NET program, Kafka's image writes its configuration at the start.
 */
const writable = ['eventstore', 'kafka'];
/** What keeps something: it needs a volume with a name. */
const keepers: Readonly<Record<string, string>> = {
  directory: '/data',
  goals: '/data',
  feedback: '/data',
  analytics: '/data',
  reviews: '/data',
  eventstore: '/var/lib/eventstore',
  kafka: '/var/lib/kafka/data',
  mongo: '/data/db',
};
const pinned = /^[\w./-]+:v?\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/;
const secretName = /PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|API_?KEY/i;
const secretInUrl = /:\/\/[^/\s:@]+:[^/\s@]+@/;

/** What a compose file does that it must not, each in a sentence. */
export function composeFaults({ services, networks = {}, volumes = {} }: Compose): string[] {
  return Object.entries(services).flatMap(([name, service]) => {
    const faults = [
      ...originFaults(service),
      ...powerFaults(name, service),
      ...networkFaults(service, networks),
      ...volumeFaults(name, service, Object.keys(volumes)),
      ...secretFaults(service),
      ...lifeFaults(service, services),
    ];
    return faults.map((fault) => `${name} ${fault}`);
  });
}

function originFaults({ image = '' }: ComposeService): string[] {
  return pinned.test(image) ? [] : ['has an image of no exact version'];
}

function powerFaults(name: string, service: ComposeService): string[] {
  const { user = '', cap_drop = [], cap_add = [], security_opt = [] } = service;
  const isHost = service.network_mode === 'host' || service.privileged === true;
  return [
    ...(/^[1-9]\d*:[1-9]\d*$/.test(user) ? [] : ['runs as root, or as who knows']),
    ...(cap_drop.includes('ALL') && cap_add.length === 0 ? [] : ['keeps capabilities']),
    ...(security_opt.includes('no-new-privileges:true') ? [] : ['may gain privileges']),
    ...(isHost ? ['is no container to speak of'] : []),
    ...(service.read_only === true || writable.includes(name) ? [] : ['may write to its root']),
  ];
}

function networkFaults(
  { ports = [], networks: own = [] }: ComposeService,
  networks: Compose['networks'] = {},
): string[] {
  const isInside = own.some((one) => networks[one]?.internal === true);
  const isLoopback = (port: unknown): boolean =>
    typeof port === 'string' && port.startsWith('127.0.0.1:');
  return [
    ...(ports.every(isLoopback) ? [] : ['listens to more than this machine']),
    ...(isInside && ports.length > 0 ? ['opens the inner network'] : []),
    ...(own.length > 0 ? [] : ['is in no network of its own choice']),
  ];
}

function volumeFaults(
  name: string,
  { volumes: mounts = [] }: ComposeService,
  named: readonly string[],
): string[] {
  const keeps = keepers[name];
  const isNamed = mounts.some((mount) => {
    const [from = '', to = ''] = mount.split(':');
    return to === keeps && named.includes(from);
  });
  const isBind = (mount: string): boolean => /^[./~][^:]*:/.test(mount);
  return [
    ...(keeps === undefined || isNamed ? [] : ['loses what it keeps']),
    ...(mounts.some((mount) => isBind(mount) && !mount.endsWith(':ro'))
      ? ['writes into the folders of the machine']
      : []),
    ...(mounts.some((mount) => mount.includes('docker.sock')) ? ['holds the daemon'] : []),
  ];
}

function secretFaults({ environment = {} }: ComposeService): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    // A name alone, or a file that holds it, is no secret.
    const isHeld = !/^\$\{\w+(:?\?[^}]*)?\}$/.test(value) && !name.endsWith('_FILE');
    const isSecret = (secretName.test(name) && isHeld) || secretInUrl.test(value);
    return isSecret ? [`has a secret in ${name}`] : [];
  });
}

function lifeFaults(service: ComposeService, services: Compose['services']): string[] {
  const { healthcheck, depends_on = {}, deploy, restart } = service;
  const [kind = 'NONE'] = healthcheck?.test ?? [];
  const needed = Object.entries(depends_on);
  const limits = deploy?.resources?.limits;
  return [
    ...(kind === 'NONE' || healthcheck?.disable === true ? ['says nothing of its health'] : []),
    ...(restart === 'unless-stopped' || restart === 'always' ? [] : ['stays away when it fell']),
    ...(limits?.memory !== undefined && limits.pids !== undefined ? [] : ['has no limits']),
    ...(needed.every(([on, { condition }]) => on in services && condition === 'service_healthy')
      ? []
      : ['does not wait for what it needs']),
  ];
}

/** What a Dockerfile does that it must not, each in a sentence. */
export function dockerfileFaults(text: string): string[] {
  const whole = text.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n\s*/g, ' ');
  const last = whole.slice(whole.lastIndexOf('\nFROM '));
  const images = [...whole.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => {
    return image.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => argument(whole, name));
  });
  const [, user = ''] = /^USER (\S+)$/m.exec(last) ?? [];
  return [
    ...(images.length > 0 && images.every((image) => pinned.test(image))
      ? []
      : ['has an image of no exact version']),
    ...(/^[1-9]\d*:[1-9]\d*$/.test(user) ? [] : ['runs as root']),
    ...(/^HEALTHCHECK .*CMD \[/m.test(last) ? [] : ['says nothing of its health']),
    ...(/^(ENTRYPOINT|CMD) [^[]/m.test(last) ? ['puts a shell before its process'] : []),
    ...(/^ADD /m.test(whole) ? ['adds what comes from anywhere'] : []),
    ...(/^(ARG|ENV) \S*(PASSWORD|SECRET|TOKEN)/im.test(whole) ? ['has a secret'] : []),
    ...(/^COPY \. /m.test(last) ? ['holds more than runs'] : []),
  ];
}

function argument(text: string, name: string): string {
  return new RegExp(`^ARG ${name}=(\\S+)$`, 'm').exec(text)?.[1] ?? '';
}
