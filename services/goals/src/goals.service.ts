import type { GoalsPorts } from './goals.ports.ts';
import { GoalsModule } from './goals.module.ts';
import { goalsOpenApi } from './goals.openapi.ts';
import { goalsParts } from './goals.parts.ts';

/** What this service brings to a process, its own or one that it shares with others. */
export const goalsService = {
  ...goalsParts,
  module: (ports: GoalsPorts) => GoalsModule.with(ports),
  openApi: goalsOpenApi,
};
