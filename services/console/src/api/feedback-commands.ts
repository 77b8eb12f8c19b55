import type { components } from '../api.generated.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done about feedback, each with the body that its route takes. */
export type FeedbackCommand =
  | { readonly do: 'give-feedback'; readonly body: Schemas['GiveFeedbackDto'] }
  | (OnNote & { readonly do: 'retract-feedback'; readonly body: Schemas['RetractFeedbackDto'] })
  | (OnNote & { readonly do: 'widen-feedback'; readonly body: Schemas['WidenVisibilityDto'] })
  | { readonly do: 'ask-feedback'; readonly body: Schemas['AskFeedbackDto'] }
  | (OnRequest & { readonly do: 'decline-request'; readonly body: Schemas['DeclineRequestDto'] })
  | { readonly do: 'hold-one-to-one'; readonly body: Schemas['HoldOneToOneDto'] }
  | {
      readonly do: 'agree-action';
      readonly oneToOneId: string;
      readonly body: Schemas['AgreeActionDto'];
    }
  | { readonly do: 'recognise'; readonly body: Schemas['RecogniseDto'] }
  | { readonly do: 'redeem'; readonly body: Schemas['RedeemRewardDto'] }
  | { readonly do: 'define-programme'; readonly body: Schemas['DefineProgrammeDto'] }
  | (Revised & { readonly do: 'revise-programme'; readonly body: Schemas['ReviseProgrammeDto'] })
  | (Revised & {
      readonly do: 'decide-redemption';
      readonly redemptionId: string;
      readonly body: Schemas['DecideRewardDto'];
    })
  | (OnAction & { readonly do: 'complete-action'; readonly body: Schemas['CompleteActionDto'] })
  | (OnAction & { readonly do: 'drop-action'; readonly body: Schemas['DropActionDto'] });

interface Revised {
  /** The revision that the person saw. Another one there is a conflict, and is shown. */
  readonly revision: number;
}

interface OnNote extends Revised {
  readonly noteId: string;
}

interface OnRequest extends Revised {
  readonly requestId: string;
}

interface OnAction extends Revised {
  readonly oneToOneId: string;
  readonly actionId: string;
}

export async function sendFeedback(command: FeedbackCommand, key: string): Promise<Receipt> {
  const idempotency = { 'Idempotency-Key': key };
  const params = { header: idempotency };
  switch (command.do) {
    case 'give-feedback':
      return answered(await api.POST('/feedback/notes', { params, body: command.body }));
    case 'ask-feedback':
      return answered(await api.POST('/feedback/requests', { params, body: command.body }));
    case 'hold-one-to-one':
      return answered(await api.POST('/feedback/one-to-ones', { params, body: command.body }));
    case 'recognise':
      return answered(await api.POST('/recognitions', { params, body: command.body }));
    case 'redeem':
      return answered(await api.POST('/redemptions', { params, body: command.body }));
    case 'define-programme':
      return answered(await api.POST('/reward-programme', { params, body: command.body }));
    case 'agree-action': {
      const { oneToOneId, body } = command;
      const route = '/feedback/one-to-ones/{oneToOneId}/actions';
      return answered(
        await api.POST(route, { params: { path: { oneToOneId }, header: idempotency }, body }),
      );
    }
    default:
      return sendRevised(command, { ...idempotency, 'If-Match': `"${command.revision}"` });
  }
}

async function sendRevised(
  command: Extract<FeedbackCommand, Revised>,
  header: { readonly 'Idempotency-Key': string; readonly 'If-Match': string },
): Promise<Receipt> {
  switch (command.do) {
    case 'retract-feedback': {
      const params = { path: { noteId: command.noteId }, header };
      const { body } = command;
      return answered(await api.POST('/feedback/notes/{noteId}/retract', { params, body }));
    }
    case 'widen-feedback': {
      const params = { path: { noteId: command.noteId }, header };
      const { body } = command;
      return answered(await api.POST('/feedback/notes/{noteId}/widen', { params, body }));
    }
    case 'decline-request': {
      const params = { path: { requestId: command.requestId }, header };
      const { body } = command;
      return answered(await api.POST('/feedback/requests/{requestId}/decline', { params, body }));
    }
    case 'decide-redemption': {
      const params = { path: { redemptionId: command.redemptionId }, header };
      const { body } = command;
      return answered(await api.POST('/redemptions/{redemptionId}/decide', { params, body }));
    }
    case 'revise-programme': {
      const { body } = command;
      return answered(await api.POST('/reward-programme/revise', { params: { header }, body }));
    }
    case 'complete-action': {
      const { oneToOneId, actionId, body } = command;
      const params = { path: { oneToOneId, actionId }, header };
      const route = '/feedback/one-to-ones/{oneToOneId}/actions/{actionId}/complete';
      return answered(await api.POST(route, { params, body }));
    }
    case 'drop-action': {
      const { oneToOneId, actionId, body } = command;
      const params = { path: { oneToOneId, actionId }, header };
      const route = '/feedback/one-to-ones/{oneToOneId}/actions/{actionId}/drop';
      return answered(await api.POST(route, { params, body }));
    }
  }
}
