import { trainEmbedded, type EmbeddedModel, type Example } from "@botdeck/dialog";

import { readDataSet } from "./data-sets.ts";
import { judged, type Judged } from "./judge.ts";
import { inWrongLayout, transliterated, withTypo } from "./noise.ts";

/** What one slip, the wrong keyboard layout and Latin letters cost, and how often good English is taken for those. */
export function robustness(): Judged[] {
  const { train, test } = readDataSet("b24support-ru");
  const model = trainEmbedded(train);
  const own = test.filter(({ intent }) => intent !== "oos");
  const clean = accuracyOf(model, own);
  const lossBy = (spoil: (text: string) => string) =>
    round(
      clean -
        accuracyOf(
          model,
          own.map(({ text, intent }) => ({ text: spoil(text), intent })),
        ),
    );

  const bilingual = trainEmbedded(readDataSet("b24support-mixed").train);
  const english = readDataSet("b24support-en").test;
  const rewritten = english.filter(({ text }) => bilingual.explain(text).reading.as !== "written");
  const lower = { better: "lower" } as const;
  return [
    judged({ measure: "loss by one typo", ...lower, must: 8, stretch: 4 }, "b24support-ru", lossBy(withTypo)),
    judged({ measure: "loss by layout", ...lower, must: 2, stretch: 1 }, "b24support-ru", lossBy(inWrongLayout)),
    judged(
      { measure: "loss by Latin letters", ...lower, must: 2, stretch: 1 },
      "b24support-ru",
      lossBy(transliterated),
    ),
    judged(
      { measure: "English rewritten", ...lower, must: 2, stretch: 0 },
      "b24support-en",
      round((100 * rewritten.length) / english.length),
    ),
  ];
}

function accuracyOf(model: EmbeddedModel, rows: readonly Example[]): number {
  return (100 * rows.filter(({ text, intent }) => model.rank(text)[0]?.intent === intent).length) / rows.length;
}

const round = (value: number) => Math.round(value * 10) / 10;
