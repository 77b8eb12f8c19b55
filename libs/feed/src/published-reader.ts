import type { FactCodec, FactReader } from '@plumbline/event-log';
import type { Recorded } from '@plumbline/kernel';
import { gate, type Passed } from './gate.ts';

/** A published fact as a view of another context folds it. */
export type Published<Out extends Passed> = Out extends Passed
  ? { readonly type: Out['type']; readonly data: Out['data'] }
  : never;

/** The door by which a published fact is read from the log. */
const via = 'published';

/**
 * Reads the stored facts of a context through its gate: for views of another context, which see
 * what a subscriber sees and no more. What the gate holds back they do not see at all.
 */
export function publishedReader<Fact, Out extends Passed>(
  codec: FactCodec<Fact>,
  publish: (fact: Fact) => Out | null,
): FactReader<Published<Out>> {
  const { context, publish: letOut } = gate(codec, publish);
  return {
    context,
    decode: (stored): Recorded<Published<Out>> | undefined => {
      const passed = letOut(stored);
      if (passed === null) return undefined;
      const { type, data, actor, recordedAt: _, ...place } = passed;
      return {
        fact: { type, data } as Published<Out>,
        ...place,
        recordedAt: stored.recordedAt,
        actor: { sub: actor, via },
        // The id of the command is not published; what a view tells facts apart by is theirs.
        commandId: passed.id,
      };
    },
  };
}
