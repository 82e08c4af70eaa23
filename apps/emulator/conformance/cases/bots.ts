import { PEOPLE, type Cases, type Params, type World } from "../world.ts";
import { botV1Cases } from "./bots-v1.ts";

const botToken = "conformance-bot-token";
/** One pixel. */
const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A v2 bot of its own kind, and its calls. */
async function aBot(world: World, type = "bot"): Promise<{ own: Params; id: number }> {
  const { bot } = await world.once(`v2 bot ${type}`, () =>
    world.call("imbot.v2.Bot.register", {
      fields: { code: `v2_${type}`, botToken, type, properties: { name: `Demo ${type}`, lastName: "Bot" } },
    }),
  );
  return { id: bot.id, own: { botId: bot.id, botToken } };
}

async function aChat(world: World, type = "bot"): Promise<Params & { botId: number; dialogId: string; id: number }> {
  const { own, id } = await aBot(world, type);
  const { chat } = await world.call("imbot.v2.Chat.add", {
    ...own,
    fields: { title: "Stock", userIds: [PEOPLE.employee, PEOPLE.manager], message: "Hello" },
  });
  return { ...own, botId: id, dialogId: chat.dialogId, id: chat.lastMessageId };
}

async function aMessage(world: World): Promise<Params> {
  const { dialogId, ...own } = await aChat(world);
  const { id } = await world.call("imbot.v2.Chat.Message.send", { ...own, dialogId, fields: { message: "Well?" } });
  return { botId: own.botId, botToken, messageId: id };
}

/** What a person has written into a chat with a bot that reads everything. */
async function aReadMessage(world: World): Promise<Params> {
  const { dialogId, botId } = await aChat(world, "supervisor");
  const words = { as: String(PEOPLE.employee), text: "How many are left?" };
  const { id } = await world.control("POST", `/dialogs/${dialogId}/messages`, words);
  return { botId, botToken, dialogId, messageId: Number(id) };
}

async function aCommand(world: World, name: string): Promise<Params> {
  const { own } = await aBot(world);
  const { command } = await world.call("imbot.v2.Command.register", {
    ...own,
    fields: { command: name, title: { en: "Help", ru: "Помощь" }, params: { en: "topic" } },
  });
  return { ...own, commandId: command.id };
}

