export { GoalsModule, goalsParts } from './goals.module.ts';
export type { GoalsPorts } from './goals.handler.ts';
export { goalsOpenApi } from './goals.openapi.ts';
