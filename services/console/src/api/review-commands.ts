import type { components } from '../api.generated.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done about a review, each with the body that its route takes. */
export type ReviewCommand = { readonly reviewId: string } & (
  | { readonly do: 'submit-section'; readonly body: Schemas['SubmitSectionDto'] }
  | { readonly do: 'decline-invitation'; readonly body: Schemas['DeclineInvitationDto'] }
  | { readonly do: 'finalise-review'; readonly body: Schemas['FinaliseReviewDto'] }
  | { readonly do: 'share-review'; readonly body: Schemas['StepDto'] }
  | { readonly do: 'acknowledge-review'; readonly body: Schemas['AcknowledgeReviewDto'] }
  | { readonly do: 'dispute-review'; readonly body: Schemas['ReasonDto'] }
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
    case 'finalise-review':
      return answered(await api.POST(`${at}/finalise`, { params, body: command.body }));
    case 'share-review':
      return answered(await api.POST(`${at}/share`, { params, body: command.body }));
    case 'acknowledge-review':
      return answered(await api.POST(`${at}/acknowledge`, { params, body: command.body }));
    case 'dispute-review':
      return answered(await api.POST(`${at}/dispute`, { params, body: command.body }));
  }
}
