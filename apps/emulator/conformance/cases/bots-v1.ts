import { PEOPLE, type Cases, type Params, type World } from "../world.ts";

const CLIENT_ID = "conformance-v1";
const HANDLER = "http://127.0.0.1:9/handler";
const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const HANDLERS = { EVENT_MESSAGE_ADD: HANDLER, EVENT_WELCOME_MESSAGE: HANDLER, EVENT_BOT_DELETE: HANDLER };

async function aBot(world: World): Promise<Params & { BOT_ID: number }> {
  const BOT_ID = await world.once("v1 bot", () =>
    world.call("imbot.register", {
      CLIENT_ID,
      CODE: "v1_bot",
      EVENT_HANDLER: HANDLER,
      PROPERTIES: { NAME: "Old bot" },
    }),
  );
  return { BOT_ID, CLIENT_ID };
}

/** A group of the bot's with an employee and the manager, who calls. */
async function aChat(world: World, more: Params = {}): Promise<Params & { CHAT_ID: number }> {
  const own = await aBot(world);
  const users = { USERS: [PEOPLE.employee, PEOPLE.manager] };
  const CHAT_ID = await world.call("imbot.chat.add", { ...own, TITLE: "Stock", MESSAGE: "Hello", ...users, ...more });
  return { ...own, CHAT_ID };
}

async function aMessage(world: World): Promise<Params> {
  const own = await aBot(world);
  const dialog = { ...own, DIALOG_ID: String(PEOPLE.employee) };
  return { ...own, MESSAGE_ID: await world.call("imbot.message.add", { ...dialog, MESSAGE: "Well?" }) };
}

async function aCommand(world: World, COMMAND: string): Promise<Params> {
  const COMMAND_ID = await world.call("imbot.command.register", {
    ...(await aBot(world)),
    COMMAND,
    EVENT_COMMAND_ADD: HANDLER,
    LANG: [{ LANGUAGE_ID: "en", TITLE: "Help", PARAMS: "topic" }],
  });
  return { COMMAND_ID, CLIENT_ID };
}

/** The first bot API. */
export const botV1Cases: Cases = {
  "imbot.register": () => ({ CLIENT_ID, CODE: "another", ...HANDLERS, PROPERTIES: { NAME: "Another" } }),
  "imbot.update": async (world) => ({ ...(await aBot(world)), FIELDS: { PROPERTIES: { WORK_POSITION: "Helper" } } }),
  "imbot.unregister": async (world) => ({
    CLIENT_ID,
    BOT_ID: await world.call("imbot.register", { CLIENT_ID, CODE: "gone", ...HANDLERS, PROPERTIES: { NAME: "Gone" } }),
  }),
  "imbot.bot.list": async (world) => {
    await aBot(world);
    return {};
  },
  "imbot.chat.add": async (world) => ({ ...(await aBot(world)), TITLE: "Support", USERS: [PEOPLE.employee] }),
  "imbot.chat.get": async (world) => {
    const entity = { ENTITY_TYPE: "DEMO", ENTITY_ID: "13" };
    await aChat(world, entity);
    return entity;
  },
  "imbot.chat.leave": (world) => aChat(world),
  "imbot.chat.sendTyping": async (world) => ({ ...(await aBot(world)), DIALOG_ID: String(PEOPLE.employee) }),
  "imbot.chat.setManager": async (world) => ({ ...(await aChat(world)), USER_ID: PEOPLE.employee, IS_MANAGER: "Y" }),
  "imbot.chat.setOwner": async (world) => ({ ...(await aChat(world)), USER_ID: PEOPLE.employee }),
  "imbot.chat.updateAvatar": async (world) => ({ ...(await aChat(world)), AVATAR: PICTURE }),
  "imbot.chat.updateColor": async (world) => ({ ...(await aChat(world)), COLOR: "LIGHT_BLUE" }),
  "imbot.chat.updateTitle": async (world) => ({ ...(await aChat(world)), TITLE: "Shelves" }),
  "imbot.chat.user.add": async (world) => ({ ...(await aChat(world)), USERS: [PEOPLE.operator] }),
  "imbot.chat.user.delete": async (world) => ({ ...(await aChat(world)), USER_ID: PEOPLE.employee }),
  "imbot.chat.user.list": (world) => aChat(world),
  "imbot.command.register": async (world) => ({
    ...(await aBot(world)),
    COMMAND: "fresh",
    EVENT_COMMAND_ADD: HANDLER,
    LANG: [{ LANGUAGE_ID: "en", TITLE: "Fresh" }],
  }),
  "imbot.command.update": async (world) => ({ ...(await aCommand(world, "update")), FIELDS: { HIDDEN: "Y" } }),
  "imbot.command.unregister": (world) => aCommand(world, "unregister"),
  "imbot.command.answer": async (world) => {
    const { CHAT_ID } = await aChat(world);
    const command = await aCommand(world, "answer");
    const words = { as: String(PEOPLE.employee), text: "/answer stock" };
    const { id } = await world.control("POST", `/dialogs/chat${CHAT_ID}/messages`, words);
    return { ...command, MESSAGE_ID: Number(id), MESSAGE: "There are three left." };
  },
  "imbot.dialog.get": async (world) => {
    const { CHAT_ID } = await aChat(world, { ENTITY_TYPE: "CHAT", ENTITY_ID: "13" });
    const last = await world.control("GET", `/dialogs/chat${CHAT_ID}/messages?as=${PEOPLE.employee}`);
    const read = { as: String(PEOPLE.employee), messageId: last.at(-1).id };
    await world.control("POST", `/dialogs/chat${CHAT_ID}/read`, read);
    return { DIALOG_ID: `chat${CHAT_ID}` };
  },
  "imbot.message.add": async (world) => ({
    ...(await aBot(world)),
    DIALOG_ID: String(PEOPLE.employee),
    MESSAGE: "Choose",
    KEYBOARD: [{ TEXT: "Yes", ACTION: "SEND", ACTION_VALUE: "yes" }],
    MENU: [{ TEXT: "Site", LINK: "https://example.com" }],
  }),
  "imbot.message.update": async (world) => ({ ...(await aMessage(world)), MESSAGE: "Changed" }),
  "imbot.message.delete": (world) => aMessage(world),
  "imbot.message.like": async (world) => ({ ...(await aMessage(world)), ACTION: "plus" }),
};
