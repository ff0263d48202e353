/** Figures in texts changed since they were approved: what is to go out is asked first. Nothing half-meant goes to a client. */
import { useState } from 'react';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import type { Input } from '../../../../shared/contract/api.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, Dialog, Icon } from '../../../ui/index.ts';
import { settleTexts } from '../../deliveries/settle.ts';
import css from './deliver.module.css';

export interface AskChangedProps {
  readonly report: Omit<Input<'texts.get'>, 'section'>;
  /** Printed texts with figures that changed. */
  readonly stale: readonly ReportTextDto[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onLook: (section: string) => void;
  /** Told once the texts say what is meant. */
  readonly onSettled: () => void;
  readonly onFailed: (error: unknown) => void;
}

export function AskChanged({ report, stale, open, onClose, onLook, onSettled, onFailed }: AskChangedProps) {
  const t = useT();
  const words = t.reports.ask;
  const [settling, setSettling] = useState(false);
  const count = stale.reduce((sum, text) => sum + text.changed, 0);
  const gone = stale.some((text) => text.stale.some((one) => one.state === 'gone'));
  const settle = async (how: 'update' | 'keep'): Promise<void> => {
    setSettling(true);
    try {
      await settleTexts(report, stale, how);
      onSettled();
    } catch (error) {
      onFailed(error);
    } finally {
      setSettling(false);
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.title(count)}
      footer={
        <>
          <Button
            kind="ghost"
            onClick={() => {
              onClose();
              const section = stale[0]?.section;
              if (section !== undefined) onLook(section);
            }}
          >
            {words.look}
          </Button>
          <Button busy={settling} onClick={() => void settle('keep')}>
            {words.keep}
          </Button>
          {!gone && (
            <Button kind="primary" busy={settling} onClick={() => void settle('update')}>
              {words.update}
            </Button>
          )}
        </>
      }
    >
      <p>{gone ? words.gone : words.text}</p>
      <ul className={css['asked']}>
        {stale.flatMap((text) =>
          text.stale
            .filter((one) => one.state !== 'same')
            .map((one) => (
              <li key={`${text.section} ${one.token}`}>
                <StaleName text={text} token={one.token} />
                <del>{one.then}</del>
                <Icon name="arrowRight" title={t.reports.stale.to} />
                {one.now === null ? t.reports.stale.gone : <ins>{one.now}</ins>}
              </li>
            )),
        )}
      </ul>
    </Dialog>
  );
}

/** What a figure is of, in the reader's language; nothing where it is gone. */
function StaleName({ text, token }: { readonly text: ReportTextDto; readonly token: string }) {
  const format = useFormat();
  const piece = text.pieces.find((one) => one.kind === 'token' && one.told.token === token);
  if (piece?.kind !== 'token') return null;
  const { name, channelName } = piece.told;
  return (
    <span className={css['askedName']}>{[format.local(name), channelName].filter(Boolean).join(', ')}</span>
  );
}
