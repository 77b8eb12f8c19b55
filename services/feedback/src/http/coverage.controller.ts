import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Asks, CurrentExchange, ProblemError, type Exchange } from '@plumbline/web';
import { meOf, PeopleAsking } from './people.asking.ts';
import { CoverageQueryDto } from './people.params.ts';

/** How regular feedback is: of a person, or of a unit. */
@Controller('feedback/coverage')
export class CoverageController {
  constructor(@Inject(PeopleAsking) private readonly people: PeopleAsking) {}

  @Get()
  @Asks('feedback/read-figures')
  async coverage(@Query() query: CoverageQueryDto, @CurrentExchange() exchange: Exchange) {
    const me = meOf(exchange);
    const { person = me, unit } = query;
    if (unit !== undefined && query.person !== undefined) throw eitherOr();
    const of = unit === undefined ? { person, isOwn: person === me } : { unit };
    const answer = await this.people.ask(exchange, query, { ask: 'coverage', of });
    const { coverage } = answer;
    const asked = unit === undefined ? { person } : { unit };
    const { figures, ...counted } = coverage ?? {};
    return this.people.answer(exchange, answer, { ...asked, ...counted, ...figures });
  }
}

function eitherOr(): ProblemError {
  const remedy = 'Ask of a person or of a unit, and not of both.';
  return new ProblemError('request/invalid-parameter', `unit: ${remedy}`, [
    { field: '?unit', rule: 'either-or', remedy },
  ]);
}
