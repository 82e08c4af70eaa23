import { BUILT_IN_BOTS } from "@botdeck/bots";
import { expect, test } from "vitest";

import { createKnownBots } from "../../server/bot/known-bots.ts";
import { dialogView } from "../../server/bot/view.ts";
import { messages } from "./rooms/shared/ru.ts";

const { names } = messages;
const bots = createKnownBots(BUILT_IN_BOTS);

test.each(["store", "hr", "helpdesk", "sales"])(
  "in Russian a picture of the bot %s has no name of the code and no English condition",
  (code) => {
    const known = bots.of(code);
    const graphs = known?.dialogs.map((dialog) => dialogView(dialog, known).graph) ?? [];
    const shown = graphs.flatMap(({ name, nodes, edges, anyTime }) => [
      name,
      ...nodes.flatMap((node) => {
        if (node.kind === "begin" || node.kind === "fork") return [];
        if (node.kind === "ask") return [node.slot];
        return [node.kind === "request" ? node.request : node.id];
      }),
      ...edges.flatMap(({ when }) => (when === null || when === "" ? [] : [when])),
      ...anyTime.flatMap((rule) => (rule.kind === "digress" ? rule.intents : [])),
    ]);
    expect(shown.length).toBeGreaterThan(0);
    expect([...new Set(shown)].filter((own) => !(own in names.dialog))).toEqual([]);
  },
);
