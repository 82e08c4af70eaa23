import { TicketInput } from "@botdeck/contracts";
import { expect, test } from "vitest";

import { HelpdeskSettings } from "../settings.ts";
import { inputOf } from "./input-of.ts";

const HOUR_MS = 3_600_000;
const ticketId = "01a1fdd1-e5c6-775c-95d4-e7dfc6bd2fec";
const origin = {
  portalId: ticketId,
  botId: ticketId,
  conversationId: ticketId,
  dialog: { id: "1", chatId: null, type: "private", title: "", entityId: null },
  personName: "",
  botName: "",
};

test("what a new portal has is taken by the workflow; a priority's promise goes before the category's, and that before the rest", () => {
  const settings = HelpdeskSettings.parse({
    promises: { high: { respondHours: 1 }, access: { respondHours: 2, resolveHours: 6 } },
  });
  const of = (category: "access" | "network", priority: "normal" | "high") =>
    inputOf(settings, { ticketId, category, priority });
  const hours = (given: ReturnType<typeof of>) => [(given.respondMs ?? 0) / HOUR_MS, (given.resolveMs ?? 0) / HOUR_MS];
  expect(TicketInput.safeParse({ ...of("network", "normal"), origin, language: "ru" }).success).toBe(true);
  expect(
    [of("network", "normal"), of("access", "normal"), of("access", "high"), of("network", "high")].map(hours),
  ).toEqual([
    [4, 16],
    [2, 6],
    [1, 6],
    [1, 16],
  ]);
});

test("who has a category of their own shares turns with nobody else", () => {
  const settings = HelpdeskSettings.parse({ members: ["4", "5"], pools: { access: ["6"] } });
  const of = (category: "access" | "network") => inputOf(settings, { ticketId, category, priority: "normal" });
  expect([of("access"), of("network")].map(({ pool, members }) => [pool, members])).toEqual([
    ["access", ["6"]],
    ["all", ["4", "5"]],
  ]);
});
