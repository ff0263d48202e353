/** The app's own icons: 16 px, stroke 1.5, round ends, one colour. Names say what is drawn or meant. */
import css from './Icon.module.css';

const paths = {
  grid: 'M2.75 2.75h4v4h-4zM9.25 2.75h4v4h-4zM2.75 9.25h4v4h-4zM9.25 9.25h4v4h-4z',
  bars: 'M2.75 9.5v3.75M6.25 6.5v6.75M9.75 8v5.25M13.25 2.75v10.5',
  scorecard: 'M2.5 3.75h11M2.5 8h11M2.5 12.25h7.5M11.5 10.5l2 1.75-2 1.75',
  trend: 'M1.75 11.25l4-4 2.75 2.75 5.5-5.5M10.5 4.25H14v3.5',
  table: 'M2.5 3h11v10h-11zM2.5 6.25h11M2.5 9.6h11M6.25 6.25V13',
  import: 'M8 2.25v7.5M5 7l3 3 3-3M2.5 10.75v2.5h11v-2.5',
  export: 'M8 9.75v-7.5M5 5l3-3 3 3M2.5 10.75v2.5h11v-2.5',
  book: 'M3 2.75h10v10.5H3zM5.75 6h4.5M5.75 8.75h4.5M5.25 2.75v0',
  file: 'M3.5 1.75h6l3 3v9.5h-9zM9.25 1.9V5h3.1M5.75 8h4.5M5.75 11h4.5',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.25 1.75V4.5M10.75 1.75V4.5',
  target: 'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  flag: 'M3.5 14V2.5h9l-2 3.25 2 3.25h-9',
  note: 'M2.75 2.75h10.5v7l-3.5 3.5h-7zM9.75 13.1V9.75h3.4',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.45 3.45',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M3.75 3.75l8.5 8.5M12.25 3.75l-8.5 8.5',
  check: 'M3 8.5l3.25 3.25L13 4.75',
  warning: 'M8 2.5l6 10.75H2zM8 6.5v3M8 11.4v.1',
  info: 'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM8 7.5v3.25M8 5.1v.1',
  question:
    'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM6.4 6.4c.2-1 .8-1.4 1.6-1.4 1 0 1.7.6 1.7 1.5 0 1.2-1.7 1.3-1.7 2.6M8 11.1v.1',
  lock: 'M3.5 7.25h9v6.25h-9zM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2',
  sliders: 'M2 4.75h6M11.5 4.75H14M2 11.25h2.5M8 11.25h6M9.75 3v3.5M6.25 9.5V13',
  undo: 'M5.5 3.25L2.75 6l2.75 2.75M3 6h6.25a3.5 3.5 0 0 1 0 7H6.5',
  redo: 'M10.5 3.25L13.25 6 10.5 8.75M13 6H6.75a3.5 3.5 0 0 0 0 7H9.5',
  filter: 'M2.5 4.25h11M4.5 8h7M6.5 11.75h3',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  copy: 'M5.5 5.5h8v8h-8zM3.25 10.5H2.5v-8h8v.75',
  more: 'M3.25 8v.01M8 8v.01M12.75 8v.01',
  clock: 'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM8 4.75V8l2.25 1.5',
  eye: 'M1.75 8C3.25 5.25 5.5 4 8 4s4.75 1.25 6.25 4C12.75 10.75 10.5 12 8 12s-4.75-1.25-6.25-4zM8 6.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5z',
  pencil: 'M3 13l.6-2.7 7.3-7.3 2.1 2.1-7.3 7.3zM9.5 4.4l2.1 2.1',
  trash: 'M2.75 4.25h10.5M6 4V2.5h4V4M4.25 4.5l.6 9h6.3l.6-9',
  archive: 'M2.25 3h11.5v3H2.25zM3.25 6v7.25h9.5V6M6.5 8.75h3',
  drag: 'M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01',
  image: 'M2.5 3h11v10h-11zM2.75 11.25l3-3 2.5 2.5 2-2 3 3M10.5 5.9v.01',
  monitor: 'M2.25 3h11.5v7.75H2.25zM5.5 13.25h5M8 10.9v2.2',
  sun: 'M8 5.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5zM8 1.75v1M8 13.25v1M1.75 8h1M13.25 8h1M3.6 3.6l.7.7M11.7 11.7l.7.7M12.4 3.6l-.7.7M4.3 11.7l-.7.7',
  moon: 'M13 9.75A5.5 5.5 0 0 1 6.25 3 5.5 5.5 0 1 0 13 9.75z',
  globe:
    'M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM2.5 8h11M8 2.5c-2.9 3.2-2.9 7.8 0 11M8 2.5c2.9 3.2 2.9 7.8 0 11',
  star: 'M8 2.5l1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5l3.8-.5z',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13.25 2.5v3h-3',
  link: 'M6.75 9.25a2.6 2.6 0 0 0 3.7 0l2.1-2.1a2.6 2.6 0 0 0-3.7-3.7l-.6.6M9.25 6.75a2.6 2.6 0 0 0-3.7 0l-2.1 2.1a2.6 2.6 0 0 0 3.7 3.7l.6-.6',
  arrowRight: 'M2.75 8h10.5M9.5 4.25L13.25 8 9.5 11.75',
  arrowUp: 'M8 13.25V2.75M4.25 6.5L8 2.75l3.75 3.75',
  arrowDown: 'M8 2.75v10.5M4.25 9.5L8 13.25l3.75-3.75',
  chevronDown: 'M4.25 6.25L8 10l3.75-3.75',
  chevronUp: 'M4.25 9.75L8 6l3.75 3.75',
  chevronLeft: 'M9.75 4.25L6 8l3.75 3.75',
  chevronRight: 'M6.25 4.25L10 8l-3.75 3.75',
  formula:
    'M7.75 2.75c-1.5-.5-2.6.2-2.8 1.9l-1 7c-.2 1.2-.8 1.8-1.7 1.6M3.25 6.25h4M8.5 8.5l4.5 5M13 8.5l-4.5 5',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

export function Icon({ name, title }: { readonly name: IconName; readonly title?: string }) {
  return (
    <svg
      className={css['icon']}
      viewBox="0 0 16 16"
      role={title === undefined ? undefined : 'img'}
      aria-label={title}
      aria-hidden={title === undefined ? true : undefined}
    >
      <path d={paths[name]} />
    </svg>
  );
}
