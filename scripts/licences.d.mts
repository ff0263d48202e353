/** Whether an SPDX expression can be met from the licences that may ship. */
export function isAllowed(licence: string): boolean;
/** What is wrong with resources/licences.json, in words; empty when nothing is. Needs what was built. */
export function licenceFaults(): string[];
