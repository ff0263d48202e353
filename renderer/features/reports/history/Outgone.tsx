/** Something that went out: its paper as it was, between the list of all that went out and what is told of it. */
import type { Deliverable } from '../../../../shared/contract/api/reports.ts';
import type { useCall } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, ErrorPanel } from '../../../ui/index.ts';
import { Desk } from '../Desk.tsx';
import css from '../reports.module.css';
import { Delivered } from './Delivered.tsx';
import { Deliveries } from './Deliveries.tsx';

export interface OutgoneProps {
  readonly id: number;
  readonly snapshot: ReturnType<typeof useCall<'reports.snapshot'>>;
  readonly earlier: readonly Deliverable[];
  readonly onOpen: (id: number | null) => void;
}

export function Outgone({ id, snapshot, earlier, onOpen }: OutgoneProps) {
  const t = useT();
  const { data, error, refetch } = snapshot;
  return (
    <div className={css['screen']}>
      <nav className={css['left']} aria-label={t.reports.out.title}>
        <div className={css['backRow']}>
          <Button icon="chevronLeft" kind="ghost" onClick={() => onOpen(null)}>
            {t.reports.out.back}
          </Button>
        </div>
        <Deliveries list={earlier} open={id} onOpen={onOpen} />
      </nav>
      <div className={css['middle']}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {data !== undefined && <Desk model={data.model} details={null} label={t.reports.preview} />}
      </div>
      <aside className={css['right']} aria-label={t.reports.out.facts}>
        {data !== undefined && <Delivered key={id} deliverable={data.deliverable} />}
      </aside>
    </div>
  );
}
