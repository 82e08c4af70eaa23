import { storeBot } from "@botdeck/bots";
import { createTextOverrides } from "@botdeck/db";
import { defineBot } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { createBotRegistry } from "./bots.ts";
import { createWorld, textsOf, type World } from "./testing/world.ts";

const shop = defineBot({
  code: "shop",
  kind: "client",
  name: { en: "Shop", ru: "Магазин" },
  texts: { en: { days: "{days} days till {hour}" }, ru: { days: "{days} дней до {hour}" } },
  settings: z.object({
    days: z.number().default(14),
    hour: z.string().default("18:00"),
    room: z.string().default("1"),
  }),
  welcome: () => [],
  fallback: (ctx) => ctx.say(ctx.t("days", ctx.settings)),
});

let world: World;
beforeAll(async () => void (world = await createWorld(shop)));
afterAll(() => world.close());

/** A registry that reads rows anew each time, and what it warned of. */
function registryOf({ db, portals }: World) {
  const warned: string[] = [];
  const warn = ({ fields }: { fields: string }) => void warned.push(fields);
  const registry = createBotRegistry([shop], {
    known: { botById: portals.botById, forget: () => {} },
    texts: createTextOverrides(db),
    portalsIn: () => portals,
    understandingOf: () => Promise.reject(new Error("nobody asks")).catch(() => () => Promise.reject(new Error("no"))),
    logger: { warn } as unknown as Logger, // safe: it is all that is called
  });
  const settings = async () => (await registry.find(world.bot.id))?.settings;
  return { settings, warned };
}

const set = (settings: Record<string, unknown>) => world.portals.changeBotSettings(world.bot.id, () => settings);

test("a bot whose settings are wrong answers with the defaults of those, and loses no event", async () => {
  await set({ days: "thirty", hour: "21:00" });
  await world.write("how long");
  await world.runAll();
  expect(textsOf(await world.effects())).toEqual(["14 days till 21:00"]);
  expect((await world.events()).map(({ status }) => status)).toEqual(["done"]);
});

test("wrong settings are warned of once, and again when others are wrong", async () => {
  const { settings, warned } = registryOf(world);
  await set({ days: "thirty", hour: 7, room: "2" });
  expect([await settings(), await settings()]).toEqual(Array(2).fill({ days: 14, hour: "18:00", room: "2" }));
  expect(warned).toEqual(["days, hour"]);
  await set({ days: 30, room: "2" });
  expect(await settings()).toEqual({ days: 30, hour: "18:00", room: "2" });
  await set({ days: "x" });
  await settings();
  expect(warned).toEqual(["days, hour", "days"]);
});

test("the shop's bot refuses a time zone that there is not, which no step could reckon with", () => {
  expect(storeBot.settings?.safeParse({ timeZone: "Mars/Phobos" }).success).toBe(false);
  expect(storeBot.settings?.safeParse({ timeZone: "Asia/Almaty" }).success).toBe(true);
});
