/** The growth a target asks, on one line with what the client usually grew and what it rarely passed. */
import type { TargetPreview } from '../../../../shared/contract/api/advice.ts';
import { cadenceWord } from '../../../../shared/domain/format.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, Panel } from '../../../ui/index.ts';
import { growthText } from './smartWords.ts';
import css from './TargetGrowth.module.css';

export interface TargetGrowthProps {
  readonly growth: TargetPreview['growth'];
  readonly definition: KpiDefinition;
  readonly cadence: Cadence;
  /** There is no goal yet to ask for growth. */
  readonly waiting: boolean;
  readonly dimmed: boolean;
}

export function TargetGrowth({ growth, definition, cadence, waiting, dimmed }: TargetGrowthProps) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.targetEditor.growth;
  if (growth === null)
    return (
      <Panel title={words.title}>
        <p className={css['grey']}>{waiting ? t.kpis.smart.waiting : words.none}</p>
      </Panel>
    );
  const { asked, usual, most, samples, periods } = growth;
  const text = (share: number): string => growthText(share, definition, format);
  const [low, high] = [Math.min(0, asked, usual, most), Math.max(0, asked, usual, most)];
  const width = high - low || 1;
  const at = (share: number): string => `${(((share - low) / width) * 100).toFixed(1)}%`;
  const verdict = asked <= 0 ? words.reached : asked > most ? words.beyond : words.within;
  return (
    <Panel
      title={words.title}
      detail={words.over(`${format.number(periods)} ${cadenceWord(cadence, periods, format.language)}`)}
    >
      <div className={cx(css['growth'], dimmed && css['dimmed'])}>
        <div
          className={css['track']}
          role="img"
          aria-label={words.label(text(asked), text(usual), text(most))}
        >
          <span
            className={css['range']}
            style={{ left: at(Math.min(0, most)), right: `calc(100% - ${at(Math.max(0, most))})` }}
          />
          <span className={css['zero']} style={{ left: at(0) }} />
          <span className={css['usual']} style={{ left: at(usual) }} />
          <span className={css['asked']} style={{ left: at(asked) }} />
        </div>
        <dl>
          <dt>
            <span className={css['askedKey']} />
            {words.asked}
          </dt>
          <dd className={css['strong']}>{text(asked)}</dd>
          <dt>
            <span className={css['usualKey']} />
            {words.usual}
          </dt>
          <dd>{text(usual)}</dd>
          <dt>
            <span className={css['rangeKey']} />
            {words.most}
          </dt>
          <dd>{text(most)}</dd>
        </dl>
        <p>{verdict}</p>
        <p className={css['grey']}>{words.samples(samples)}</p>
      </div>
    </Panel>
  );
}
