import { verdictOf, type EmbeddedModel, type Example, type VerdictSettings } from "@botdeck/dialog";

/** A test row, and what the model and the decision made of it. Without a sign of any intent, `confidence` is 0. */
export type Prediction = {
  intent: string;
  isOos: boolean;
  ranked: readonly string[];
  confidence: number;
  verdict: ReturnType<typeof verdictOf>;
};

export function predict(
  model: Pick<EmbeddedModel, "rank">,
  rows: readonly Example[],
  settings: VerdictSettings,
): Prediction[] {
  return rows.map(({ text, intent }) => {
    const ranked = model.rank(text);
    return {
      intent,
      isOos: intent === "oos",
      ranked: ranked.map((entry) => entry.intent),
      confidence: ranked[0]?.confidence ?? 0,
      verdict: verdictOf(ranked, settings),
    };
  });
}
