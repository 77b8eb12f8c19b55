export * from './reader.ts';
export * from './view.ts';
