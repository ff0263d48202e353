/** The clients of a batch, a line each: how far its files are, what failed and why, what to look at still. */
import { Link } from 'wouter';
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { ReportFormat } from '../../../shared/contract/api/reports.ts';
import type { Attention } from '../../../shared/domain/attention.ts';
import { clientHref } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ClientBadge, cx, Icon } from '../../ui/index.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { AttentionList } from './AttentionList.tsx';
import { stateOf } from './batch.ts';
import type { Batch, BatchItem, Failed, ItemState, Made } from './batch.ts';
import css from './deliveries.module.css';
import { formatIcons } from './formats.ts';

export interface BatchRow {
  readonly item: BatchItem;
  /** `null`: not known yet, or no longer there. */
  readonly client: Client | null;
  readonly made: readonly Made[];
  readonly failed: readonly Failed[];
  readonly attention: readonly Attention[];
}

export interface BatchTableProps {
  readonly batch: Batch;
  readonly rows: readonly BatchRow[];
  readonly place: { readonly period: string; readonly base: string };
  readonly onSave: (file: Made) => void;
  readonly onMessage: (client: number) => void;
}

const marks: Readonly<Record<ItemState['kind'], IconName>> = {
  waiting: 'clock',
  making: 'refresh',
  made: 'check',
  some: 'warning',
  failed: 'close',
  cancelled: 'minus',
};

export function BatchTable({ batch, rows, place, onSave, onMessage }: BatchTableProps) {
  const t = useT();
  const words = t.deliveries.columns;
  const over = batch.run === null;
  return (
    <div className={css['sheet']}>
      <table className={cx(css['table'], css['batch'])} aria-label={words.label}>
        <colgroup>
          <col className={css['colClient']} />
          <col className={css['colState']} />
          <col className={css['colFiles']} />
          <col />
          <col className={css['colMessage']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.client}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.files}</th>
            <th scope="col">{words.attention}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.item.client.id}
              row={row}
              batch={batch}
              place={place}
              onSave={onSave}
              onMessage={onMessage}
              over={over}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  batch,
  place,
  onSave,
  onMessage,
  over,
}: Omit<BatchTableProps, 'rows'> & { readonly row: BatchRow; readonly over: boolean }) {
  const t = useT();
  const { item, client, made, failed, attention } = row;
  const { language } = item;
  const state = stateOf(batch, item);
  return (
    <tr>
      <th scope="row">
        <div className={css['client']}>
          {client !== null && <ClientBadge client={client} size={26} />}
          <span>
            <Link href={clientHref(item.client.id, 'reports', { ...place, lang: language })}>
              {item.client.name}
            </Link>
            <span className={css['sub']}>{t.app.palette.language[language]}</span>
          </span>
        </div>
      </th>
      <td>
        <span className={css['state']} data-state={state.kind}>
          <Icon name={marks[state.kind]} />
          {state.kind === 'some'
            ? t.deliveries.run.states.some(state.made, item.formats.length)
            : t.deliveries.run.states[state.kind]}
        </span>
      </td>
      <td>
        <ul className={css['files']}>
          {comingOf(row, over).map((format) => (
            <li key={format} className={css['grey']}>
              <Icon name={formatIcons[format]} />
              {t.reports.formats[format].name}
            </li>
          ))}
          {made.map((file) => {
            const name = t.reports.formats[file.deliverable.format].name;
            const kept = batch.saved.has(file.handle);
            return (
              <li key={file.handle}>
                {kept ? (
                  <span className={css['kept']}>
                    <Icon name="check" title={t.deliveries.after.isSaved} />
                  </span>
                ) : (
                  <Icon name={formatIcons[file.deliverable.format]} />
                )}
                <Button
                  kind="link"
                  aria-label={t.deliveries.saveOne(name, item.client.name)}
                  onClick={() => onSave(file)}
                >
                  {name}
                </Button>
              </li>
            );
          })}
          {failed.map((one) => {
            const words = t.errors.codes[one.code];
            return (
              <li key={one.format} className={css['bad']}>
                <Icon name="warning" title={t.deliveries.run.states.failed} />
                <span>
                  <b>{t.reports.formats[one.format].name}:</b> {words.what} {words.todo}
                </span>
              </li>
            );
          })}
        </ul>
      </td>
      <td>
        <AttentionList
          attention={attention}
          place={{ client: item.client.id, ...place, language }}
          clientName={item.client.name}
        />
      </td>
      <td className={css['right']}>
        {over && made.length > 0 && (
          <Button
            kind="ghost"
            icon="note"
            aria-label={t.deliveries.message.openOf(item.client.name)}
            onClick={() => onMessage(item.client.id)}
          >
            {t.deliveries.message.open}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Formats that are on their way. */
function comingOf({ item, made }: BatchRow, over: boolean): readonly ReportFormat[] {
  return over
    ? []
    : item.formats.filter((format) => !made.some(({ deliverable }) => deliverable.format === format));
}
