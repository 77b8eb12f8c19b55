/**
 * Work on the same thing takes turns within the process: here, so that writers on one stream do not
 * race each other into conflicts. Writers in other processes are met with `RevisionConflict`.
 */
export async function inTurn<Result>(
  turns: Map<string, Promise<unknown>>,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = turns.get(name);
  const mine = before === undefined ? work() : before.then(work, work);
  turns.set(name, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(name) === mine) turns.delete(name);
  }
}
