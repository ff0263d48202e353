/** What came of a batch, in numbers. */
import { useT } from '../../i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import type { IconName } from '../../ui/Icon.tsx';
import type { Batch } from './batch.ts';
import css from './deliveries.module.css';

export function BatchSummary({
  batch: { made, failed, cancelled },
  attention,
}: {
  readonly batch: Batch;
  /** Clients with something to look at. */
  readonly attention: number;
}) {
  const t = useT();
  const words = t.deliveries.after;
  const clients = new Set(made.map(({ deliverable }) => deliverable.client)).size;
  const lines: (readonly [IconName, string])[] = [
    made.length > 0 ? ['check', words.made(made.length, clients)] : ['info', words.none],
    ...(failed.length > 0 ? [['close', words.failed(failed.length)] as const] : []),
    ...(attention > 0 ? [['warning', words.attention(attention)] as const] : []),
    ...(cancelled ? [['info', words.cancelled] as const] : []),
  ];
  return (
    <div role="status">
      <ul className={css['summary']}>
        {lines.map(([icon, text]) => (
          <li key={text} data-mark={icon}>
            <Icon name={icon} />
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
