/** Figures of texts that no longer say what was approved: then and now, why, and what is to be done with each. */
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import type { Input } from '../../../../shared/contract/api.ts';
import { callOnce, useCommand } from '../../../api/index.ts';
import { momentDate } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, ErrorPanel, Icon, useToast } from '../../../ui/index.ts';
import css from './Commentary.module.css';

export interface StaleFiguresProps {
  readonly report: Omit<Input<'texts.get'>, 'section'>;
  readonly texts: readonly ReportTextDto[];
  /** Opens the text, where a figure is gone for good. */
  readonly onOpen?: (section: string) => void;
}

export function StaleFigures({ report, texts, onOpen }: StaleFiguresProps) {
  const stale = texts.flatMap((text) =>
    text.stale.filter((one) => one.state !== 'same').map((one) => ({ text, one })),
  );
  return stale.map(({ text, one }) => (
    <StaleFigure key={`${text.section} ${one.token}`} report={report} text={text} one={one} onOpen={onOpen} />
  ));
}

function StaleFigure({
  report,
  text,
  one,
  onOpen,
}: {
  readonly report: StaleFiguresProps['report'];
  readonly text: ReportTextDto;
  readonly one: ReportTextDto['stale'][number];
  readonly onOpen: StaleFiguresProps['onOpen'];
}) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const settle = useCommand('texts.settle');
  const words = t.reports.stale;
  const place = { ...report, section: text.section };
  const piece = text.pieces.find((each) => each.kind === 'token' && each.told.token === one.token);
  const told = piece?.kind === 'token' ? piece.told : null;
  const act = (how: 'update' | 'keep'): void =>
    settle.mutate(
      { ...place, token: one.token, how },
      {
        onSuccess: () =>
          toast({
            text: how === 'update' ? words.updated : words.kept,
            undo: () => void callOnce('texts.revert', place),
          }),
      },
    );
  const name =
    told === null
      ? null
      : [
          format.local(told.name),
          told.channelName,
          told.what === 'value' ? null : t.texts.whats[told.what].toLocaleLowerCase(format.language),
          format.period(told.period, 'long'),
        ]
          .filter((part) => part !== null)
          .join(', ');
  return (
    <section className={css['stale']} aria-label={words.title}>
      <h3>
        <Icon name="warning" />
        {words.title}
      </h3>
      {name !== null && (
        <p>
          {name}. {sourceWords()}
        </p>
      )}
      <p className={css['thenNow']}>
        <del>{one.then}</del>
        <Icon name="arrowRight" title={words.to} />
        {one.now === null ? <span>{words.gone}</span> : <ins>{one.now}</ins>}
        {told?.now.coverage !== undefined && (
          <span className={css['extent']}>{format.coverage(told.now.coverage)}</span>
        )}
      </p>
      <div className={css['choices']}>
        {one.now !== null && (
          <Button busy={settle.isPending} onClick={() => act('update')}>
            {words.update}
          </Button>
        )}
        <Button kind="ghost" disabled={settle.isPending} onClick={() => act('keep')}>
          {words.keep}
        </Button>
        {one.now === null && onOpen !== undefined && (
          <Button kind="ghost" onClick={() => onOpen(text.section)}>
            {words.open}
          </Button>
        )}
      </div>
      {settle.error && <ErrorPanel inline error={settle.error} />}
    </section>
  );

  /** The newest import or edit behind it, where it is newer than the text. */
  function sourceWords(): string {
    const since = one.at ?? text.at ?? '';
    const newer = (told?.sources ?? []).filter((source) => source.at > since);
    const [source] = newer;
    if (source === undefined) return '';
    const date = format.date(momentDate(source.at), 'long');
    const said =
      source.kind === 'import'
        ? words.import(source.batch, date)
        : source.kind === 'edit'
          ? words.edit(date)
          : words.demo;
    const more = newer.length > 1 ? ` ${words.more(newer.length - 1)}` : '';
    return words.because(`${said}${more}`);
  }
}
