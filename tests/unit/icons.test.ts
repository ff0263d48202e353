/** The icons as they are kept: every size the three systems ask for, each as large as it says, all of one drawing. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'resources/icons');
const read = (name: string): Buffer => readFileSync(path.join(folder, name));

/** Width and height as the file itself tells them. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe.each(['app', 'document'])('%s', (set) => {
  it('PNG: from 16 to 512, each of the size it is called', () => {
    const names = readdirSync(path.join(folder, set));
    const sizes = names.map((name) => Number.parseInt(name, 10)).toSorted((a, b) => a - b);
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
    for (const size of sizes) expect(sizeOf(read(`${set}/${size}x${size}.png`))).toEqual([size, size]);
  });

  it('.ico: bitmaps up to 128 and PNG at 256, as Windows and its installers read them', () => {
    const ico = read(`${set === 'app' ? 'pulsebook' : 'document'}.ico`);
    const images = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
      const entry = 6 + 16 * at;
      const from = ico.readUInt32LE(entry + 12);
      return {
        size: ico.readUInt8(entry) || 256,
        image: ico.subarray(from, from + ico.readUInt32LE(entry + 8)),
      };
    });
    expect(images.map(({ size }) => size)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    // A bitmap in an .ico says twice its height: the mask is below it.
    for (const { size, image } of images.slice(0, -1))
      expect([image.readUInt32LE(0), image.readInt32LE(4), image.readInt32LE(8)]).toEqual([
        40,
        size,
        size * 2,
      ]);
    expect(sizeOf(images.at(-1)?.image ?? Buffer.alloc(0))).toEqual([256, 256]);
  });

  it('.icns: from 16 to 1024', () => {
    const icns = read(`${set === 'app' ? 'pulsebook' : 'document'}.icns`);
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found: number[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      found.push(sizeOf(icns.subarray(at + 8))[0]);
    expect([...new Set(found)].toSorted((a, b) => a - b)).toEqual([16, 32, 64, 128, 256, 512, 1024]);
  });
});

it('the page and the window show the same', () => {
  expect(readFileSync(path.join(root, 'renderer/ui/icon.svg'), 'utf8')).toBe(
    read('pulsebook-small.svg').toString('utf8'),
  );
  expect(read('window.png').equals(read('app/256x256.png'))).toBe(true);
});
