/** Where made files go: one through the save dialog, several into one folder. */
import path from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { FileToSave, SaveAllResult, SaveResult } from '../../../shared/contract/transport.ts';
import { safeFileName, SaveError, saveFile } from '../../backend/saveFile.ts';
import { TransferError } from '../../backend/transfers.ts';
import type { Transfers } from '../../backend/transfers.ts';
import type { Labels } from './labels.ts';
import { besides, distinct, here } from './targetNames.ts';

export interface SaveParts {
  readonly window: () => BrowserWindow | null;
  readonly transfers: Transfers;
  readonly dataDir: string;
  readonly labels: () => Labels;
  readonly onError: (error: unknown) => void;
}

/** Each file is written whole or not at all. The folder chosen last is where the next dialog opens. */
export interface Saves {
  /** Asks where to, and under which name. */
  one(handle: string, suggestedName: string): Promise<SaveResult>;
  /** Asks for a folder, and, where names are there already, whether they are replaced. */
  all(files: readonly FileToSave[]): Promise<SaveAllResult>;
}

/** Names listed in the question; the rest is counted. */
const LISTED = 8;
/** The buttons of the question, in their order. */
const KEEP_BOTH = 0;
const CANCEL = 2;

export function createSaves({ window, transfers, dataDir, labels, onError }: SaveParts): Saves {
  let folder: string | null = null;
  const start = (): string => folder ?? app.getPath('documents');

  async function write(handle: string, target: string): Promise<SaveResult> {
    try {
      // Only now: the handle may have run out while the person was choosing.
      const file = await transfers.resolveHandle(handle);
      await saveFile(file.path, target, dataDir);
    } catch (error) {
      if (error instanceof SaveError || error instanceof TransferError)
        return { outcome: 'failed', code: error.code };
      throw error;
    }
    return { outcome: 'saved', name: path.basename(target) };
  }

  async function chooseFolder(count: number): Promise<string | null> {
    const words = labels();
    const options = {
      title: words.saveAll(count),
      // On macOS a folder's dialog has no title.
      message: words.saveAll(count),
      buttonLabel: words.save,
      defaultPath: start(),
      properties: ['openDirectory' as const, 'createDirectory' as const],
    };
    const parent = window();
    const { canceled, filePaths } =
      parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
    return canceled ? null : (filePaths[0] ?? null);
  }

  /** What is to become of names that are there already; null: nothing is to be saved. */
  async function askAbout(names: readonly string[]): Promise<'replace' | 'keepBoth' | null> {
    const words = labels();
    const more = names.length - LISTED;
    const options = {
      type: 'question' as const,
      message: words.there(names.length),
      detail: [...names.slice(0, LISTED), ...(more > 0 ? [`… + ${more}`] : [])].join('\n'),
      buttons: [words.keepBoth, words.replace, words.cancel],
      defaultId: KEEP_BOTH,
      cancelId: CANCEL,
      noLink: true,
    };
    const parent = window();
    const { response } =
      parent === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(parent, options);
    return response === KEEP_BOTH ? 'keepBoth' : response === CANCEL ? null : 'replace';
  }

  return {
    one: async (handle, suggestedName) => {
      const name = safeFileName(suggestedName);
      const extension = path.extname(name).slice(1).toLowerCase();
      const kind = labels().kinds[extension];
      const options = {
        title: labels().save,
        defaultPath: path.join(start(), name),
        filters: kind === undefined ? [] : [{ name: kind, extensions: [extension] }],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      };
      const parent = window();
      const chosen =
        parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
      if (chosen.canceled || chosen.filePath === '') return { outcome: 'cancelled' };
      const result = await write(handle, chosen.filePath);
      if (result.outcome === 'saved') folder = path.dirname(chosen.filePath);
      return result;
    },

    all: async (files) => {
      const chosen = await chooseFolder(files.length);
      if (chosen === null) return { outcome: 'cancelled', files: [] };
      const wanted = distinct(files.map(({ name }) => safeFileName(name)));
      const there = await here(chosen, wanted);
      const how = there.length === 0 ? 'replace' : await askAbout(there);
      if (how === null) return { outcome: 'cancelled', files: [] };
      const names = how === 'replace' ? wanted : await besides(chosen, wanted, there);
      const results: SaveResult[] = [];
      for (const [at, { handle }] of files.entries()) {
        const target = path.join(chosen, names[at] ?? '');
        // One after the other: a disk that is full refuses each by itself, and what fitted stays.
        // oxlint-disable-next-line no-await-in-loop
        const result = await write(handle, target).catch((error: unknown): SaveResult => {
          onError(error);
          return { outcome: 'failed', code: 'internal' };
        });
        results.push(result);
      }
      folder = chosen;
      return { outcome: 'saved', name: path.basename(chosen), files: results };
    },
  };
}
