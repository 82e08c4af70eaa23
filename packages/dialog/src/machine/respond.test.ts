import { describe, expect, test } from "vitest";

import { type AnyBot, defineBot } from "../define-bot.ts";
import { bookingDialog } from "../dialogs/testing/booking-dialog.ts";
import { NO_ENTITIES } from "../entities/entities.ts";
import { UNDERSTANDING_DEFAULTS } from "../understanding/understood.ts";
import type { BotContext } from "./context.ts";
import type { Input } from "./input.ts";
import { respond } from "./respond.ts";
import { type DialogState, INITIAL_STATE } from "./state.ts";
import type { Decision, Surroundings } from "./step.ts";

const KEYS = [
  "hello askNumber badNumber askPhone badPhone phoneTooShort noSuchOrder askNote askConfirm badConfirm whatElse booked",
  "yes remind expired open askCity badCity weather rate rated menu left intro person",
].flatMap((each) => each.split(" "));
const texts = Object.fromEntries(KEYS.map((key) => [key, key]));

const weatherDialog = {
  ...bookingDialog,
  name: "weather",
  topic: "weather",
  digressions: ["booking", "hours"],
  slots: { city: { read: ({ text }: { text: string }) => readIf(/^[A-Z]/.test(text), text) } },
  steps: {
    city: { kind: "ask" as const, slot: "city", ask: () => ({ text: "askCity" }), again: () => ({ text: "badCity" }) },
    told: { kind: "end" as const, end: () => ({ outcome: "solved" as const, say: { text: "weather" } }) },
  },
};
const ratingDialog = {
  ...weatherDialog,
  name: "rating",
  isAside: true,
  slots: { stars: { read: ({ text }: { text: string }) => readIf(/^[1-5]$/.test(text), Number(text)) } },
  steps: {
    stars: { kind: "ask" as const, slot: "stars", ask: () => ({ text: "rate" }), again: () => ({ text: "rate" }) },
    told: { kind: "end" as const, end: () => ({ outcome: "answered" as const, say: { text: "rated" } }) },
  },
};
const readIf = (isValue: boolean, value: unknown) =>
  isValue ? { kind: "value" as const, value } : { kind: "unclear" as const };

const bot = defineBot({
  code: "courier",
  kind: "client",
  name: { en: "Courier", ru: "Курьер" },
  texts: { en: texts, ru: texts },
  intents: Object.fromEntries(
    ["booking", "weather", "hours", "operator", "cancel", "back", "bye", "flow"].map((name) => [
      name,
      { examples: [], title: "menu" },
    ]),
  ),
  dialogs: [{ ...bookingDialog, digressions: ["hours", "weather", "flow"] }, weatherDialog, ratingDialog],
  requests: { findOrder: ({ number }: { number: string }) => (number === "A-1" ? null : { number }) },
  welcome: (ctx) => ctx.say("welcome", { buttons: [["Book a courier", { text: "The weather", intent: "weather" }]] }),
  opening: () => "intro",
  on: {
    booking: (ctx) => ctx.begin("booking"),
    weather: (ctx) => ctx.begin("weather"),
    hours: (ctx) => ctx.say(ctx.t("open")),
    operator: (ctx) => [ctx.say(ctx.t("person")), ctx.handOver({ topic: "other", cause: "operator_asked" })],
    cancel: (ctx) => [ctx.stopWorkflow("cancelled"), ctx.finish(), ctx.say("dropped")],
    bye: (ctx) => [ctx.answered(), ctx.begin("rating")],
    flow: (ctx) => ctx.start("flow"),
  },
  afterDialog(ctx) {
    const { dialog, ending, topic } = ctx.ended;
    if (ending.outcome === "handed_over")
      return [ctx.say(ctx.t("person")), ctx.handOver({ topic, cause: ending.cause ?? "" })];
    return ending.outcome === "cancelled" ? ctx.say(`cancelled ${dialog}`) : [];
  },
  choose: (ctx) => ctx.say(`which of ${ctx.choices.join(", ")}`),
  fallback: (ctx) => ctx.say(`huh (${ctx.text})`),
});

/** An intent is sure that the words are: `hours`; two with a `?` are in doubt. */
const understand = async ({ text }: { text: string }) => {
  const names = text.split("?").map((each) => each.trim());
  const known = names.filter((name) => name in (bot.intents ?? {}));
  const confidence = known.length === 1 ? 0.9 : 0.4;
  const intents = known.map((intent) => ({ intent, confidence }));
  return { intents, provider: "test", fellBackFrom: null, entities: NO_ENTITIES };
};

