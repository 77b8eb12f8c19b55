import { clearText } from '@plumbline/kernel';
import type { OrderReorganisation, RecordStep } from './reorganisation.commands.ts';
import type { StopReorganisation } from './reorganisation.commands.ts';
import { stepMovesMax } from './reorganisation.steps.ts';
import type { Move, ReorganisationFact } from './reorganisation.ts';

/**
 * The example histories of a reorganisation, by name: sales, with one post more than fits a step,
 * goes over to the works, under the smith.
 */
export const reorganisation = '9a1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';
export const from = '2026-04-01';
export const reason = 'Who makes it sells it.';

export const moves: readonly Move[] = Array.from({ length: stepMovesMax + 1 }, (_, index) => {
  return { post: `seller-${index}`, unit: 'works', manager: 'smith' };
});

const asked = (act: string, at: string) => ({ act, at, reorganisation, now: at });
const told = (act: string, at: string) => ({ act, at, reorganisation });

export const order: OrderReorganisation = {
  type: 'OrderReorganisation',
  ...asked('act-order', '2026-03-01T09:00:00.000Z'),
  ...{ unit: 'sales', from, moves, reason },
};
export const ordered: ReorganisationFact = {
  type: 'ReorganisationOrdered',
  ...told('act-order', '2026-03-01T09:00:00.000Z'),
  ...{ unit: 'sales', from, moves },
  text: clearText('unit:sales', { reason }),
};

const refused = [{ post: 'seller-7', code: 'structure/post-closed' }];
export const step: RecordStep = {
  type: 'RecordStep',
  ...asked('act-step-1', '2026-03-01T09:00:01.000Z'),
  ...{ step: 1, done: stepMovesMax - 1, refused },
};
export const stepped: ReorganisationFact = {
  type: 'ReorganisationStepped',
  ...told('act-step-1', '2026-03-01T09:00:01.000Z'),
  ...{ step: 1, done: stepMovesMax - 1, refused },
};

export const lastStep: RecordStep = {
  type: 'RecordStep',
  ...asked('act-step-2', '2026-03-01T09:00:02.000Z'),
  ...{ step: 2, done: 1, refused: [] },
};
export const lastStepped: ReorganisationFact = {
  type: 'ReorganisationStepped',
  ...told('act-step-2', '2026-03-01T09:00:02.000Z'),
  ...{ step: 2, done: 1, refused: [] },
};
export const completed: ReorganisationFact = {
  type: 'ReorganisationCompleted',
  ...told('act-step-2', '2026-03-01T09:00:02.000Z'),
  ...{ done: stepMovesMax, refused: 1 },
};

export const stop: StopReorganisation = {
  type: 'StopReorganisation',
  ...asked('act-stop', '2026-03-01T09:00:03.000Z'),
  reason: 'The wrong unit.',
};
export const stopped: ReorganisationFact = {
  type: 'ReorganisationStopped',
  ...told('act-stop', '2026-03-01T09:00:03.000Z'),
  text: clearText('unit:sales', { reason: 'The wrong unit.' }),
};
