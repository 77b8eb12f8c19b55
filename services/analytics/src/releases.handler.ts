import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refusalOf } from '@plumbline/access';
import type { CommandContext, TransactReceipt } from '@plumbline/event-log';
import { isRejection, present, reject, type Rejection } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import type { MetricDefinitionCommand } from './metric-definition/metric-definition.commands.ts';
import { counterOf } from './metric-release/counting.ts';
import type { Counting } from './metric-release/metric-release.commands.ts';
import { overtaken } from './metric-release/metric-release.decide.ts';
import { besideSpan } from './metric-release/metric-release.rules.ts';
import type { MetricReleases } from './metric-release/metric-release.ts';
import type { Scope } from './metric-release/source.ts';
import { metricDefinitionAggregate, metricDefinitionStream } from './releases.facts.ts';
import { metricReleaseAggregate, metricReleaseStream } from './releases.facts.ts';
import { preparedOf, type ReleaseAsked } from './releases.preparing.ts';
import { kindOf, type MetricSource } from './releases.sources.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** Every command on metrics and releases goes over the bus in this one envelope. */
export class ReleasesEnvelope extends Command<TransactReceipt | Rejection> {
  constructor(
    readonly command: MetricDefinitionCommand | ReleaseAsked,
    readonly context: CommandContext,
    /** Who asks; absent when the door has permitted it already. */
    readonly asking?: Asking,
    readonly ifMatch?: number,
  ) {
    super();
  }
}

/** A release came first, and the answers are counted again: so often, before the caller hears. */
export const countingsMax = 4;

@CommandHandler(ReleasesEnvelope)
export class ReleasesHandler implements ICommandHandler<ReleasesEnvelope> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute({ command, context, asking, ifMatch }: ReleasesEnvelope): Result {
    const asked = { context, ...present({ ifMatch }) };
    if ('releaseId' in command) return this.#release(command, asked, asking);
    return this.ports.transactor.transact(metricDefinitionAggregate, {
      ...{ stream: metricDefinitionStream(context.tenant, command.name), command, ...asked },
      permit: () => refusalOf(this.ports, asking, 'metric/define', {}),
    });
  }

  async #release(command: ReleaseAsked, asked: Asked, asking?: Asking): Result {
    const { tenant } = asked.context;
    const prepared = await preparedOf(this.ports, command, tenant);
    if (isRejection(prepared)) return prepared;
    const { ref, scope } = prepared;
    const stream = metricReleaseStream(tenant, ref);
    const { repeated } = await this.ports.transactor.load(
      ...([metricReleaseAggregate, stream, asked.context] as const),
    );
    if (repeated !== undefined) return repeated;
    const kind = kindOf(this.ports, ref);
    const refused = kind
      .publish(scope.dimensions)
      .map((action) => refusalOf(this.ports, asking, action, {}))
      .find((one) => one !== undefined);
    if (refused !== undefined) return refused;
    const source = await kind.open(tenant, ref, scope.position);
    if (isRejection(source)) return source;
    const unfit = refuseDimensions(source, scope);
    if (unfit !== undefined) return unfit;
    for (let countings = 1; ; countings += 1) {
      const { state } = await this.ports.transactor.load(metricReleaseAggregate, stream);
      const counting = await counted(source, scope, command.act, state);
      const result = await this.ports.transactor.transact(metricReleaseAggregate, {
        ...{ stream, command: prepared.commandOf(counting), ...asked },
      });
      const isOvertaken = isRejection(result) && result.code === overtaken;
      if (!isOvertaken || countings >= countingsMax) return result;
    }
  }
}

interface Asked {
  readonly context: CommandContext;
  readonly ifMatch?: number;
}

function refuseDimensions({ dimensions: known }: MetricSource, { dimensions }: Scope) {
  const other = dimensions.find((one) => !known.includes(one));
  if (other === undefined) return undefined;
  const detail = `These answers are told apart by ${known.join(', ')}, and not by ${other}.`;
  return reject('release/dimension-unknown', detail, '/dimensions');
}

/** Of what was decided before, nothing is counted again: the same command decides nothing. */
async function counted(
  { promised, answers }: MetricSource,
  scope: Scope,
  act: string,
  state: MetricReleases,
): Promise<Counting> {
  const { releases, acts } = state.stage === 'none' ? { releases: [], acts: {} } : state;
  const beside = besideSpan(releases, scope);
  const counter = counterOf(beside.map(({ shown }) => shown.map(({ of }) => of)));
  if (!Object.hasOwn(acts, act)) {
    for await (const one of answers([...beside, scope])) counter.add(one);
  }
  const ids = beside.map(({ releaseId }) => releaseId);
  return { promised, counted: counter.counted(), beside: ids };
}
