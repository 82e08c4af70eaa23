import type { RankedIntent } from "../understanding/understood.ts";

export type IntentRequest = { text: string; language: "en" | "ru"; signal?: AbortSignal };

/** Whoever says what a message may mean: likeliest intent first, at most five, none when nothing fits. */
export type IntentProvider = {
  name: string;
  rank(request: IntentRequest): Promise<readonly RankedIntent[]> | readonly RankedIntent[];
};
