import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, isRejection } from '@plumbline/kernel';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { findOpen, handIn } from '../surveys.answers.ts';
import { participationCommand } from '../survey/participation.ts';
import { dying } from '../surveys.harness.testing.ts';
import { codeOf } from './company.testing.ts';
import { askedCompany, type Asked } from './surveys.company.testing.ts';

/**
 * Taking part has no `Idempotency-Key`: one that went with both requests would lie beside the
 * person and beside the answer. The blinded ticket is the key of the one, the ticket of the other.
 */
let asked: Asked;
let surveyId: string;
let ports: FeedbackPorts;
beforeAll(async () => {
  asked = await askedCompany();
  surveyId = await asked.launched();
  ports = asked.web.app.get<FeedbackPorts>(feedbackPorts);
});
afterAll(() => asked.close());

interface Signed {
  readonly segments: Readonly<Record<string, string>>;
  readonly nonce: string;
  readonly signature: string;
}
const proud = { ratings: { pride: 4 } };

/** Sends an answer to a process that ends in the middle of it: nothing is heard of it. */
async function sentInto(when: 'before' | 'after', { signature, ...ticket }: Signed): Promise<void> {
  const staging = dying(ports.staging, ['stage'], { left: 0, when });
  const open = await findOpen(ports, surveyId);
  if (isRejection(open)) throw new Error(open.code);
  const answer = handIn({ ...ports, staging }, open, {
    ...{ surveyId, ticket: { ...ticket, surveyId }, signature: Buffer.from(signature, 'base64') },
    answer: { ...proud, choices: {}, comments: {} },
  });
  await expect(answer).rejects.toThrow('The process has ended.');
}

describe('an answer whose receipt was lost', () => {
  it.each([
    ['is taken, where it had not come', 'before', [202, undefined]],
    ['is told to be in, where it had', 'after', [422, 'ticket/spent']],
  ] as const)('is sent again and %s; it counts once', async (_, when, expected) => {
    const waited = await ports.staging.count(surveyId);
    const ticket = await asked.ticketOf(surveyId, when === 'before' ? 'd1' : 'd2');
    await sentInto(when, ticket as Signed);
    const again = await asked.handIn(surveyId, ticket, proud);
    expect([again.status, codeOf(again)[0]]).toEqual(expected);
    const thirdTime = await asked.handIn(surveyId, ticket, proud);
    expect([thirdTime.status, codeOf(thirdTime)[0]]).toEqual([422, 'ticket/spent']);
    expect(await ports.staging.count(surveyId)).toBe(waited + 1);
  });

  it('is told the same of, whatever is sent again: no ticket tells what it said', async () => {
    const ticket = await asked.ticketOf(surveyId, 'd3');
    expect((await asked.handIn(surveyId, ticket, proud)).status).toBe(202);
    const guesses = [proud, { ratings: { pride: 1 } }, { ratings: { pride: 6 } }, {}];
    const answers = await Promise.all(guesses.map((one) => asked.handIn(surveyId, ticket, one)));
    const told = answers.map(({ status, body: { traceId: _, ...body } }) => {
      return JSON.stringify([status, body]);
    });
    expect([new Set(told).size, answers[0]?.status]).toEqual([1, 422]);
  });

  it('is not told of once the survey is over, when nothing is known of its tickets', async () => {
    const over = await asked.launched();
    const ticket = await asked.ticketOf(over, 'd4');
    expect((await asked.handIn(over, ticket, proud)).status).toBe(202);
    await asked.hr.post(`/surveys/${over}/close`, { reason: 'All have answered.' });
    await asked.released();
    const late = await asked.handIn(over, ticket, proud);
    expect([late.status, codeOf(late)[0]]).toEqual([404, 'survey/not-found']);
  });
});

describe('a key that is sent with it all the same', () => {
  it('is looked at by neither request, and is beside nothing that is kept', async () => {
    const key = `once-${randomBytes(8).toString('hex')}`;
    const blindedTicket = randomBytes(256).fill(0, 0, 1).toString('base64');
    const path = `/surveys/${surveyId}/participation`;
    const person = asked.as('d5');
    const first = await person.post(path, { blindedTicket }, { 'idempotency-key': key });
    const again = await person.post(path, { blindedTicket }, { 'idempotency-key': `${key}-2` });
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    const ticket = await asked.ticketOf(surveyId, 'd6');
    const given = await asked.web.app.inject({
      ...{ method: 'POST', url: `/surveys/${surveyId}/answers` },
      headers: { 'idempotency-key': key },
      payload: { ticket, answer: proud },
    });
    expect(given.statusCode).toBe(202);
    const { facts } = await asked.log.readAll(null, { limit: 5_000 });
    const rows = await ports.staging.waiting(surveyId);
    const written = JSON.stringify([facts, rows]);
    // As it is, and as other commands have it.
    const command = derivedId('command', 'acme', 'd5', key);
    for (const trace of [key, command]) expect(written).not.toContain(trace);
    expect(written).toContain(participationCommand(surveyId, 'd5'));
  });
});
