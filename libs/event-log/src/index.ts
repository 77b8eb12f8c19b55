export * from './canonical.ts';
export * from './codec.ts';
export * from './envelope.ts';
export * from './event-log.ts';
export * from './leaf.ts';
export * from './sealed-parts.ts';
export * from './transact.ts';
export * from './unchanged.ts';
