/**
 * Who may talk to the host: a browser window that was opened with a one-time code.
 *
 * The code travels in the fragment of the address (never sent to a server, never in a log), lives 30 seconds and
 * works once; it is exchanged by POST for a bearer token, which the window keeps in its sessionStorage. The host
 * keeps only hashes; comparing hashes takes the same time wherever they differ.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ticks } from '../../backend/ticks.ts';

export const CODE_LIFETIME_MS = 30_000;

export interface Sessions {
  /** A code for one new window. */
  newCode(): string;
  /** The token for a code, or null when the code is unknown, used or too old. */
  exchange(code: string): string | null;
  /** Whether an `Authorization` header carries a token of ours. */
  knows(authorization: string | undefined): boolean;
}

export function createSessions(now: () => number = ticks): Sessions {
  const codes = new Map<string, { readonly hash: Buffer; readonly until: number }>();
  const tokens: Buffer[] = [];
  return {
    newCode: () => {
      for (const [id, code] of codes) if (code.until < now()) codes.delete(id);
      const code = secret();
      codes.set(randomBytes(8).toString('hex'), { hash: hashOf(code), until: now() + CODE_LIFETIME_MS });
      return code;
    },
    exchange: (code) => {
      const hash = hashOf(code);
      const found = [...codes].find(([, candidate]) => timingSafeEqual(candidate.hash, hash));
      if (found === undefined) return null;
      codes.delete(found[0]);
      if (found[1].until < now()) return null;
      const token = secret();
      tokens.push(hashOf(token));
      return token;
    },
    knows: (authorization) => {
      const token = /^Bearer ([0-9a-f]{64})$/.exec(authorization ?? '')?.[1];
      if (token === undefined) return false;
      const hash = hashOf(token);
      return tokens.some((candidate) => timingSafeEqual(candidate, hash));
    },
  };
}

const secret = (): string => randomBytes(32).toString('hex');
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
