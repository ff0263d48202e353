/** How the items of a tag do beside the rest, by the median of the metric at the age. */
import type { Output } from '../../../shared/contract/api.ts';
import type { Tag } from '../../../shared/contract/api/tags.ts';
import type { KpiFace } from '../../../shared/contract/values.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { tagName } from '../tags/index.ts';
import css from './content.module.css';

type Sides = NonNullable<Output<'content.list'>['tagged']>;

export function Tagged({
  tag,
  tagged,
  metric,
  age,
}: {
  readonly tag: Tag;
  readonly tagged: Sides;
  readonly metric: KpiFace;
  readonly age: number;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.tags.compared;
  const side = (label: string, one: Sides['with']) => (
    <div className={css['side']}>
      <dt>{label}</dt>
      <dd>
        {one.median === null ? (
          <span className={css['grey']}>{words.none}</span>
        ) : (
          <b>{format.value(one.median, metric.unit)}</b>
        )}
        <span className={css['grey']}>{words.over(one.n)}</span>
      </dd>
    </div>
  );
  return (
    <section className={css['tagged']} aria-label={words.label(tagName(tag))}>
      <dl>
        {side(words.with(tagName(tag)), tagged.with)}
        {side(words.without, tagged.without)}
      </dl>
      <p>{words.median(format.local(metric.name), age)}</p>
    </section>
  );
}
