/** Why a source did not take what it was told. */
export const REFUSALS = [
  "unreadable",
  "token",
  "no_address",
  "elsewhere",
  "too_large",
  "no_json",
  "status",
  "away",
  "no_answer",
  "no_connection",
  "no_labels",
  "permission",
] as const;
export type Refusal = (typeof REFUSALS)[number];
