import { isDay } from '@plumbline/kernel';
import { createBar } from '../bar.ts';
import { createClient, type Client } from '../client.ts';
import { rolesOf } from '../demo/cast.ts';
import { units } from '../demo/company.ts';
import { followedOf, peopleMax, teamsOf } from '../demo/crowd.ts';
import { castSize, planOf } from '../demo/plan.ts';
import { play } from '../demo/play.ts';
import { commandsIn, withoutPersonal } from '../demo/script.ts';
import { exitCodes, usageError, type ExitCode } from '../exit.ts';
import { print, table, type Io } from '../io.ts';
import { localToken } from '../issuer.ts';
import { urlOf, type CommonOptions } from '../settings.ts';
import { consoleLink } from './token.ts';

export interface DemoOptions extends CommonOptions {
  readonly seed: string;
  readonly today?: string;
  readonly people: string;
  /** Left out, there is one. */
  readonly link?: boolean;
}

const tokenSeconds = 8 * 3_600;

/** `demo`: plays a company through the commands that everybody uses. */
export async function demoVerb(options: DemoOptions, io: Io): Promise<ExitCode> {
  const url = urlOf(options, io);
  const today = options.today ?? new Date(io.clock.now()).toISOString().slice(0, 10);
  if (!isDay(today)) throw usageError('demo/today', `"${today}" is no day, as in 2026-07-01.`);
  const people = peopleOf(options);
  const clockDay = new Date(io.clock.now()).toISOString().slice(0, 10);
  const plan = planOf(options.seed, today, { clockDay, people });
  const areThemselves = options.token === undefined;
  const scenes = areThemselves ? plan : withoutPersonal(plan);
  const steps = scenes.flat().flatMap((thread) => thread.steps);
  const total = steps.reduce((sum, step) => sum + commandsIn(step), 0);
  const clients = new Map<string, Promise<Client>>();
  const clientFor = (person: string): Promise<Client> => {
    const known = clients.get(person) ?? clientOf(person, options, io);
    clients.set(person, known);
    return known;
  };
  const bar = createBar(io, 'play', total);
  const played = await play(
    scenes,
    { seed: options.seed, today },
    {
      clientFor,
      areThemselves,
      onStep: (done, path) => bar.to(done, path),
    },
  ).finally(() => bar.stop());
  const lead = units[0]?.lead ?? 'ada';
  const client = await clientFor(lead);
  const after = played.position === null ? {} : { 'read-after': played.position };
  const { body } = await client.get('/periods', after);
  const { items: periods } = body as { items: readonly { name: string; goals: number }[] };
  const link = options.link === false ? null : consoleLink(url, await tokenOf(lead, options, io));
  const teams = teamsOf(people - castSize);
  const followed = followedOf(teams) ?? null;
  const summary = {
    ...{ url, people, units: units.length, teams: teams.length, ...played, periods },
    ...{ followed, link },
  };
  const commands = Object.entries(played.byCommand).toSorted(([, one], [, other]) => other - one);
  print(io, options.json === true, summary, [
    `Played ${played.steps} commands of ${people} people in ${units.length} units:`,
    ...table(commands.map(([name, count]) => [`  ${name}`, String(count)])),
    `Goals by period: ${periods.map(({ name, goals }) => `${name} ${goals}`).join(', ')}`,
    ...(followed === null ? [] : [`Somebody whose three years can be followed: ${followed}`]),
    ...(link === null ? [] : [`Look at it as ${lead}, who leads a unit: ${link}`]),
  ]);
  return exitCodes.ok;
}

/** The cast, and as many around it as make up the number. */
function peopleOf({ people }: DemoOptions): number {
  const wanted = /^\d{1,9}$/.test(people) ? Number(people) : NaN;
  if (wanted >= castSize && wanted <= peopleMax) return wanted;
  const detail = `"${people}" people cannot be played. Give a number from ${castSize} to ${peopleMax}.`;
  throw usageError('demo/people', detail);
}

async function clientOf(person: string, options: DemoOptions, io: Io): Promise<Client> {
  const token = await tokenOf(person, options, io);
  // A signal of their own: every request listens to it.
  const signal = AbortSignal.any([io.signal]);
  return createClient({ url: urlOf(options, io), token, signal });
}

function tokenOf(person: string, options: DemoOptions, io: Io): Promise<string> {
  if (options.token !== undefined) return Promise.resolve(options.token);
  const claims = { sub: person, roles: rolesOf(person), expiresInSeconds: tokenSeconds };
  return localToken(claims, options, io);
}
