/** What a file holds and where it goes. */
import type { ImportFile } from '../../../shared/contract/imports/session.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Format } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { networkName } from '../../i18n/networks.ts';
import { Button, ClientBadge, Select } from '../../ui/index.ts';
import { Menu } from '../../ui/Menu.tsx';
import { CardFacts, Fact } from '../preview/index.ts';
import { useBook } from './book.tsx';
import css from './FileCard.module.css';
import type { ImportActs } from './useImport.ts';
import { noteTexts, ownerWords, personalColumns } from './words.ts';

interface FactsProps {
  readonly file: ImportFile;
  readonly acts: ImportActs;
}

/** Days of a file: `1 to 31 Oct 2026`. */
function spanText(t: Catalogue, format: Format, first: string, last: string): string {
  if (first === last) return format.date(last, 'medium');
  const short = first.slice(0, 4) === last.slice(0, 4) ? 'short' : 'medium';
  return t.imports.question.span(format.date(first, short), format.date(last, 'medium'));
}

/** The same in one line, for a file with nothing to do. */
export function FileLine({ file }: { readonly file: ImportFile }) {
  const t = useT();
  const format = useFormat();
  const count = [
    [file.figures, t.imports.file.figures],
    [file.items, t.imports.file.posts],
    [file.cases, t.imports.file.cases],
  ] as const;
  return (
    <span className={css['lineFacts']}>
      <span>{file.firstDate && file.lastDate && spanText(t, format, file.firstDate, file.lastDate)}</span>
      <span className={css['lineCount']}>
        {count
          .filter(([n]) => n > 0)
          .map(([n, word]) => `${format.number(n, 0)} ${word.toLowerCase()}`)
          .join(', ')}
      </span>
    </span>
  );
}

export function FileFacts({ file, acts }: FactsProps) {
  const t = useT();
  const format = useFormat();
  const notes = noteTexts(t, file);
  const personal = personalColumns(file);
  const { firstDate, lastDate } = file;
  const counts = [
    [t.imports.file.figures, file.figures],
    [t.imports.file.posts, file.items],
    [t.imports.file.cases, file.cases],
  ] as const;
  return (
    <CardFacts className={css['facts']}>
      <Fact term={t.imports.file.rows}>{format.number(file.rows, 0)}</Fact>
      {counts
        .filter(([, n]) => n > 0)
        .map(([word, n]) => (
          <Fact key={word} term={word}>
            {format.number(n, 0)}
          </Fact>
        ))}
      {firstDate && lastDate && (
        <Fact term={t.imports.file.period}>{spanText(t, format, firstDate, lastDate)}</Fact>
      )}
      <OwnerLine file={file} acts={acts} />
      {file.owner.client !== null &&
        file.routes.map((route) => (
          <RouteLine key={`${route.network} ${route.account ?? ''}`} file={file} route={route} acts={acts} />
        ))}
      {file.asOf && (
        <Fact term={t.imports.file.asOf}>
          {format.date(file.asOf.slice(0, 10), 'medium')}
          {/T(?!00:00)/.test(file.asOf) && <span className={css['quiet']}> {file.asOf.slice(11, 16)}</span>}
        </Fact>
      )}
      {notes.length > 0 && (
        <Fact term={t.imports.file.leftOut}>
          {notes.map((note) => (
            <span key={note} className={css['note']}>
              {note}
            </span>
          ))}
        </Fact>
      )}
      {personal.length > 0 && <dd className={css['wide']}>{t.imports.file.personal(personal.join(', '))}</dd>}
    </CardFacts>
  );
}

/** Whose the file is, where there is a choice: another client takes it at once. */
function OwnerLine({ file, acts }: FactsProps) {
  const t = useT();
  const { clients } = useBook();
  const { owner } = file;
  if (owner.client === null || clients.length < 2 || owner.why === 'here') return null;
  return (
    <Fact term={t.imports.filterClient}>
      {ownerWords(t, owner)}{' '}
      <Menu
        trigger={
          <Button kind="link" aria-label={t.imports.owner.changeOf(file.name)}>
            {t.imports.owner.change}
          </Button>
        }
        groups={[
          clients
            .filter((one) => one.id !== owner.client)
            .map((one) => ({
              id: String(one.id),
              label: one.name,
              mark: <ClientBadge client={one} />,
              onSelect: () => acts.assign([file.id], one.id),
            })),
        ]}
      />
    </Fact>
  );
}

/** Where figures go: any of the client's channels, or a new one. */
function RouteLine({ file, route, acts }: FactsProps & { readonly route: ImportFile['routes'][number] }) {
  const t = useT();
  const owner = file.owner.client;
  const channels = useCall('channels.list', owner === null ? null : { client: owner }).data ?? [];
  const fresh = route.channel === null ? route.name : networkName(t, route.network);
  const term =
    route.account !== null && file.routes.length > 1
      ? t.imports.file.channelOf(route.account)
      : t.imports.file.channel;
  return (
    <Fact term={term}>
      <Select
        label={term}
        value={route.channel === null ? 'new' : String(route.channel)}
        onChange={(value) =>
          acts.route(file.id, route.network, route.account, value === 'new' ? null : Number(value), fresh)
        }
        items={[
          ...channels.map((channel) => ({ value: String(channel.id), label: channel.name })),
          ...(channels.some((channel) => channel.name === fresh)
            ? []
            : [{ value: 'new', label: t.imports.file.newChannelOption(fresh) }]),
        ]}
      />
    </Fact>
  );
}
