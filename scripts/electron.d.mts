/** Path of Electron's binary, or null. Never downloads. */
export function electronBinary(): string | null;
/** Fetches the binary when asked to, or when a person at the terminal says yes. */
export function fetchElectron(asked: boolean): Promise<string | null>;
