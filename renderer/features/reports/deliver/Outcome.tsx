/** What is being made, what could not be made and why, what is made and not saved, and what went out. */
import type { ReportFormat } from '../../../../shared/contract/api/reports.ts';
import { useProgress } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, ErrorPanel, Icon, ProgressBar } from '../../../ui/index.ts';
import css from './deliver.module.css';
import type { Delivery } from './useDelivery.ts';

export interface OutcomeProps {
  readonly delivery: Delivery;
  readonly onRetry: (format: ReportFormat) => void;
  readonly onMessage: () => void;
}

export function Outcome({ delivery, onRetry, onMessage }: OutcomeProps) {
  const t = useT();
  const { busy, failed, problem, waiting, went } = delivery;
  const progress = useProgress(busy?.job ?? null);
  const [only] = waiting;
  return (
    <>
      {busy !== null && (
        <ProgressBar
          label={t.reports.making(t.reports.formats[busy.format].name)}
          fraction={fractionOf(busy, progress)}
          {...(busy.of > 1
            ? { detail: t.deliveries.message.count(busy.at, busy.of) }
            : progress?.item !== undefined && { detail: progress.item })}
          onCancel={delivery.cancel}
        />
      )}
      {failed.map(({ format, error }) => (
        <div key={format} className={css['failed']}>
          <h3>{t.reports.notMade(t.reports.formats[format].name)}</h3>
          <ErrorPanel inline error={error} onRetry={() => onRetry(format)} />
        </div>
      ))}
      {problem !== null && <ErrorPanel inline error={problem} />}
      {only !== undefined && busy === null && (
        <div className={css['waiting']}>
          <span>
            {waiting.length === 1
              ? t.reports.notSaved(only.name)
              : t.deliveries.after.unsaved(waiting.length)}
          </span>
          <Button onClick={delivery.saveWaiting}>{t.reports.saveAgain}</Button>
        </div>
      )}
      {went !== null && busy === null && (
        <div className={css['went']}>
          <Icon name="check" />
          <div>
            <p role="status">
              {went.where === null
                ? t.reports.madeNow(went.files.map((file) => file.name).join(', '), went.time)
                : t.reports.madeMany(
                    went.files.map((file) => t.reports.formats[file.format].name).join(', '),
                    went.where,
                    went.time,
                  )}
            </p>
            <Button kind="link" onClick={onMessage}>
              {t.reports.writeMessage}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

/** Of all that was asked for; a single file tells nothing of how far it is. */
function fractionOf(
  { at, of }: NonNullable<Delivery['busy']>,
  progress: ReturnType<typeof useProgress>,
): number | null {
  const own =
    progress?.total === undefined || progress.total === 0 ? 0 : Math.min(1, progress.done / progress.total);
  const all = (at - 1 + own) / of;
  return all === 0 ? null : all;
}
