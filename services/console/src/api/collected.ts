/** Room for ids in the address of one question, in characters: half of what a server must take. */
export const askedLengthMax = 4_000;

export interface Collecting {
  /** Ids in one question. */
  readonly max: number;
  /** Runs what it is given once everything that a page wants now has been asked for. */
  readonly later: (run: () => void) => void;
}

interface Waiting<Value> {
  readonly resolve: (value: Value | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Questions on single ids that are answered together: what is asked for before `later` runs goes
 * out at once, each id once. Null for an id that the answer does not have.
 */
export function collected<Value>(
  ask: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  { max, later }: Collecting,
): (id: string) => Promise<Value | null> {
  let waiting = new Map<string, Waiting<Value>[]>();

  const askTogether = async (ids: readonly string[], all: typeof waiting): Promise<void> => {
    const those = ids.flatMap((id) => (all.get(id) ?? []).map((one) => ({ id, ...one })));
    try {
      const found = await ask(ids);
      for (const { id, resolve } of those) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const { reject } of those) reject(error);
    }
  };
  const send = (): void => {
    const all = waiting;
    waiting = new Map();
    for (const ids of partsOf([...all.keys()], max)) void askTogether(ids, all);
  };

  return (id) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) later(send);
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
    });
}

function partsOf(ids: readonly string[], max: number): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let [part, length]: [string[], number] = [[], 0];
  for (const id of ids) {
    const more = encodeURIComponent(id).length;
    if (part.length === max || (part.length > 0 && length + more > askedLengthMax)) {
      parts.push(part);
      [part, length] = [[], 0];
    }
    part.push(id);
    length += more;
  }
  return part.length === 0 ? parts : [...parts, part];
}
