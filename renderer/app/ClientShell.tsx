/** Everything below belongs to one client: its record, its accent on the whole window, its number format. */
import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { asCallError } from '../api/errors.ts';
import { useCall } from '../api/index.ts';
import { ClientFormat } from '../i18n/format.tsx';
import { useT } from '../i18n/index.tsx';
import { accentProperties } from '../ui/accent.ts';
import { LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { Page } from './Page.tsx';
import { ClientContext, useTheme } from './state.ts';

export function ClientShell({ id, children }: { readonly id: number; readonly children: ReactNode }) {
  const t = useT();
  const valid = Number.isSafeInteger(id) && id > 0;
  const client = useCall('clients.get', valid ? { client: id } : null);
  const theme = useTheme();
  const color = client.data?.color;
  useLayoutEffect(() => {
    // On the root, so that what floats (popovers, menus) has the client's accent too.
    const { style } = document.documentElement;
    const properties = color === undefined ? {} : accentProperties(color, theme);
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(properties)) style.removeProperty(name);
    };
  }, [color, theme]);
  if (client.error || !valid) {
    return (
      <Page title={t.app.nav.clients}>
        {valid && asCallError(client.error).code !== 'client-not-found' ? (
          <ErrorPanel error={client.error} onRetry={() => void client.refetch()} />
        ) : (
          <EmptyState
            title={t.errors.codes['client-not-found'].what}
            centred
            action={<LinkButton to="/">{t.app.notFound.action}</LinkButton>}
          >
            {t.errors.codes['client-not-found'].todo}
          </EmptyState>
        )}
      </Page>
    );
  }
  if (client.data === undefined) return null;
  return (
    <ClientContext value={client.data}>
      <ClientFormat client={client.data}>{children}</ClientFormat>
    </ClientContext>
  );
}
