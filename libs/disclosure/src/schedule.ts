/**
 * Whether figures are released when so many batches of answers are in, from 1: each of the first
 * eight, and from then on four times while their number doubles. A release remembers all before
 * it, and each one says a little of what came since: a few of them, that grow with the answers, say
 * as much as very many. What came last is released at the end in any case.
 */
export function isReleaseDue(batches: number): boolean {
  if (!Number.isSafeInteger(batches) || batches < 1) throw new RangeError('batches are counted');
  const step = 2 ** Math.max(0, Math.floor(Math.log2(batches)) - 2);
  return batches % step === 0;
}