export const botsCases: Cases = {
  ...botV1Cases,
  "imbot.v2.Revision.get": () => ({}),
  "imbot.v2.Bot.register": () => ({
    fields: {
      code: "fresh",
      botToken,
      properties: { name: "Fresh", workPosition: "Assistant", color: "lightBlue", gender: "F", avatar: PICTURE },
    },
  }),
  "imbot.v2.Bot.get": async (world) => (await aBot(world)).own,
  "imbot.v2.Bot.list": async (world) => {
    await aBot(world);
    return { botToken, limit: 10 };
  },
  "imbot.v2.Bot.update": async (world) => ({
    ...(await aBot(world)).own,
    fields: { properties: { name: "Updated" }, isHidden: true },
  }),
  "imbot.v2.Bot.unregister": async (world) => {
    const { bot } = await world.call("imbot.v2.Bot.register", {
      fields: { code: "short_lived", botToken, properties: { name: "Short" } },
    });
    return { botId: bot.id, botToken };
  },
  "imbot.v2.Chat.add": async (world) => ({
    ...(await aBot(world)).own,
    fields: { title: "Support", color: "mint", userIds: [PEOPLE.employee, PEOPLE.operator], message: "Welcome" },
  }),
  "imbot.v2.Chat.get": async (world) => withoutId(await aChat(world)),
  "imbot.v2.Chat.update": async (world) => ({ ...withoutId(await aChat(world)), fields: { title: "Shelves" } }),
  "imbot.v2.Chat.leave": async (world) => withoutId(await aChat(world)),
  "imbot.v2.Chat.setOwner": async (world) => ({ ...withoutId(await aChat(world)), userId: PEOPLE.employee }),
  "imbot.v2.Chat.User.add": async (world) => ({ ...withoutId(await aChat(world)), userIds: [PEOPLE.operator] }),
  "imbot.v2.Chat.User.delete": async (world) => ({ ...withoutId(await aChat(world)), userId: PEOPLE.employee }),
  "imbot.v2.Chat.User.list": async (world) => ({ ...withoutId(await aChat(world)), order: { id: "DESC" }, limit: 2 }),
  "imbot.v2.Chat.Manager.add": async (world) => ({ ...withoutId(await aChat(world)), userIds: [PEOPLE.employee] }),
  "imbot.v2.Chat.Manager.delete": async (world) => ({ ...withoutId(await aChat(world)), userIds: [PEOPLE.employee] }),
  "imbot.v2.Chat.Message.send": async (world) => ({
    ...withoutId(await aChat(world)),
    fields: { message: "Choose", keyboard: [{ TEXT: "Yes", ACTION: "SEND", ACTION_VALUE: "yes" }] },
  }),
  "imbot.v2.Chat.Message.update": async (world) => ({ ...(await aMessage(world)), fields: { message: "Changed" } }),
  "imbot.v2.Chat.Message.delete": (world) => aMessage(world),
  "imbot.v2.Chat.Message.read": async (world) => {
    const { messageId: _id, ...dialog } = await aReadMessage(world);
    return dialog;
  },
  "imbot.v2.Chat.Message.get": async (world) => withoutDialog(await aReadMessage(world)),
  "imbot.v2.Chat.Message.getContext": async (world) => ({ ...withoutDialog(await aReadMessage(world)), range: 5 }),
  "imbot.v2.Chat.Message.Reaction.add": async (world) => ({ ...(await aMessage(world)), reaction: "hundredPoints" }),
  "imbot.v2.Chat.Message.Reaction.delete": async (world) => {
    const reaction = { ...(await aMessage(world)), reaction: "eyes" };
    await world.call("imbot.v2.Chat.Message.Reaction.add", reaction);
    return reaction;
  },
  "imbot.v2.Chat.InputAction.notify": async (world) => ({
    ...withoutId(await aChat(world)),
    statusMessageCode: "IMBOT_AGENT_ACTION_THINKING",
    duration: 30,
  }),
  "imbot.v2.Chat.TextField.enabled": async (world) => ({ ...withoutId(await aChat(world)), enabled: false }),
  "imbot.v2.Command.register": async (world) => ({
    ...(await aBot(world)).own,
    fields: { command: "stock", title: { en: "Stock" }, common: true },
  }),
  "imbot.v2.Command.update": async (world) => ({
    ...(await aCommand(world, "update")),
    fields: { title: { en: "New title", ru: null } },
  }),
  "imbot.v2.Command.list": async (world) => {
    await aCommand(world, "list");
    return (await aBot(world)).own;
  },
  "imbot.v2.Command.unregister": (world) => aCommand(world, "unregister"),
  "imbot.v2.Command.answer": async (world) => {
    const command = await aCommand(world, "answer");
    const { dialogId } = await aChat(world);
    const words = { as: String(PEOPLE.employee), text: "/answer stock" };
    const { id } = await world.control("POST", `/dialogs/${dialogId}/messages`, words);
    return { ...command, dialogId, messageId: Number(id), fields: { message: "There are three left." } };
  },
  "imbot.v2.Event.get": async (world) => {
    await aReadMessage(world);
    return (await aBot(world, "supervisor")).own;
  },
  "imbot.v2.File.upload": async (world) => ({
    ...withoutId(await aChat(world)),
    fields: { name: "report.png", content: PICTURE, message: "Here it is" },
  }),
  "imbot.v2.File.download": async (world) => {
    const { file } = await world.call("imbot.v2.File.upload", {
      ...withoutId(await aChat(world)),
      fields: { name: "report.png", content: PICTURE },
    });
    return { ...(await aBot(world)).own, fileId: file.id };
  },
};

function withoutId({ id: _id, ...params }: Params): Params {
  return params;
}

function withoutDialog({ dialogId: _id, ...params }: Params): Params {
  return params;
}
