export * from './command.ts';
export * from './openapi-part.ts';
export * from './principal.ts';
export * from './problem.ts';
export * from './times.ts';
export * from './trace.ts';
