import { findEntities, NO_ENTITIES } from "@botdeck/dialog";
import {
  decide,
  type DialogDecision,
  type DialogDefinition,
  type DialogInput,
  type DialogProgress,
  type Said,
} from "@botdeck/dialog/dialogs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { availabilityDialog } from "./availability/availability-dialog.ts";
import { orderStatusDialog } from "./order-status/order-status-dialog.ts";
import { returnDialog } from "./product-return/return-dialog.ts";
import { settlementDialog } from "./product-return/settlement-dialog.ts";
import { purchaseDialog } from "./purchase/purchase-dialog.ts";
import { ratingDialog } from "./rating/rating-dialog.ts";
import { StoreSettings } from "./settings.ts";
import { ORDER, PHONE } from "./testing/talk-with-store.ts";

const TODAY = "2026-11-21";
const DIALOGS = [orderStatusDialog, availabilityDialog, purchaseDialog, ratingDialog, returnDialog, settlementDialog];
const { returnDays, returnDaysByCategory } = StoreSettings.parse({});

const texts = fc.oneof(
  fc.constantFrom(
    "A-1042",
    "where is A-1042",
    "нет, номер А-1043",
    PHONE,
    "8 916 123 45 67",
    "Anna",
    "Меня зовут Иван",
  ),
  fc.constantFrom(
    "yes",
    "да, но не то",
    "no",
    "нет",
    "5",
    "kettle KT-200",
    "чайник",
    "в Казани",
    "2",
    "refund",
    "обмен",
  ),
  fc.constantFrom("it is broken", "не понравился", "10.11.2026", "вчера", "25.12.2026", "15 июля", "", "?", "😀"),
  fc.string({ unit: "grapheme", maxLength: 80 }),
);
const problem = fc.constantFrom(null, "not_image", "too_large", "gone");
const file = fc.tuple(fc.constantFrom("1", "2", "3", "4", "5", "6"), problem).map(([id, found]) => ({
  id,
  name: null,
  keptId: found === null ? `kept-${id}` : null,
  problem: found,
}));
const sure = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  fc.constantFrom("back", "availability", "orderStatus", "workingHours", "yes", "no", "thanks"),
);
const leaning = fc.constantFrom(null, null, "availability", "orderStatus");
const pressed = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  fc.constantFrom(true, false, "order", "reason", "photos", "A-1042", "broken", 5),
);

const said: fc.Arbitrary<Said> = fc
  .record({ text: texts, files: fc.array(file, { maxLength: 2 }), sure, pressed, leaning })
  .map((words) => ({ ...words, today: TODAY, understood: understood(words.text) }));

const understood = (text: string): Said["understood"] => ({
  intents: [],
  provider: "none",
  fellBackFrom: null,
  entities:
    text === "" ? NO_ENTITIES : findEntities(text, { today: TODAY, language: "en", direction: "past", expects: null }),
});

const kettle = { id: "1", article: "KT-200", name: "Kettle", price: 1, currency: "RUB", stock: [], total: 0 };
const ANSWERS: Record<string, fc.Arbitrary<unknown>> = {
  clientCard: fc.record({
    phone: fc.constantFrom(null, PHONE),
    ownPhone: fc.constantFrom(null, PHONE),
    name: fc.constant(null),
  }),
  ownOrders: fc.constantFrom("away", [], [ORDER], [ORDER, { ...ORDER, number: "B-7" }]),
  findOrder: fc.constantFrom("away", null, ORDER, { ...ORDER, purchasedOn: null }),
  findProducts: fc.constantFrom("away", [], [kettle], [{ ...kettle, total: 3 }, kettle]),
};
const answers = fc.record(ANSWERS);
type Answers = Record<string, unknown>;

/** The dialog up to where somebody has to speak: what it requests is answered, each time the same. */
function settle(dialog: DialogDefinition, first: DialogDecision, given: Answers): DialogDecision {
  let decision = first;
  for (let requests = 0; requests < 10; requests++) {
    expectNextStep(dialog, decision);
    const { progress } = decision;
    const step = progress === null ? undefined : dialog.steps[progress.at];
    if (progress === null || step?.kind !== "request") return decision;
    const input: DialogInput = { kind: "brought", answer: given[step.request] };
    decision = decide(dialog, JSON.parse(JSON.stringify(progress)) as DialogProgress, input);
  }
  return expect.fail(`requests follow one another without end: ${JSON.stringify(decision.progress)}`);
}

function expectNextStep(dialog: DialogDefinition, { progress, effects }: DialogDecision): void {
  const last = effects.at(-1)?.kind;
  if (progress === null) return expect(last).toBe("end");
  const step = dialog.steps[progress.at];
  expect(["say", "request", "digress"]).toContain(last);
  expect(step?.kind).toBe(last === "request" ? "request" : "ask");
}

const slots = { returnDays, returnDaysByCategory };
const begin = (words: Said): DialogInput => ({ kind: "begin", slots, said: words });
const heard = (words: Said): DialogInput => ({ kind: "said", said: words });

/** On a machine that is busy with other tests. */
const TIMEOUT_MS = 60_000;

describe.each(DIALOGS.map((dialog) => [dialog.name, dialog] as const))("%s", { timeout: TIMEOUT_MS }, (_, dialog) => {
  test("has asked, waits or has ended, whatever is said, sent and found", () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 15 }), answers, ([first, ...rest], given) => {
        if (first === undefined) return;
        let decision = settle(dialog, decide(dialog, null, begin(first)), given);
        for (const words of rest) {
          if (decision.progress === null) return;
          decision = settle(dialog, decide(dialog, decision.progress, heard(words)), given);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("lets a person be reached and the dialog be left from wherever it stands", () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), answers, said, ([first, ...rest], given, last) => {
        if (first === undefined) return;
        let decision = settle(dialog, decide(dialog, null, begin(first)), given);
        for (const words of rest) {
          if (decision.progress === null) return;
          decision = settle(dialog, decide(dialog, decision.progress, heard(words)), given);
        }
        if (decision.progress === null) return;
        const called = { ...last, text: "a person", understood: understood(""), pressed: null, sure: "operator" };
        const ended = decide(dialog, decision.progress, heard(called)).effects.at(-1);
        // Who leaves an aside is heard by the bot itself.
        const outcome = dialog.isAside === true ? "left" : "handed_over";
        expect(ended).toMatchObject({ kind: "end", ending: { outcome } });
      }),
    );
  });

  test("gives whoever keeps saying the same to a person, or comes to its end", () => {
    fc.assert(
      fc.property(said, said, answers, (first, words, given) => {
        let decision = settle(dialog, decide(dialog, null, begin(first)), given);
        const repeated = { ...words, sure: null, pressed: null, leaning: null };
        for (let times = 0; decision.progress !== null; times++) {
          expect(times).toBeLessThan(15);
          decision = settle(dialog, decide(dialog, decision.progress, heard(repeated)), given);
        }
      }),
      { numRuns: 200 },
    );
  });
});
