/** A client's mark drawn as a PNG: strokes in white on the client's colour, with smooth edges. */
import { crc32, deflateSync } from 'node:zlib';
import type { Mark } from './inputs.ts';

const SIDE = 256;
const CORNER = 0.2;

/** A square PNG as a data URL. `color` is `#rrggbb`. */
export function markUrl(mark: Mark, color: string): string {
  return `data:image/png;base64,${png(pixels(mark, color)).toString('base64')}`;
}

/** RGBA rows, each led by a zero byte (PNG filter "none"). */
function pixels(mark: Mark, color: string): Buffer {
  const ground = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const bytes = Buffer.alloc(SIDE * (SIDE * 4 + 1));
  let at = 0;
  for (let row = 0; row < SIDE; row += 1) {
    at += 1;
    for (let column = 0; column < SIDE; column += 1) {
      const x = (column + 0.5) / SIDE;
      const y = (row + 0.5) / SIDE;
      const ink = covered(mark.stroke / 2 - distanceToMark(mark, x, y));
      for (const channel of ground) bytes[at++] = Math.round(channel + (255 - channel) * ink);
      bytes[at++] = Math.round(255 * covered(-outsideTile(x, y)));
    }
  }
  return bytes;
}

/** How much of a pixel lies inside, from its centre's distance to the edge (positive: inside). */
function covered(inside: number): number {
  return Math.min(1, Math.max(0, inside * SIDE + 0.5));
}

function distanceToMark(mark: Mark, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { centre, radius } of mark.rings) {
    least = Math.min(least, Math.abs(length(x - centre[0], y - centre[1]) - radius));
  }
  for (const line of mark.lines) {
    for (let i = 1; i < line.length; i += 1) {
      const [from, to] = [line[i - 1], line[i]];
      if (from && to) least = Math.min(least, distanceToSegment(x, y, from, to));
    }
  }
  return least;
}

/** `Math.hypot` guards against overflow that cannot happen here, and costs ten times as much. */
function length(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}

type Point = readonly [number, number];

function distanceToSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return length(x - ax - t * dx, y - ay - t * dy);
}

/** Distance to a square with round corners that fills the picture; negative inside. */
function outsideTile(x: number, y: number): number {
  const dx = Math.abs(x - 0.5) - (0.5 - CORNER);
  const dy = Math.abs(y - 0.5) - (0.5 - CORNER);
  return length(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - CORNER;
}

/** PNG of 8-bit RGBA (W3C PNG, sections 5 and 11.2). */
function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 6], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
