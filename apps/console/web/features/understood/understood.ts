import type { ShownMessage } from "../conversation/group-messages.ts";

export type Understood = NonNullable<ShownMessage["understood"]>;

/** Never 100 for what is less than certain. */
export const percentOf = (confidence: number): number =>
  confidence >= 1 ? 100 : Math.min(Math.round(confidence * 100), 99);
