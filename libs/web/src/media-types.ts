/** One JSON value a line; what bulk routes read and answer. */
export const ndjsonMediaType = 'application/x-ndjson';
export const problemMediaType = 'application/problem+json; charset=utf-8';
