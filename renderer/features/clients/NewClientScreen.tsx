/** A new client, in one calm column: who it is, how it looks, how figures are written, channels, what counts. */
import { useRef, useState } from 'react';
import { useCall, useCommand } from '../../api/index.ts';
import { clientHref, navigate, Page } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Form, FormNote, FormSection, LinkButton, useToast } from '../../ui/index.ts';
import { ChannelDrafts } from './ChannelDrafts.tsx';
import type { ChannelDraft } from './ChannelDrafts.tsx';
import { ClientFields } from './ClientFields.tsx';
import { isComplete, newDraft } from './draft.ts';
import { TemplateChoice } from './TemplateChoice.tsx';

/** Initials as they are likely to be: the store decides. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const letters =
    words.length > 1
      ? `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}`
      : name.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, 2);
  return letters.toUpperCase();
}

export function NewClientScreen() {
  const t = useT();
  const language = useLanguage();
  const toast = useToast();
  const clients = useCall('clients.list', { archived: true }).data;
  const catalogue = useCall('catalogue.get', {}).data;
  const [change, setChange] = useState<Partial<ReturnType<typeof newDraft>>>({});
  const [channels, setChannels] = useState<readonly ChannelDraft[]>([]);
  const [template, setTemplate] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const create = useCommand('clients.create');
  const form = useRef<HTMLFormElement>(null);
  if (clients === undefined) return <Page title={t.clients.newTitle}>{null}</Page>;

  const draft = { ...newDraft(language, clients.length), ...change };
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
      },
      {
        onSuccess: (client) => {
          toast({ text: t.clients.created(client.name) });
          navigate(clientHref(client.id, template === null ? 'kpis/catalogue' : 'imports'), {
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
        <FormSection title={t.clients.sections.channels} text={t.clients.channelsText}>
          <ChannelDrafts channels={channels} onChange={setChannels} />
        </FormSection>
        <FormSection title={t.clients.sections.kpis} text={t.clients.templatesText}>
          {catalogue && (
            <TemplateChoice
              templates={catalogue.templates}
              kpis={catalogue.kpis}
              value={template}
              onChange={setTemplate}
            />
          )}
        </FormSection>
      </Form>
    </Page>
  );
}
