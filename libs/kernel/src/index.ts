export * from './clock.ts';
export * from './decider.ts';
export * from './fault.ts';
export * from './ids.ts';
export * from './recorded.ts';
export * from './same.ts';
export * from './text.ts';
export * from './time.ts';
