/** Whether a source is newer than what was built of it. */
export function isStale(): boolean;
/** Builds when needed. Ends the process when the build fails. */
export function buildIfStale(): void;
