import { expect, test } from "vitest";

import { NO_ENTITIES } from "../entities/entities.ts";
import { decide } from "./decide.ts";
import type { DialogDefinition, Slots } from "./dialog.ts";
import type { DialogDecision, DialogInput, DialogProgress } from "./progress.ts";
import type { Said } from "./said.ts";
import { bookingDialog } from "./testing/booking-dialog.ts";
import { said } from "./testing/said.ts";

/** Words, words with what is known about them, or another input. */
type Told = string | Partial<Said> | DialogInput;

const brought = (answer: unknown): DialogInput => ({ kind: "brought", answer });
const SILENCE: DialogInput = { kind: "silence" };
const RESUMED: DialogInput = { kind: "resumed" };

const inputOf = (told: Told): DialogInput => {
  if (typeof told === "string") return { kind: "said", said: said(told) };
  return "kind" in told ? told : { kind: "said", said: said(told.text ?? "", told) };
};

/** What a dialog does, in a word each: texts as they are, `?request` for a request, `>intent` for a digression, `.outcome:cause`. */
const shown = ({ effects }: DialogDecision): string =>
  effects
    .map((effect) => {
      if (effect.kind === "say") return effect.line.text;
      if (effect.kind === "request") return `?${effect.request}`;
      if (effect.kind === "digress") return `>${effect.intent}`;
      const { outcome, cause } = effect.ending;
      return cause === undefined ? `.${outcome}` : `.${outcome}:${cause}`;
    })
    .join(" ");

function play(dialog: DialogDefinition, first: Told | null, rest: readonly Told[], slots: Slots = {}) {
  const begin = first === null ? null : inputOf(first);
  let decision = decide(dialog, null, { kind: "begin", slots, said: begin?.kind === "said" ? begin.said : null });
  const lines = [shown(decision)];
  let last: DialogProgress | null = decision.progress;
  for (const each of rest) {
    if (decision.progress === null) break;
    decision = decide(dialog, decision.progress, inputOf(each));
    lines.push(shown(decision));
    last = decision.progress ?? last;
  }
  return { lines, slots: last?.slots ?? {} };
}

const FOUND = brought({ id: 7 });
const PHONE = "+79161234567";
/** Nothing but an order's number. */
const bare = (number: string): Partial<Said> => ({
  text: number,
  understood: {
    ...said(number).understood,
    entities: { ...NO_ENTITIES, orderNumbers: [{ number, start: 0, end: number.length }] },
  },
});
/** Up to the question for a note. */
const TOLD = [`A-1042`, PHONE, FOUND];

