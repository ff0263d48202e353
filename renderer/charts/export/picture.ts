/**
 * A chart as a picture that explains itself wherever it is pasted: title, what is shown, legend, the chart, and whose
 * figures of when they are. True vector, on paper: always the light colours, with the client's own accent.
 *
 * Invariant: nothing in it points outside of it; no script, no image, no style sheet.
 */
import type { LegendItem, Swatch } from '../Legend.tsx';
import type { Size } from '../model.ts';
import { accentProperties } from '../../ui/accent.ts';
import { readTheme } from '../readTheme.ts';
import type { ChartTheme } from '../theme.ts';
import type { Build } from '../useChart.ts';

export interface Picture {
  readonly build: Build;
  readonly title: string;
  /** Grey words after the title: steps, channel, unit. */
  readonly detail?: string;
  readonly legend?: readonly LegendItem[];
  /** Whose figures, of when. */
  readonly caption: string;
  /** The client's brand colour; absent: the accent of the tokens. */
  readonly color?: string;
}

/** The chart's own place in a picture. */
const chartSize: Size = { width: 920, height: 380 };
const PAD = 24;
const WIDTH = chartSize.width + 2 * PAD;

/** A picture as an SVG document. */
export async function pictureSvg(picture: Picture): Promise<{ readonly svg: string; readonly size: Size }> {
  const { svgOf } = await import('../echartsSvg.ts');
  const theme = paperTheme(picture.color);
  const spec = picture.build(theme, chartSize);
  const drawn = svgOf({ ...spec.option, tooltip: { show: false } }, chartSize);
  const head = headOf(picture, theme);
  const height = head.height + chartSize.height + 40;
  const foot = height - 18;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${escaped(theme.font)}" role="img">`,
    `<title>${escaped(picture.title)}</title><desc>${escaped(`${picture.detail ?? ''} ${picture.caption}`.trim())}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${theme.surface}"/>`,
    head.svg,
    nested(drawn, PAD, head.height),
    `<path d="M${PAD} ${foot - 18}H${WIDTH - PAD}" stroke="${theme.line1}"/>`,
    text(PAD, foot, picture.caption, theme.ink3, 11),
    '</svg>',
  ];
  return { svg: parts.join(''), size: { width: WIDTH, height } };
}

