/** By what a post is known where a spreadsheet has rounded its id. */
import { describe, expect, it } from 'vitest';
import { idReader } from '../../electron/backend/exchange/recognition/rows/postIds.ts';

const instagram = 'https://www.instagram.com/p/DAbCdEfGh/';

describe('an id that was rounded gives way to the link', () => {
  it.each([
    ['https://x.com/larkbed/status/1780000000000000001', '1780000000000000001'],
    ['https://www.tiktok.com/@larkbed/video/7300000000000000001?lang=es', '7300000000000000001'],
    ['https://www.facebook.com/larkbed/posts/new-beds-1122334455667788/', '1122334455667788'],
    // The page's id comes last, and is every post's.
    [
      'https://www.facebook.com/permalink.php?story_fbid=122105000000000001&id=100064000000000',
      '122105000000000001',
    ],
    ['https://www.linkedin.com/posts/larkbed_oak-activity-7100000000000000001-abcd', '7100000000000000001'],
    [instagram, instagram],
  ])('%s', (link, id) => {
    expect(idReader([], 0)(['1.78E+17'], link)).toBe(id);
    expect(idReader([], 0)([1.784e17], link)).toBe(id);
    expect(idReader([], 0)(['1,78E+17'], link)).toBe(id);
  });

  it('also where only the digits after the fifteenth are gone, in every row', () => {
    const rows = [['178414012345678000'], ['178414012345679000'], ['178414012345670000']];
    expect(idReader(rows, 0)(rows[0] ?? [], instagram)).toBe(instagram);
    const whole = [...rows, ['178414012345678123']];
    expect(idReader(whole, 0)(rows[0] ?? [], instagram)).toBe('178414012345678000');
  });

  it('without a link nobody can know it', () => {
    expect(idReader([], 0)(['1.78E+17'], '')).toBeUndefined();
    expect(idReader([], 0)(['1002'], '')).toBe('1002');
    expect(idReader([], 0)([1002], '')).toBe('1002');
  });
});
