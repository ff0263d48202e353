/** A new client, in one calm column: who it is, how it looks, how figures are written, channels, what counts. */
import { useRef, useState } from 'react';
import { useCall, useCommand } from '../../api/index.ts';
import { clientHref, navigate, Page, takeInHref } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Form, FormNote, FormSection, LinkButton, useToast } from '../../ui/index.ts';
import { ChannelDrafts } from './ChannelDrafts.tsx';
import type { ChannelDraft } from './ChannelDrafts.tsx';
import { ClientFields } from './ClientFields.tsx';
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { SetupPart } from '../../../shared/contract/api/setups.ts';
import { isComplete, newDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { TemplateChoice } from './TemplateChoice.tsx';
import type { Beginning } from './TemplateChoice.tsx';

/** Initials as they are likely to be: the store decides. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const letters =
    words.length > 1
      ? `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}`
      : name.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, 2);
  return letters.toUpperCase();
}

/** What a new client takes over: all but targets, which are its own to set. */
const copiedParts = ['kpis', 'channels', 'layouts'] as const satisfies readonly SetupPart[];

/** How the other client is written down and reported on, until the person says otherwise. */
function takenOver(client: Client): Partial<Draft> {
  const { language, numberFormat, currency, weekStart, fiscalYearStart, reportCadence, reportAfter } = client;
  return { language, numberFormat, currency, weekStart, fiscalYearStart, reportCadence, reportAfter };
}

export function NewClientScreen() {
  const t = useT();
  const language = useLanguage();
  const toast = useToast();
  const clients = useCall('clients.list', { archived: true }).data;
  const catalogue = useCall('catalogue.get', {}).data;
  const [change, setChange] = useState<Partial<ReturnType<typeof newDraft>>>({});
  const [channels, setChannels] = useState<readonly ChannelDraft[]>([]);
  const [beginning, setBeginning] = useState<Beginning>(null);
  const [tried, setTried] = useState(false);
  const create = useCommand('clients.create');
  const form = useRef<HTMLFormElement>(null);
  if (clients === undefined) return <Page title={t.clients.newTitle}>{null}</Page>;

  const copied = beginning !== null && 'copy' in beginning ? beginning.copy : null;
  const template = beginning !== null && 'template' in beginning ? beginning.template : null;
  const source = clients.find((client) => client.id === copied);
  const draft = { ...newDraft(language, clients.length), ...(source && takenOver(source)), ...change };
  const usual = catalogue?.templates.find((one) => one.key === template)?.channels ?? [];
  const taken = create.error?.code === 'client-name-taken' && create.variables?.name === draft.name.trim();
  const submit = (): void => {
    setTried(true);
    if (!isComplete(draft)) {
      const wrong = form.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]');
      (wrong ?? form.current?.querySelector('input'))?.focus();
      return;
    }
    create.mutate(
      {
        ...draft,
        name: draft.name.trim(),
        trade: draft.trade.trim(),
        kpis: [...(catalogue?.templates.find((one) => one.key === template)?.kpis ?? [])],
        channels: channels.map(({ network, name }) => ({ network, name })),
        ...(copied !== null && { copy: { from: copied, parts: [...copiedParts] } }),
      },
      {
        onSuccess: (client) => {
          toast({ text: t.clients.created(client.name) });
          navigate(clientHref(client.id, beginning === null ? 'kpis/catalogue' : 'imports'), {
            replace: true,
          });
        },
      },
    );
  };

  return (
    <Page
      title={t.clients.newTitle}
      back="/"
      actions={
        <LinkButton to={takeInHref} icon="import">
          {t.archives.takeIn}
        </LinkButton>
      }
      foot={
        <>
          <FormNote />
          <LinkButton to="/" kind="ghost" size="large">
            {t.common.cancel}
          </LinkButton>
          <Button kind="primary" size="large" busy={create.isPending} onClick={submit}>
            {t.clients.create}
          </Button>
        </>
      }
    >
      <Form
        ref={form}
        onSubmit={submit}
        error={create.error && !taken && <ErrorPanel error={create.error} inline />}
      >
        <ClientFields
          draft={draft}
          onChange={(next) => setChange({ ...change, ...next })}
          initials={initialsOf(draft.name)}
          nameError={
            taken
              ? t.errors.codes['client-name-taken'].what
              : tried && draft.name.trim() === ''
                ? t.clients.nameNeeded
                : undefined
          }
        />
        <FormSection title={t.clients.sections.kpis} text={t.clients.templatesText}>
          {catalogue && (
            <TemplateChoice
              catalogue={catalogue}
              clients={clients.filter((client) => client.archivedAt === null)}
              value={beginning}
              onChange={setBeginning}
            />
          )}
        </FormSection>
        <FormSection title={t.clients.sections.channels} text={t.clients.channelsText}>
          <ChannelDrafts channels={channels} usual={usual} onChange={setChannels} />
        </FormSection>
      </Form>
    </Page>
  );
}
