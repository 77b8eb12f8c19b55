import { describe, expect, it } from '@jest/globals';
import { specification } from '@plumbline/kernel/spec';
import { strategyDecider, themesMax } from './strategy.decide.ts';
import { publish, published, raise, raised } from './strategy.histories.ts';
import { retire, retired, revise, revised } from './strategy.histories.ts';

const { given } = specification(strategyDecider);
const [near] = publish.themes;

describe('publishing a strategy', () => {
  it('records its days, themes and words', () => given().when(publish).then(published));

  it('is refused for one that exists', () =>
    given(published)
      .when({ ...publish, act: 'another' })
      .rejects('strategy/already-published'));

  it('may have no end, and needs a day on which it holds', () => {
    given()
      .when({ ...publish, until: null })
      .then({ ...published, until: null });
    given()
      .when({ ...publish, until: '2026-01-02' })
      .then({ ...published, until: '2026-01-02' });
    given()
      .when({ ...publish, until: publish.from })
      .rejects('strategy/ends-before-it-starts', '/until');
  });

  it('takes as many themes as allowed, and not one more, and one at least', () => {
    const themes = Array.from({ length: themesMax }, (_, index) => ({ ...near, id: `t${index}` }));
    given()
      .when({ ...publish, themes: themes as never })
      .thenSatisfies(([fact]) => expect(fact).toHaveProperty('themes', themes));
    given()
      .when({ ...publish, themes: [...themes, { ...near, id: 'more' }] as never })
      .rejects('strategy/too-many-themes', '/themes');
    given()
      .when({ ...publish, themes: [] })
      .rejects('strategy/no-themes');
  });

  it('refuses two themes of one id, and one that weighs nothing', () => {
    const [first, second] = publish.themes as readonly [never, never];
    given()
      .when({ ...publish, themes: [first, second, first] })
      .rejects('strategy/theme-twice');
    for (const weight of [0, -1, Number.NaN]) {
      given()
        .when({ ...publish, themes: [first, { ...(second as object), weight } as never] })
        .rejects('strategy/weight-not-positive', '/themes/1/weight');
    }
  });
});

describe('revising a strategy', () => {
  it('records the plan as it is and as it was, with a reason', () =>
    given(published).when(revise).then(revised));

  it('keeps what is not given, and takes an end away when that is asked', () => {
    const { themes: _, ...rest } = revise;
    const { themes } = published;
    given(published)
      .when({ ...rest, until: null })
      .then({ ...revised, themes, until: null });
  });

  it('that changes nothing is no fact; new words alone are one', () => {
    const { themes: _, ...rest } = revise;
    given(published)
      .when({ ...rest, words: {} })
      .nothing();
    given(published)
      .when({ ...rest, words: { title: 'Nearer' } })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  });

  it('is held to the rules of a plan', () =>
    given(published)
      .when({ ...revise, until: '2025-01-01' })
      .rejects('strategy/ends-before-it-starts'));

  it('comes after the changes before it, and not before the publication', () => {
    const at = '2026-05-31T09:00:00.000Z';
    given(published, revised)
      .when({ ...revise, act: 'another', themes: published.themes, at })
      .rejects('strategy/before-its-latest-change', '/effectiveAt');
    given(published)
      .when({ ...revise, at: '2025-11-30T09:00:00.000Z' })
      .rejects('strategy/before-its-publication', '/effectiveAt');
    given().when(revise).rejects('strategy/not-found');
  });
});

describe('retiring a strategy', () => {
  it('records the first day without it', () => given(published).when(retire).then(retired));

  it('is possible from its first day on', () => {
    given(published)
      .when({ ...retire, on: published.from })
      .then({ ...retired, on: published.from });
    given(published)
      .when({ ...retire, on: '2025-12-31' })
      .rejects('strategy/retired-before-it-starts', '/on');
  });

  it('comes after the changes before it', () =>
    given(published, revised)
      .when({ ...retire, at: '2026-05-31T09:00:00.000Z' })
      .rejects('strategy/before-its-latest-change'));

  it('is so already on the same day, and final on any other', () => {
    const again = { ...retire, act: 'again' };
    given(published, retired).when(again).nothing();
    given(published, retired)
      .when({ ...again, on: '2027-01-02' })
      .rejects('strategy/retired');
    given(published, retired)
      .when({ ...revise, at: retire.at })
      .rejects('strategy/retired');
  });
});

describe('raising a signal', () => {
  it('says what changed around a theme, or around the strategy as a whole', () => {
    given(published).when(raise).then(raised);
    given(published)
      .when({ ...raise, themeId: null })
      .then({ ...raised, themeId: null });
  });

  it('may be told late, as no plan is changed by it', () =>
    given(published, revised).when(raise).then(raised));

  it('needs a theme that there is', () =>
    given(published)
      .when({ ...raise, themeId: 'skilled' })
      .rejects('strategy/unknown-theme', '/themeId'));

  it('is possible to the last day of the strategy', () => {
    const last = '2026-12-31T23:59:59.999Z';
    given(published, retired)
      .when({ ...raise, at: last })
      .then({ ...raised, at: last });
    given(published, retired)
      .when({ ...raise, at: '2027-01-01T00:00:00.000Z' })
      .rejects('strategy/retired');
  });
});