/** A conversation: what each message was answered with, and where it stands. */
function converse(with_: AnyBot = bot, from: DialogState = INITIAL_STATE) {
  let state = from;
  let count = 0;
  const talk = {
    state: () => state,
    set: (next: Partial<DialogState>) => void (state = { ...state, ...next }),
    async give(input: Input, afterHours = 0): Promise<Decision> {
      count += 1;
      const decision = await respond(with_, state, input, around(count, afterHours));
      ({ state } = decision);
      return decision;
    },
    async says(text: string, afterHours = 0): Promise<string> {
      const input: Input = { kind: "message", messageId: String(count), text, files: [] };
      return wordsOf(await talk.give(input, afterHours));
    },
  };
  return talk;
}

const wordsOf = ({ effects }: Decision): string =>
  effects.flatMap((effect) => (effect.kind === "chat.send" ? effect.text.split("\n\n") : [])).join(" ");

const around = (count: number, afterHours: number): Surroundings => ({
  person: { id: "1", name: "A client", kind: "client" },
  dialog: { id: "chat1", chatId: "1", type: "open_line", title: "", entityId: "livechat|7|1|1" },
  language: "en",
  settings: {},
  services: {},
  at: new Date(Date.UTC(2026, 10, 21, 9 + afterHours, 0, count * 20)).toISOString(),
  today: "2026-11-21",
  understand,
  thresholds: UNDERSTANDING_DEFAULTS,
  keepFiles: async () => [],
  origin: { portalId: "portal", conversationId: "talk" },
  stepId: `step-${count}`,
});

describe("a dialog", () => {
  test("is begun by a wish, led by its answers and left at its end, in one message each", async () => {
    const talk = converse();
    expect(await talk.says("booking")).toBe("intro hello askNumber");
    expect(await talk.says("A-1042, +79161234567")).toBe("askNote");
    expect(await talk.says("ring twice")).toBe("askConfirm");
    expect(await talk.says("YES!")).toBe("booked");
    expect(talk.state().dialogs).toEqual([]);
    expect(await talk.says("nonsense")).toBe("huh (nonsense)");
  });

  test("waits while a question in the middle is answered, and asks its own again", async () => {
    const talk = converse();
    await talk.says("booking");
    expect(await talk.says("hours")).toBe("open askNumber");
    expect(await talk.says("A-1042")).toBe("askPhone");
  });

  test("waits while another one is led to its end", async () => {
    const talk = converse();
    await talk.says("booking");
    await talk.says("A-1042");
    expect(await talk.says("weather")).toBe("askCity");
    expect(await talk.says("Kazan")).toBe("weather askPhone");
    expect(talk.state().dialogs.map(({ slots }) => slots)).toEqual([{ number: "A-1042" }]);
  });

  test("goes on when the one that was begun in its middle is cancelled", async () => {
    const talk = converse();
    await talk.says("booking");
    await talk.says("weather");
    expect(await talk.says("cancel")).toBe("cancelled weather askNumber");
  });

  test("that is begun again in its own middle is not in the conversation twice", async () => {
    const talk = converse();
    for (const wish of ["booking", "weather", "booking", "weather"]) await talk.says(wish);
    expect(talk.state().dialogs.map(({ dialog }) => dialog)).toEqual(["booking", "weather"]);
  });

  test("gives the client to a person from any depth, and nothing waits any more", async () => {
    const talk = converse();
    await talk.says("booking");
    await talk.says("weather");
    const input: Input = { kind: "message", messageId: "m", text: "operator", files: [] };
    const decision = await talk.give(input);
    expect(wordsOf(decision)).toBe("person");
    expect(decision).toMatchObject({ owner: "queue:7", handOver: { topic: "weather", cause: "operator_asked" } });
    expect(talk.state().dialogs).toEqual([]);
  });

  test("that nobody has to answer is left by any other words, which are heard as ever", async () => {
    const talk = converse();
    expect(await talk.says("bye")).toBe("intro rate");
    expect(await talk.says("hours")).toBe("open");
    expect(talk.state().dialogs).toEqual([]);
    await talk.says("bye");
    expect(await talk.says("5")).toBe("rated");
  });

  test("that left the bot is over: the words are heard as any others", async () => {
    const talk = converse();
    await talk.says("booking");
    const [progress] = talk.state().dialogs;
    if (progress === undefined) return expect.fail("nothing was begun");
    talk.set({ dialogs: [{ ...progress, dialog: "gone" }] });
    expect(await talk.says("hours")).toBe("open");
    expect(talk.state().dialogs).toEqual([]);
  });
});

