import type { HookSample } from "@botdeck/db";
import { PostRefusal, refusalWords } from "@botdeck/notifications";

/** What came to a source. `reason` is why it was refused: in English alone where the gateway had no more words; null when it was taken. */
export function sampleView({ id, status, reason, refusal, body, at }: HookSample) {
  return { id, status, reason: reasonOf(reason, refusal), body, at: at.toISOString() };
}

function reasonOf(english: string | null, kept: HookSample["refusal"]): { en: string; ru: string | null } | null {
  if (english === null) return null;
  const refusal = PostRefusal.safeParse(kept);
  return { en: english, ru: refusal.success ? refusalWords(refusal.data, "ru") : null };
}
