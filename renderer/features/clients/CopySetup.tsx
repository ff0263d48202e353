/** A set-up taken over from another client: what would come and what stays, then one step that can be taken back. */
import { useState } from 'react';
import { setupParts } from '../../../shared/contract/api/setups.ts';
import type { CopyPreview, SetupPart } from '../../../shared/contract/api/setups.ts';
import { callOnce, useCall, useCommand } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, Field, Select, Switch, useToast } from '../../ui/index.ts';
import css from './CopySetup.module.css';

export function CopySetup({ client }: { readonly client: { readonly id: number; readonly name: string } }) {
  const t = useT();
  const others = (useCall('clients.list', {}).data ?? []).filter((one) => one.id !== client.id);
  const [open, setOpen] = useState(false);
  if (others.length === 0) return <p className={css['grey']}>{t.clients.copy.nobody}</p>;
  return (
    <div>
      <Button icon="copy" onClick={() => setOpen(true)}>
        {t.clients.copy.open}
      </Button>
      {open && <CopyDialog client={client} others={others} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** Taken over unless the person says otherwise; the other two change what is there. */
const usual: readonly SetupPart[] = ['kpis', 'channels', 'layouts'];

function CopyDialog({
  client,
  others,
  onClose,
}: {
  readonly client: { readonly id: number; readonly name: string };
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const [from, setFrom] = useState(others[0]?.id ?? 0);
  const [parts, setParts] = useState<readonly SetupPart[]>(usual);
  const preview = useCall('clients.copyPreview', { from, to: client.id });
  const copy = useCommand('clients.copySetup');
  const name = others.find((one) => one.id === from)?.name ?? '';
  const chosen = setupParts.filter(
    (part) => parts.includes(part) && preview.data && brings(preview.data, part),
  );
  const undo = async (step: number): Promise<void> => {
    const done = await callOnce('clients.undoCopy', { client: client.id, step });
    if (done.kept > 0) toast({ text: t.clients.copy.kept(done.kept) });
  };
  const run = (): void => {
    copy.mutate(
      { from, to: client.id, parts: chosen },
      {
        onSuccess: (done) => {
          onClose();
          toast({ text: t.clients.copy.done(name), undo: () => void undo(done.step) });
        },
      },
    );
  };
  const error = preview.error ?? copy.error;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t.clients.copy.title(client.name)}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" disabled={chosen.length === 0} busy={copy.isPending} onClick={run}>
            {t.clients.copy.take}
          </Button>
        </>
      }
    >
      {error && <ErrorPanel error={error} inline />}
      <Field label={t.clients.copyFrom}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={String(from)}
            onChange={(value) => setFrom(Number(value))}
            items={others.map((one) => ({ value: String(one.id), label: one.name }))}
          />
        )}
      </Field>
      {preview.data && (
        <ul className={css['parts']}>
          {setupParts.map((part) => (
            <Part
              key={part}
              part={part}
              preview={preview.data}
              on={parts.includes(part)}
              onChange={(on) => setParts(on ? [...parts, part] : parts.filter((one) => one !== part))}
            />
          ))}
        </ul>
      )}
      <p className={css['grey']}>{t.clients.copy.never}</p>
    </Dialog>
  );
}

function brings(preview: CopyPreview, part: SetupPart): boolean {
  const of = preview[part];
  return typeof of === 'boolean' ? of : of.added.length > 0;
}

function Part({
  part,
  preview,
  on,
  onChange,
}: {
  readonly part: SetupPart;
  readonly preview: CopyPreview;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.clients.copy;
  const some = brings(preview, part);
  const names = ((): readonly string[] => {
    switch (part) {
      case 'kpis':
        return preview.kpis.added.map((kpi) =>
          kpi.own ? words.own(format.local(kpi.name)) : format.local(kpi.name),
        );
      case 'targets':
        return [...new Set(preview.targets.added.map((name) => format.local(name)))];
      case 'channels':
        return preview.channels.added;
      case 'layouts':
        return preview.layouts.added.map((screen) => words.screens[screen] ?? screen);
      case 'schedule':
      case 'writing':
        return [];
    }
  })();
  const stays = ((): number => {
    const of = preview[part];
    if (typeof of === 'boolean') return 0;
    return typeof of.kept === 'number' ? of.kept : of.kept.length;
  })();
  return (
    <li className={css['part']}>
      <Switch label={words.parts[part]} checked={on && some} disabled={!some} onChange={onChange} />
      <div className={css['brings']}>
        {names.length > 0 && <p>{names.join(' · ')}</p>}
        {(part === 'schedule' || part === 'writing') && <p>{some ? words.changes[part] : words.same}</p>}
        {stays > 0 && <p className={css['grey']}>{words.stays(stays)}</p>}
        {!some && names.length === 0 && stays === 0 && part !== 'schedule' && part !== 'writing' && (
          <p className={css['grey']}>{words.nothing}</p>
        )}
      </div>
    </li>
  );
}
