/** What happened beside the numbers: numbered as on the chart; added and removed in place. */
import { useState } from 'react';
import type { Annotation } from '../../../shared/contract/api/views.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useCommand } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { noteMark } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, IconButton, useToast } from '../../ui/index.ts';
import { CardMenu } from './board/card.tsx';
import css from './Journal.module.css';
import { LineForm } from './LineForm.tsx';

export interface AnnotationsProps {
  readonly annotations: readonly Annotation[];
  /** Day offered for a new one. */
  readonly day: IsoDate;
  /** Marked `A`, `B` instead of `1`, `2`, as on the explorer's chart. */
  readonly letters?: boolean;
  /** New ones belong to this KPI. */
  readonly kpi?: number;
}

export function Annotations({ annotations, day, letters = false, kpi }: AnnotationsProps) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const add = useCommand('annotations.add');
  const remove = useCommand('annotations.remove');
  const takeOut = (annotation: Annotation): void => {
    remove.mutate(
      { annotation: annotation.id },
      {
        onSuccess: () =>
          toast({
            text: t.dashboard.annotations.removed,
            undo: () =>
              add.mutate({
                client: client.id,
                day: annotation.day,
                text: annotation.text,
                kpi: kpi ?? null,
                channel: annotation.channel === null ? null : Number(annotation.channel),
              }),
          }),
      },
    );
  };
  return (
    <section className={css['block']} aria-label={t.dashboard.annotations.title}>
      <header className={css['head']}>
        <h2>{t.dashboard.annotations.title}</h2>
        <Button kind="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t.common.add}
        </Button>
        <CardMenu />
      </header>
      {open && (
        <LineForm
          text={t.dashboard.annotations.text}
          date={t.dashboard.annotations.day}
          day={day}
          required
          busy={add.isPending}
          onCancel={() => setOpen(false)}
          onSubmit={(text, chosen) =>
            add.mutate(
              { client: client.id, day: chosen ?? day, text, kpi: kpi ?? null, channel: null },
              { onSuccess: () => setOpen(false) },
            )
          }
        />
      )}
      {add.error && <ErrorPanel inline error={add.error} />}
      {annotations.length === 0 && !open && <p className={css['none']}>{t.dashboard.annotations.none}</p>}
      <ul>
        {annotations.map((annotation, i) => (
          <li key={annotation.id} className={css['note']}>
            <span className={css['mark']}>{noteMark(i, letters)}</span>
            <span className={css['date']}>{format.date(annotation.day, 'short')}</span>
            <span className={css['text']}>{annotation.text}</span>
            <IconButton
              className={css['remove']}
              icon="close"
              label={t.dashboard.annotations.remove(annotation.text)}
              onClick={() => takeOut(annotation)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
