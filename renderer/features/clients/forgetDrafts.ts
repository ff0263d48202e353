/** What a window keeps for itself of a client that is deleted: begun texts and KPIs, files that wait, what a batch came to. */

/** Keys that say of which client they are, in either of these ways. */
const named = [/^pulsebook\.\w+\.(\d+)(?:\.|$)/, /"client":(\d+)/];
/** Those that may be of any. */
const shared = /^(?:mapping |pulsebook\.batch$|pulsebook\.import\.all$)/;

export function forgetDrafts(client: number, storage: Storage = sessionStorage): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
  for (const key of keys) {
    const of = named.map((form) => form.exec(key)?.[1]).find((id) => id !== undefined);
    if (shared.test(key) || Number(of) === client) storage.removeItem(key);
  }
}
