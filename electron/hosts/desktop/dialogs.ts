/** The save dialog, and the messages shown when there is no window to show them in. */
import path from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { SaveResult } from '../../../shared/contract/transport.ts';
import { safeFileName, SaveError, saveFile } from '../../backend/saveFile.ts';
import { TransferError } from '../../backend/transfers.ts';
import type { Transfers } from '../../backend/transfers.ts';
import type { Labels } from './labels.ts';

export type SaveAs = (handle: string, suggestedName: string) => Promise<SaveResult>;

/** Asks where to, then writes whole or not at all. The folder chosen last is where the next dialog opens. */
export function createSaveAs(
  window: () => BrowserWindow | null,
  transfers: Transfers,
  labels: () => Labels,
): SaveAs {
  let folder: string | null = null;
  return async (handle, suggestedName) => {
    const name = safeFileName(suggestedName);
    const extension = path.extname(name).slice(1).toLowerCase();
    const kind = labels().kinds[extension];
    const options = {
      title: labels().save,
      defaultPath: path.join(folder ?? app.getPath('documents'), name),
      filters: kind === undefined ? [] : [{ name: kind, extensions: [extension] }],
      properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
    };
    const parent = window();
    const chosen =
      parent === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(parent, options);
    if (chosen.canceled || chosen.filePath === '') return { outcome: 'cancelled' };
    try {
      // Only now: the handle may have run out while the person was choosing.
      const file = await transfers.resolveHandle(handle);
      await saveFile(file.path, chosen.filePath);
    } catch (error) {
      if (error instanceof SaveError || error instanceof TransferError)
        return { outcome: 'failed', code: error.code };
      throw error;
    }
    folder = path.dirname(chosen.filePath);
    return { outcome: 'saved', name: path.basename(chosen.filePath) };
  };
}
