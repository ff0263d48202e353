/** A client's record: the same fields as when it was made, its channels, and the archive. */
import { useState } from 'react';
import type { Client } from '../../../shared/contract/api/clients.ts';
import { callOnce, useCommand } from '../../api/index.ts';
import { clientHref, navigate, Page, useClient, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Form, FormNote, FormSection, useToast } from '../../ui/index.ts';
import { ClientFields } from './ClientFields.tsx';
import { ClientChannels } from './ClientChannels.tsx';
import { CopySetup } from './CopySetup.tsx';
import { DeleteClient } from './DeleteClient.tsx';
import { draftOf, isComplete, sameDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { GroupNames } from './GroupNames.tsx';
import { HandOver } from './HandOver.tsx';

export function SetupScreen() {
  const client = useClient();
  return <Setup key={client.id} client={client} />;
}

function Setup({ client }: { readonly client: Client }) {
  const t = useT();
  const toast = useToast();
  const [change, setChange] = useState<Partial<Draft>>({});
  const update = useCommand('clients.update');
  const archive = useCommand('clients.archive');
  const place = usePlace();
  // The client's menu leads here with the wish in the address.
  const [handing, setHanding] = useState(place.param('do') === 'handOver');
  const asked = place.param('do') === 'handOver';
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    if (asked) setHanding(true);
  }
  const archived = client.archivedAt !== null;
  const stored = draftOf(client);
  const draft = { ...stored, ...change };
  const dirty = !sameDraft(draft, stored);
  const taken = update.error?.code === 'client-name-taken';

  const save = (): void => {
    if (!isComplete(draft)) return;
    // Only what was changed: a frozen week start must not be sent back unasked.
    update.mutate(
      { client: client.id, ...change },
      {
        onSuccess: () => {
          setChange({});
          toast({ text: t.clients.saved });
        },
      },
    );
  };
  const bringBack = (): void => {
    archive.mutate(
      { client: client.id, archived: false },
      { onSuccess: () => toast({ text: t.clients.broughtBack(client.name) }) },
    );
  };
  const putAway = (): void => {
    archive.mutate(
      { client: client.id, archived: true },
      {
        onSuccess: () => {
          navigate('/');
          toast({
            text: t.clients.archived(client.name),
            undo: () => void callOnce('clients.archive', { client: client.id, archived: false }),
          });
        },
      },
    );
  };

  return (
    <Page
      title={t.clients.setupTitle}
      detail={client.name}
      back={clientHref(client.id, 'dashboard')}
      {...(dirty && {
        foot: (
          <>
            <FormNote>{t.clients.unsaved}</FormNote>
            <Button kind="ghost" size="large" onClick={() => setChange({})}>
              {t.common.cancel}
            </Button>
            <Button
              kind="primary"
              size="large"
              disabled={!isComplete(draft)}
              busy={update.isPending}
              onClick={save}
            >
              {t.clients.save}
            </Button>
          </>
        ),
      })}
    >
      <Form
        onSubmit={save}
        error={
          (update.error ?? archive.error) &&
          !taken && <ErrorPanel error={update.error ?? archive.error} inline />
        }
      >
        <ClientFields
          draft={draft}
          onChange={(next) => setChange({ ...change, ...next })}
          initials={client.initials}
          weekFrozen={client.weekStartFrozen}
          nameError={
            taken
              ? t.errors.codes['client-name-taken'].what
              : draft.name.trim() === ''
                ? t.clients.nameNeeded
                : undefined
          }
        />
        <FormSection title={t.clients.sections.channels} text={t.clients.channelsText}>
          <ClientChannels client={client.id} />
        </FormSection>
        <FormSection title={t.clients.groups.title} text={t.clients.groups.text}>
          <GroupNames client={client.id} />
        </FormSection>
        <FormSection title={t.clients.copy.section} text={t.clients.copy.text}>
          <CopySetup client={client} />
        </FormSection>
        <FormSection title={t.clients.handOver} text={t.clients.handOverText}>
          <div>
            <Button icon="export" onClick={() => setHanding(true)}>
              {t.archives.handOver}
            </Button>
          </div>
        </FormSection>
        <FormSection
          title={archived ? t.clients.inArchive : t.clients.archive}
          text={archived ? t.clients.inArchiveText : t.clients.archiveText}
        >
          <div>
            <Button icon="archive" onClick={archived ? bringBack : putAway} busy={archive.isPending}>
              {archived ? t.clients.bringBack : t.clients.archive}
            </Button>
          </div>
        </FormSection>
        <FormSection title={t.deletion.title} text={t.deletion.text}>
          <div>
            <DeleteClient client={client} />
          </div>
        </FormSection>
      </Form>
      {handing && (
        <HandOver
          client={client}
          onClose={() => {
            setHanding(false);
            if (place.param('do') !== null) place.set({ do: undefined }, { replace: true });
          }}
        />
      )}
    </Page>
  );
}
