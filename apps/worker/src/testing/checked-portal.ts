import { randomBytes } from "node:crypto";

import { type AnyBot, defineBot } from "@botdeck/dialog";

import { checkPortal } from "../upkeep/portal-checks/check-portal.ts";
import { connectServed } from "./served-portal.ts";
import type { startEmulator } from "./start-emulator.ts";

const handler = () => [];
const teamBot = (code = `team-${randomBytes(4).toString("hex")}`): AnyBot =>
  defineBot({
    code,
    kind: "internal",
    name: { en: "Team", ru: "Команда" },
    texts: { en: {}, ru: {} },
    commands: { report: { title: { en: "Figures", ru: "Цифры" }, handler } },
    welcome: handler,
    fallback: handler,
  });

/** A connected portal with one bot, whose health is looked at. */
export async function createCheckedPortal(emulator: Awaited<ReturnType<typeof startEmulator>>) {
  const definition = teamBot();
  const served = await connectServed(emulator, [definition]);
  const deps = { ...served.deps, rulesOf: async () => ({ rules: [] }) };
  return {
    ...served,
    definition,
    deps,
    /** The findings by their codes. */
    look: async (definitions: readonly AnyBot[] = [definition]) => {
      const found = await checkPortal(await served.portal(), { ...deps, definitions });
      return Object.fromEntries(found.map(({ code, level, facts }) => [code, { level, facts }]));
    },
  };
}
