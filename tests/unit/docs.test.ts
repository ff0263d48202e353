/**
 * The documents stay true where a program can tell: what they link, name and show is there, what the guide calls a button
 * is called so in the app, and nothing in them is of one machine.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../electron/backend/commands/usage.ts';
import { en } from '../../renderer/i18n/en/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const files = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const pages = files.map((file) => [file, read(file)] as const);

/** Text outside of code: links and pictures are only read there. */
const prose = (text: string): string =>
  text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsIn = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

interface Link {
  readonly target: string;
  readonly anchor: string;
}

const linksIn = (file: string, text: string): Link[] =>
  [...prose(text).matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^[a-z]+:/.test(address))
    .map((address) => {
      const [to = '', anchor = ''] = address.split('#');
      return {
        target: to === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(to)),
        anchor,
      };
    });

describe.each(pages)('%s', (file, text) => {
  it('links and shows only what is there', () => {
    const links = linksIn(file, text);
    const there = ({ target }: Link): boolean => existsSync(path.join(root, target));
    expect(links.filter((link) => !there(link)).map(({ target }) => target)).toEqual([]);
    const inside = links.filter(({ target, anchor }) => anchor !== '' && target.endsWith('.md'));
    expect(
      inside
        .filter((link) => there(link) && !anchorsIn(link.target).includes(link.anchor))
        .map(({ target, anchor }) => `${target}#${anchor}`),
    ).toEqual([]);
  });

  it('names only folders and files that are there', () => {
    const named = [
      ...text.matchAll(/`((?:shared|electron|renderer|tests|docs|scripts|resources)\/[^`\s]+)`/g),
    ]
      .map(([, name = '']) => name)
      // `<platform>` and `NNNN` stand for something of the reader's own.
      .filter((name) => !/[<{]|NNNN/.test(name));
    expect(
      named.filter((name) =>
        name.includes('*') ? globSync(name, { cwd: root }).length === 0 : !existsSync(path.join(root, name)),
      ),
    ).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm (?:run (?:-s )?|(?=start\b|test\b))([a-z][\w:-]*)/g)];
    expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('is of no one machine', () => {
    expect(text).not.toMatch(
      /\/(?:home|Users|tmp|work)\/|[A-Z]:\\|shared\/(?:design|seeds|samples)|registry\./,
    );
  });
});

describe('pictures', () => {
  const pictures = globSync('docs/screens/*', { cwd: root }).map((file) => path.basename(file));

  it('are all shown in a document', () => {
    const shown = new Set(pages.flatMap(([file, text]) => linksIn(file, text).map(({ target }) => target)));
    expect(pictures.filter((name) => !shown.has(`docs/screens/${name}`))).toEqual([]);
  });

  it('are all made by the script', () => {
    const made = new Set(
      ['tests/support/screens.ts', 'tests/screens/more.ts'].flatMap((file) =>
        [...read(file).matchAll(/'([^'\n]+)'/g)].map(
          ([, name = '']) => `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`,
        ),
      ),
    );
    expect(pictures.filter((name) => !made.has(name))).toEqual([]);
  });
});

describe('the guide', () => {
  /** Every word of the app, and what its functions make of a few arguments. */
  const words = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return said(value as (...args: unknown[]) => unknown);
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
  };
  const said = (make: (...args: unknown[]) => unknown): string[] =>
    [
      ['…', '…', '…'],
      [2, 2, 2],
    ].flatMap((args) => {
      try {
        const text = make(...args);
        return typeof text === 'string' ? [text] : [];
      } catch {
        return [];
      }
    });
  const known = new Set(words(en));

  it.each(pages.filter(([file]) => file.startsWith('docs/guide/')))(
    '%s calls buttons and screens what the app calls them',
    (_file, text) => {
      const called = [...text.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, name = '']) => name);
      expect(called.filter((name) => !known.has(name) && !known.has(`${name}…`))).toEqual([]);
    },
  );
});

describe('decisions', () => {
  const decisions = files.filter((file) => /decisions\/\d/.test(file)).map((file) => path.basename(file));

  it('have a number each, and a line in the index', () => {
    const numbers = decisions.map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
    const listed = linksIn('docs/decisions/README.md', read('docs/decisions/README.md'));
    expect(
      decisions.filter((name) => !listed.some(({ target }) => target === `docs/decisions/${name}`)),
    ).toEqual([]);
  });
});

it('the guide tells every command of the command line, and no other', () => {
  const told = [...read('docs/guide/command-line.md').matchAll(/^\| `([a-z-]+)` /gm)].map(([, name]) => name);
  expect(new Set(told)).toEqual(new Set(Object.keys(commands)));
});
