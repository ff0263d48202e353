/** Under the list of sections: a free text more, what the middle pages are of, the order of another client, the usual one. */
import { useState } from 'react';
import { pagesOf } from '../../../../shared/domain/report.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { callOnce, useCall } from '../../../api/index.ts';
import { useClient } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, ClientBadge, Popover, Segmented, TextInput, useToast } from '../../../ui/index.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { asFor, withPages, withText } from './layout.ts';
import css from './sections.module.css';
import type { Sections } from './useSections.ts';

export interface SectionToolsProps {
  readonly model: ReportModel;
  readonly sections: Sections;
  readonly onWrite: (text: string) => void;
}

export function SectionTools({ model, sections, onWrite }: SectionToolsProps) {
  const t = useT();
  const toast = useToast();
  const client = useClient();
  const words = t.reports.sections;
  const { layout, change, reset } = sections;
  const others = (useCall('clients.list', { archived: false }).data ?? []).filter(
    (one) => one.id !== client.id,
  );

  const copyFrom = async (other: { readonly id: number; readonly name: string }): Promise<void> => {
    const layouts = await callOnce('layouts.list', { client: other.id });
    const theirs = layouts.find((one) => one.screen === 'report');
    if (theirs === undefined) {
      toast({ text: words.noneToCopy(other.name) });
      return;
    }
    const own = layout.sections.filter((one) => one.section.startsWith('text:'));
    const taken = asFor(theirs);
    change({ ...taken, sections: [...taken.sections, ...own] }, words.copied(other.name));
  };

  return (
    <div className={css['tools']}>
      <AddSection
        onAdd={(title) => {
          const id = `text:t${Date.now().toString(36)}`;
          change(withText(layout, id, title, model.language), words.added(title));
          onWrite(id);
        }}
      />
      <Menu
        trigger={
          <Button kind="ghost" icon="copy">
            {words.copy}
          </Button>
        }
        groups={[
          others.map((other) => ({
            id: String(other.id),
            label: other.name,
            mark: <ClientBadge client={other} />,
            onSelect: () => void copyFrom(other),
          })),
          [{ id: 'usual', label: words.usual, icon: 'undo' as const, onSelect: () => reset(words.changed) }],
        ].filter((group) => group.length > 0)}
      />
      <div className={css['pages']}>
        <span className={css['grey']}>{words.pages}</span>
        <Segmented
          fill
          label={words.pages}
          value={layout.pages}
          onChange={(pages) => change(withPages(layout, pages), words.changed)}
          items={pagesOf.map((value) => ({ value, label: words[value] }))}
        />
      </div>
    </div>
  );
}

function AddSection({ onAdd }: { readonly onAdd: (title: string) => void }) {
  const t = useT();
  const words = t.reports.sections;
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={words.add}
      trigger={
        <Button kind="ghost" icon="plus">
          {words.add}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = title.trim();
          if (text === '') return;
          setOpen(false);
          setTitle('');
          onAdd(text);
        }}
      >
        <div className={css['add']}>
          <TextInput
            label={words.addTitle}
            hint={words.addHint}
            value={title}
            onChange={setTitle}
            maxLength={120}
            takesFocus
          />
          <Button submit kind="primary" disabled={title.trim() === ''}>
            {words.add}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