describe("a new version of a dialog", () => {
  const { number, ...later } = bookingDialog.steps;
  const withBooking = (dialog: typeof bookingDialog, ...kept: (typeof bookingDialog)[]): AnyBot => ({
    ...(bot as AnyBot),
    dialogs: [dialog, ...kept, weatherDialog],
  });

  test("hears the answer to the question that it asks as well, and asks what is new in its turn", async () => {
    const talk = converse();
    await talk.says("booking");
    const city = {
      kind: "ask" as const,
      slot: "city",
      ask: () => ({ text: "askCity" }),
      again: () => ({ text: "badCity" }),
    };
    const newest = {
      ...bookingDialog,
      version: 2,
      slots: { ...bookingDialog.slots, ...weatherDialog.slots },
      steps: { city, number: number as typeof city, ...later },
    };
    const moved = converse(withBooking(newest), talk.state());
    expect(await moved.says("A-1042")).toBe("askCity");
    expect(moved.state().dialogs[0]).toMatchObject({ version: 2, slots: { number: "A-1042" } });
  });

  test("asks anew when the question that stood is gone", async () => {
    const talk = converse();
    await talk.says("booking");
    const moved = converse(withBooking({ ...bookingDialog, version: 2, steps: later }), talk.state());
    expect(await moved.says("+79161234567")).toBe("askNote");
  });

  test("is for those who begin now, when the older one is kept", async () => {
    const talk = converse();
    await talk.says("booking");
    const newest = { ...bookingDialog, version: 2, steps: later };
    const kept = converse(withBooking(newest, bookingDialog), talk.state());
    expect(await kept.says("A-1042")).toBe("askPhone");
    expect(await converse(withBooking(newest, bookingDialog)).says("booking")).toBe("intro hello askPhone");
  });
});

describe("a workflow that leads", () => {
  async function led() {
    const talk = converse();
    const input: Input = { kind: "message", messageId: "m", text: "flow", files: [] };
    const { effects } = await talk.give(input);
    expect(effects).toMatchObject([{ kind: "workflow.start", workflow: "flow", workflowId: "flow:portal:step-1" }]);
    return { talk, workflowId: "flow:portal:step-1" };
  }
  const signals = ({ effects }: Decision) =>
    effects.flatMap((effect) => (effect.kind === "workflow.signal" ? [effect.signal] : []));
  const said = (text: string) => ({
    text,
    files: [],
    understood: { intents: [], provider: "none", fellBackFrom: null, entities: NO_ENTITIES },
    pressed: null,
    today: "2026-11-21",
    sure: text,
    leaning: null,
  });

  test("is told what the client says", async () => {
    const { talk } = await led();
    expect(signals(await talk.give({ kind: "message", messageId: "m2", text: "hours", files: [] }))).toEqual([
      "answered",
    ]);
  });

  test.each(["operator", "drop it"])("is stopped when the client says %s", async (wish) => {
    const { talk } = await led();
    talk.set({ offered: [{ text: "drop it", intent: "cancel" }] });
    expect(signals(await talk.give({ kind: "message", messageId: "m2", text: wish, files: [] }))).toEqual(["stopped"]);
    expect(talk.state().workflow).toBeNull();
  });

  test("goes on once, when a question in its middle is answered", async () => {
    const { talk, workflowId } = await led();
    const decision = await talk.give({ kind: "digressed", workflowId, intent: "hours", said: said("hours") });
    expect(wordsOf(decision)).toBe("open");
    expect(signals(decision)).toEqual(["resumed"]);
  });

  test("goes on once, when a dialog in its middle has come to its end", async () => {
    const { talk, workflowId } = await led();
    const begun = await talk.give({ kind: "digressed", workflowId, intent: "weather", said: said("weather") });
    expect(signals(begun)).toEqual([]);
    const ended = await talk.give({ kind: "message", messageId: "m3", text: "Kazan", files: [] });
    expect(wordsOf(ended)).toBe("weather");
    expect(signals(ended)).toEqual(["resumed"]);
  });

  test("judges by itself what only seems to call it off: that may be the answer to its question", async () => {
    const { talk } = await led();
    expect(signals(await talk.give({ kind: "message", messageId: "m2", text: "cancel", files: [] }))).toEqual([
      "answered",
    ]);
  });

  test("has the bot answer what it heard when it no longer leads, also what nobody understood", async () => {
    const { talk, workflowId } = await led();
    await talk.give({ kind: "workflow_ended", workflowId, result: null });
    const wish = await talk.give({ kind: "digressed", workflowId, intent: "hours", said: said("hours") });
    expect(wordsOf(wish)).toBe("open");
    const unknown = { ...said("and when?"), sure: null };
    expect(wordsOf(await talk.give({ kind: "digressed", workflowId, intent: "", said: unknown }))).toBe(
      "huh (and when?)",
    );
  });

  test("is one for each thing that it is about, however often that is asked for", async () => {
    const asked = {
      ...(bot as AnyBot),
      fallback: (ctx: BotContext) => ctx.start("watch", {}, { leads: false, id: "p1" }),
    };
    const talk = converse(asked);
    const ids = [await talk.give({ kind: "message", messageId: "m1", text: "it", files: [] })];
    ids.push(await talk.give({ kind: "message", messageId: "m2", text: "it", files: [] }));
    expect(ids.flatMap(({ effects }) => effects)).toMatchObject([
      { kind: "workflow.start", workflowId: "watch:portal:talk.p1" },
      { kind: "workflow.start", workflowId: "watch:portal:talk.p1" },
    ]);
  });

  test("does not end another one that took its place", async () => {
    const { talk } = await led();
    await talk.give({ kind: "workflow_ended", workflowId: "flow:portal:before", result: null });
    expect(talk.state().workflow?.id).toBe("flow:portal:step-1");
  });
});

