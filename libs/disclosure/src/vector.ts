/** A vector of whole numbers by its entries that are not zero. Only its direction matters. */
export type Vector = ReadonlyMap<number, bigint>;

export interface Row {
  /** A class at which it has an entry. */
  readonly pivot: number;
  readonly entries: Vector;
}

/** The vector with such multiples of the rows taken from it that it is zero at their pivots. */
export function cleared(vector: Vector, rows: readonly Row[]): Vector {
  let result: Map<number, bigint> | null = null;
  for (const { pivot, entries } of rows) {
    if ((result ?? vector).has(pivot)) {
      result ??= new Map(vector);
      clear(result, pivot, entries);
    }
  }
  return result ?? vector;
}

/** In whole numbers without a common divisor, so that it is exact and its numbers stay small. */
function clear(vector: Map<number, bigint>, pivot: number, row: Vector): void {
  const [own, other] = [vector.get(pivot) as bigint, row.get(pivot) as bigint];
  const common = divisor(own, other);
  const [factor, taken] = [other / common, own / common];
  if (factor !== 1n) for (const [at, value] of vector) vector.set(at, value * factor);
  for (const [at, value] of row) {
    const left = (vector.get(at) ?? 0n) - value * taken;
    if (left === 0n) vector.delete(at);
    else vector.set(at, left);
  }
  makePrimitive(vector);
}

function makePrimitive(vector: Map<number, bigint>): void {
  let common = 0n;
  for (const value of vector.values()) {
    common = divisor(common, value);
    if (common === 1n) return;
  }
  if (common !== 0n) for (const [at, value] of vector) vector.set(at, value / common);
}

function divisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
