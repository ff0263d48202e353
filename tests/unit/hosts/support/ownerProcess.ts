/** Takes the folder it is given as the loopback host, says how that went, and stays. */
import { takeOwnership } from '../../../../electron/store/owner.ts';

const taken = await takeOwnership(process.argv[2] ?? '', {
  host: 'loopback',
  onKnock: () => ({ url: 'http://127.0.0.1:1/#code=fresh' }),
});
process.stdout.write(`${JSON.stringify(taken.ok ? { ok: true } : taken)}\n`);
if (taken.ok) setInterval(() => undefined, 1000);
