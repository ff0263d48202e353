/**
 * What is kept where on this machine, what leaves it and in what, and how to move or remove it. Places and sizes are asked
 * for; every sentence beside them is a fact of the code (docs/decisions).
 */
import { Link } from 'wouter';
import { useCall } from '../../api/index.ts';
import { clientHref } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { ClientBadge, FormSection, LinkButton, Sheet } from '../../ui/index.ts';
import { Room } from '../settings/index.ts';
import css from './privacy.module.css';
import { Stored } from './Stored.tsx';

export function PrivacyScreen() {
  const t = useT();
  const words = t.privacy;
  const { never, leaves, log, move, all } = words;
  const storage = useCall('app.storage', {});
  return (
    <Room room="privacy">
      <Sheet>
        <Stored />
        <FormSection title={never.title}>
          <ul className={css['list']}>
            <li>{never.list.account}</li>
            <li>{never.list.telemetry}</li>
            <li>{never.list.network}</li>
            <li>{never.list.encryption}</li>
          </ul>
        </FormSection>
        <FormSection title={leaves.title} text={leaves.text}>
          <dl className={css['leaves']}>
            <dt>{leaves.workbook}</dt>
            <dd>
              <ul className={css['list']}>
                <li>{leaves.workbookList.figures}</li>
                <li>{leaves.workbookList.calc}</li>
                <li>{leaves.workbookList.manifest}</li>
                <li>{leaves.workbookList.keys}</li>
              </ul>
            </dd>
            <dt>{leaves.pdf}</dt>
            <dd>{leaves.pdfText}</dd>
            <dt>{leaves.slides}</dt>
            <dd>{leaves.slidesText}</dd>
            <dt>{leaves.all}</dt>
            <dd>{leaves.properties}</dd>
            <dt>{leaves.archive}</dt>
            <dd>{leaves.archiveText}</dd>
            <dt>{leaves.backup}</dt>
            <dd>{leaves.backupText}</dd>
          </dl>
        </FormSection>
        <FormSection title={log.title}>
          <p>{log.text}</p>
          <p className={css['strong']}>{log.not}</p>
          <p>{log.kept}</p>
        </FormSection>
        <FormSection title={move.title}>
          <ol className={css['steps']}>
            <li>{move.steps.save}</li>
            <li>{move.steps.bring}</li>
            <li>{move.steps.restore}</li>
          </ol>
          <p>{move.folder}</p>
          <p>{move.one}</p>
          <div>
            <LinkButton to="/settings/backups">{move.go}</LinkButton>
          </div>
        </FormSection>
        <OneClient />
        <FormSection title={all.title}>
          <p>{all.text}</p>
          {storage.data !== undefined && <p className={css['folder']}>{storage.data.folder}</p>}
          <ul className={css['list']}>
            <li>{all.systems.win}</li>
            <li>{all.systems.mac}</li>
            <li>{all.systems.linux}</li>
          </ul>
          <p>{all.other}</p>
        </FormSection>
      </Sheet>
    </Room>
  );
}

function OneClient() {
  const t = useT();
  const words = t.privacy.client;
  const { data: clients } = useCall('clients.list', { archived: true });
  return (
    <FormSection title={words.title}>
      <p>{words.text}</p>
      {clients?.length === 0 && <p>{words.none}</p>}
      {clients !== undefined && clients.length > 0 && (
        <ul className={css['clients']}>
          {clients.map((client) => (
            <li key={client.id}>
              <Link href={clientHref(client.id, 'setup')} className={css['client']}>
                <ClientBadge client={client} />
                {words.open(client.name)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}
