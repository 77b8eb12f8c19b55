/** One JSON value a line; what bulk routes read and answer. */
export const ndjsonMediaType = 'application/x-ndjson';
/** What a form of a page sends. */
export const formMediaType = 'application/x-www-form-urlencoded';
export const problemMediaType = 'application/problem+json; charset=utf-8';
