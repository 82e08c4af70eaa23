import { commandFor, plainWords } from "@botdeck/dialog";

import { orSayWhy } from "../../crm-answers/or-say-why.ts";
import { dayOf, momentIn } from "../day-of.ts";
import type { SalesContext } from "../sales-context.ts";
import type { SalesClient } from "../services.ts";
import { isClientKind } from "./client-ref.ts";

const command = commandFor<SalesContext>();
const CLIENT = [
  { name: "kind", kind: "token", title: { en: "kind", ru: "вид" } },
  { name: "id", kind: "token", title: { en: "number", ru: "номер" } },
] as const;

/** Asks what has to be done about a client, and by when. */
export const clientTaskCommand = command({
  title: { en: "Create a task about a client", ru: "Поставить задачу по клиенту" },
  isHidden: true,
  params: CLIENT,
  handler: (ctx) =>
    withClient(ctx, "clienttask", ({ name, url }) =>
      ctx.begin("clientTask", { client: plainWords(name), clientUrl: url, today: dayOf(ctx) }),
    ),
});

/** A thing to do in the client's card for tomorrow, without a question. */
export const callBackCommand = command({
  title: { en: "Call a client back tomorrow", ru: "Перезвонить клиенту завтра" },
  isHidden: true,
  params: CLIENT,
  handler: (ctx) =>
    withClient(ctx, "callback", ({ kind, id, name }) => {
      const [day, time] = [dayOf(ctx, 1), ctx.settings.callBackAt];
      const title = ctx.t("callBackTitle", { name: plainWords(name) });
      const deadlineAt = momentIn(ctx, day, time);
      return [
        ctx.effect({ kind: "activity.add", ownerType: kind, ownerId: id, title, deadlineAt, byId: ctx.person.id }),
        ctx.say(ctx.t("callBackNoted", { name: plainWords(name), day, time })),
      ];
    }),
});

function withClient(
  ctx: SalesContext & { args: { kind: string; id: string } },
  name: string,
  act: (client: SalesClient) => ReturnType<SalesContext["begin"]> | ReturnType<SalesContext["say"]>[],
) {
  const { kind, id } = ctx.args;
  return orSayWhy(ctx, { command: name, params: `${kind} ${id}` }, async () => {
    const client = isClientKind(kind) ? await ctx.services.readClient(kind, id) : null;
    return client === null ? ctx.say(ctx.t("clientGone")) : act(client);
  });
}
