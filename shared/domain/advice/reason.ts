/**
 * A reason as a code with the figures that go into its words; worded by whoever shows it, in the reader's language.
 * Numbers stand in the unit of the KPI they speak of, shares as fractions, days as ISO dates.
 */
export type ReasonValues = Readonly<Record<string, number | string>>;

export interface Reason {
  readonly code: string;
  readonly values: ReasonValues;
}

/** Drops what is not known: an absent value has no words. */
export function valuesOf(parts: Readonly<Record<string, number | string | null | undefined>>): ReasonValues {
  return Object.fromEntries(
    Object.entries(parts).filter(
      (entry): entry is [string, number | string] => entry[1] !== null && entry[1] !== undefined,
    ),
  );
}
