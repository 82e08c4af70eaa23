import type { Button } from "@botdeck/core";
import { commandFor, type Moves, plainWords } from "@botdeck/dialog";

import { orSayWhy } from "../../crm-answers/or-say-why.ts";
import type { SalesContext } from "../sales-context.ts";
import type { SalesClient } from "../services.ts";

/** `/call +7 916 …`, `/call Ivanov`. */
export const callCommand = commandFor<SalesContext>()({
  title: { en: "Call a client", ru: "Позвонить клиенту" },
  about: {
    en: "By what telephony the portal has; your own phone rings first",
    ru: "Через телефонию портала; сначала звонит ваш телефон",
  },
  params: [
    { name: "phone", kind: "phone", title: { en: "phone", ru: "телефон" }, isOptional: true },
    { name: "name", kind: "words", title: { en: "or name", ru: "или имя" }, isOptional: true },
  ],
  examples: { en: ["+1 202 555 0143", "Peterson"], ru: ["+7 916 123-45-67", "Иванов"] },
  handler: (ctx) => {
    const { phone, name } = ctx.args;
    if (phone === undefined && name === undefined) {
      return ctx.say(ctx.t("callWhom"), { buttons: [[{ kind: "put", text: ctx.t("callPut"), put: "/call " }]] });
    }
    return orSayWhy(ctx, { command: "call", params: ctx.params }, () =>
      phone === undefined ? callByName(ctx, name ?? "") : callPhone(ctx, phone),
    );
  },
});

/** @param as It may be written in any way in a client's card. */
async function callPhone(ctx: SalesContext, as: string): Promise<Moves> {
  const phone = plainWords(as);
  const way = await ctx.services.callWay();
  const button: Button = { kind: "call", text: ctx.t("callButton", { phone }), phone };
  if (way === "button") return ctx.say(ctx.t("callPress", { phone }), { buttons: [[button]] });
  const start = ctx.effect({ kind: "call.start", phone, byId: ctx.person.id });
  if (way === "callback") return [ctx.say(ctx.t("callStarts", { phone })), start];
  return [ctx.say(ctx.t("callExternal", { phone }), { buttons: [[button]] }), start];
}

async function callByName(ctx: SalesContext, words: string): Promise<Moves> {
  const { clients } = await ctx.services.findClients(words);
  const [only] = clients;
  if (only === undefined) return ctx.say(ctx.t("clientNone", { words: plainWords(words) }));
  const numbers = clients.flatMap((client) => client.phones.map((phone) => ({ client, phone })));
  const [number, other] = numbers;
  if (number === undefined) return ctx.say(ctx.t("callNoPhone", { name: plainWords(only.name) }));
  // A wrong person called is worse than a question.
  if (clients.length === 1 && other === undefined) return await callPhone(ctx, number.phone);
  return ctx.say(ctx.t("callSeveral"), { buttons: numbers.map(({ client, phone }) => [numberButton(client, phone)]) });
}

const numberButton = ({ name }: SalesClient, phone: string): Button => ({
  kind: "command",
  text: `${plainWords(name).slice(0, 40)}: ${phone}`,
  command: "call",
  params: phone,
});
