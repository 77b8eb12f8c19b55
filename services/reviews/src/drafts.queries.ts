import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { present, type Position } from '@plumbline/kernel';
import type { AskedTimes } from '@plumbline/views';
import { draftIdOf } from './drafts.facts.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { draftSheet, type DraftSheet } from './views/draft-sheet.ts';

export interface DraftAnswer {
  readonly position: Position | null;
  readonly draft?: DraftSheet;
}

/** The draft of an author, who is the only one to ask for it. */
export class DraftQuery extends Query<DraftAnswer> {
  constructor(
    readonly tenant: string,
    readonly author: string,
    readonly reviewId: string,
    readonly times: AskedTimes,
  ) {
    super();
  }
}

@QueryHandler(DraftQuery)
export class DraftQueryHandler implements IQueryHandler<DraftQuery> {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async execute({ tenant, author, reviewId, times }: DraftQuery): Promise<DraftAnswer> {
    const reader = await this.ports.views.of(draftSheet, tenant, times);
    const draft = await reader.get(draftIdOf(tenant, reviewId, author));
    return { position: reader.position, ...present({ draft }) };
  }
}
