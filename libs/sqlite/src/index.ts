export * from './sqlite-file.ts';
export * from './sqlite-rows.ts';
