import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askedCompany, byLink, type Asked } from './surveys.company.testing.ts';
import { escaped, nameOf, surveyPagePolicy } from './surveys.page.ts';

let asked: Asked;
let surveyId: string;
let links: readonly { readonly ticket: string; readonly path: string }[];
beforeAll(async () => {
  asked = await askedCompany();
  surveyId = await asked.launched({
    ...byLink,
    words: { ...byLink.words, 'question.why.en': 'Why <b>so</b> & "not"?' },
  });
  const { body } = await asked.hr.post(`/surveys/${surveyId}/links`, { count: 7 });
  links = body['items'] as unknown as typeof links;
});
afterAll(() => asked.close());

const pathOf = (no: number) => links[no]?.path ?? '';
const send = (form: Record<string, string>, no = 0) =>
  asked.page('POST', `/surveys/${surveyId}/page`, { ticket: links[no]?.ticket ?? '', ...form });

describe('the page of a link', () => {
  it('asks the questions in a language, each with a label, and runs and loads nothing', async () => {
    const page = await asked.page('GET', pathOf(0));
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': surveyPagePolicy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('<meta name="viewport" content="width=device-width');
    expect(page.text).not.toMatch(/<script|<link|<img|https?:|\son\w+=/);
    const count = (what: RegExp) => page.text.match(what)?.length;
    expect([count(/<fieldset/g), count(/<legend>/g), count(/<textarea/g)]).toEqual([3, 3, 1]);
    expect(count(/type="radio"/g)).toBe(5 + 12 + 3);
    // Every input stands in its label, and the text is found by the label's `for`.
    expect(count(/<label><input/g)).toBe(20);
    expect(page.text).toContain('<label class="label" for="q.why.0">');
    expect(page.text).toContain('Why &lt;b&gt;so&lt;/b&gt; &amp; &quot;not&quot;?');
    const elsewhere = /<a href="([^"]+)" hreflang="de"><span lang="de" dir="auto">Deutsch</;
    const [, other = ''] = elsewhere.exec(page.text) ?? [];
    expect(other.replace('&amp;', '&')).toBe(`${pathOf(0)}&lang=de`);
    expect(page.text).not.toContain('hreflang="en"');
    const german = await asked.page('GET', `${pathOf(0)}&lang=de`);
    expect(german.text).toContain('<html lang="de">');
    expect(german.text).toContain(
      '<span lang="de" dir="auto">Ich bin stolz, hier zu arbeiten.</span>',
    );
    expect(german.text).toContain('Antwort senden');
  });

  it('says what is to be mended, and keeps what was typed', async () => {
    const page = await send({ 'q.why': 'So </textarea> & more', 'q.place': 'home' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('role="alert"');
    expect(page.text).toContain('<a href="#q.pride.0">');
    expect(page.text).toContain('id="q.pride.mistake"');
    expect(page.text).toContain('aria-invalid="true"');
    expect(page.text).toContain('So &lt;/textarea&gt; &amp; more');
    expect(page.text).toMatch(/value="home" checked/);
    const strange = await send({ 'q.pride': '9' });
    expect(strange.text).toContain('Please choose one of the answers that are shown.');
  });

  it('takes an answer at once, whether or not the views have heard of the survey', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { body } = await asked.hr.post('/surveys', byLink);
      const id = String(body['id']);
      const made = await asked.hr.post(`/surveys/${id}/links`, { count: 1 });
      const [link] = made.body['items'] as unknown as typeof links;
      const page = await asked.page('GET', link?.path ?? '');
      expect(page.text).toContain('I am proud');
      const form = { ticket: link?.ticket ?? '', 'q.pride': '4' };
      const thanks = await asked.page('POST', `/surveys/${id}/page`, form);
      expect([thanks.status, thanks.text.includes('<h1>Thank you</h1>')]).toEqual([200, true]);
    }
  });

  it('takes an answer once, and thanks for it', async () => {
    const page = await send({ 'q.pride': '5', 'q.recommend': '', 'q.why': '' });
    expect([page.status, page.text.includes('<h1>Thank you</h1>')]).toEqual([200, true]);
    const again = await send({ 'q.pride': '1' });
    expect([again.status, again.text.includes('It is in.')]).toEqual([200, true]);
  });

  it('refuses a ticket that is none, in words', async () => {
    for (const ticket of ['', 'x', `${'a'.repeat(64)}.${'A'.repeat(342)}`]) {
      const page = await send({ ticket, 'q.pride': '5' });
      expect([page.status, page.text.includes('This link is not valid.')]).toEqual([409, true]);
    }
    const nowhere = '/surveys/00000000-0000-4000-8000-000000000000/page?ticket=x';
    const page = await asked.page('GET', nowhere);
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    const json = await asked.web.app.inject({
      method: 'POST',
      url: `/surveys/${surveyId}/page`,
      payload: { 'q.pride': '5' },
    });
    expect(json.statusCode).toBe(415);
  });

  it('leads to figures like any other answer, of nobody who was invited', async () => {
    for (let no = 1; no < 6; no += 1) await send({ 'q.pride': '4', 'q.place': 'office' }, no);
    await asked.released();
    expect(await asked.left(surveyId)).toEqual({ '-': 3 });
  });

  it('calls languages as they call themselves, and those that nobody speaks by their tag', () => {
    const called = ['en', 'de', 'pt-BR', 'ar', 'xx', 'en-12'].map(nameOf);
    expect(called).toEqual([
      ...['English', 'Deutsch', 'português (Brasil)', 'العربية', 'xx', 'en-12'],
    ]);
  });

  it('makes no markup of what others wrote', () => {
    expect(escaped(`<a href='x'>&"`)).toBe('&lt;a href=&#39;x&#39;&gt;&amp;&quot;');
  });
});

describe('what is logged and counted of answers', () => {
  it('tells neither a survey nor a ticket, and has no trace', async () => {
    const ticket = links[6]?.ticket ?? '';
    await asked.page('GET', pathOf(6));
    await send({ 'q.pride': '4' }, 6);
    await send({ 'q.pride': '4' }, 6);
    const logged = JSON.stringify(asked.web.logger.lines);
    const counted = await asked.web.registry.metrics();
    for (const secret of [surveyId, ticket, ticket.slice(0, 64)]) {
      expect([logged.includes(secret), counted.includes(secret)]).toEqual([false, false]);
    }
    expect(counted).toContain('route="/surveys/:surveyId/page"');
  });
});
