/** The loopback host as a child process: what it said first, its exit code, and how to end it. */
export function startHost(
  script: string,
  env?: NodeJS.ProcessEnv,
  files?: string[],
): {
  readonly said: Promise<{ readonly line: string | null; readonly url: string | null }>;
  readonly ended: Promise<number>;
  readonly stop: () => void;
};
