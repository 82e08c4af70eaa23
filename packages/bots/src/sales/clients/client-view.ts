import type { Button } from "@botdeck/core";
import { plainWords } from "@botdeck/dialog";

import { linked } from "../../crm-answers/linked.ts";
import { withRightsNote } from "../../crm-answers/with-rights-note.ts";
import { dayIn } from "../day-of.ts";
import type { SalesContext } from "../sales-context.ts";
import type { SalesClient } from "../services.ts";

const MOST_PHONES = 2;
const MOST_ACTIVITIES = 3;

/** One client: who it is, how to reach them, what happened last. */
export async function clientView(
  ctx: SalesContext,
  client: SalesClient,
): Promise<{ text: string; buttons: Button[][] }> {
  const { name, phones, activities, url, kind, id } = client;
  const lines = [
    `[b]${linked(name, url)}[/b]`,
    ...(phones.length === 0 ? [] : [ctx.t("clientPhones", { phones: phones.map(plainWords).join(", ") })]),
    ...latestOf(ctx, activities),
  ];
  const command = (text: "createTask" | "callBack", name: string): Button => ({
    kind: "command",
    text: ctx.t(text),
    command: name,
    params: `${kind} ${id}`,
  });
  const calls: Button[] = phones
    .slice(0, MOST_PHONES)
    .map((phone) => ({ kind: "command", text: ctx.t("callButton", { phone }), command: "call", params: phone }));
  const open: Button[] = url === null ? [] : [{ kind: "link", text: ctx.t("open"), url }];
  return {
    text: await withRightsNote(ctx, lines.join("\n")),
    buttons: [
      [...open, ...calls],
      [command("createTask", "clienttask"), command("callBack", "callback")],
    ].filter((row) => row.length > 0),
  };
}

function latestOf(ctx: SalesContext, activities: SalesClient["activities"]): string[] {
  if (activities.length === 0) return [ctx.t("clientQuiet")];
  const lines = activities.slice(0, MOST_ACTIVITIES).map(({ title, at }) => {
    const day = at === null ? null : dayIn(ctx, at);
    return `— ${plainWords(title)}${day === null ? "" : `, ${day}`}`;
  });
  return [ctx.t("clientLatest"), ...lines];
}
