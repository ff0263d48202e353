/** Live numbers in free text: how they are written, what is wrong with one, and that no text can break the reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf, storedText, textNames, typedText } from '../../../shared/domain/text/names.ts';
import { parseText, tokenWhats, writeToken, writtenName } from '../../../shared/domain/text/tokens.ts';
import type { TextPart, Token } from '../../../shared/domain/text/tokens.ts';

const names = textNames(
  [
    { id: 12, key: 'reach', names: ['Reach', 'Alcance'] },
    { id: 13, key: 'engagement_rate', names: ['Engagement rate', 'Tasa de interacción'] },
  ],
  [
    { id: 3, name: 'Instagram' },
    { id: 4, name: 'Booking.com' },
    { id: 5, name: 'The "Café" [old]' },
  ],
);

function only(text: string): TextPart {
  const [part, ...more] = parseText(text);
  if (part === undefined || more.length > 0) throw new Error(`not one part: ${text}`);
  return part;
}

function token(text: string): Token {
  const part = only(text);
  if (part.kind !== 'token') throw new Error(`no token: ${text}`);
  return part.token;
}

const problems = (text: string) => problemsOf(parseText(text), names);

describe('the grammar of a token', () => {
  it.each([
    ['{{reach}}', 'reach', undefined, 'value', undefined],
    ['{{reach.change}}', 'reach', undefined, 'change', undefined],
    ['{{reach@Instagram.value}}', 'reach', 'Instagram', 'value', undefined],
    ['{{ reach @ My channel . goal }}', 'reach', 'My channel', 'goal', undefined],
    ['{{reach@"Booking.com".status}}', 'reach', 'Booking.com', 'status', undefined],
    ['{{reach@"The ""Café"" [old]"}}', 'reach', 'The "Café" [old]', 'value', undefined],
    ['{{reach.move[2026-09]}}', 'reach', undefined, 'move', 'month'],
    ['{{reach[2026]}}', 'reach', undefined, 'value', 'year'],
    ['{{reach[2026-09-05]}}', 'reach', undefined, 'value', 'day'],
    ['{{reach[quarter:2026-07-01]}}', 'reach', undefined, 'value', 'quarter'],
  ])('reads %s', (text, kpi, channel, what, cadence) => {
    const read = token(text);
    expect([read.kpi.text, read.channel?.text, read.what, read.period?.cadence]).toEqual([
      kpi,
      channel,
      what,
      cadence,
    ]);
  });

  it('tells names from ids, and a quoted name is always a name', () => {
    expect(token('{{#12@#3}}')).toMatchObject({ kpi: { id: 12 }, channel: { id: 3 } });
    expect(token('{{#12@"#3"}}').channel).toMatchObject({ id: null, text: '#3' });
  });

  it('stands where it stands in the text', () => {
    const text = 'Reach was {{ reach.change }} up';
    const part = parseText(text)[1];
    expect(part).toMatchObject({ at: 10, length: 18, source: '{{ reach.change }}' });
    expect(part?.kind === 'token' && text.slice(part.token.kpi.at, part.token.kpi.at + 5)).toBe('reach');
  });

  it.each([
    ['{{reech}}', { code: 'unknownKpi', at: 2, length: 5, text: 'reech', suggestion: 'reach' }],
    ['{{Alcance}}', { code: 'unknownKpi', at: 2, suggestion: 'reach' }],
    ['{{tasa de interaccion}}', { code: 'unknownKpi', suggestion: 'engagement_rate' }],
    ['{{reach@Instagran.goal}}', { code: 'unknownChannel', at: 8, suggestion: 'Instagram' }],
    ['{{reach@Bookingcom}}', { code: 'unknownChannel', suggestion: '"Booking.com"' }],
    ['{{reach.chnage}}', { code: 'unknownWhat', at: 8, length: 6, suggestion: 'change' }],
    ['{{reach[2026-13]}}', { code: 'badPeriod', at: 8, length: 7 }],
    ['{{}}', { code: 'empty', at: 0 }],
    ['{{reach', { code: 'unclosed', at: 0, length: 2 }],
    ['{{reach@Instagram@x}}', { code: 'unexpected', at: 0, length: 21 }],
    ['{{#99}}', { code: 'unknownKpi', at: 2 }],
    ['{{__proto__.base}}', { code: 'unknownKpi', at: 2 }],
    ['{{reach@constructor}}', { code: 'unknownChannel', at: 8 }],
    ['{{reach.toString}}', { code: 'unknownWhat', at: 8 }],
  ])('says what is wrong with %s', (text, problem) => {
    expect(problems(text)).toEqual([expect.objectContaining(problem)]);
  });

  it('takes a channel however it is capitalised or accented', () => {
    expect(problems('{{reach@instagram}} {{reach@"THE ""cafe"" [OLD]"}}')).toEqual([]);
  });

  it('keeps ids and shows names, so that a renamed thing stays', () => {
    const typed = 'A {{reach@Instagram.change}} b {{engagement_rate[2026-09]}} c {{reach@"Booking.com"}}';
    const stored = storedText(typed, names);
    expect(stored).toBe('A {{#12@#3.change}} b {{#13[2026-09]}} c {{#12@#4}}');
    expect(typedText(stored, names)).toBe(typed);
    const renamed = textNames([{ id: 12, key: 'impressions', names: [] }], [{ id: 3, name: 'Insta' }]);
    expect(typedText('{{#12@#3.change}} {{#13}}', renamed)).toBe('{{impressions@Insta.change}} {{#13}}');
  });
});

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{',
    '}',
    '@',
    '.',
    '[',
    ']',
    '"',
    '#',
    '\n',
    ' ',
    'reach',
    '2026-09',
    'change',
    '12',
    'é',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  );

  it('is read without an error, whole, with positions inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = parseText(text);
        expect(parts.map((part) => part.source).join('')).toBe(text);
        let at = 0;
        for (const part of parts) {
          expect([part.at, part.length]).toEqual([at, part.source.length]);
          at += part.length;
        }
        for (const problem of problemsOf(parts, names)) {
          expect(problem.at).toBeGreaterThanOrEqual(0);
          expect(problem.length).toBeGreaterThanOrEqual(0);
          expect(problem.at + problem.length).toBeLessThanOrEqual(text.length);
        }
        const stored = storedText(text, names);
        expect(storedText(typedText(stored, names), names)).toBe(stored);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read back as written, whatever a channel is called', () => {
    const channel = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .filter((name) => !name.includes('\n'));
    const period = fc.option(fc.constantFrom('2026', '2026-09', '2026-09-05', 'week:2026-09-07'));
    fc.assert(
      fc.property(channel, fc.constantFrom(...tokenWhats), period, (name, what, when) => {
        const text = writeToken({ kpi: 'reach', channel: writtenName(name), what, period: when });
        const read = token(text);
        expect([read.kpi.text, read.channel?.text, read.what, read.period?.text ?? null]).toEqual([
          'reach',
          name,
          what,
          when,
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it('cannot make reading slow', () => {
    for (const nasty of [
      '{{'.repeat(3000),
      '{{a@"'.repeat(1200),
      `{{${' '.repeat(6000)}`,
      `{{a@"${'""'.repeat(3000)}`,
    ]) {
      const started = performance.now();
      parseText(nasty);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});
