export * from './refuse-pack.ts';
export * from './rule-pack.ts';
export * from './score.ts';
export * from './segments.ts';
