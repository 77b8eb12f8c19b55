export * from './attainment.ts';
export * from './figure.ts';
export * from './forecast.ts';
