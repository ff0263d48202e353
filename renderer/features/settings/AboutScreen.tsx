/** What this is, which version, and what it is made of. */
import { useAppState } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, LinkButton, Panel, useToast } from '../../ui/index.ts';
import css from './AboutScreen.module.css';
import { Licences } from './Licences.tsx';
import { Room } from './Room.tsx';
import { roomHref } from './rooms.ts';

/** The same in every language. */
const NAME = 'Pulsebook';

export function AboutScreen() {
  const t = useT();
  const toast = useToast();
  const words = t.about;
  const { version } = useAppState();
  const copy = (): void => {
    void navigator.clipboard.writeText(`${NAME} ${version}`).then(() => toast({ text: words.copied }));
  };
  return (
    <Room room="about">
      <Panel>
        <div className={css['app']}>
          <svg className={css['mark']} viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" />
            <path d="M6 17h5l3-8 4 14 3-8h5" />
          </svg>
          <div className={css['words']}>
            <h2 className={css['name']}>{NAME}</h2>
            <p className={css['version']}>
              {words.version(version)}
              <Button kind="link" onClick={copy}>
                {words.copyVersion}
              </Button>
            </p>
            <p>{words.what}</p>
            <p>{words.stays}</p>
            <div className={css['links']}>
              <LinkButton to={roomHref('privacy')}>{words.privacy}</LinkButton>
              <LinkButton to="/help">{words.help}</LinkButton>
            </div>
          </div>
        </div>
      </Panel>
      <Licences />
    </Room>
  );
}
