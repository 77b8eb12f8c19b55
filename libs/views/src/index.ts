export * from './parked.ts';
export * from './projector.ts';
export * from './reader.ts';
export * from './rebuild.ts';
export { isAfter, projected, type ProjectedView, type ViewStatus } from './running.ts';
export * from './view-store.ts';
export * from './view.ts';
export * from './views.ts';
