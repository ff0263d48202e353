/** Brand colour with its check in both themes, and the logo with its preview. */
import { useRef, useState } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { accentMoved, deriveAccent } from '../../ui/accent.ts';
import type { Theme } from '../../ui/accent.ts';
import { Button, ClientBadge, ColorInput, contrast, cx, Field, isColor } from '../../ui/index.ts';
import type { ClientFieldsProps } from './ClientFields.tsx';
import css from './LookFields.module.css';

const LIMIT = 2_000_000;
const MOST_SIDE = 4096;
/** Letters to judge a colour by. */
const SAMPLE = 'Aa';
const surfaces: Readonly<Record<Theme, string>> = { light: '#ffffff', dark: '#14181b' };

export function LookFields({
  draft,
  onChange,
  initials,
}: Pick<ClientFieldsProps, 'draft' | 'onChange' | 'initials'>) {
  const t = useT();
  const color = isColor(draft.color) ? draft.color : null;
  const held = color !== null && accentMoved(color, 'light');
  return (
    <>
      <div className={css['pair']}>
        <ColorInput
          label={t.clients.color}
          value={draft.color}
          onChange={(value) => onChange({ color: value })}
          error={color === null ? t.clients.colorWrong : undefined}
          hint={
            color === null
              ? undefined
              : held
                ? t.clients.colorHeld(deriveAccent(color, 'light').accent.toUpperCase())
                : t.clients.colorKept
          }
        />
        {color !== null && (
          <div className={css['swatches']}>
            <Swatch color={color} theme="light" name={t.clients.light} />
            <Swatch color={color} theme="dark" name={t.clients.dark} />
          </div>
        )}
      </div>
      <LogoField draft={draft} onChange={onChange} initials={initials} />
    </>
  );
}

/** The accent as it will be, with the contrast of words in it on the theme's paper. */
function Swatch({
  color,
  theme,
  name,
}: {
  readonly color: string;
  readonly theme: Theme;
  readonly name: string;
}) {
  const t = useT();
  const format = useFormat();
  const accent = deriveAccent(color, theme);
  return (
    <figure className={css['swatch']} style={{ backgroundColor: surfaces[theme], color: accent.text }}>
      <span className={css['chip']} style={{ backgroundColor: accent.accent, color: accent.on }}>
        {SAMPLE}
      </span>
      <figcaption>
        <span>{name}</span> {t.clients.contrast(format.number(contrast(accent.accent, surfaces[theme]), 1))}
      </figcaption>
    </figure>
  );
}

function LogoField({
  draft,
  onChange,
  initials,
}: Pick<ClientFieldsProps, 'draft' | 'onChange' | 'initials'>) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string>();
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (!['image/png', 'image/jpeg'].includes(file.type)) return setError(t.clients.logoNotImage);
    if (file.size > LIMIT) return setError(t.clients.logoTooLarge);
    const logo = await asDataUrl(file);
    const sides = await sidesOf(logo);
    if (sides === null) return setError(t.clients.logoBroken);
    if (Math.max(...sides) > MOST_SIDE) return setError(t.clients.logoTooWide(MOST_SIDE));
    setError(undefined);
    onChange({ logo });
  };
  return (
    <Field label={t.clients.logo} hint={t.clients.logoHint} error={error} optional>
      {({ id, describedBy }) => (
        <div
          className={cx(css['logo'], over && css['over'])}
          data-drop="image/"
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            // What is no picture at all is the window's to take.
            const [file] = event.dataTransfer.files;
            if (file?.type.startsWith('image/') === true) void take(file);
          }}
        >
          <ClientBadge
            client={{ initials, color: isColor(draft.color) ? draft.color : '#4d5a6b', logo: draft.logo }}
            size={40}
          />
          <input
            ref={input}
            id={id}
            type="file"
            accept="image/png,image/jpeg"
            className="visually-hidden"
            tabIndex={-1}
            aria-describedby={describedBy}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button icon="image" onClick={() => input.current?.click()}>
            {draft.logo === null ? t.clients.logoChoose : t.clients.logoReplace}
          </Button>
          {draft.logo !== null && (
            <Button kind="ghost" onClick={() => onChange({ logo: null })}>
              {t.clients.logoRemove}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}

/** Width and height; `null` where there is no picture in it: a name and a type promise nothing. */
function sidesOf(url: string): Promise<readonly [number, number] | null> {
  return new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('load', () => resolve([image.naturalWidth, image.naturalHeight]));
    image.addEventListener('error', () => resolve(null));
    image.src = url;
  });
}

function asDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(file);
  });
}
