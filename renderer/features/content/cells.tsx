/** One item's value at the age, and how it stands beside the others. */
import type { ContentItemDto } from '../../../shared/contract/api/content.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Gap } from '../../ui/index.ts';
import css from './content.module.css';

export function AtAgeCell({ at, unit }: { readonly at: ContentItemDto['at']; readonly unit: Unit }) {
  const t = useT();
  const format = useFormat();
  const words = t.content;
  switch (at.state) {
    case 'settled': {
      // A point on a line is no count; its fraction would only pretend.
      const digits = unit.kind === 'count' && at.between !== undefined ? { digits: 0 } : {};
      return (
        <>
          <div>{format.value(at.value, unit, digits)}</div>
          {at.between && (
            <div className={css['below']} title={words.betweenTitle}>
              {words.between(...at.between)}
            </div>
          )}
        </>
      );
    }
    case 'provisional':
      return (
        <>
          <div>
            <span className={css['provisional']} title={words.provisionalTitle}>
              {format.value(at.value, unit)}
            </span>
          </div>
          <div className={css['below']}>{at.age === 0 ? words.today : words.provisional(at.age)}</div>
        </>
      );
    case 'none':
      return (
        <>
          <Gap width={48} />
          <div className={css['below']}>
            {at.reason === 'firstReadLater' ? words.none.firstReadLater(at.age ?? 0) : words.none[at.reason]}
          </div>
        </>
      );
  }
}

/** The bar ends at three times the median; the tick is the median. */
const barEnd = 3;

export function StandingCell({ standing }: { readonly standing: ContentItemDto['standing'] }) {
  const t = useT();
  const format = useFormat();
  const words = t.content;
  switch (standing.kind) {
    case 'compared':
      return (
        <div className={css['standing']}>
          {standing.ratio !== null && (
            <span className={css['track']} aria-hidden="true">
              <span
                className={css['fill']}
                style={{ width: `${(100 * Math.min(Math.max(standing.ratio, 0), barEnd)) / barEnd}%` }}
              />
            </span>
          )}
          <span className={css['ratio']}>
            {standing.ratio !== null && words.times(format.number(standing.ratio, 1))}
          </span>
          <span className={css['place']}>
            {words.places[standing.place]}
            <span className={css['below']}>{words.rank(standing.rank, standing.n)}</span>
          </span>
        </div>
      );
    case 'tooFew':
      return <span className={css['grey']}>{words.tooFew(standing.n)}</span>;
    case 'unsettled':
      return <span className={css['grey']}>{words.unsettled}</span>;
  }
}
