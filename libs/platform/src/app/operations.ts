import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { isPermitted, type Action } from '@plumbline/organization';
import { Asks, CurrentPrincipal, idempotencyKey, rejected, type Principal } from '@plumbline/web';
import { NotBlank } from '@plumbline/web/shapes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsString, MaxLength } from 'class-validator';
import type { Engine } from '../engine.ts';
import type { ParkedDesk, ParkedEntry } from './parked.ts';
import { answerProgress } from './progress.ts';

export const reasonLengthMax = 1_000;

/** What a caller may send to give parked facts up. */
export class DiscardDto {
  @IsString()
  @MaxLength(reasonLengthMax)
  @NotBlank()
  reason!: string;
}

const enginePort = Symbol('Engine');

/** Looks through the log and finds what is wrong; absent where there is no file to look through. */
export type CheckLog = () => Promise<{
  readonly facts: number;
  readonly findings: readonly string[];
}>;

interface Ground {
  readonly engine: Engine;
  readonly parked: ParkedDesk;
  readonly version: string;
  readonly checkLog: CheckLog | undefined;
}

/** What operators and auditors do: see how it stands, rebuild views, settle what is parked. */
@Controller('operations')
export class OperationsController {
  constructor(@Inject(enginePort) private readonly ground: Ground) {}

  @Get('status')
  @Asks('system/observe')
  async status(@CurrentPrincipal() by: Principal): Promise<object> {
    this.#allow(by, 'system/observe');
    const { engine, version } = this.ground;
    const [position, views] = await Promise.all([engine.log.head(), engine.projector.status()]);
    return { version, position, views };
  }

  /** Whole-file checks; the server goes on answering in between. */
  @Post('check')
  @Asks('system/observe')
  @HttpCode(200)
  async check(@CurrentPrincipal() by: Principal): Promise<object> {
    this.#allow(by, 'system/observe');
    const found = await this.ground.checkLog?.();
    const findings = found?.findings ?? [];
    const checks = [{ name: 'log', ok: findings.length === 0, facts: found?.facts ?? null }];
    return { ok: findings.length === 0, checks, problems: findings };
  }

  @Post('views/:view/rebuild')
  @Asks('system/operate')
  async rebuild(
    @Param('view') view: string,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.#allow(by, 'system/operate');
    idempotencyKey(request);
    const { projector, logger } = this.ground.engine;
    logger.info({ view, by: by.sub }, 'rebuild asked for');
    await answerProgress(request, reply, (tell, signal) =>
      projector.rebuild(view, { ...tell, signal }),
    );
  }

  @Get('parked')
  @Asks('system/observe')
  async parked(@CurrentPrincipal() by: Principal): Promise<object> {
    this.#allow(by, 'system/observe');
    return { items: (await this.ground.parked.list(by.tenant)).map(summaryOf) };
  }

  @Get('parked/:id')
  @Asks('system/observe')
  async show(@Param('id') id: string, @CurrentPrincipal() by: Principal): Promise<object> {
    this.#allow(by, 'system/observe');
    const entry = await this.ground.parked.show(by.tenant, id);
    // The bodies stay in the log: what is personal in them is sealed, the rest is for auditors.
    const facts = entry.facts.map(({ id: fact, type, stream, revision, position, recordedAt }) => {
      return { id: fact, type, stream, revision, position, recordedAt };
    });
    return { ...summaryOf(entry), facts };
  }

  @Post('parked/:id/retry')
  @Asks('system/operate')
  async retry(
    @Param('id') id: string,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    this.#allow(by, 'system/operate');
    idempotencyKey(request);
    reply.code(200);
    return this.ground.parked.retry(by.tenant, id);
  }

  @Post('parked/:id/discard')
  @Asks('system/operate')
  async discard(
    @Param('id') id: string,
    @Body() { reason }: DiscardDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    this.#allow(by, 'system/operate');
    idempotencyKey(request);
    await this.ground.parked.discard(by.tenant, id, by.sub, reason);
    reply.code(200);
    return { discarded: true };
  }

  #allow(by: Principal, action: Action): void {
    const { access } = this.ground.engine;
    const answer = access.permit(access.asking(by), action, {});
    if (!isPermitted(answer)) throw rejected(answer);
  }
}

export const OperationsModule = {
  with: (ground: Ground): DynamicModule => ({
    module: class OperationsModule {},
    controllers: [OperationsController],
    providers: [{ provide: enginePort, useValue: ground }],
  }),
};

function summaryOf({ id, reader, key, reason, attempts, since, facts }: ParkedEntry): object {
  return { id, reader, key, reason, attempts, since, facts: facts.length };
}
