/** What differs from what was decided, in words; empty when all is as it should be. Throws when there is no fuse wire. */
export function fuseFaults(app: string): Promise<string[]>;
/** Whether the archive beside the app is the one whose hash it carries (macOS, Windows). */
export function archiveFaults(app: string): string[];
/** The packaged apps under a folder, as electron-builder leaves them. */
export function packagedApps(dist: string): string[];
