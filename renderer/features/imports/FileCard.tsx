/** One file: its fate in words, its questions, its place. */
import { useId, useState } from 'react';
import type { ImportFile } from '../../../shared/contract/api/imports.ts';
import { momentDate, useClient } from '../../app/index.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { networkName } from '../../i18n/networks.ts';
import { Button, cx, Icon, Select, sentence } from '../../ui/index.ts';
import css from './FileCard.module.css';
import { MappingDialog } from './MappingDialog.tsx';
import { Questions } from './Questions.tsx';
import type { ImportState } from './useImport.ts';
import { languageName, platformName, problemText, reportName, whereText } from './words.ts';

export function FileCard({ file, state }: { readonly file: ImportFile; readonly state: ImportState }) {
  const t = useT();
  const title = useId();
  const asks = file.status === 'needs-answers';
  const head = [platformName(file.platform), reportName(t, file.report), languageName(t, file.language)]
    .filter(Boolean)
    .join(', ');
  return (
    <article
      className={cx(css['card'], asks && css['asks'], !file.included && css['out'])}
      aria-labelledby={title}
    >
      <Icon name="file" />
      <div className={css['body']}>
        <h2 id={title} className={css['name']} title={file.name}>
          {file.name}
        </h2>
        {head && <p className={css['head']}>{sentence(head)}</p>}
        {file.status === 'refused' ? (
          <Refusals file={file} />
        ) : asks ? (
          <Questions file={file} state={state} />
        ) : (
          <Facts file={file} state={state} />
        )}
        <Warnings file={file} />
      </div>
      <CardFoot file={file} state={state} />
    </article>
  );
}

/** Housekeeping that changes nothing for the person. */
const unremarkable: ReadonlySet<string> = new Set([
  'separator-line',
  'system-file-skipped',
  'empty-sheet-skipped',
  'sheet-without-cells',
]);

function Facts({ file, state }: { readonly file: ImportFile; readonly state: ImportState }) {
  const t = useT();
  const format = useFormat();
  const left = [
    ...new Set(
      file.notes
        .filter((note) => !unremarkable.has(note.code))
        .map((note) => t.imports.notes[note.code as keyof typeof t.imports.notes]),
    ),
  ].filter(Boolean);
  return (
    <dl className={css['facts']}>
      <dt>{t.imports.file.rows}</dt>
      <dd>{format.number(file.rows, 0)}</dd>
      {file.figures > 0 && (
        <>
          <dt>{t.imports.file.figures}</dt>
          <dd>{format.number(file.figures, 0)}</dd>
        </>
      )}
      {file.items > 0 && (
        <>
          <dt>{t.imports.file.posts}</dt>
          <dd>{format.number(file.items, 0)}</dd>
        </>
      )}
      {file.firstDate && file.lastDate && (
        <>
          <dt>{t.imports.file.period}</dt>
          <dd>
            {format.date(
              file.firstDate,
              file.firstDate.slice(0, 4) === file.lastDate.slice(0, 4) ? 'short' : 'medium',
            )}{' '}
            {t.imports.file.to} {format.date(file.lastDate, 'medium')}
          </dd>
        </>
      )}
      {file.routes.map((route) => (
        <RouteLine key={`${route.network} ${route.account ?? ''}`} file={file} route={route} state={state} />
      ))}
      {file.asOf && (
        <>
          <dt>{t.imports.file.asOf}</dt>
          <dd>{format.date(file.asOf.slice(0, 10), 'medium')}</dd>
        </>
      )}
      {left.length > 0 && (
        <>
          <dt>{t.imports.file.leftOut}</dt>
          <dd>{left.slice(0, 2).join(', ')}</dd>
        </>
      )}
    </dl>
  );
}

/** Where figures go: any of the client's channels, or a new one. */
function RouteLine({
  file,
  route,
  state,
}: {
  readonly file: ImportFile;
  readonly route: ImportFile['routes'][number];
  readonly state: ImportState;
}) {
  const t = useT();
  const client = useClient();
  const channels = useCall('channels.list', { client: client.id }).data ?? [];
  const fresh = route.channel === null ? route.name : networkName(t, route.network);
  const items = [
    ...channels.map((channel) => ({ value: String(channel.id), label: channel.name })),
    ...(channels.some((channel) => channel.name === fresh)
      ? []
      : [{ value: 'new', label: t.imports.file.newChannelOption(fresh) }]),
  ];
  return (
    <>
      <dt>{t.imports.file.channel}</dt>
      <dd>
        <Select
          label={t.imports.file.channel}
          value={route.channel === null ? 'new' : String(route.channel)}
          onChange={(value) =>
            void state.route(
              file.id,
              route.network,
              route.account,
              value === 'new' ? null : Number(value),
              fresh,
            )
          }
          items={items}
        />
      </dd>
    </>
  );
}

function Refusals({ file }: { readonly file: ImportFile }) {
  const t = useT();
  return (
    <ul className={css['reasons']}>
      {file.errors.slice(0, 3).map((error) => (
        <li key={`${error.code} ${error.where}`}>
          {problemText(t, error)}
          {error.where !== file.name && (
            <span className={css['where']}> {whereText(t, error.where, file.name)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Warnings({ file }: { readonly file: ImportFile }) {
  const t = useT();
  const format = useFormat();
  const { sameAs, otherClient } = file;
  if (!sameAs && !otherClient) return null;
  return (
    <p className={css['warning']}>
      <Icon name="warning" />
      <span>
        {otherClient
          ? t.imports.file.other(otherClient.account, otherClient.name)
          : sameAs &&
            (sameAs.live
              ? t.imports.file.same(sameAs.batch, format.date(momentDate(sameAs.at), 'medium'))
              : t.imports.file.sameTakenBack(sameAs.batch))}
      </span>
    </p>
  );
}

function CardFoot({ file, state }: { readonly file: ImportFile; readonly state: ImportState }) {
  const t = useT();
  const [mapping, setMapping] = useState(false);
  return (
    <footer className={css['foot']}>
      <FateOf file={file} />
      <span className={css['links']}>
        {file.status !== 'refused' && (
          <Button kind="link" onClick={() => void state.include(file.id, !file.included)}>
            {file.included ? t.imports.file.exclude : t.imports.file.include}
          </Button>
        )}
        {file.tables.length > 0 && (
          <Button kind="link" onClick={() => setMapping(true)}>
            {t.imports.file.mapping}
          </Button>
        )}
      </span>
      <MappingDialog file={file} open={mapping} onClose={() => setMapping(false)} />
    </footer>
  );
}

function FateOf({ file }: { readonly file: ImportFile }) {
  const t = useT();
  if (file.status === 'refused' || file.otherClient) {
    return (
      <span className={css['refused']}>
        <Icon name="close" /> {t.imports.file.refused}
      </span>
    );
  }
  if (!file.included) return <span className={css['left']}>{t.imports.file.left}</span>;
  if (file.status === 'needs-answers') {
    return (
      <span className={css['question']}>
        <Icon name="note" /> {t.imports.file.questions(file.questions.length)}
      </span>
    );
  }
  return (
    <span className={css['ready']}>
      <Icon name="check" /> {file.status === 'mapped' ? t.imports.file.guessed : t.imports.file.ready}
    </span>
  );
}
