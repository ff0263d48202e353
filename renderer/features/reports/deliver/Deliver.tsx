/** The right panel's buttons that make files, what becomes of them, and the message that goes with them. */
import { useEffect, useState } from 'react';
import { sentFormats } from '../../../../shared/contract/api/reports.ts';
import type { ReportFormat } from '../../../../shared/contract/api/reports.ts';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import type { Input } from '../../../../shared/contract/api.ts';
import { commandKey, shortcut } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { MessageDialog } from '../../deliveries/MessageDialog.tsx';
import shared from '../reports.module.css';
import { AskChanged } from './AskChanged.tsx';
import css from './deliver.module.css';
import { FormatCards } from './FormatCards.tsx';
import { Outcome } from './Outcome.tsx';
import { useDelivery } from './useDelivery.ts';

export interface DeliverProps {
  readonly report: Omit<Input<'texts.get'>, 'section'>;
  readonly client: { readonly id: number; readonly name: string };
  /** Texts that are printed and have figures that changed. */
  readonly stale: readonly ReportTextDto[];
  readonly pages: number;
  readonly entry: boolean;
  readonly disabled: boolean;
  readonly onLook: (section: string) => void;
}

export function Deliver({ report, client, stale, pages, entry, disabled, onLook }: DeliverProps) {
  const t = useT();
  const delivery = useDelivery(report);
  const { busy, went, deliver } = delivery;
  const [asked, setAsked] = useState<readonly ReportFormat[] | null>(null);
  const [writing, setWriting] = useState(false);
  const off = disabled || busy !== null;
  const start = (formats: readonly ReportFormat[]): void => {
    if (off) return;
    if (stale.length > 0) setAsked(formats);
    else deliver(formats);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!commandKey(event) || event.key !== 'Enter' || event.defaultPrevented) return;
      if (asked !== null || writing) return;
      event.preventDefault();
      start(sentFormats);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <>
      <section className={shared['block']}>
        <h2>{t.reports.deliver}</h2>
        <FormatCards pages={pages} entry={entry} disabled={off} onMake={(format) => start([format])} />
      </section>
      <footer className={css['foot']}>
        <Outcome
          delivery={delivery}
          onRetry={(format) => start([format])}
          onMessage={() => setWriting(true)}
        />
        <Button
          kind="primary"
          size="large"
          keys={shortcut(t.common.enterKey)}
          disabled={off}
          busy={busy !== null}
          onClick={() => start(sentFormats)}
        >
          {t.reports.allThree}
        </Button>
        <div className={css['footLine']}>
          <span>{t.reports.fixed}</span>
          <Button kind="link" disabled={disabled} onClick={() => setWriting(true)}>
            {t.deliveries.message.open}
          </Button>
        </div>
      </footer>
      <AskChanged
        report={report}
        stale={stale}
        open={asked !== null}
        onClose={() => setAsked(null)}
        onLook={onLook}
        onSettled={() => {
          setAsked(null);
          if (asked !== null) deliver(asked);
        }}
        onFailed={(error) => {
          setAsked(null);
          delivery.fail(error);
        }}
      />
      {writing && (
        <MessageDialog
          period={report.period}
          base={report.base}
          letters={[
            {
              client,
              language: report.language,
              formats: went?.files.map((file) => file.format) ?? sentFormats,
            },
          ]}
          onClose={() => setWriting(false)}
        />
      )}
    </>
  );
}
