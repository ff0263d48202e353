/** Every way a call can fail. Closed: a code that is not here does not compile, one without words fails a test. */
export const errorCodes = [
  'internal', 'invalid-input', 'unknown-call', 'forbidden', 'cancelled', 'busy', 'stopping',
  'client-not-found', 'client-name-taken', 'channel-not-found', 'channel-name-taken', 'channel-in-use',
  'kpi-not-found', 'kpi-key-taken', 'kpi-in-use', 'formula-invalid', 'catalogue-key-unknown',
  'target-not-found', 'target-invalid', 'annotation-not-found', 'action-not-found',
  'figure-computed', 'figure-cadence', 'figure-value', 'period-invalid', 'week-start-frozen',
  'handle-expired', 'file-too-large', 'session-expired', 'session-open-questions', 'session-nothing',
  'other-client', 'batch-not-found', 'batch-state', 'logo-invalid', 'color-invalid',
  'report-empty', 'report-not-found', 'file-open-elsewhere', 'file-exists', 'disk-full', 'read-only', 'path-invalid',
  'store-newer', 'store-foreign', 'store-damaged', 'store-locked', 'backup-failed',
] as const;
export type ErrorCode = (typeof errorCodes)[number];
