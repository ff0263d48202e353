/**
 * Where the KPI began to count something else: listed, added, edited and removed in place. What a factor does is shown on
 * the client's own figures before it is kept.
 */
import { useState } from 'react';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { Change } from '../../../shared/domain/results.ts';
import { callOnce, useCommand } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, IconButton, useToast } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { BreakForm } from './BreakForm.tsx';
import type { BreakDraft } from './BreakForm.tsx';
import { factorText } from './chartParts.ts';
import { exampleBefore } from './exampleBefore.ts';
import css from './Course.module.css';

export interface DefinitionBreaksProps {
  readonly data: Explorer;
  readonly faces: Faces;
  /** The change of the period on screen; `null` while it is not known. */
  readonly change: Change | null;
  /** Channel being looked at; `null`: all. */
  readonly channel: string | null;
  /** Day offered for a new one. */
  readonly day: string;
}

type Break = Explorer['breaks'][number];

export function DefinitionBreaks({ data, faces, change, channel, day }: DefinitionBreaksProps) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.definition;
  const add = useCommand('breaks.add');
  const update = useCommand('breaks.update');
  // `new`, or the id of the one being edited.
  const [open, setOpen] = useState<'new' | number | null>(null);
  const close = (): void => setOpen(null);
  const channels = data.channels.map((one) => ({ id: one.id, name: faces.channel(one.id) ?? one.name }));
  const example = (before: string, factor: number): string | null => {
    const last = exampleBefore(data, before);
    return (
      last &&
      words.example(
        format.period({ cadence: data.cadence, start: last.start }, 'medium'),
        format.value(last.value, data.kpi.unit),
        factorText(factor, format),
        format.value(last.value * factor, data.kpi.unit),
      )
    );
  };
  return (
    <section className={css['definition']} aria-label={words.title}>
      <header>
        <h3>{words.title}</h3>
        <Button
          kind="link"
          size="small"
          aria-label={words.add}
          aria-expanded={open === 'new'}
          onClick={() => setOpen(open === 'new' ? null : 'new')}
        >
          {t.common.add}
        </Button>
      </header>
      {change?.kind === 'notComparable' && change.since !== undefined && (
        <p className={css['withheld']}>
          {t.status.change.notComparable(format.date(change.since, 'medium'))}
        </p>
      )}
      {data.breaks.length === 0 && open === null && <p className={css['grey']}>{words.none}</p>}
      <ul className={css['breaks']}>
        {data.breaks.map((one) => (
          <li key={one.id}>
            {open === one.id ? (
              <BreakForm
                channels={channels}
                example={example}
                start={draftOf(one)}
                busy={update.isPending}
                error={update.error}
                onCancel={close}
                onSubmit={(draft) => update.mutate({ break: one.id, ...draft }, { onSuccess: close })}
              />
            ) : (
              <Line one={one} data={data} faces={faces} onEdit={() => setOpen(one.id)} />
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && (
        <BreakForm
          channels={channels}
          example={example}
          start={{ day, note: '', channel: channel === null ? null : Number(channel), factor: null }}
          busy={add.isPending}
          error={add.error}
          onCancel={close}
          onSubmit={(draft) => add.mutate({ kpi: data.kpi.id, ...draft }, { onSuccess: close })}
        />
      )}
    </section>
  );
}

function draftOf(one: Break): BreakDraft {
  return {
    day: one.day,
    note: one.note,
    channel: one.channel === null ? null : Number(one.channel),
    factor: one.factor,
  };
}

function Line({
  one,
  data,
  faces,
  onEdit,
}: {
  readonly one: Break;
  readonly data: Explorer;
  readonly faces: Faces;
  readonly onEdit: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const remove = useCommand('breaks.remove');
  const words = t.explorer.definition;
  const date = format.date(one.day, 'medium');
  const on = one.channel === null ? null : faces.channel(one.channel);
  const takeBack = (): void => void callOnce('breaks.add', { kpi: data.kpi.id, ...draftOf(one) });
  return (
    <div className={css['break']}>
      <div>
        <p className={css['strong']}>
          {one.own ? words.from(date) : words.ofInput(faces.name(one.kpi), date)}
          {on !== null && on !== undefined && `, ${on}`}
        </p>
        <p>{one.note}</p>
        <p className={css['grey']}>
          {one.factor === null ? words.noFactor : words.factor(factorText(one.factor, format))}
        </p>
      </div>
      {one.own && (
        <>
          <IconButton icon="pencil" label={words.edit} onClick={onEdit} />
          <IconButton
            icon="trash"
            label={words.remove}
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate(
                { break: one.id },
                { onSuccess: () => toast({ text: words.removed, undo: takeBack }) },
              )
            }
          />
        </>
      )}
    </div>
  );
}