test.each<{ when: string; first?: Told; told: readonly Told[]; lines: readonly string[]; slots?: Slots }>([
  {
    when: "each question is answered",
    told: ["A-1042", PHONE, FOUND, "ring twice", "yes"],
    lines: ["hello askNumber", "askPhone", "?findOrder", "askNote", "askConfirm", "booked .solved"],
    slots: { number: "A-1042", phone: PHONE, order: { id: 7 }, note: "ring twice" },
  },
  {
    when: "the first words hold answers: those are not asked for",
    first: `a courier for A-1042, ${PHONE}`,
    told: [FOUND],
    lines: ["hello ?findOrder", "askNote"],
  },
  {
    when: "an answer holds a later one",
    told: [`A-1042, and my phone is ${PHONE}`],
    lines: ["hello askNumber", "?findOrder"],
  },
  {
    when: "an earlier answer is corrected, in English",
    told: [...TOLD, "no, the number is A-1043", FOUND],
    lines: ["hello askNumber", "askPhone", "?findOrder", "askNote", "?findOrder", "askNote"],
    slots: { number: "A-1043", phone: PHONE, order: { id: 7 } },
  },
  {
    when: "an earlier answer is corrected, in Russian",
    told: ["A-1042", "ой, перепутал: А-1043"],
    lines: ["hello askNumber", "askPhone", "askPhone"],
    slots: { number: "A-1043" },
  },
  {
    when: "a correction answers the open question as well",
    told: ["A-1042", `sorry, A-1043, and the phone is ${PHONE}`],
    lines: ["hello askNumber", "askPhone", "?findOrder"],
    slots: { number: "A-1043", phone: PHONE },
  },
  {
    when: "words that do not answer tell another number",
    told: ["A-1042", "A-1043"],
    lines: ["hello askNumber", "askPhone", "askPhone"],
    slots: { number: "A-1043" },
  },
  {
    when: "the person goes back, and back again",
    told: [...TOLD, { sure: "back" }, { sure: "back" }, { sure: "back" }],
    lines: ["hello askNumber", "askPhone", "?findOrder", "askNote", "askPhone", "askNumber", "askNumber"],
  },
  {
    when: "an answer is of no use once",
    told: ["hm", "A-1042", "12", PHONE],
    lines: ["hello askNumber", "badNumber", "askPhone", "phoneTooShort", "?findOrder"],
  },
  {
    when: "the same question goes wrong twice",
    told: ["hm", "hm"],
    lines: ["hello askNumber", "badNumber", ".handed_over:misses"],
  },
  {
    when: "what was told turns out to be of no use, twice",
    told: ["A-1042", PHONE, brought(null), "A-1043", brought(null)],
    lines: ["hello askNumber", "askPhone", "?findOrder", "noSuchOrder", "?findOrder", ".handed_over:misses"],
  },
  {
    when: "a request brings nothing that it should fill",
    told: ["A-1042", PHONE, brought("away")],
    lines: ["hello askNumber", "askPhone", "?findOrder", ".handed_over:flow"],
  },
  {
    when: "words come while something is requested: they are heard afterwards",
    told: ["A-1042", PHONE, "ring twice", FOUND],
    lines: ["hello askNumber", "askPhone", "?findOrder", "", "askNote askConfirm"],
    slots: { number: "A-1042", phone: PHONE, order: { id: 7 }, note: "ring twice" },
  },
  {
    when: "a person is called while something is requested: nobody waits for it",
    told: ["A-1042", PHONE, { text: "a person!", sure: "operator" }],
    lines: ["hello askNumber", "askPhone", "?findOrder", ".handed_over:operator_asked"],
  },
  {
    when: "something else is asked, and the dialog goes on",
    told: ["A-1042", { text: "when are you open", sure: "hours" }, RESUMED, PHONE],
    lines: ["hello askNumber", "askPhone", ">hours", "askPhone", "?findOrder"],
  },
  {
    when: "an answer sounds like another wish",
    told: [{ text: "A-1042", sure: "hours" }],
    lines: ["hello askNumber", "askPhone"],
  },
  {
    when: "any words would do, and a clear wish is said",
    told: [...TOLD, { text: "when are you open", sure: "hours" }],
    lines: ["hello askNumber", "askPhone", "?findOrder", "askNote", ">hours"],
  },
  {
    when: "any words would do, and a question is asked that probably is another wish",
    told: [
      ...TOLD,
      { text: "are you open now?", leaning: "hours" },
      RESUMED,
      { text: "open the door", leaning: "hours" },
    ],
    lines: ["hello askNumber", "askPhone", "?findOrder", "askNote", ">hours", "askNote", "askConfirm"],
  },
  {
    when: "a wish is followed that leads elsewhere, but only where the words are no answer",
    told: [
      { text: "A-1042", sure: "returning" },
      { text: "I return it", sure: "returning" },
    ],
    lines: ["hello askNumber", "askPhone", ">returning"],
  },
  {
    when: "a bare number sounds like another wish: it corrects what was told",
    told: ["A-1042", { ...bare("A-1043"), sure: "hours" }],
    lines: ["hello askNumber", "askPhone", "askPhone"],
    slots: { number: "A-1043" },
  },
  {
    when: "a fact is told again: that is no failed answer, once",
    told: ["A-1042", bare("A-1042"), bare("A-1042"), bare("A-1042")],
    lines: ["hello askNumber", "askPhone", "askPhone", "phoneTooShort", ".handed_over:misses"],
  },
  {
    when: "a wish that it does not know is no answer",
    told: [{ text: "a joke please", sure: "joke" }],
    lines: ["hello askNumber", "badNumber"],
  },
  {
    when: "a button is pressed",
    told: [...TOLD, "-", { text: "Yes!", pressed: true }],
    lines: ["hello askNumber", "askPhone", "?findOrder", "askNote", "askConfirm", "booked .solved"],
  },
  {
    when: "half an answer is given: that is no miss, but the same half again is",
    told: [...TOLD, "-", "no", "no", "no"],
    lines: [
      "hello askNumber",
      "askPhone",
      "?findOrder",
      "askNote",
      "askConfirm",
      "whatElse",
      "whatElse",
      ".handed_over:misses",
    ],
  },
  {
    when: "nothing is said for long",
    told: [SILENCE, SILENCE],
    lines: ["hello askNumber", "remind", "expired .expired"],
  },
  {
    when: "a reminder helps",
    told: [SILENCE, "A-1042", SILENCE, SILENCE],
    lines: ["hello askNumber", "remind", "askPhone", "remind", "expired .expired"],
  },
  {
    when: "nobody speaks while something is requested: that is no silence of the person",
    told: ["A-1042", PHONE, SILENCE, SILENCE, FOUND],
    lines: ["hello askNumber", "askPhone", "?findOrder", "", "", "askNote"],
  },
  {
    when: "an answer comes that nobody requested",
    told: [FOUND],
    lines: ["hello askNumber", ""],
  },
])("when $when", ({ first = null, told, lines, slots }) => {
  const played = play(bookingDialog, first, told);
  expect(played.lines).toEqual(lines);
  if (slots !== undefined) expect(played.slots).toEqual(slots);
});

test("nobody who leaves an aside unanswered is asked again, sent to a person, or kept", () => {
  const aside: DialogDefinition = { ...bookingDialog, isAside: true };
  expect(play(aside, null, ["where is my order"]).lines).toEqual(["hello askNumber", ".left"]);
  expect(play(aside, null, [{ text: "a person", sure: "operator" }]).lines).toEqual(["hello askNumber", ".left"]);
  expect(play(aside, null, ["A-1042"]).lines).toEqual(["hello askNumber", "askPhone"]);
});
