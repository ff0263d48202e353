/** In place of a card's figures that cannot be had. */
import { useT } from '../../../i18n/index.tsx';
import { cx, ErrorPanel } from '../../../ui/index.ts';
import { CardMenu } from '../board/card.tsx';
import css from './cards.module.css';

/** A card whose figures cannot be had; its menu is still there. */
export function Failed({
  error,
  onRetry,
}: {
  readonly error: Parameters<typeof ErrorPanel>[0]['error'];
  readonly onRetry: () => void;
}) {
  const t = useT();
  const gone =
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'kpi-not-found' || error.code === 'channel-not-found');
  return (
    <section className={cx(css['sheet'], css['failed'])}>
      {gone ? <p>{t.dashboard.board.gone}</p> : <ErrorPanel inline error={error} onRetry={onRetry} />}
      <CardMenu />
    </section>
  );
}
