import { conversation } from "@botdeck/testing/conversation";
import { test } from "vitest";

import { officeBot } from "./bot.ts";

test("tells the hours of the floor that was asked for", () =>
  conversation(officeBot)
    .joins()
    .bot(/Ask me/)
    .client("When is the office open?")
    .bot("Which floor?")
    .client("the third")
    .bot(/1 to 9/)
    .client("3")
    .bot("Floor 3: 8:00 to 20:00.")
    .run());

test("speaks Russian, and obeys the command and the portal's settings", () =>
  conversation(officeBot, { language: "ru", settings: { to: "22:00" } })
    .command("hours")
    .bot("Какой этаж?")
    .client("2")
    .bot("Этаж 2: с 8:00 до 22:00.")
    .run());
