export * from './attainment.ts';
export * from './figure.ts';
export * from './forecast.ts';
export * from './proportion.ts';
export * from './quantile.ts';
