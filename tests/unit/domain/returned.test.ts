/** Paragraphs that went out with live numbers and came back as words: which numbers stay live, and what the text becomes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned } from '../../../shared/domain/returned/aligned.ts';
import type { WentPiece } from '../../../shared/domain/returned/aligned.ts';
import { linesOf, linesTaken } from '../../../shared/domain/returned/lines.ts';
import { sameNumber, sameWords } from '../../../shared/domain/returned/same.ts';
import { parseText } from '../../../shared/domain/text/tokens.ts';

const words = (text: string): WentPiece => ({ text, token: null });
const live = (text: string, token: string): WentPiece => ({ text, token });
const reach = [
  words('Reach came to '),
  live('28,300', '{{reach}}'),
  words(', '),
  live('+13.3 % against September', '{{reach.change}}'),
  words('.'),
];

describe('a number in words that came back', () => {
  it.each([
    [
      'untouched',
      'Reach came to 28,300, +13.3 % against September.',
      'Reach came to {{reach}}, {{reach.change}}.',
    ],
    [
      'among other words',
      'All in all: reach came to 28,300 (!), that is +13.3 % against September, not bad.',
      'All in all: reach came to {{reach}} (!), that is {{reach.change}}, not bad.',
    ],
    [
      'typed over',
      'Reach came to 29,000, +13.3 % against September.',
      'Reach came to 29,000, {{reach.change}}.',
    ],
    ['cut out', 'Reach came to 28,300.', 'Reach came to {{reach}}.'],
    [
      'in part',
      'Reach came to 28,300, +13.3 % against August.',
      'Reach came to {{reach}}, +13.3 % against August.',
    ],
    ['as part of another', 'Reach came to 128,300, or 28,300.5.', 'Reach came to 128,300, or 28,300.5.'],
    ['gone', 'Nothing to say.', 'Nothing to say.'],
  ])('%s', (_what, came, typed) => {
    expect(aligned(reach, came)).toBe(typed);
  });

  it('stays where it stands when the same number is put in before it', () => {
    expect(aligned([words('It was '), live('3', '{{a}}'), words('.')], 'Of 3 teams: it was 3.')).toBe(
      'Of 3 teams: it was {{a}}.',
    );
  });

  it('is never made of what somebody typed in braces', () => {
    expect(aligned([words('Hello.')], 'Hello {{reach}} and {{{x}}}.')).toBe(
      'Hello { {reach}} and { { {x}}}.',
    );
  });

  it('reads as it came back, whatever came back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 12 }), fc.boolean()), { maxLength: 8 }),
        fc.string({ maxLength: 60 }),
        (went, came) => {
          const pieces = went.map(([text, isLive], i) => (isLive ? live(text, `{{k${i}}}`) : words(text)));
          const said = parseText(aligned(pieces, came))
            .map((part) =>
              part.kind === 'token'
                ? (pieces[Number(part.token.kpi.text.slice(1))]?.text ?? '')
                : part.source,
            )
            .join('');
          expect(said.replaceAll('{ ', '{')).toBe(came.replaceAll('{ ', '{'));
        },
      ),
    );
  });
});

describe('a text of which paragraphs are taken', () => {
  const lines = linesOf([
    { source: 'First ', text: 'First ', token: false },
    { source: '{{reach}}', text: '28,300', token: true },
    { source: '.\n\nSecond.\nThird.', text: '.\n\nSecond.\nThird.', token: false },
  ]);
  const first = [
    ['First ', null],
    ['27,000', 0],
    ['.', null],
  ] as const;

  it('keeps the others, and what stands between them', () => {
    const taken = [
      { paragraph: 1, added: false, went: [['Second.', null]] as const, came: 'Two.' },
      { paragraph: 2, added: true, went: [], came: 'Fourth.\nFifth.' },
    ];
    expect(linesTaken(lines, taken)).toBe('First {{reach}}.\n\nTwo.\nThird.\nFourth.\nFifth.');
  });

  it('keeps a number live that has moved on since, and loses a paragraph that was erased', () => {
    const taken = [
      { paragraph: 0, added: false, went: first, came: 'First of all 27,000.' },
      { paragraph: 2, added: false, went: [['Third.', null]] as const, came: '' },
    ];
    expect(linesTaken(lines, taken)).toBe('First of all {{reach}}.\n\nSecond.');
  });

  it('takes the words as they are where ours were rewritten meanwhile', () => {
    const went = [
      ['Once ', null],
      ['27,000', 0],
      ['.', null],
    ] as const;
    expect(linesTaken(lines, [{ paragraph: 0, added: false, went, came: 'Once 27,000!' }])).toBe(
      'Once 27,000!\n\nSecond.\nThird.',
    );
  });

  it('begins where there is none', () => {
    expect(
      linesTaken(linesOf([]), [{ paragraph: 0, added: false, went: [], came: ' Hello.\r\nAgain. ' }]),
    ).toBe('Hello.\nAgain.');
  });
});

describe('a cell that was saved by another program', () => {
  it('says the same but for what programs round and trim', () => {
    expect(sameNumber(0.1 + 0.2, 0.3)).toBe(true);
    expect(sameNumber(1_234_567.891, 1_234_567.892)).toBe(false);
    expect(sameNumber(0, null)).toBe(false);
    expect(sameWords('One.  \r\nTwo. ', 'One.\nTwo.')).toBe(true);
    expect(sameWords(null, ' ')).toBe(true);
    expect(sameWords('One.', 'One')).toBe(false);
  });
});
