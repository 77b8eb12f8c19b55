export * from './csv.ts';
export * from './flatten.ts';
export * from './ndjson.ts';
export * from './parquet.ts';
export * from './table.ts';
