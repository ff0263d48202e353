/** A start that waits for its word, then takes the folder or is shown who has it: a process of its own. */
import { knock, takeOwnership } from '../../electron/store/owner.ts';
import type { Claimed } from './second.ts';

const [, , data = ''] = process.argv;
process.on('disconnect', () => process.exit());
process.on('message', () => void claim());
process.send?.('ready');

async function claim(): Promise<void> {
  const begun = performance.now();
  const taken = await takeOwnership(data, {
    host: 'loopback',
    onKnock: () => ({ url: String(process.pid) }),
  });
  const shown = taken.ok ? null : await knock(data);
  const said: Claimed = {
    owner: taken.ok,
    told: taken.ok ? null : (taken.by?.pid ?? null),
    shown: shown?.url ?? null,
    ms: performance.now() - begun,
  };
  process.send?.(said);
}
