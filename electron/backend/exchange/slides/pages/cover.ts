/** The first slide: whose report it is, of when, against what, what it found, who made it. */
import { formatDate } from '../../../../../shared/domain/format.ts';
import { clamp, sizeFor } from '../deck/measure.ts';
import { indexes, places, sizes } from '../deck/master.ts';
import type { Slide, TextBox } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';

export function coverSlide(context: DeckContext): Slide {
  const { model, words, book } = context;
  const against =
    model.base.kind === 'none' || model.base.label === ''
      ? book.words.notCompared
      : words.against(model.base.label);
  const under = model.running ? `${against}. ${words.running}` : against;
  const size = sizeFor(model.client.name, [sizes.coverTitle, 32, 26, 20], places.coverTitle.w, 2, true);
  const foot = [
    ...(model.preparedBy === '' ? [] : [words.preparedBy(model.preparedBy)]),
    formatDate(model.preparedOn, model.language, 'long'),
  ].join('  ·  ');
  const finding = model.headline;
  const findingSize = sizeFor(finding, [18, 16, 14], places.coverFinding.w, 3);
  const elements: TextBox[] = [
    {
      kind: 'text',
      name: 'Period',
      box: places.coverSub,
      placeholder: { type: 'subTitle', index: indexes.coverSub },
      paragraphs: [
        {
          runs: [
            {
              text: clamp(
                words.reportFor(context.span(model.span, 'long')),
                sizes.coverSub,
                places.coverSub.w,
                1,
              ),
              size: sizes.coverSub,
              color: 'accent1',
            },
          ],
        },
        { runs: [{ text: sentence(under), size: 15, color: 'tx2' }], before: 4 },
      ],
    },
    ...(finding === ''
      ? []
      : ([
          {
            kind: 'text',
            name: 'Finding',
            box: places.coverFinding,
            placeholder: { index: indexes.coverFinding },
            paragraphs: [
              {
                runs: [{ text: clamp(finding, findingSize, places.coverFinding.w, 4), size: findingSize }],
              },
            ],
          },
        ] satisfies TextBox[])),
    {
      kind: 'text',
      name: 'Prepared',
      box: places.coverFoot,
      anchor: 'bottom',
      placeholder: { index: indexes.coverFoot },
      paragraphs: [{ runs: [{ text: clamp(foot, 13, places.coverFoot.w, 2), size: 13, color: 'tx2' }] }],
    },
  ];
  return {
    layout: 'cover',
    title: { text: clamp(model.client.name, size, places.coverTitle.w, 2, true), size },
    elements,
    notes: [],
  };
}

/** With a capital: it stands by itself. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
