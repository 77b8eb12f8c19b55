export { goalsService } from './goals.service.ts';
export { GoalsModule } from './goals.module.ts';
export { goalsParts } from './goals.parts.ts';
export type { GoalsPorts } from './goals.ports.ts';
