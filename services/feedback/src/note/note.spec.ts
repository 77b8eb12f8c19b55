import { describe, expect, it } from '@jest/globals';
import { clearText, fold, isRejection, toInstant } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { clockSkewMsMax, linksMax, noteDecider, widerThan } from './note.decide.ts';
import { ada, bo, feedbackGiven, give, retract, retracted } from './note.histories.ts';
import { widen, widened } from './note.histories.ts';
import type { NoteFact, Visibility } from './note.ts';

const { given } = specification(noteDecider);
const classes = Object.keys(widerThan) as Visibility[];
const givenAs = (visibility: Visibility): NoteFact => ({ ...feedbackGiven, visibility });

describe('giving feedback', () => {
  it('says to whom, of what kind, about what, and who sees it', () =>
    given().when(give).then(feedbackGiven));

  it.each(classes)('may be seen by %s', (visibility) =>
    given()
      .when({ ...give, visibility })
      .then(givenAs(visibility)),
  );

  it('is not to oneself', () =>
    given()
      .when({ ...give, subject: bo })
      .rejects('feedback-note/to-oneself', '/subject'));

  it('is refused under an id that is taken, also by a note that was retracted', () => {
    const another = { ...give, act: 'another' };
    given(feedbackGiven).when(another).rejects('feedback-note/already-given');
    given(feedbackGiven, retracted).when(another).rejects('feedback-note/already-given');
  });

  it('links to nothing, or to much, but not to more', () => {
    const links = Array.from({ length: linksMax }, (_, index) => ({ skill: `skill-${index}` }));
    given()
      .when({ ...give, links: [] })
      .then({ ...feedbackGiven, links: [] });
    given()
      .when({ ...give, links })
      .then({ ...feedbackGiven, links });
    given()
      .when({ ...give, links: [...links, { value: 'candour' }] })
      .rejects('feedback-note/too-many-links', '/links');
  });

  it('links to each thing once, in the order that they were named', () => {
    const [one, other] = [{ skill: 'x' }, { value: 'x' }];
    given()
      .when({ ...give, links: [other, one, other, one] })
      .then({ ...feedbackGiven, links: [other, one] });
  });
});

describe('widening who sees a note', () => {
  it('is for the author, with a reason or without', () => {
    given(feedbackGiven).when(widen).then(widened);
    given(feedbackGiven)
      .when({ ...widen, reason: undefined })
      .then({ ...widened, text: clearText('person:ada', {}) });
    for (const by of [ada, 'cy']) {
      given(feedbackGiven)
        .when({ ...widen, by })
        .rejects('feedback-note/not-the-author');
    }
  });

  const allowed: Readonly<Record<Visibility, readonly Visibility[]>> = {
    'manager-only': ['author-subject-and-manager', 'public'],
    'author-and-subject': ['author-subject-and-manager', 'public'],
    'author-subject-and-manager': ['public'],
    public: [],
  };
  const pairs = classes.flatMap((from) => classes.map((to) => [from, to] as const));

  it.each(pairs)('of %s to %s is as the table says', (from, to) => {
    const asked = given(givenAs(from)).when({ ...widen, to });
    if (from === to) asked.nothing();
    else if (allowed[from].includes(to)) asked.then({ ...widened, from, to });
    else asked.rejects('feedback-note/not-wider', '/to');
  });

  it('goes step by step, each from where it stands', () => {
    const step = { ...widened, to: 'author-subject-and-manager' } as const;
    given(feedbackGiven, step)
      .when({ ...widen, act: 'next', at: retract.at })
      .then({ ...widened, act: 'next', at: retract.at, from: step.to });
  });

  it('that another page of the author went beyond already is refused', () =>
    given(feedbackGiven, widened)
      .when({ ...widen, act: 'other', to: 'author-subject-and-manager' })
      .rejects('feedback-note/not-wider'));

  it('says what it may be widened to, or that nothing is wider', () => {
    const details = (['author-and-subject', 'public'] as const).map((from) => {
      const note = fold(noteDecider, noteDecider.initial, [givenAs(from)]);
      const decision = noteDecider.decide({ ...widen, to: 'manager-only' }, note);
      return isRejection(decision) ? decision.detail : '';
    });
    expect(details[0]).toContain('to author-subject-and-manager or public.');
    expect(details[1]).toContain('Retract it');
  });

  it('needs a note that is not retracted', () => {
    given(feedbackGiven, retracted)
      .when({ ...widen, at: retract.at })
      .rejects('feedback-note/retracted');
    given(feedbackGiven, widened, retracted)
      .when({ ...widen, act: 'again', at: retract.at })
      .rejects('feedback-note/retracted');
    given().when(widen).rejects('feedback-note/not-found');
  });
});

describe('retracting a note', () => {
  it('is for the author, with a reason', () => {
    given(feedbackGiven).when(retract).then(retracted);
    given(feedbackGiven, widened).when(retract).then(retracted);
    for (const by of [ada, 'cy']) {
      given(feedbackGiven)
        .when({ ...retract, by })
        .rejects('feedback-note/not-the-author');
    }
  });

  it('is so already when the author does so twice, and still not for others', () => {
    const again = { ...retract, act: 'again', reason: 'Twice.' };
    given(feedbackGiven, retracted).when(again).nothing();
    given(feedbackGiven, retracted)
      .when({ ...again, by: ada })
      .rejects('feedback-note/not-the-author');
    given().when(retract).rejects('feedback-note/not-found');
  });

  it('leaves a tombstone', () => {
    const note = fold(noteDecider, noteDecider.initial, [feedbackGiven, widened, retracted]);
    expect(note).toMatchObject({ stage: 'retracted', author: bo, subject: ada });
  });
});

describe('a change of a note', () => {
  const earliest = (since: string) => toInstant(Date.parse(since) - clockSkewMsMax);
  const tooEarly = (since: string) => toInstant(Date.parse(since) - clockSkewMsMax - 1);

  it('holds from its latest change on, but for what clocks may differ by', () => {
    given(feedbackGiven)
      .when({ ...widen, at: earliest(give.at) })
      .then({ ...widened, at: earliest(give.at) });
    given(feedbackGiven)
      .when({ ...widen, at: tooEarly(give.at) })
      .rejects('feedback-note/before-its-latest-change', '/effectiveAt');
    given(feedbackGiven, widened)
      .when({ ...retract, at: earliest(widen.at) })
      .then({ ...retracted, at: earliest(widen.at) });
    given(feedbackGiven, widened)
      .when({ ...retract, at: tooEarly(widen.at) })
      .rejects('feedback-note/before-its-latest-change', '/effectiveAt');
  });

  it('by a clock that is behind takes nothing back from the time of the one before', () => {
    const behind = { ...widened, at: earliest(give.at), to: 'author-subject-and-manager' } as const;
    given(feedbackGiven, behind)
      .when({ ...retract, at: tooEarly(give.at) })
      .rejects('feedback-note/before-its-latest-change');
  });
});
