import type { components } from '../api.generated.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done about a review, each with the body that its route takes. */
export type ReviewCommand = { readonly reviewId: string } & (
  | { readonly do: 'submit-section'; readonly body: Schemas['SubmitSectionDto'] }
  | { readonly do: 'decline-invitation'; readonly body: Schemas['DeclineInvitationDto'] }
  | { readonly do: 'invite-reviewer'; readonly body: Schemas['InviteReviewerDto'] }
  | { readonly do: 'override-rating'; readonly body: Schemas['OverrideRatingDto'] }
  | { readonly do: 'declare-not-rated'; readonly body: Schemas['NotRatedDto'] }
  | { readonly do: 'finalise-review'; readonly body: Schemas['FinaliseReviewDto'] }
  | { readonly do: 'share-review'; readonly body: Schemas['StepDto'] }
  | { readonly do: 'acknowledge-review'; readonly body: Schemas['AcknowledgeReviewDto'] }
  | { readonly do: 'dispute-review'; readonly body: Schemas['ReasonDto'] }
  | { readonly do: 'resolve-dispute'; readonly body: Schemas['ResolveDisputeDto'] }
  | { readonly do: 'close-review'; readonly body: Schemas['StepDto'] }
  | { readonly do: 'reopen-review'; readonly body: Schemas['ApproveDto'] }
  | { readonly do: 'repin-review'; readonly body: Schemas['ApproveDto'] }
  | { readonly do: 'withdraw-review'; readonly body: Schemas['ReasonDto'] }
);

/** Without a revision: who writes sees nothing of what others write at the same time. */
export async function sendOfReview(command: ReviewCommand, key: string): Promise<Receipt> {
  const params = { path: { reviewId: command.reviewId }, header: { 'Idempotency-Key': key } };
  const at = '/reviews/{reviewId}';
  switch (command.do) {
    case 'submit-section':
      return answered(await api.POST(`${at}/sections`, { params, body: command.body }));
    case 'decline-invitation':
      return answered(await api.POST(`${at}/invitations/decline`, { params, body: command.body }));
    case 'invite-reviewer':
      return answered(await api.POST(`${at}/invitations`, { params, body: command.body }));
    case 'override-rating':
      return answered(await api.POST(`${at}/override`, { params, body: command.body }));
    case 'declare-not-rated':
      return answered(await api.POST(`${at}/not-rated`, { params, body: command.body }));
    case 'finalise-review':
      return answered(await api.POST(`${at}/finalise`, { params, body: command.body }));
    case 'share-review':
      return answered(await api.POST(`${at}/share`, { params, body: command.body }));
    case 'acknowledge-review':
      return answered(await api.POST(`${at}/acknowledge`, { params, body: command.body }));
    case 'dispute-review':
      return answered(await api.POST(`${at}/dispute`, { params, body: command.body }));
    case 'resolve-dispute':
      return answered(await api.POST(`${at}/resolve`, { params, body: command.body }));
    case 'close-review':
      return answered(await api.POST(`${at}/close`, { params, body: command.body }));
    case 'reopen-review':
      return answered(await api.POST(`${at}/reopen`, { params, body: command.body }));
    case 'repin-review':
      return answered(await api.POST(`${at}/repin`, { params, body: command.body }));
    case 'withdraw-review':
      return answered(await api.POST(`${at}/withdraw`, { params, body: command.body }));
  }
}
