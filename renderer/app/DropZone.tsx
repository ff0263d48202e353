/**
 * Files dropped anywhere lead to the import screen. Inside a client they are that client's; elsewhere the accounts in
 * them say whose they are.
 */
import { useEffect, useState } from 'react';
import { useCall } from '../api/index.ts';
import { useT } from '../i18n/index.tsx';
import { Icon } from '../ui/Icon.tsx';
import css from './DropZone.module.css';
import { handOver } from './drop.ts';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

export function DropZone({ client }: { readonly client: number | null }) {
  const t = useT();
  const clients = useCall('clients.list', {}).data ?? [];
  const [over, setOver] = useState(false);
  const name = clients.find((c) => c.id === client)?.name;

  useEffect(() => {
    // Drag events bubble from every element passed over: only leaving the window ends it.
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      handOver(client, files);
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, [client]);

  if (!over) return null;
  return (
    <div className={css['over']}>
      <div className={css['card']}>
        <Icon name="import" />
        <div>
          <p className={css['title']}>{t.app.drop.title}</p>
          <p className={css['text']}>{name === undefined ? t.app.drop.anyClient : t.app.drop.text(name)}</p>
        </div>
      </div>
    </div>
  );
}
