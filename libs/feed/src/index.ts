export * from './desk.ts';
export * from './feed.ts';
export * from './gate.ts';
export * from './places.ts';
export * from './published-reader.ts';
