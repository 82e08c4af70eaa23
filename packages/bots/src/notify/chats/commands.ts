import { commandFor } from "@botdeck/dialog";

import type { NotifyContext } from "../notify-context.ts";
import { button } from "../preferences/command-button.ts";
import type { ChatOf } from "./services.ts";

const command = commandFor<NotifyContext>();

const MOST_OFFERED = 8;
const WHO = { roles: ["admin", "head"] } as const;

/** `/chat department Sales`. */
const chatCommand = command({
  title: { en: "A service chat", ru: "Служебный чат" },
  about: {
    en: "Makes a group chat of a department or a project, and keeps its members in step",
    ru: "Создать чат подразделения или проекта и поддерживать его состав",
  },
  params: [
    {
      name: "of",
      kind: "choice",
      title: { en: "of what", ru: "чей" },
      choices: [
        { value: "department", title: { en: "department", ru: "отдел" }, also: ["подразделение"] },
        { value: "project", title: { en: "project", ru: "проект" }, also: ["группа", "group"] },
      ],
    },
    { name: "name", kind: "words", title: { en: "name", ru: "название" } },
  ],
  examples: { en: ["department Sales", "project New site"], ru: ["отдел Продажи", "проект Новый сайт"] },
  who: WHO,
  handler: async (ctx) => {
    const { of, name } = ctx.args;
    const found = await ctx.services.chats.find(of, name);
    if (found === null) return ctx.say(ctx.t("chatNoRight"));
    const [first] = found;
    if (first === undefined) return ctx.say(ctx.t("chatNone"));
    if (found.length === 1) return await make(ctx, of, first.id);
    const buttons = found.slice(0, MOST_OFFERED).map((each) => [button(each.name, "chatof", `${of} ${each.id}`)]);
    return ctx.say(ctx.t("chatWhich"), { buttons });
  },
});

const chatOfCommand = command({
  title: { en: "A service chat", ru: "Служебный чат" },
  isHidden: true,
  params: [
    { name: "of", kind: "token", title: { en: "of what", ru: "чей" } },
    { name: "id", kind: "token", title: { en: "number", ru: "номер" } },
  ],
  who: WHO,
  handler: (ctx) => {
    const { of, id } = ctx.args;
    return of === "department" || of === "project" ? make(ctx, of, id) : ctx.say(ctx.t("chatNone"));
  },
});

async function make(ctx: NotifyContext, of: ChatOf, id: string) {
  const made = await ctx.services.chats.make(of, id);
  if (made === null) return ctx.say(ctx.t("chatNone"));
  const { name, people, isNew } = made;
  return ctx.say(isNew ? ctx.t("chatMade", { name, people }) : ctx.t("chatThere", { name }));
}

export const chatCommands = { chat: chatCommand, chatof: chatOfCommand };
