/**
 * Files dropped anywhere lead to the import screen. Inside a client they are that client's; elsewhere the accounts in
 * them say whose they are.
 */
import { useEffect, useState } from 'react';
import { useCall } from '../api/index.ts';
import { useT } from '../i18n/index.tsx';
import { DropSheet } from '../ui/DropSheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { handOver } from './drop.ts';

/** Dropped files; a folder comes as a file that cannot be read, and is told apart here. */
function droppedFiles(event: DragEvent): { readonly files: readonly File[]; readonly folders: number } {
  const files: File[] = [];
  let folders = 0;
  for (const item of event.dataTransfer?.items ?? []) {
    if (item.kind !== 'file') continue;
    const file = item.getAsFile();
    if (item.webkitGetAsEntry()?.isDirectory === true) folders += 1;
    else if (file !== null) files.push(file);
  }
  // Not every source fills the list of items.
  if (files.length === 0 && folders === 0) files.push(...(event.dataTransfer?.files ?? []));
  return { files, folders };
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Over a place that takes files of one kind (`data-drop="image/"`), with nothing but such files. */
function ownPlace({ target, dataTransfer }: DragEvent): boolean {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null;
  const kind = place?.dataset['drop'];
  const items = [...(dataTransfer?.items ?? [])];
  return kind !== undefined && items.length > 0 && items.every((item) => item.type.startsWith(kind));
}

export function DropZone({ client }: { readonly client: number | null }) {
  const t = useT();
  const clients = useCall('clients.list', {}).data ?? [];
  const toast = useToast();
  const [over, setOver] = useState(false);
  const name = clients.find((c) => c.id === client)?.name;

  useEffect(() => {
    // Drag events bubble from every element passed over: only leaving the window ends it.
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      // A place that takes files of its own says so.
      setOver(!ownPlace(event));
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (ownPlace(event)) return;
      const { files, folders } = droppedFiles(event);
      if (folders > 0) toast({ text: t.app.drop.folder });
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
  }, [client, toast, t]);

  if (!over) return null;
  return (
    <DropSheet
      title={t.app.drop.title}
      text={name === undefined ? t.app.drop.anyClient : t.app.drop.text(name)}
    />
  );
}
