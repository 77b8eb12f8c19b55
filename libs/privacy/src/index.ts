export * from './answer-staging.ts';
export * from './cipher.ts';
export * from './create-sealer.ts';
export * from './key-store.ts';
export * from './reveal.ts';
export * from './sealer.ts';
