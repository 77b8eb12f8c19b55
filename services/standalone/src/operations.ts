import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { permit, type Action } from '@plumbline/organization';
import type { Engine } from '@plumbline/platform';
import { CurrentPrincipal, idempotencyKey, rejected, type Principal } from '@plumbline/web';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsString, Matches, MaxLength } from 'class-validator';
import type { ParkedDesk, ParkedEntry } from './parked.ts';
import { answerProgress } from './progress.ts';

export const reasonLengthMax = 1_000;

/** What a caller may send to give parked facts up. */
export class DiscardDto {
  @IsString()
  @MaxLength(reasonLengthMax)
  @Matches(/\S/u, { message: '$property must not be blank' })
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
  async status(@CurrentPrincipal() by: Principal): Promise<object> {
    allow(by, 'system/observe');
    const { engine, version } = this.ground;
    const [position, views] = await Promise.all([engine.log.head(), engine.projector.status()]);
    return { version, position, views };
  }

  /** Whole-file checks; the server goes on answering in between. */
  @Post('check')
  @HttpCode(200)
  async check(@CurrentPrincipal() by: Principal): Promise<object> {
    allow(by, 'system/observe');
    const found = await this.ground.checkLog?.();
    const findings = found?.findings ?? [];
    const checks = [{ name: 'log', ok: findings.length === 0, facts: found?.facts ?? null }];
    return { ok: findings.length === 0, checks, problems: findings };
  }

  @Post('views/:view/rebuild')
  rebuild(
    @Param('view') view: string,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    allow(by, 'system/operate');
    idempotencyKey(request);
    const { projector, logger } = this.ground.engine;
    logger.info({ view, by: by.sub }, 'rebuild asked for');
    answerProgress(request, reply, (tell, signal) => projector.rebuild(view, { ...tell, signal }));
  }

  @Get('parked')
  async parked(@CurrentPrincipal() by: Principal): Promise<object> {
    allow(by, 'system/observe');
    return { items: (await this.ground.parked.list(by.tenant)).map(summaryOf) };
  }

  @Get('parked/:id')
  async show(@Param('id') id: string, @CurrentPrincipal() by: Principal): Promise<object> {
    allow(by, 'system/observe');
    const entry = await this.ground.parked.show(by.tenant, id);
    // The bodies stay in the log: what is personal in them is sealed, the rest is for auditors.
    const facts = entry.facts.map(({ id: fact, type, stream, revision, position, recordedAt }) => {
      return { id: fact, type, stream, revision, position, recordedAt };
    });
    return { ...summaryOf(entry), facts };
  }

  @Post('parked/:id/retry')
  async retry(
    @Param('id') id: string,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    allow(by, 'system/operate');
    idempotencyKey(request);
    reply.code(200);
    return this.ground.parked.retry(by.tenant, id);
  }

  @Post('parked/:id/discard')
  async discard(
    @Param('id') id: string,
    @Body() { reason }: DiscardDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    allow(by, 'system/operate');
    idempotencyKey(request);
    await this.ground.parked.discard(by.tenant, id, by.sub, reason);
    reply.code(200);
    return { discarded: true };
  }
}

export const OperationsModule = {
  with: (ground: Ground): DynamicModule => ({
    module: class OperationsModule {},
    controllers: [OperationsController],
    providers: [{ provide: enginePort, useValue: ground }],
  }),
};

function allow(by: Principal, action: Action): void {
  const refused = permit(by, action);
  if (refused !== undefined) throw rejected(refused);
}

function summaryOf({ id, reader, key, reason, attempts, since, facts }: ParkedEntry): object {
  return { id, reader, key, reason, attempts, since, facts: facts.length };
}
