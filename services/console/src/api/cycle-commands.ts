import type { components } from '../api.generated.ts';
import type { CycleStep } from '../text/cycles.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done about review cycles, each with the body that its route takes. */
export type CycleCommand =
  | { readonly do: 'plan-cycle'; readonly body: Schemas['PlanCycleDto'] }
  | (OnCycle & {
      readonly do: 'take-step';
      readonly step: CycleStep;
      readonly body: Schemas['StepDto'];
    })
  | (OnCycle & { readonly do: 'add-late-joiner'; readonly body: Schemas['LateJoinerDto'] })
  | (OnCycle & { readonly do: 'cancel-cycle'; readonly body: Schemas['ReasonDto'] });

interface OnCycle {
  readonly cycleId: string;
}

/** Without a revision: a step that somebody else was quicker to take is taken, and no conflict. */
export async function sendOfCycles(command: CycleCommand, key: string): Promise<Receipt> {
  const header = { 'Idempotency-Key': key };
  if (command.do === 'plan-cycle') {
    const params = { header };
    return answered(await api.POST('/review-cycles', { params, body: command.body }));
  }
  const params = { path: { cycleId: command.cycleId }, header };
  const at = '/review-cycles/{cycleId}';
  switch (command.do) {
    case 'add-late-joiner':
      return answered(await api.POST(`${at}/late-joiners`, { params, body: command.body }));
    case 'cancel-cycle':
      return answered(await api.POST(`${at}/cancel`, { params, body: command.body }));
    case 'take-step':
      return takeStep(command.step, { params, body: command.body });
  }
}

/** A type and not an interface: the client takes what may have other members, too. */
type Step = {
  readonly params: {
    readonly path: { cycleId: string };
    readonly header: { 'Idempotency-Key': string };
  };
  readonly body: Schemas['StepDto'];
};

async function takeStep(step: CycleStep, sent: Step): Promise<Receipt> {
  const at = '/review-cycles/{cycleId}';
  switch (step) {
    case 'launch':
      return answered(await api.POST(`${at}/launch`, sent));
    case 'collect':
      return answered(await api.POST(`${at}/collect`, sent));
    case 'calibrate':
      return answered(await api.POST(`${at}/calibrate`, sent));
    case 'lock':
      return answered(await api.POST(`${at}/lock`, sent));
    case 'release':
      return answered(await api.POST(`${at}/release`, sent));
    case 'close':
      return answered(await api.POST(`${at}/close`, sent));
  }
}
