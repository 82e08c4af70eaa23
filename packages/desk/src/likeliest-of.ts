/** What a message was taken for first, in the dialog engine's stored form; null when nobody had an idea, or in an unknown form. */
export function likeliestOf(understood: unknown): { intent: string; confidence: number } | null {
  if (typeof understood !== "object" || understood === null || !("intents" in understood)) return null;
  const first: unknown = Array.isArray(understood.intents) ? understood.intents[0] : undefined;
  if (typeof first !== "object" || first === null || !("intent" in first) || !("confidence" in first)) return null;
  const { intent, confidence } = first;
  return typeof intent === "string" && typeof confidence === "number" ? { intent, confidence } : null;
}
