import { AppError } from "@botdeck/core";
import { describe, expect, test } from "vitest";

import type { AnyBot } from "../define-bot.ts";
import { chatWith, officeBot } from "./testing/office-talk.ts";

const AWAY = "The portal did not answer when you asked. Please ask again.";

const fails = (code: "unreachable" | "rate_limited" | "unauthorized") => async (): Promise<never> => {
  throw new AppError(code, "The portal does not answer");
};

const withHandler = (handler: () => Promise<never>, kind: AnyBot["kind"] = "internal"): AnyBot => ({
  ...officeBot,
  kind,
  on: { lunch: handler },
  commands: { where: { title: { en: "Where", ru: "Где" }, handler } },
});

describe("a portal that is away", () => {
  test("is said where a command's arguments or its access need it", async () => {
    const people = chatWith(officeBot, { portal: { findPeople: fails("rate_limited") }, facts: { roles: ["head"] } });
    expect(await people.calls("report", "sales june @john")).toBe(AWAY);
    const access = chatWith(officeBot, { portal: { personFacts: fails("unreachable") }, language: "ru" });
    expect(await access.says("/report sales june")).toBe(
      "Портал не ответил, когда вы спросили. Спросите, пожалуйста, ещё раз.",
    );
  });

  test("is said where a handler needs it, called or meant", async () => {
    const chat = chatWith(withHandler(fails("unreachable")));
    expect(await chat.calls("where")).toBe(AWAY);
    expect(await chat.says("lunch")).toBe(AWAY);
  });

  test("leaves a dialog, a question and buttons as they were", async () => {
    const portal = { personFacts: fails("unreachable") };
    const chat = chatWith(officeBot, { portal });
    await chat.calls("vacation", "unpaid");
    const before = chat.state();
    expect(await chat.says("/report sales june")).toBe(AWAY);
    expect(chat.state()).toEqual(before);
    expect(await chat.says("15.07")).toBe("Noted.");
    await chat.calls("vacation", "paid 03/04");
    const asked = chat.state();
    await chat.says("/report sales june");
    expect(chat.state()).toEqual(asked);
  });

  test("is for the runtime to try again where a client asks, or where it is a permission that is missing", async () => {
    const client = chatWith(withHandler(fails("unreachable"), "client"));
    await expect(client.calls("where")).rejects.toThrow("does not answer");
    const unpermitted = chatWith(withHandler(fails("unauthorized")));
    await expect(unpermitted.calls("where")).rejects.toThrow("does not answer");
  });

  test("is not what is said of our own database, or of a file that could not be fetched", async () => {
    const database = chatWith(
      withHandler(async () => {
        const cause = new AppError("unreachable", "Postgres is away", { context: { away: "postgres" } });
        throw new AppError("unreachable", "Nothing could be read", { cause });
      }),
    );
    await expect(database.calls("where")).rejects.toThrow("Nothing could be read");
    const files = chatWith(officeBot, { portal: { keepFiles: fails("unreachable") } });
    const photo = { id: "5", name: "photo.png", sizeBytes: 10 };
    await expect(files.sends(photo)).rejects.toThrow("does not answer");
  });

  test("is for the runtime to try again once more than words was decided", async () => {
    const bot: AnyBot = {
      ...officeBot,
      commands: {
        begin: {
          title: { en: "Begin", ru: "Начать" },
          handler: ({ start, begin }) => [start("flow", {}, { leads: false }), begin("asks")],
        },
      },
      requests: { look: fails("unreachable") },
      dialogs: [
        {
          name: "asks",
          version: 1,
          topic: "asks",
          digressions: [],
          slots: { found: { read: () => ({ kind: "unclear" }) } },
          steps: {
            look: {
              kind: "request",
              request: "look",
              params: () => ({}),
              fills: ["found"],
              take: (_, slots) => ({ slots }),
            },
            end: { kind: "end", end: () => ({ outcome: "solved", say: { text: "noted" } }) },
          },
        },
      ],
    };
    await expect(chatWith(bot).calls("begin")).rejects.toThrow("does not answer");
  });
});
