import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import { derivedId } from '@plumbline/kernel';
import { draftDecider } from './draft/draft.decide.ts';
import type { Draft, DraftSaved, SaveDraft } from './draft/draft.ts';

const context = 'reviews';

export const draftVersions: Readonly<Record<DraftSaved['type'], number>> = { DraftSaved: 1 };

export const draftAggregate: Aggregate<SaveDraft, Draft, DraftSaved> = {
  name: 'draft',
  foldVersion: 1,
  decider: draftDecider,
  codec: factCodec<DraftSaved>({ context, versions: draftVersions }),
};

export const isDraftFact = (fact: { readonly type: string }): fact is DraftSaved =>
  Object.hasOwn(draftVersions, fact.type);

/** An author has one draft of a review. */
export const draftIdOf = (tenant: string, reviewId: string, author: string): string =>
  derivedId(tenant, 'draft', reviewId, author);

export const draftStream = (tenant: string, draftId: string): string =>
  streamName(context, 'draft', tenant, draftId);