/** A picture as PNG, `scale` pixels for each of its own. */
export async function picturePng(picture: Picture, scale = 2): Promise<Blob> {
  const { svg, size } = await pictureSvg(picture);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(size.width, size.height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = size.width * scale;
    canvas.height = size.height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The light tokens as they hold inside this window, whatever its own theme is; hatches as vectors. */
function paperTheme(color: string | undefined): ChartTheme {
  const paper = document.createElement('div');
  paper.dataset['theme'] = 'light';
  if (color !== undefined) {
    paper.dataset['accent'] = '';
    for (const [name, value] of Object.entries(accentProperties(color, 'light')))
      paper.style.setProperty(name, value);
  }
  paper.hidden = true;
  document.body.append(paper);
  const theme = readTheme(paper);
  const hatch = getComputedStyle(paper).getPropertyValue('--gap-hatch').trim();
  paper.remove();
  return {
    ...theme,
    // The drawing writes fonts into attributes as they are: a double quote would end one.
    font: theme.font.replaceAll('"', "'"),
    hatch: {
      svgElement: {
        tag: 'path',
        key: 'hatch',
        attrs: { d: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5', stroke: hatch, 'stroke-width': 1, fill: 'none' },
        children: [],
      },
      svgWidth: 6,
      svgHeight: 6,
      repeat: 'repeat',
    },
  };
}

/** Title, grey words beside it, and the legend under them, broken into as many lines as it needs. */
function headOf(picture: Picture, theme: ChartTheme): { readonly svg: string; readonly height: number } {
  const titled = text(PAD, 36, picture.title, theme.ink1, 15, 600);
  const after = PAD + widthOf(picture.title, 15, 600, theme) + 10;
  const detail = picture.detail ?? '';
  const beside = after + widthOf(detail, 12, 400, theme) < WIDTH - PAD;
  const detailed = detail === '' ? '' : text(beside ? after : PAD, beside ? 36 : 54, detail, theme.ink3, 12);
  let y = beside || detail === '' ? 36 : 54;
  let x = PAD;
  const items = (picture.legend ?? []).map((item, i) => {
    const key = keyWidth(item.swatch) + 6;
    const width = key + widthOf(item.text, 11, 400, theme);
    if (i === 0 || x + width > WIDTH - PAD) {
      y += 22;
      x = PAD;
    }
    const drawn = swatch(item.swatch, x, y - 4, theme) + text(x + key, y, item.text, theme.ink2, 11);
    x += width + 18;
    return drawn;
  });
  return { svg: titled + detailed + items.join(''), height: y + 10 };
}

/** Width of a text here; a little more, for fonts of the machine that opens it. */
function widthOf(words: string, size: number, weight: number, theme: ChartTheme): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return words.length * size * 0.6;
  pen.font = `${weight} ${size}px ${theme.font}`;
  return pen.measureText(words).width * 1.04;
}

const keyWidth = (kind: Swatch): number =>
  kind === 'now' || kind === 'then' || kind === 'pale' || kind === 'gap' || kind === 'ring' || kind === 'open'
    ? 10
    : 18;

function swatch(kind: Swatch, x: number, y: number, theme: ChartTheme): string {
  const block = (fill: string): string =>
    `<rect x="${x}" y="${y - 5}" width="10" height="10" fill="${fill}"/>`;
  const line = (color: string, dash = ''): string =>
    `<path d="M${x} ${y}h18" stroke="${color}" stroke-width="1.5" fill="none"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
  const dot = (color: string): string => `<circle cx="${x + 9}" cy="${y}" r="2" fill="${color}"/>`;
  switch (kind) {
    case 'now':
      return block(theme.now);
    case 'then':
      return block(theme.then);
    case 'pale':
      return block(theme.nowPale);
    case 'gap':
      return `${block(theme.natural)}<path d="M${x} ${y + 5}l10 -10M${x} ${y}l5 -5M${x + 5} ${y + 5}l5 -5" stroke="${theme.line3}"/>`;
    case 'line':
      return line(theme.ink1) + dot(theme.ink1);
    case 'nowLine':
      return line(theme.now) + dot(theme.now);
    case 'ink':
      return line(theme.ink1);
    case 'goal':
      return line(theme.goal, '4 3');
    case 'forecast':
      return line(theme.now, '1.5 3');
    case 'band':
      return `<rect x="${x}" y="${y - 5}" width="18" height="10" fill="${theme.natural}"/><path d="M${x} ${y - 5}h18M${x} ${y + 5}h18" stroke="${theme.limit}" stroke-dasharray="4 2.5"/>`;
    case 'open':
      return `<circle cx="${x + 5}" cy="${y}" r="3.5" fill="${theme.surface}" stroke="${theme.now}" stroke-width="1.5"/>`;
    case 'ring':
      return `<circle cx="${x + 5}" cy="${y}" r="4.75" fill="${theme.surface}" stroke="${theme.ink1}" stroke-width="1.5"/><circle cx="${x + 5}" cy="${y}" r="2" fill="${theme.now}"/>`;
  }
}

function text(x: number, y: number, words: string, color: string, size: number, weight = 400): string {
  return `<text x="${Math.round(x)}" y="${y}" fill="${color}" font-size="${size}" font-weight="${weight}">${escaped(words)}</text>`;
}

/** A drawn chart at a place in the picture. */
function nested(svg: string, x: number, y: number): string {
  return (
    svg
      .slice(Math.max(0, svg.indexOf('<svg')))
      .replace('<svg', `<svg x="${x}" y="${y}"`)
      // What a pointer would do to it: a picture has none.
      .replace(/<style[\s\S]*?<\/style>/, '')
      .replaceAll(/ class="zr[^"]*"/g, '')
  );
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
