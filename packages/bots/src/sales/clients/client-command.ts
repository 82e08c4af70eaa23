import type { Button } from "@botdeck/core";
import { commandFor, plainWords } from "@botdeck/dialog";

import { orSayWhy } from "../../crm-answers/or-say-why.ts";
import type { SalesContext } from "../sales-context.ts";
import { isClientKind } from "./client-ref.ts";
import { clientView } from "./client-view.ts";

const command = commandFor<SalesContext>();

/** `/client Ivanov`, `/client +7 999 …`. */
export const clientCommand = command({
  title: { en: "Find a client", ru: "Найти клиента" },
  about: { en: "A contact or a company by its name or phone", ru: "Контакт или компания по имени или телефону" },
  params: [{ name: "name", kind: "words", title: { en: "name or phone", ru: "имя или телефон" } }],
  examples: { en: ["Peterson", "+1 202 555 0143"], ru: ["Иванов", "+7 916 123-45-67"] },
  handler: (ctx) => findClient(ctx, ctx.args.name),
});

/** One of several that were found. */
export const clientCardCommand = command({
  title: { en: "Show a client", ru: "Показать клиента" },
  isHidden: true,
  params: [
    { name: "kind", kind: "token", title: { en: "kind", ru: "вид" } },
    { name: "id", kind: "token", title: { en: "number", ru: "номер" } },
  ],
  handler: (ctx) => {
    const { kind, id } = ctx.args;
    return orSayWhy(ctx, { command: "clientcard", params: `${kind} ${id}` }, async () => {
      const client = isClientKind(kind) ? await ctx.services.readClient(kind, id) : null;
      if (client === null) return ctx.say(ctx.t("clientGone"));
      const { text, buttons } = await clientView(ctx, client);
      return ctx.say(text, { buttons });
    });
  },
});

const findClient = (ctx: SalesContext, words: string) =>
  orSayWhy(ctx, { command: "client", params: words }, async () => {
    const { clients, isMore } = await ctx.services.findClients(words);
    const [only, other] = clients;
    if (only === undefined) return ctx.say(ctx.t("clientNone", { words: plainWords(words) }));
    if (other === undefined) {
      const { text, buttons } = await clientView(ctx, only);
      return [ctx.answered(), ctx.say(text, { buttons })];
    }
    const buttons = clients.map(({ name, phones, kind, id }, index): Button[] => [
      {
        kind: "command",
        text: `${index + 1}. ${[name, ...phones.slice(0, 1)].map(plainWords).join(", ")}`.slice(0, 60),
        command: "clientcard",
        params: `${kind} ${id}`,
      },
    ]);
    const more = isMore ? ` ${ctx.t("clientsMore")}` : "";
    return ctx.say(`${ctx.t("clientsSeveral", { words: plainWords(words) })}${more}`, { buttons });
  });
