/** What is in an archive and where it goes: the client, its figures and the rest, its name here. */
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ArchivePreview } from '../../../shared/contract/api/archives.ts';
import type { CallError, Progress } from '../../api/index.ts';
import { useCall } from '../../api/index.ts';
import { momentDate, Page } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import {
  Button,
  ClientBadge,
  ErrorPanel,
  Form,
  FormNote,
  FormSection,
  ProgressBar,
  TextInput,
} from '../../ui/index.ts';
import css from './Archive.module.css';
import { Choice, Choices } from './Choice.tsx';
import type { ArchiveWay } from './useTakeIn.ts';

export interface TakeInFormProps {
  readonly preview: ArchivePreview;
  readonly busy: boolean;
  readonly progress: Progress | null;
  readonly problem: CallError | null;
  readonly waiting: number;
  readonly onTake: (name: string, way: ArchiveWay) => Promise<void>;
  readonly onCancel: () => void;
  readonly onLeave: () => void;
}

export function TakeInForm({
  preview,
  busy,
  progress,
  problem,
  waiting,
  onTake,
  onCancel,
  onLeave,
}: TakeInFormProps) {
  const t = useT();
  const words = t.archives;
  const { client, here, freeName, accounts } = preview;
  // What is here is never offered to give way to something older.
  const newer = here !== null && here.until !== null && (preview.span?.to ?? '') < here.until;
  const group = useId();
  const clients = useCall('clients.list', { archived: true }).data ?? [];
  const [way, setWay] = useState<ArchiveWay>(here === null ? 'new' : newer ? 'beside' : 'instead');
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? (way === 'instead' ? (here?.name ?? client.name) : freeName);
  const taken = clients.some(
    (one) =>
      one.name.toLowerCase() === name.trim().toLowerCase() && !(way === 'instead' && one.id === here?.id),
  );
  const nameError = name.trim() === '' ? words.nameNeeded : taken ? words.nameTaken(freeName) : undefined;
  const take = (): void => {
    if (nameError === undefined && !busy) void onTake(name.trim(), way);
  };
  const choose = (next: ArchiveWay): void => {
    setWay(next);
    setTyped(null);
  };
  return (
    <Page
      title={words.title}
      detail={client.name}
      back="/"
      foot={
        <>
          <FormNote>
            {busy ? (
              <ProgressBar
                label={progress?.phase === 'writing' ? words.writing : words.checking}
                fraction={null}
                {...(progress?.phase === 'comparing' && { onCancel })}
              />
            ) : waiting > 0 ? (
              `${words.backup} ${words.more(waiting)}`
            ) : (
              words.backup
            )}
          </FormNote>
          <Button kind="ghost" size="large" disabled={busy} onClick={onLeave}>
            {t.common.cancel}
          </Button>
          <Button kind="primary" size="large" busy={busy} disabled={nameError !== undefined} onClick={take}>
            {words.take}
          </Button>
        </>
      }
    >
      <Form onSubmit={take} error={problem && <ErrorPanel error={problem} inline />}>
        <FormSection title={words.sections.who}>
          <div className={css['client']}>
            <ClientBadge client={client} size={40} />
            <div>
              <p className={css['name']}>{client.name}</p>
              {client.trade !== '' && <p className={css['grey']}>{client.trade}</p>}
            </div>
          </div>
          <Facts preview={preview} />
        </FormSection>
        <FormSection title={words.sections.where}>
          {here !== null && (
            <div>
              <p className={css['name']}>{words.hereTitle}</p>
              <p className={css['grey']}>
                <Here here={here} />
              </p>
              {newer && <p>{words.hereNewer}</p>}
            </div>
          )}
          {here !== null && (
            <Choices label={words.sections.where}>
              <Choice
                group={group}
                title={words.instead}
                text={words.insteadText(here.name)}
                checked={way === 'instead'}
                onChoose={() => choose('instead')}
              />
              <Choice
                group={group}
                title={words.beside}
                text={words.besideText}
                checked={way === 'beside'}
                onChoose={() => choose('beside')}
              />
            </Choices>
          )}
          <TextInput label={words.name} value={name} maxLength={80} error={nameError} onChange={setTyped} />
          {accounts.length > 0 && (
            <div>
              <p className={css['name']}>{words.accounts(accounts.length)}</p>
              <ul>
                {accounts.map((one) => (
                  <li key={`${one.account} ${one.client}`}>{words.accountsText(one.account, one.client)}</li>
                ))}
              </ul>
              <p className={css['grey']}>{words.accountsWhy}</p>
            </div>
          )}
        </FormSection>
      </Form>
    </Page>
  );
}

function Here({ here }: { readonly here: NonNullable<ArchivePreview['here']> }) {
  const t = useT();
  const format = useFormat();
  return here.until === null
    ? t.archives.hereEmpty(here.name)
    : t.archives.hereUntil(
        here.name,
        format.number(here.figures),
        here.figures,
        format.date(here.until, 'medium'),
      );
}

function Facts({ preview }: { readonly preview: ArchivePreview }) {
  const t = useT();
  const format = useFormat();
  const words = t.archives;
  const { counts, span, made } = preview;
  const said = (keys: readonly Exclude<keyof typeof counts, 'figures'>[]): string =>
    keys
      // A number stays on the line of what it counts.
      .flatMap((key) => (counts[key] > 0 ? [words.counts[key](counts[key]).replace(' ', '\u00a0')] : []))
      .join(', ') || words.nothingElse;
  const facts: readonly (readonly [title: string, lines: readonly ReactNode[]])[] = [
    [
      words.facts.span,
      span === null
        ? [words.noFigures]
        : [
            words.counts.figures(format.number(counts.figures), counts.figures),
            words.from(format.date(span.from, 'long'), format.date(span.to, 'long')),
          ],
    ],
    [words.facts.setUp, [said(['kpis', 'targets', 'channels'])]],
    [
      words.facts.work,
      [said(['batches', 'content', 'cases', 'evidence', 'annotations', 'actions', 'texts', 'deliverables'])],
    ],
    [
      words.facts.made,
      [words.madeBy(format.date(momentDate(made.at), 'long'), made.by), words.version(made.version)],
    ],
    [
      words.facts.file,
      [preview.fileName, words.size(format.number(Math.max(0.1, preview.bytes / 1_000_000), 1))],
    ],
  ];
  return (
    <dl className={css['facts']}>
      {facts.map(([title, lines]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            {lines.map((line, i) => (
              // oxlint-disable-next-line react/no-array-index-key
              <p key={i} className={i > 0 ? css['grey'] : undefined}>
                {line}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
