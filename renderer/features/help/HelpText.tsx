/** One help page: its blocks, with the app's own marks as live examples. */
import type { ReactNode } from 'react';
import { useLanguage, useT } from '../../i18n/index.tsx';
import {
  Button,
  cx,
  gapClass,
  Icon,
  LinkButton,
  NotApplicable,
  SignalMark,
  StatusWord,
} from '../../ui/index.ts';
import { roomIcons } from '../settings/roomIcons.ts';
import { roomHref } from '../settings/rooms.ts';
import css from './help.module.css';
import type { HelpPageName } from './pages.ts';
import type { Block } from './text/block.ts';
import { text as en } from './text/en.ts';
import { text as es } from './text/es.ts';

const texts = { en, es } as const;

export function HelpText({
  page,
  onShortcuts,
}: {
  readonly page: HelpPageName;
  readonly onShortcuts: () => void;
}) {
  const language = useLanguage();
  return (
    <div className={css['text']}>
      {texts[language][page].map((block, i) => (
        <Shown key={i} block={block} onShortcuts={onShortcuts} />
      ))}
    </div>
  );
}

function Shown({ block, onShortcuts }: { readonly block: Block; readonly onShortcuts: () => void }) {
  const t = useT();
  if ('p' in block) return <p>{block.p}</p>;
  if ('h' in block) return <h2>{block.h}</h2>;
  if ('steps' in block)
    return (
      <ol className={css['steps']}>
        {block.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    );
  if ('list' in block)
    return (
      <ul className={css['list']}>
        {block.list.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  if ('terms' in block)
    return (
      <dl className={css['terms']}>
        {block.terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    );
  if ('room' in block)
    return (
      <p>
        <LinkButton to={roomHref(block.room)} icon={roomIcons[block.room]}>
          {t.settings.rooms[block.room]}
        </LinkButton>
      </p>
    );
  if ('open' in block)
    return (
      <p>
        <Button icon="keyboard" onClick={onShortcuts}>
          {t.help.keys}
        </Button>
      </p>
    );
  return <Example of={block.show} />;
}

function Example({ of }: { readonly of: 'closed' | 'running' | 'gaps' | 'changes' }) {
  const t = useT();
  const { marks } = t.help;
  return (
    <figure className={css['example']}>
      <figcaption>{marks[of]}</figcaption>
      {of === 'closed' || of === 'running' ? (
        <ul className={css['marks']}>
          {(of === 'closed'
            ? (['met', 'atRisk', 'off', 'unconfirmed', 'noData', 'notApplicable'] as const)
            : (['onPace', 'behind', 'wellBehind'] as const)
          ).map((status) => (
            <li key={status}>
              <StatusWord status={status} />
            </li>
          ))}
        </ul>
      ) : of === 'gaps' ? (
        <ul className={css['cells']}>
          <Cell label={marks.missing} hatched />
          <Cell label={marks.zero}>{marks.none}</Cell>
          <Cell label={marks.notApplicable}>
            <NotApplicable />
          </Cell>
        </ul>
      ) : (
        <ul className={css['changes']}>
          <li>
            <SignalMark /> {marks.signal}
          </li>
          <li>
            <span className={css['warning']}>
              <Icon name="warning" />
            </span>
            {marks.of}: {marks.coverage}
          </li>
          <li>
            <span className={css['grey']}>{t.status.change.noBase}</span> {marks.noBase}
          </li>
        </ul>
      )}
    </figure>
  );
}

function Cell({
  label,
  hatched,
  children,
}: {
  readonly label: string;
  readonly hatched?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <li>
      <span className={cx(css['cell'], hatched && gapClass)}>{children}</span>
      <span className={css['grey']}>{label}</span>
    </li>
  );
}
