/** What the app puts around its screens, for components under test; today is 10 November 2026. */
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { Router } from 'wouter';
import { makeQueryClient } from '../../renderer/api/queryClient.ts';
import { behindHash } from '../../renderer/app/location.ts';
import { AppStateContext, ClientContext } from '../../renderer/app/state.ts';
import { ClientFormat } from '../../renderer/i18n/format.tsx';
import { LanguageProvider } from '../../renderer/i18n/index.tsx';
import { ToastProvider } from '../../renderer/ui/Toast.tsx';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';
import type { Client } from '../../shared/contract/api/clients.ts';
import { appStateIn } from './appState.ts';

export interface FrameProps {
  readonly language?: 'en' | 'es';
  /** Clients of the book. */
  readonly clients?: number;
  /** Given where a test tells it of changes. */
  readonly queries?: QueryClient;
  /** px: what the screen has of the window. */
  readonly size: Required<Pick<CSSProperties, 'height'>> & Pick<CSSProperties, 'width'>;
  readonly children: ReactNode;
}

export function Frame({ language = 'en', clients = 1, queries, size, children }: FrameProps) {
  const [own] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries ?? own}>
      <LanguageProvider language={language}>
        <ToastProvider>
          <AppStateContext value={appStateIn(language, clients)}>
            <Router {...behindHash}>
              <div style={size}>{children}</div>
            </Router>
          </AppStateContext>
        </ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

/** Below it the app is at a client. */
export function AtClient({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return (
    <ClientContext value={client}>
      <ClientFormat client={client}>{children}</ClientFormat>
    </ClientContext>
  );
}
