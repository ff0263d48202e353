// npm run icons: draws the icons of the app and of its documents from resources/icons/*.svg, in every size and wrapping
// the three systems ask for. What it writes is kept under version control, so that packaging needs no browser; draw
// anew after a change of an .svg.
//
// Two drawings of each: 48 px and more, and the small one, whose lines lie on whole pixels at 16 and 32.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { headlessArgs, headlessChromium } from './browsers.mjs';

/** @typedef {{ size: number, png: Buffer, pixels: Buffer }} Picture `pixels`: RGBA, not premultiplied, top row first. */

const folder = join(import.meta.dirname, '../resources/icons');
const SMALL = 32;
/** What hicolor and the windows of Linux take. */
const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** Apple's four-letter names for PNG of a size; the same picture twice is a size and half of it on a dense screen. */
const icnsTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);
/** Apple's grid leaves an app's tile this part of the square; documents fill theirs. */
const MAC_TILE = 824 / 1024;

/** Several pictures in one .ico: bitmaps, which every reader knows, and PNG for the one of 256. @param {Picture[]} pictures */
function ico(pictures) {
  const images = pictures.map((picture) => (picture.size >= 256 ? picture.png : bitmap(picture)));
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [at, image] of images.entries()) {
    const size = pictures[at]?.size ?? 0;
    const entry = 6 + 16 * at;
    // 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(image.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += image.length;
  }
  return Buffer.concat([head, ...images]);
}

/** A bitmap as it lies in an .ico: BGRA from the bottom row up, then the mask of one bit a pixel. @param {Picture} picture */
function bitmap({ size, pixels }) {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const maskRow = Math.ceil(size / 32) * 4;
  header.writeUInt32LE(size * size * 4 + maskRow * size, 20);
  const colour = Buffer.alloc(size * size * 4);
  const mask = Buffer.alloc(maskRow * size);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const row = size - 1 - y;
      const to = (row * size + x) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(from, from + 4);
      colour.set([blue, green, red, alpha], to);
      const byte = row * maskRow + (x >> 3);
      if (alpha === 0) mask.writeUInt8(mask.readUInt8(byte) | (0x80 >> (x & 7)), byte);
    }
  return Buffer.concat([header, colour, mask]);
}

/** @param {(size: number) => Buffer} pngOf */
function icns(pngOf) {
  const parts = icnsTypes.map(([type, size]) => {
    const png = pngOf(size);
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

const browser = await chromium.launch({ executablePath: await headlessChromium(), args: headlessArgs });
try {
  const page = await browser.newPage();
  /** @param {string} name @param {number} size @param {number} part of the square that the drawing takes @returns {Promise<Picture>} */
  const draw = async (name, size, part = 1) => {
    const svg = readFileSync(join(folder, `${size <= SMALL ? `${name}-small` : name}.svg`), 'utf8');
    const drawn = await page.evaluate(
      async ([source, edge, share]) => {
        const image = new Image(edge, edge);
        image.src = `data:image/svg+xml,${encodeURIComponent(source.replace('<svg ', `<svg width="${edge}" height="${edge}" `))}`;
        await image.decode();
        const canvas = new OffscreenCanvas(edge, edge);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        const inner = edge * share;
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, (edge - inner) / 2, (edge - inner) / 2, inner, inner);
        const blob = await canvas.convertToBlob({ type: 'image/png' });
        /** @param {ArrayBuffer} bytes */
        const text = (bytes) =>
          Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
        return {
          png: btoa(text(await blob.arrayBuffer())),
          pixels: btoa(text(context.getImageData(0, 0, edge, edge).data.buffer)),
        };
      },
      /** @type {const} */ ([svg, size, part]),
    );
    return {
      size,
      png: Buffer.from(drawn.png, 'base64'),
      pixels: Buffer.from(drawn.pixels, 'base64'),
    };
  };
  /** @param {string} name @param {number[]} sizes @param {number} [part] */
  const drawAll = async (name, sizes, part) => {
    /** @type {Map<number, Picture>} */
    const pictures = new Map();
    for (const size of new Set(sizes)) {
      // One page draws.
      // oxlint-disable-next-line no-await-in-loop
      pictures.set(size, await draw(name, size, part));
    }
    return pictures;
  };
  for (const [name, set, part] of /** @type {const} */ ([
    ['pulsebook', 'app', MAC_TILE],
    ['document', 'document', 1],
  ])) {
    // oxlint-disable-next-line no-await-in-loop
    const pictures = await drawAll(name, [...pngSizes, ...icoSizes]);
    // oxlint-disable-next-line no-await-in-loop
    const mac = await drawAll(
      name,
      icnsTypes.map(([, size]) => size),
      part,
    );
    /** @param {Map<number, Picture>} from @param {number} size */
    const of = (from, size) => {
      const picture = from.get(size);
      if (picture === undefined) throw new Error(`${name} was not drawn at ${size}`);
      return picture;
    };
    mkdirSync(join(folder, set), { recursive: true });
    for (const size of pngSizes)
      writeFileSync(join(folder, set, `${size}x${size}.png`), of(pictures, size).png);
    writeFileSync(join(folder, `${name}.ico`), ico(icoSizes.map((size) => of(pictures, size))));
    writeFileSync(
      join(folder, `${name}.icns`),
      icns((size) => of(mac, size).png),
    );
    process.stdout.write(
      `${name}: ${pngSizes.length} PNG, .ico of ${icoSizes.length}, .icns of ${icnsTypes.length}\n`,
    );
  }
  // The window's icon on Linux, and that of the page.
  writeFileSync(join(folder, 'window.png'), (await draw('pulsebook', 256)).png);
  writeFileSync(
    join(folder, '../../renderer/ui/icon.svg'),
    readFileSync(join(folder, 'pulsebook-small.svg'), 'utf8'),
  );
} finally {
  await browser.close();
}
