import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { formBytesMax, readForm } from './form.ts';

const form = (text: string) => readForm(Readable.from([Buffer.from(text)]));

describe('a form', () => {
  it('is its fields, as they were typed', async () => {
    const fields = await form('why=All+of+it%21&rating.pride=5&why=More');
    expect([...fields]).toEqual([
      ['why', 'More'],
      ['rating.pride', '5'],
    ]);
  });

  it('is no JSON, and not longer than a form is', async () => {
    await expect(readForm({ why: 'x' })).rejects.toMatchObject({
      code: 'request/unsupported-media-type',
    });
    expect((await form(`a=${'x'.repeat(formBytesMax - 2)}`)).get('a')).toHaveLength(
      formBytesMax - 2,
    );
    await expect(form(`a=${'x'.repeat(formBytesMax - 1)}`)).rejects.toMatchObject({
      code: 'request/body-too-large',
    });
  });

  it.each(['a=%00', '__proto__=1', 'a=1&constructor=2'])('refuses %s', async (text) => {
    await expect(form(text)).rejects.toMatchObject({ code: 'request/malformed' });
  });
});