describe("words", () => {
  test("of a button that only says them mean what they mean", async () => {
    const talk = converse();
    await talk.give({ kind: "joined" });
    talk.set({ offered: [{ text: "hours" }] });
    expect(await talk.says("hours")).toBe("intro open");
  });

  test("of a button with a wish are that wish, however they are typed", async () => {
    const talk = converse();
    await talk.give({ kind: "joined" });
    expect(await talk.says("the  WEATHER.")).toBe("intro askCity");
  });

  test("in doubt are asked about once, then left to the fallback", async () => {
    const talk = converse();
    expect(await talk.says("hours? weather")).toBe("intro which of hours, weather");
    expect(await talk.says("hours? weather")).toBe("huh (hours? weather hours? weather)");
    expect(await talk.says("hours? weather")).toBe("which of hours, weather");
  });
});

test("a visit that nobody settled is presumed solved or abandoned when the next one begins", async () => {
  const talk = converse();
  await talk.says("bye");
  const next = await talk.give({ kind: "message", messageId: "m", text: "hours", files: [] }, 25);
  expect(next.outcomes).toMatchObject([{ outcome: "solved_presumed", cause: "next_visit" }]);
  const last = await talk.give({ kind: "message", messageId: "m", text: "hours", files: [] }, 50);
  expect(last.outcomes).toMatchObject([{ outcome: "abandoned", cause: "next_visit" }]);
});

describe("the step where a visit's dialog was left is written with what came of it", () => {
  const stepsOf = ({ outcomes }: Decision) => outcomes.map(({ outcome, visit }) => [outcome, visit.dialog, visit.step]);
  const message = (text: string): Input => ({ kind: "message", messageId: "m", text, files: [] });

  test("when the client asks for a person in the middle", async () => {
    const talk = converse();
    await talk.says("booking");
    await talk.says("A-1");
    expect(talk.state().visit).toMatchObject({ dialog: "booking", step: "phone" });
    expect(stepsOf(await talk.give(message("operator")))).toEqual([["handed_over", "booking", "phone"]]);
    expect(talk.state().visit?.step).toBeNull();
  });

  test("when the dialog itself gives up", async () => {
    const talk = converse();
    await talk.says("weather");
    const said: Decision[] = [];
    for (let count = 0; count < 5 && said.flatMap(stepsOf).length === 0; count++)
      said.push(await talk.give(message("huh")));
    expect(said.flatMap(stepsOf)).toEqual([["handed_over", "weather", "city"]]);
  });

  test("when the next visit begins", async () => {
    const talk = converse();
    await talk.says("weather");
    expect(stepsOf(await talk.give(message("hours"), 25))).toEqual([["abandoned", "weather", "city"]]);
  });

  test("and none once the dialog has come to its end, whatever another one asks then", async () => {
    const talk = converse();
    await talk.says("weather");
    await talk.says("Omsk");
    expect(talk.state().visit).toMatchObject({ dialog: "weather", step: null });
    await talk.says("bye");
    expect(stepsOf(await talk.give(message("hours"), 25))).toEqual([["solved_presumed", "weather", null]]);
  });
});

test("a definition that goes round in a circle is stopped", async () => {
  const circle = {
    ...(bot as AnyBot),
    afterDialog: () => ({ move: "begin" as const, dialog: "weather", slots: { city: "Omsk" } }),
  };
  const talk = converse(circle);
  await talk.says("weather");
  await expect(talk.says("Omsk")).rejects.toThrow(/without end/);
});
