/**
 * The keys by which rows of a workbook are known when it comes back, whatever was sorted, inserted or renamed. They stand in
 * a hidden column of each sheet that is read back; its head cell says `KEY_HEAD`.
 *
 * figure  `<kpi>|<channel id>|<cadence>|<first day>`: a row of Figures
 * note    `note|<kpi>|<channel id or empty for all>`: a row of the Scorecard
 * text    `text|<section>|<paragraph, from 0>`: a paragraph of commentary
 * entry   `entry|<kpi>|<channel id>|<cadence>`: a row of the sheet to fill in; the first day of each period stands,
 *         hidden, above its column, as `YYYY-MM-DD`. The key column is the sheet's first; one block of rows for each
 *         cadence, whose row of hidden days has KEY_HEAD in the key column; durations are days there, as wherever
 *         people read or type them, and seconds in Figures
 */
import { cadences, parseIso } from '../../../../shared/domain/time.ts';
import type { Cadence, IsoDate } from '../../../../shared/domain/time.ts';

/** Head of every hidden key column but that of the table Figures, which has a word of its own. */
export const KEY_HEAD = 'pulsebook-key';

export type RowKey =
  | {
      readonly kind: 'figure';
      readonly kpi: string;
      readonly channel: string;
      readonly cadence: Cadence;
      readonly start: IsoDate;
    }
  | { readonly kind: 'note'; readonly kpi: string; readonly channel: string | null }
  | { readonly kind: 'text'; readonly section: string; readonly paragraph: number }
  | { readonly kind: 'entry'; readonly kpi: string; readonly channel: string; readonly cadence: Cadence };

export function writeKey(key: RowKey): string {
  switch (key.kind) {
    case 'figure':
      return [key.kpi, key.channel, key.cadence, key.start].join('|');
    case 'note':
      return ['note', key.kpi, key.channel ?? ''].join('|');
    case 'text':
      return ['text', key.section, key.paragraph].join('|');
    case 'entry':
      return ['entry', key.kpi, key.channel, key.cadence].join('|');
  }
}

/** `null` for what is no key. Names no KPI or channel for certain: the file may come from anywhere. */
export function readKey(text: string): RowKey | null {
  const [first = '', second = '', third = '', fourth = '', ...rest] = text.split('|');
  if (rest.length > 0 || text.length > 400) return null;
  if (first === 'note' && second !== '' && fourth === '')
    return { kind: 'note', kpi: second, channel: third === '' ? null : third };
  if (first === 'text' && second !== '' && /^\d{1,4}$/.test(third) && fourth === '')
    return { kind: 'text', section: second, paragraph: Number(third) };
  const cadence = cadences.find((one) => one === (first === 'entry' ? fourth : third));
  if (cadence === undefined) return null;
  if (first === 'entry')
    return second === '' || third === '' ? null : { kind: 'entry', kpi: second, channel: third, cadence };
  return first === '' || second === '' || parseIso(fourth) === undefined
    ? null
    : { kind: 'figure', kpi: first, channel: second, cadence, start: fourth };
}
