/** All exports that are due, by the place where one signs in; of one client where the address names it. */
import { useSearch } from 'wouter';
import { useCall } from '../../api/index.ts';
import { handOver, Page, pickFiles } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, LinkButton } from '../../ui/index.ts';
import css from './due.module.css';
import { DueLists } from './DueLists.tsx';

export function DueScreen() {
  const t = useT();
  const search = new URLSearchParams(useSearch());
  const wished = Number(search.get('client'));
  const at = search.get('at');
  const client = useCall('clients.list', {}).data?.find((one) => one.id === wished);
  const of = client?.id ?? null;
  return (
    <Page
      title={t.due.title}
      back="/"
      detail={client && t.due.filtered(client.name)}
      controls={client && <LinkButton to="/due">{t.due.showAll}</LinkButton>}
      actions={
        <Button icon="import" onClick={() => pickFiles((files) => handOver(of, files))}>
          {t.app.bar.importFiles}
        </Button>
      }
    >
      <div className={css['screen']}>
        <DueLists key={`${of} ${at}`} client={of} {...(at !== null && { at })} />
      </div>
    </Page>
  );
}
