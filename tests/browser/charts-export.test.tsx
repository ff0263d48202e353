/** A chart that leaves the window: the picture explains itself and points nowhere, the figures are numbers. */
import { expect, test } from 'vitest';
import { csvOf, tsvOf } from '../../shared/domain/delimited.ts';
import { picturePng, pictureSvg } from '../../renderer/charts/export/picture.ts';
import { sheetOf } from '../../renderer/charts/export/sheet.ts';
import { fileName } from '../../renderer/charts/export/save.ts';
import { readTheme } from '../../renderer/charts/readTheme.ts';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';
import { bars, combo, line, words } from './chartsBook.tsx';

const picture = {
  build: combo,
  title: 'Pedidos e <interacción>',
  detail: 'por mes, todos los canales',
  legend: [
    { swatch: 'now' as const, text: 'Pedidos, nov 2026' },
    { swatch: 'forecast' as const, text: 'Previsión' },
  ],
  caption: 'Almazara & Olivo · noviembre de 2026 frente a octubre de 2026',
};

const textsOf = (svg: string): string[] =>
  [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')].map(
    (node) => node.textContent ?? '',
  );

test('a saved picture is a vector that says what it shows, of whom and when, in which unit', async () => {
  const { svg } = await pictureSvg(picture);
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(page.querySelector('parsererror')).toBeNull();
  const texts = textsOf(svg);
  for (const text of [
    'Pedidos e <interacción>',
    'por mes, todos los canales',
    'Pedidos, nov 2026',
    'Almazara & Olivo · noviembre de 2026 frente a octubre de 2026',
    'meta 1.500',
    '1.560',
    'sin dato',
  ])
    expect(texts, text).toContain(text);
  // The rate's own axis names its unit at every tick.
  expect(texts.some((text) => /^\d+\u202f%$/.test(text))).toBe(true);
  expect(page.documentElement.getAttribute('font-family')).not.toBe('');
});

test('nothing in it points outside: no image, script, link or style sheet, no variable left unresolved', async () => {
  const { svg } = await pictureSvg(picture);
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(page.querySelectorAll('image, script, style, foreignObject, a, link, use').length).toBe(0);
  expect(svg).not.toMatch(/var\(|data:|javascript:|@import/);
  expect(
    svg.replaceAll('http://www.w3.org/2000/svg', '').replaceAll('http://www.w3.org/1999/xlink', ''),
  ).not.toMatch(/https?:/);
  // References stay inside: the hatch of a gap.
  const references = [...svg.matchAll(/url\(([^)]*)\)/g)].map((found) => found[1] ?? '');
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references)
    expect(page.querySelector(reference.replaceAll('"', ''))).not.toBeNull();
});

test('fonts with quotes in their names do not break it', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root, [data-theme] { --font-ui: "Segoe UI", "Noto Sans", sans-serif; }');
  document.adoptedStyleSheets.push(sheet);
  const { svg } = await pictureSvg(picture);
  document.adoptedStyleSheets.pop();
  const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(page.querySelector('parsererror')).toBeNull();
  expect(page.documentElement.getAttribute('font-family')).toBe("'Segoe UI', 'Noto Sans', sans-serif");
});

test('it leaves in the light colours also from a dark window', async () => {
  document.documentElement.dataset['theme'] = 'dark';
  const dark = await pictureSvg(picture);
  document.documentElement.dataset['theme'] = 'light';
  const light = await pictureSvg(picture);
  const ground = (svg: string): string | undefined => /<rect [^>]*fill="([^"]+)"/.exec(svg)?.[1];
  expect(ground(dark.svg)).toBe('#ffffff');
  expect(ground(dark.svg)).toBe(ground(light.svg));
});

test('the present period is in the client’s own accent', async () => {
  const { svg } = await pictureSvg({ ...picture, color: '#66741a' });
  expect(svg).toContain('#66741a');
  expect(svg).not.toContain('#4750bd');
});

test('as PNG it has twice the pixels, and the accent where the present period is', async () => {
  const [{ size }, png] = await Promise.all([pictureSvg(picture), picturePng(picture)]);
  const image = await createImageBitmap(png);
  expect([image.width, image.height]).toEqual([size.width * 2, size.height * 2]);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen?.drawImage(image, 0, 0);
  const pixels = pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
  let accent = 0;
  for (let i = 0; i < pixels.length; i += 4)
    if (pixels[i] === 0x47 && pixels[i + 1] === 0x50 && pixels[i + 2] === 0xbd) accent += 1;
  expect(accent).toBeGreaterThan(5000);
});

test('figures leave as numbers in the unit of their head; a gap is empty, n/a is said, a formula is text', () => {
  const { table } = combo(readTheme(document.documentElement), { width: 600, height: 240 });
  const cells = sheetOf(table, words.style, { seconds: 'segundos', notApplicable: 'n/a' });
  const csv = csvOf(cells, words.style.numberFormat);
  const bytes = new TextEncoder().encode(csv);
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect(csv.slice(1).split('\r\n')).toEqual([
    `Periodo;"'=Pedidos; ""redes""";Interacción (%);Meta`,
    'jul 2026;;;1500',
    'ago 2026;1200,5;4,8;1500',
    'sept 2026;n/a;n/a;1500',
    'oct 2026;;;1500',
    'nov 2026;1560;-7,25;1500',
    'dic 2026;;;1500',
    '',
  ]);
  expect(tsvOf(cells, '1,234.5').split('\n')[2]).toBe('ago 2026\t1200.5\t4.8\t1500');
});

test('a gap is a break in the line and a hatch, at the ends too; n/a is neither; 0 is never drawn for it', () => {
  const spec = line(readTheme(document.documentElement), { width: 600, height: 240 });
  const series = spec.option['series'] as readonly Record<string, unknown>[];
  const drawn = series.find((one) => one['type'] === 'line');
  expect(drawn?.['connectNulls']).toBe(false);
  const points = drawn?.['data'] as { value: number | null }[] | undefined;
  expect(points?.map((point) => point.value)).toEqual(bars.values);
  expect(spec.table.rows.map((row) => row[1])).toEqual(['', '1.201', 'n/a', '', '1.560', '']);
});

test('a name of anything becomes a file name of every system', () => {
  expect(fileName(['A/B: "C"', 'Reach | 5*', ''], 'png')).toBe('A B C - Reach 5.png');
});
