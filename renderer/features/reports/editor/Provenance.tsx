/** Where a number of a text comes from: its period and base with their coverage, what it is judged by, the imports behind it. */
import type { ReactNode } from 'react';
import type { TextTold } from '../../../../shared/contract/api/texts.ts';
import type { Measured } from '../../../../shared/domain/results.ts';
import { signalWords } from '../../../../shared/domain/signalWords.ts';
import { momentDate } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import type { Format } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import type { Catalogue } from '../../../i18n/en/index.ts';
import { cx, Icon } from '../../../ui/index.ts';
import css from './Commentary.module.css';

const MOST_SOURCES = 3;

export interface ProvenanceProps {
  readonly told: TextTold;
  /** What it said when the text was approved, where that is not what it says now. */
  readonly then: string | null;
}

export function Provenance({ told, then }: ProvenanceProps) {
  const t = useT();
  const format = useFormat();
  const words = t.texts.made;
  const { what, judgement } = told;
  const judged = what === 'goal' || what === 'status';
  return (
    <div className={css['made']}>
      <p className={css['madeHead']}>
        <strong>
          {format.local(told.name)}
          {told.channelName !== null && `, ${told.channelName}`}
        </strong>
        <span className={cx(css['badge'], then !== null && css['badgeStale'])}>
          {then === null ? words.fresh : words.changed}
        </span>
      </p>
      <dl>
        {then !== null && <Line term={words.said}>{then}</Line>}
        <Line term={format.span(told.span, 'medium')}>
          {sideText(told.now, told, t, format)}
          {told.left.length > 0 && (
            <span className={css['grey']}> {words.without(told.left.join(', '))}</span>
          )}
        </Line>
        {told.baseSpan !== null && (
          <Line term={format.span(told.baseSpan, 'medium')}>
            {told.base.value === null ? baseGap(told, t, format) : sideText(told.base, told, t, format)}
          </Line>
        )}
        {what === 'change' && told.change.warning === true && (
          <Line term="">
            <span className={css['warn']}>
              <Icon name="warning" /> {t.status.change.warning}
            </span>
          </Line>
        )}
        {judged && (
          <Line term={words.goal}>
            {judgement.goal === undefined ? words.noGoal : format.goal(judgement, told.unit)}
          </Line>
        )}
        {(what === 'change' || what === 'move') && (
          <Line term={words.range}>{signalWords(told.signal, format.language)}</Line>
        )}
        {what !== 'goal' && <Line term={words.origin}>{originText(told, t, format)}</Line>}
      </dl>
    </div>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function sideText(side: Measured, told: TextTold, t: Catalogue, format: Format) {
  const { value, coverage, asOf, reasons } = side;
  if (value === null) {
    const [reason] = reasons;
    return reason === undefined ? t.status.change.noValue : t.status.value[reason];
  }
  const extent =
    coverage === undefined
      ? asOf === undefined
        ? ''
        : t.status.asOf(format.date(asOf, 'short'))
      : format.coverage(coverage);
  return (
    <>
      {format.value(value, told.unit)}
      {extent !== '' && <span className={css['grey']}> {extent}</span>}
    </>
  );
}

function baseGap(told: TextTold, t: Catalogue, format: Format): string {
  return told.change.kind === 'baseMissing' && told.baseSpan !== null
    ? t.status.change.baseMissing(format.span(told.baseSpan, 'medium'))
    : t.status.change.noBase;
}

function originText(told: TextTold, t: Catalogue, format: Format): string {
  const words = t.texts.made;
  const { sources } = told;
  if (sources.length === 0) return words.none;
  const named = sources.map((source) => {
    const date = format.date(momentDate(source.at), 'short');
    switch (source.kind) {
      case 'import':
        return words.import(source.batch, date);
      case 'edit':
        return words.edit(date);
      case 'demo':
        return words.demo;
    }
  });
  const different = [...new Set(named)];
  const more = different.length - MOST_SOURCES;
  return [different.slice(0, MOST_SOURCES).join('; '), ...(more > 0 ? [words.more(more)] : [])].join(' ');
}
