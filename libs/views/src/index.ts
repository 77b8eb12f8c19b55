export * from './parked.ts';
export * from './projector.ts';
export * from './reader.ts';
export * from './rebuild.ts';
export * from './view-store.ts';
export * from './view.ts';
export * from './views.ts';
