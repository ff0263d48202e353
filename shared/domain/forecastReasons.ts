/** Why there is no forecast; a file of its own, so that the contract names the reasons without the calculation. */
export const forecastReasons = [
  'closed',
  'notBegun',
  'tooFew',
  'definitionBreak',
  'noMethod',
  'missingInput',
  'notComputable',
] as const;
/** Why there is no forecast. `noMethod`: extremes and what does not add up have none. */
export type ForecastReason = (typeof forecastReasons)[number];
