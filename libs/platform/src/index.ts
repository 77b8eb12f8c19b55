export * from './config.ts';
export * from './data-folder.ts';
export * from './discards.ts';
export * from './engine.ts';
export * from './logger.ts';
export * from './secrets.ts';
export * from './settings.ts';
