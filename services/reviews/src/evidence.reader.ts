import type { Position } from '@plumbline/kernel';
import { everyOf, type View, type ViewReader, type Views } from '@plumbline/views';
import type { CopiedStream, EvidenceCopy, EvidenceScope } from './evidence.lines.ts';
import { aboutIn, keyStart, type Copied, type CopiedFact } from './views/evidence-copy.ts';
import { evidenceGoals } from './views/evidence-goals.ts';
import { evidenceNotes } from './views/evidence-notes.ts';
import { evidencePeople } from './views/evidence-people.ts';
import { evidenceResponses } from './views/evidence-responses.ts';

/** So many streams are read side by side. */
const readAtOnceMax = 50;

/** Ends when every copy holds a position; throws `ViewBehind` when that takes too long. */
export async function copiesReach(
  views: Pick<Views, 'of'>,
  tenant: string,
  position: Position,
): Promise<void> {
  const all = [evidenceGoals, evidenceNotes, evidenceResponses, evidencePeople];
  await Promise.all(
    all.map((view) => views.of(view as View<unknown, unknown>, tenant, { readAfter: position })),
  );
}

/** What reviews keep about one person for some days; up to `readAfter` at least. */
export async function copyAbout(
  views: Pick<Views, 'of'>,
  tenant: string,
  scope: EvidenceScope,
  times: { readonly readAfter?: Position } = {},
): Promise<EvidenceCopy> {
  const { subject, period } = scope;
  const person = `person:${subject}`;
  const years = yearsOf(period).map((year) => aboutIn(person, year));
  const [goals, notes, responses, people] = await Promise.all([
    views.of(evidenceGoals, tenant, times).then((one) => whole(one, [person])),
    views.of(evidenceNotes, tenant, times).then((one) => whole(one, years)),
    views.of(evidenceResponses, tenant, times).then((one) => named(one, years)),
    views.of(evidencePeople, tenant, times).then((one) => stream(one, subject)),
  ]);
  return { goals, notes, responses, person: people };
}

/** Years that a period has days in. */
function yearsOf({ from, to }: EvidenceScope['period']): readonly string[] {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(4, '0'));
}

/** The facts that name somebody: enough where each repeats all that it is about. */
async function named<Fact>(
  reader: ViewReader<CopiedFact<Fact>>,
  about: readonly string[],
): Promise<readonly CopiedStream<Fact>[]> {
  const found = new Map<string, CopiedFact<Fact>>();
  for (const value of about) {
    for await (const { key, doc } of everyOf(reader, { index: 'about', value })) {
      found.set(key, doc);
    }
  }
  return joined([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, doc]) => doc));
}

/** The streams that name somebody, whole: also the facts in which nobody is named. */
async function whole<Fact>(
  reader: ViewReader<CopiedFact<Fact>>,
  about: readonly string[],
): Promise<readonly CopiedStream<Fact>[]> {
  const ids = (await named(reader, about)).map(({ of }) => of);
  const found: CopiedStream<Fact>[] = [];
  for (let at = 0; at < ids.length; at += readAtOnceMax) {
    const some = ids.slice(at, at + readAtOnceMax);
    found.push(...(await Promise.all(some.map((of) => stream(reader, of)))).flat());
  }
  return found;
}

async function stream<Fact>(
  reader: ViewReader<CopiedFact<Fact>>,
  of: string,
): Promise<readonly CopiedStream<Fact>[]> {
  const copies: CopiedFact<Fact>[] = [];
  for await (const { doc } of everyOf(reader, { prefix: keyStart(of) })) copies.push(doc);
  return joined(copies.filter((copy) => copy.of === of));
}

/** Copies in the order of their keys, put together. */
function joined<Fact>(copies: readonly CopiedFact<Fact>[]): readonly CopiedStream<Fact>[] {
  const streams = new Map<string, CopiedStream<Fact> & { readonly facts: Copied<Fact>[] }>();
  for (const { of, stream: name, fact } of copies) {
    const known = streams.get(of);
    if (known === undefined) streams.set(of, { of, stream: name, facts: [fact] });
    else known.facts.push(fact);
  }
  return [...streams.values()];
}
