/**
 * ReportModel -> .pptx: the report as slides with native charts and tables. Pure: no clock, no disk, no store; the same
 * model and the same `now` give the same bytes.
 *
 * A slide or more for each printed section, in the person's order; definitions and the sheet to fill in have none.
 * Figures are worded by `shared/domain/format.ts`; charts are the workbook's.
 */
import { printedSections } from '../../../../shared/domain/report.ts';
import type { ReportModel, ReportSection } from '../../../../shared/domain/report.ts';
import { filePropertiesOf } from '../fileProperties.ts';
import { logoOf } from '../workbook/image.ts';
import { DeckContext } from './context.ts';
import { places } from './deck/master.ts';
import { clamp } from './deck/measure.ts';
import { SMALLEST } from './deck/model.ts';
import type { Deck, Slide } from './deck/model.ts';
import { packDeck } from './deck/package.ts';
import { areaSlides } from './pages/area.ts';
import { coverSlide } from './pages/cover.ts';
import { actionSlides, breakdownSlides, contentSlides, ownTextSlides } from './pages/lists.ts';
import { scorecardSlides } from './pages/scorecard.ts';
import { summarySlides } from './pages/summary.ts';

/** Points that the client's name may take in the footer. */
const NAME = 320;

export interface SlidesOptions {
  /** Written as the document's creation date. */
  readonly now: Date;
}

/** The bytes of the deck. Throws when the library refuses the data of a chart; nothing is written anywhere. */
export function writeSlides(model: ReportModel, options: SlidesOptions): Uint8Array {
  return packDeck(deckOf(model, options));
}

/** The deck as plain data. */
export function deckOf(model: ReportModel, options: SlidesOptions): Deck {
  const context = new DeckContext(model);
  const { words, book } = context;
  const slides = printedSections(model).flatMap((section) => slidesOf(context, section));
  const kind = `${book.words.report}, ${model.period.label}`;
  const against =
    model.base.kind === 'none' || model.base.label === '' ? '' : `, ${words.against(model.base.label)}`;
  return {
    // A deck has a slide, or no program opens it.
    slides: slides.length > 0 ? slides : [coverSlide(context)],
    brand: {
      accent: book.palette.accent,
      brand: book.palette.brand,
      onBrand: book.palette.onBrand,
      initials: model.client.initials,
      logo: logoOf(model.client.logo),
      logoAlt: `${book.words.logo} ${model.client.name}`,
    },
    footer: clamp(
      `${clamp(model.client.name, SMALLEST, NAME, 1)}  ·  ${words.reportFor(context.span(model.span, 'long'))}${against}`,
      SMALLEST,
      places.footer.w,
      1,
    ),
    prepared: new Date(`${model.preparedOn}T00:00:00Z`),
    locale: book.words.locale,
    names: words.layouts,
    properties: filePropertiesOf(model, {
      kind,
      scorecard: book.titles.scorecard,
      created: options.now,
    }),
  };
}

function slidesOf(context: DeckContext, section: ReportSection): Slide[] {
  const { model } = context;
  switch (section.kind) {
    case 'cover':
      return [coverSlide(context)];
    case 'summary':
      return summarySlides(context, section);
    case 'scorecard':
      return scorecardSlides(context, section);
    case 'area': {
      const area = model.areas.find((one) => one.section === section.id);
      return area === undefined ? [] : areaSlides(context, section, area);
    }
    case 'content':
      return model.content === null ? [] : contentSlides(context, section, model.content);
    case 'breakdowns':
      return breakdownSlides(context, section);
    case 'text':
      return ownTextSlides(context, section);
    case 'actions':
      return actionSlides(context, section);
    case 'definitions':
    case 'entry':
      return [];
  }
}
