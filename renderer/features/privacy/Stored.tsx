/** The data folder, part by part: what it is, its name, how much of it. */
import { useEffect } from 'react';
import { getDesktop, useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { sizeText } from '../../i18n/size.ts';
import { Button, ErrorPanel, FormSection, useToast } from '../../ui/index.ts';
import css from './privacy.module.css';

/** Shown also when there is nothing of them: a person looks for these. */
const always = new Set(['book', 'backups', 'transfer', 'logs']);

export function Stored() {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const words = t.privacy.stored;
  const storage = useCall('app.storage', {});
  const { refetch } = storage;
  // Files come and go without anybody being told: what an earlier visit saw may be old.
  useEffect(() => void refetch(), [refetch]);
  const data = storage.data;
  const parts = data?.parts.filter(({ kind, files }) => files > 0 || always.has(kind)) ?? [];
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const copy = (): void => {
    if (data === undefined) return;
    void navigator.clipboard.writeText(data.folder).then(() => toast({ text: words.copied }));
  };
  return (
    <FormSection title={words.title} text={words.text}>
      {storage.error && <ErrorPanel error={storage.error} onRetry={() => void refetch()} inline />}
      {data !== undefined && (
        <>
          <div className={css['folder']}>
            <span className={css['path']}>{data.folder}</span>
            <Button kind="link" onClick={copy}>
              {words.copy}
            </Button>
          </div>
          <table className={css['parts']} aria-label={words.table}>
            <thead>
              <tr>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.where}</th>
                <th scope="col" className={css['right']}>
                  {words.size}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ kind, names, bytes, files }) => (
                <tr key={kind}>
                  <th scope="row">
                    {words.kinds[kind].name}
                    <span className={css['about']}>{words.kinds[kind].text}</span>
                  </th>
                  <td className={css['names']}>
                    {names.length === 0 ? '–' : names.map((name) => <span key={name}>{name}</span>)}
                  </td>
                  <td className={css['right']}>
                    {files === 0 ? (
                      <span className={css['about']}>{words.nothing}</span>
                    ) : (
                      <>
                        {sizeText(bytes, format)}
                        <span className={css['about']}>{words.files(format.number(files), files)}</span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                <td />
                <td className={css['right']}>{sizeText(total, format)}</td>
              </tr>
            </tfoot>
          </table>
        </>
      )}
      <p>{words.outside}</p>
      {getDesktop() === null && <p>{words.browser}</p>}
    </FormSection>
  );
}
