import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FeedbackFact } from './facts.ts';
import { publish } from './feedback.publish.ts';
import { feedbackParts } from './feedback.parts.ts';
import * as note from './note/note.histories.ts';
import type { Visibility } from './note/note.ts';
import * as meeting from './one-to-one/one-to-one.histories.ts';
import * as request from './request/request.histories.ts';
import { company } from './http/company.testing.ts';

const given = (visibility: Visibility) => ({ ...note.feedbackGiven, visibility });
const requestFacts = [request.requested, request.declined, request.answered, request.lapsed];
const noteFacts = [given('public'), given('manager-only'), note.widened, note.retracted];
const meetingFacts = [
  ...[meeting.held, meeting.corrected, meeting.agreed, meeting.completed, meeting.dropped],
];
const facts: readonly FeedbackFact[] = [...requestFacts, ...noteFacts, ...meetingFacts];

describe('the gate of feedback between people', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const errorsOf = (type: string, data: object) => {
    const schema = publishedSchemas[type];
    if (schema === undefined) return `${type} has no schema`;
    return ajv.validate(closed(schema), data) ? [] : ajv.errors;
  };

  it('lets out what the contract names, and nothing else', () => {
    const out = [...requestFacts, ...noteFacts].map((fact) => publish(fact));
    for (const one of out)
      expect([one?.type, errorsOf(one?.type ?? '', one?.data ?? {})]).toEqual([one?.type, []]);
    expect(out.map((one) => one?.type)).toEqual(
      [...requestFacts, ...noteFacts].map(({ type }) => `feedback.${type}.v1`),
    );
    const first = out[0];
    expect(errorsOf(first?.type ?? '', { ...first?.data, question: 'How?' })).toHaveLength(1);
  });

  it('lets nothing out of one-to-ones', () => {
    expect(meetingFacts.map((fact) => publish(fact))).toEqual(meetingFacts.map(() => null));
  });

  it('lets no written word out', () => {
    const out = JSON.stringify(facts.map((fact) => publish(fact)));
    const written = facts.flatMap((fact) =>
      'text' in fact && 'fields' in fact.text ? Object.values(fact.text.fields) : [],
    );
    expect(written.length).toBeGreaterThan(8);
    for (const words of written) expect(out).not.toContain(words);
  });

  it.each([
    ['manager-only', undefined],
    ['author-and-subject', undefined],
    ['author-subject-and-manager', 'bo'],
    ['public', 'bo'],
  ] as const)('says of a note that is %s that it is by %s', (visibility, author) => {
    const passed = publish(given(visibility));
    expect(passed?.data).toMatchObject({ subject: 'ada', visibility, kind: 'praise' });
    expect([passed?.data, passed?.withheld]).toEqual([
      author === undefined
        ? expect.not.objectContaining({ author: expect.anything() })
        : expect.objectContaining({ author, links: note.feedbackGiven.links }),
      author === undefined ? true : undefined,
    ]);
  });

  it('tells of a note between two, and of what it answers, nothing that leads to its author', async () => {
    const at = await company();
    const asking = { from: 'bo', due: '2026-04-15', question: 'How was it?' };
    const id = await at.made(at.ada.post('/feedback/requests', asking));
    const told = { subject: 'ada', kind: 'suggestion', message: 'Listen.' };
    const links = [{ request: id }, { skill: 'listening' }];
    const between = { ...told, visibility: 'author-and-subject', links };
    const noteId = await at.made(at.bo.post('/feedback/notes', between));
    await at.settled();
    await at.bo.post(`/feedback/notes/${noteId}/retract`, { reason: 'Not so.' });
    const passed = await at.published('feedback.');
    const stored = await at.log.readAll(null, { limit: 100, context: feedbackParts.context });
    const [asked, gave, answered, retracted] = passed;
    expect(passed).toHaveLength(4);
    expect(asked).toMatchObject({ actor: 'ada', data: { from: 'bo' } });
    expect(gave).toMatchObject({
      ...{ type: 'feedback.FeedbackGiven.v1', actor: 'withheld' },
      data: { noteId, subject: 'ada', links: [{ skill: 'listening' }] },
    });
    expect(answered).toMatchObject({ actor: 'withheld', data: { requestId: id } });
    expect(retracted).toMatchObject({ actor: 'withheld', data: { noteId } });
    for (const one of [gave, answered, retracted]) {
      expect(JSON.stringify(one)).not.toContain('bo"');
      expect([one?.correlationId, one?.causationId]).toEqual([one?.id, one?.id]);
    }
    expect(JSON.stringify(answered)).not.toContain(noteId);
    // In the log itself all of it stands.
    expect(stored.facts.map(({ body }) => body.includes('"sub":"bo"'))).toEqual([
      ...[false, true, true, true],
    ]);
    await at.close();
  });
});
