import { commandFor, type BotContext, defineBot } from "@botdeck/dialog";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { conversation, ConversationFailure } from "./conversation.ts";
import { runConversationFile } from "./conversation-file.ts";

const texts = { hello: "Hello.", huh: "Huh?" };

/** Asks somebody else in private, with a card and buttons. */
const desk = defineBot({
  code: "desk",
  kind: "internal",
  name: { en: "Desk", ru: "Стол" },
  texts: { en: texts, ru: texts },
  commands: {
    ask: commandFor<BotContext>()({
      title: { en: "Ask", ru: "Спросить" },
      params: [
        { name: "who", kind: "person", title: { en: "person", ru: "кого" } },
        { name: "day", kind: "day", title: { en: "day", ru: "день" } },
      ],
      who: { roles: ["head"] },
      handler: ({ say, effect, person, args: { who, day } }) => [
        say(`${who.name} is asked.`),
        effect({
          kind: "chat.send",
          dialogId: who.id,
          text: `${person.name} asks.`,
          card: { blocks: [{ kind: "rows", rows: [{ name: "Day", value: day.date }] }] },
          buttons: [[{ kind: "command", text: "Yes", command: "answer", params: `${person.id} yes` }]],
        }),
      ],
    }),
    answer: {
      title: { en: "Answer", ru: "Ответить" },
      isHidden: true,
      handler: (ctx) => ctx.say(`${ctx.person.name} answers ${ctx.params}.`),
    },
  },
  schedules: { morning: (ctx) => ctx.say(`Good morning ${JSON.stringify(ctx.due.input)}`) },
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  fallback: (ctx) => ctx.say(`${ctx.t("huh")} ${ctx.text}`),
});

const people = [
  { id: "1", name: "Anna Head", roles: ["employee", "head"] as const },
  { id: "2", name: "Boris Smith", departments: ["7"] },
];
const at = "2026-07-08T09:00:00Z";

describe("employees talk with a bot", () => {
  test("each in a private chat of their own, by commands, cards and buttons", () =>
    conversation(desk, { people, at })
      .command("/ask @boris 15 July")
      .bot("Boris Smith is asked.")
      .tells("2", "Anna Head asks.")
      .card("Day: 2026-07-15")
      .buttons("Yes")
      .as("2")
      .press("Yes")
      .bot("Boris Smith answers 1 yes.")
      .command("ask", "@boris tomorrow")
      .bot(/only for heads/)
      .run());

  test("or in one group, where the bot is mentioned and knows them apart", () =>
    conversation(desk, { people, at, dialog: "group" })
      .command("/ask @boris")
      .bot(/Day\?/)
      .as("2")
      .client("tomorrow")
      .bot("Huh? tomorrow")
      .as("1")
      .client("tomorrow")
      .bot("Boris Smith is asked.")
      .due("morning", { of: "sales" })
      .bot('Good morning {"of":"sales"}')
      .run());

  test("a button that tells the bot nothing cannot be pressed", async () => {
    const linked = { ...desk, welcome: (ctx: BotContext) => ctx.say("Hi", { buttons: [[SITE]] }) };
    const failure = await conversation(linked)
      .joins()
      .bot("Hi")
      .press("Site")
      .run()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConversationFailure);
    expect(String(failure)).toContain("it is a link");
  });

  test("as they do in a conversation that is written down", async () => {
    const text = `
bot: desk
title: asks
at: ${at}
people:
  - { id: "1", name: Anna Head, roles: [head] }
  - { id: "2", name: Boris Smith }
steps:
  - command: /ask @boris 15 July
  - bot: Boris Smith is asked.
  - tells: "2"
    text: /asks/
  - card: "Day: 2026-07-15"
  - buttons: ["Yes"]
  - as: "2"
  - press: "Yes"
  - bot: /answers 1 yes/
  - says: thanks
  - bot: /Huh/
  - due: morning
    input: 1
  - bot: Good morning 1
`;
    const stages = { desk: { bot: desk, given: z.strictObject({}), servicesOf: () => ({}) } };
    expect(await runConversationFile("asks.yaml", text, stages)).toMatchObject({ isPassed: true, reason: null });
  });
});

const SITE = { kind: "link", text: "Site", url: "https://site.example/" } as const;
