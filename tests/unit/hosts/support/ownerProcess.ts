/** Takes the folder it is given (as the loopback host, or as what the second argument says), says how it went, stays. */
import { takeOwnership } from '../../../../electron/store/owner.ts';

const [, , dataDir = '', host] = process.argv;
const taken = await takeOwnership(
  dataDir,
  host === 'command-line'
    ? { host, onKnock: null }
    : { host: 'loopback', onKnock: () => ({ url: 'http://127.0.0.1:1/#code=fresh' }) },
);
process.stdout.write(`${JSON.stringify(taken.ok ? { ok: true } : taken)}\n`);
if (taken.ok) setInterval(() => undefined, 1000);
