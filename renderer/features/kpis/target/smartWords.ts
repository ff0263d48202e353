/** The reasons of the SMART check as sentences. Codes and their values come from the rules; a code without words says so. */
import type { Reason } from '../../../../shared/contract/api/advice.ts';
import type { CatalogueDto } from '../../../../shared/contract/api/kpis.ts';
import { cadenceWord } from '../../../../shared/domain/format.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import { cadences } from '../../../../shared/domain/time.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import type { Catalogue } from '../../../i18n/en/index.ts';
import type { Format } from '../../../i18n/format.tsx';
import { growth } from '../targets.ts';

export interface SmartContext {
  readonly definition: KpiDefinition;
  readonly cadence: Cadence;
  readonly channel: (id: string) => string;
  readonly kpi: (key: string) => string;
  readonly catalogue: Pick<CatalogueDto, 'kras' | 'stages'>;
  readonly format: Format;
  readonly t: Catalogue;
}

const isCadence = (text: string): text is Cadence => (cadences as readonly string[]).includes(text);

/** Growth as it shows in the figures: where less is better the rules count the improvement, and a fall reads as one. */
export function growthText(share: number, definition: KpiDefinition, format: Format): string {
  return format.value(definition.direction === 'down' ? -share : share, growth, { sign: true });
}

export function reasonText(reason: Reason, context: SmartContext): string {
  const { definition, format, t } = context;
  const words = t.kpis.smart.reasons;
  const { values } = reason;
  const number = (key: string): number => Number(values[key] ?? 0);
  const text = (key: string): string => String(values[key] ?? '');
  const value = (key: string): string => format.value(number(key), definition.unit);
  const date = (key: string): string => format.date(text(key), 'medium');
  const span = (n: number, cadence: string): string => {
    const unit = isCadence(cadence) ? cadence : context.cadence;
    return `${format.number(n)} ${cadenceWord(unit, n, format.language)}`;
  };
  const each = (cadence: string): string =>
    t.kpis.recordedPer[isCadence(cadence) ? cadence : context.cadence];
  const per = (cadence: string): string =>
    t.common.perCadence[isCadence(cadence) ? cadence : context.cadence];
  const local = (list: CatalogueDto['kras'], key: string): string => {
    const one = list.find((item) => item.key === key);
    return one === undefined ? key : format.local(one.name);
  };
  switch (reason.code) {
    case 'namesChannel':
      return words.namesChannel(context.channel(text('channel')));
    case 'allChannels':
      return words.allChannels(number('channels'));
    case 'noDefinition':
      return words.noDefinition;
    case 'recorded':
      return words.recorded(each(text('unit')), number('figures'), span(12, context.cadence));
    case 'computed':
      return words.computed(number('figures'), span(12, context.cadence));
    case 'noFigures':
      return words.noFigures;
    case 'recordedCoarser':
      return words.recordedCoarser(each(text('unit')), per(text('cadence')));
    case 'notAdditive':
      return words.notAdditive(each(text('cadence')));
    case 'noHistory':
      return words.noHistory(number('samples'), number('needed'));
    case 'noGoal':
      return noGoal(text('reason'), t);
    case 'alreadyThere':
      return words.alreadyThere(value('value'), value('goal'));
    case 'within':
    case 'beyond':
      return words[reason.code](
        growthText(number('asked'), definition, format),
        span(number('periods'), text('cadence')),
        growthText(number('usual'), definition, format),
        growthText(number('most'), definition, format),
      );
    case 'kra':
      return words.kra(
        local(context.catalogue.kras, text('kra')),
        local(context.catalogue.stages, text('stage')).toLowerCase(),
      );
    case 'unknownKra':
      return words.unknownKra;
    case 'vanity':
      return text('counter') === '' ? words.vanityAlone : words.vanity(context.kpi(text('counter')));
    case 'ends':
      return words.ends(date('last'), span(number('periods'), text('cadence')));
    case 'noEnd':
      return words.noEnd;
    case 'offGrid':
      return words.offGrid(
        date('last'),
        t.kpis.cadenceBefore[context.cadence],
        date('earlier'),
        date('later'),
      );
    case 'past':
      return words.past(date('last'));
    default:
      return words.other;
  }
}

function noGoal(reason: string, t: Catalogue): string {
  const words: Readonly<Record<string, string | undefined>> = {
    ...t.status.judgement,
    noValue: t.status.change.noValue,
  };
  return `${words[reason] ?? t.kpis.smart.reasons.other}.`.replace(/\.\.$/, '.');
}
