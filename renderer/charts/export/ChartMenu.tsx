/** What can be done with a chart: read it as a table, take it along as a picture or as figures. */
import { useContext } from 'react';
import { errorCodes } from '../../../shared/contract/codes.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import { csvOf, tsvOf } from '../../../shared/domain/delimited.ts';
import { ClientContext } from '../../app/state.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuItem } from '../../ui/Menu.tsx';
import { useToast } from '../../ui/Toast.tsx';
import type { ChartView } from '../Chart.tsx';
import css from '../charts.module.css';
import { readTheme } from '../readTheme.ts';
import type { Picture } from './picture.ts';
import { copyImage, copyText, fileName, saveBytes } from './save.ts';
import { sheetOf } from './sheet.ts';

export interface ChartMenuProps {
  readonly picture: Picture;
  /** Absent: the chart has no table of its own to show. */
  readonly view?: ChartView;
  readonly onToggle?: () => void;
  /** More to do with what the chart stands in, below. */
  readonly more?: readonly (readonly MenuItem[])[];
}

/** The menu's groups alone, for a place that has a menu already. */
export function useChartActions({ picture: given, view, onToggle }: ChartMenuProps): MenuItem[][] {
  const client = useContext(ClientContext);
  const picture: Picture = client === null ? given : { color: client.color, ...given };
  const t = useT();
  const { style } = useFormat();
  const toast = useToast();
  const words = t.charts.export;
  const name = (extension: string): string =>
    fileName([picture.caption.split(' · ')[0] ?? '', picture.title, whenOf(picture.caption)], extension);
  const cells = (): ReturnType<typeof sheetOf> =>
    sheetOf(
      // Figures do not depend on size or colours.
      picture.build(readTheme(document.documentElement), { width: 800, height: 240 }).table,
      style,
      { seconds: words.seconds, notApplicable: t.charts.notApplicable },
    );
  const failure = (code: string | undefined): string => {
    const { what, todo } = t.errors.codes[codeOf(code)];
    return `${what} ${todo}`;
  };
  const attempt = (work: () => Promise<string | null>): void => {
    work().then(
      (text) => text !== null && toast({ text }),
      // An upload rejects with its code for a message: that is all that crosses the desktop's bridge.
      (error: unknown) => toast({ text: failure(error instanceof Error ? error.message : undefined) }),
    );
  };
  const save = async (bytes: Uint8Array, as: string): Promise<string | null> => {
    const result = await saveBytes(bytes, as);
    if (result.outcome === 'cancelled') return null;
    if (result.outcome === 'saved') return words.saved(result.name ?? as);
    return failure(result.code);
  };
  const encoder = new TextEncoder();
  const tableItem: MenuItem[] =
    onToggle === undefined
      ? []
      : [
          {
            id: 'view',
            label: view === 'table' ? t.charts.asChart : t.charts.asTable,
            icon: view === 'table' ? 'trend' : 'table',
            onSelect: onToggle,
          },
        ];
  return [
    tableItem,
    [
      {
        id: 'copy-picture',
        label: words.copyPicture,
        icon: 'image',
        onSelect: () =>
          attempt(async () => {
            const made = import('./picture.ts').then(({ picturePng }) => picturePng(picture));
            const done = await copyImage(made).then(
              () => true,
              () => false,
            );
            return done ? words.copiedPicture : words.notCopied;
          }),
      },
      {
        id: 'copy-data',
        label: words.copyData,
        icon: 'copy',
        onSelect: () => {
          const done = copyText(tsvOf(cells(), style.numberFormat));
          toast({ text: done ? words.copiedData : words.notCopied });
        },
      },
    ],
    [
      {
        id: 'png',
        label: words.png,
        icon: 'export',
        onSelect: () =>
          attempt(async () => {
            const { picturePng } = await import('./picture.ts');
            const blob = await picturePng(picture);
            return save(new Uint8Array(await blob.arrayBuffer()), name('png'));
          }),
      },
      {
        id: 'svg',
        label: words.svg,
        icon: 'export',
        onSelect: () =>
          attempt(async () => {
            const { pictureSvg } = await import('./picture.ts');
            return save(encoder.encode((await pictureSvg(picture)).svg), name('svg'));
          }),
      },
      {
        id: 'csv',
        label: words.csv,
        icon: 'export',
        onSelect: () => attempt(() => save(encoder.encode(csvOf(cells(), style.numberFormat)), name('csv'))),
      },
    ],
  ];
}

/** A button with that menu. */
export function ChartMenu(props: ChartMenuProps) {
  const t = useT();
  const groups = useChartActions(props);
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          className={css['viewButton']}
          icon="more"
          label={t.charts.export.menu(props.picture.title)}
        />
      }
      groups={[...groups, ...(props.more ?? [])]}
    />
  );
}

/** What follows the client in a caption. */
function whenOf(caption: string): string {
  return caption.split(' · ')[1] ?? '';
}

function codeOf(text: string | undefined): ErrorCode {
  return errorCodes.find((code) => code === text) ?? 'internal';
}
