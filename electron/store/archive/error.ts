/** A file that cannot be taken in; `code` is what the person is told, `message` says where, for the log. */
export const archiveErrorCodes = [
  'archive-foreign',
  'archive-newer',
  'archive-damaged',
  'archive-too-large',
] as const;
export type ArchiveErrorCode = (typeof archiveErrorCodes)[number];

export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;
  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
