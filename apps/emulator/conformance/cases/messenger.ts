import { notifyPerson } from "../../src/chat/notifications.ts";
import { postMessage } from "../../src/chat/post-message.ts";
import { PEOPLE, type Cases, type Params, type World } from "../world.ts";

const CONTENT = Buffer.from("demo").toString("base64");
/** The smallest picture there is: one transparent point. */
const PICTURE = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** A group of the manager's with two more people. */
function aChat(world: World): Promise<number> {
  const USERS = [PEOPLE.employee, PEOPLE.operator];
  return world.call("im.chat.add", { TITLE: "Stock", USERS, ENTITY_TYPE: "CRM", ENTITY_ID: "DEAL|1" });
}

async function aMessage(world: World): Promise<{ DIALOG_ID: string; MESSAGE_ID: number }> {
  const DIALOG_ID = `chat${await aChat(world)}`;
  return { DIALOG_ID, MESSAGE_ID: await world.call("im.message.add", { DIALOG_ID, MESSAGE: "New stock is here" }) };
}

/** What a colleague wrote to the manager, in private and in a muted group. */
async function somethingUnread(world: World): Promise<void> {
  const muted = await aChat(world);
  await world.call("im.chat.mute", { CHAT_ID: muted });
  await world.call("im.message.add", { DIALOG_ID: String(PEOPLE.employee), MESSAGE: "Hello" });
  for (const chat of world.portal.state.chats.values()) {
    const isTheirs = chat.kind === "private" && chat.memberIds.includes(PEOPLE.employee);
    if (chat.id !== muted && !isTheirs) continue;
    postMessage(world.portal, chat, { authorId: PEOPLE.employee, text: "An answer", fileIds: [] });
  }
}

async function aFileInChat(world: World): Promise<{ CHAT_ID: number; FILE_ID: number }> {
  const CHAT_ID = await aChat(world);
  const { ID: id } = await world.call("im.disk.folder.get", { CHAT_ID });
  const data = { NAME: "plan.gif" };
  const file = await world.call("disk.folder.uploadFile", { id, data, fileContent: ["plan.gif", PICTURE] });
  return { CHAT_ID, FILE_ID: file.ID };
}

async function aSentFile(world: World): Promise<{ CHAT_ID: number; FILE_ID: number }> {
  const file = await aFileInChat(world);
  await world.call("im.disk.file.commit", file);
  return file;
}

/** An entry in the manager's bell, with buttons when it asks for something. */
function aNotification(world: World, kind: "confirm" | "personal" = "personal"): number {
  const buttons = kind === "confirm" ? [{ title: "Accept", value: "Y" }] : [];
  const input = { userId: PEOPLE.manager, authorId: PEOPLE.employee, kind, text: "The invoice is paid", buttons };
  return notifyPerson(world.portal, { ...input, isAnswerable: true }).id;
}

const withChat = async (world: World): Promise<Params> => ({ CHAT_ID: await aChat(world) });
const withDialog = async (world: World): Promise<Params> => ({ DIALOG_ID: `chat${await aChat(world)}` });
const withMessage = async (world: World): Promise<Params> => {
  const { MESSAGE_ID } = await aMessage(world);
  return { MESSAGE_ID };
};

export const messengerCases: Cases = {
  "im.revision.get": () => ({}),
  "im.chat.add": () => ({ USERS: [PEOPLE.employee], TITLE: "Delivery", MESSAGE: "Hello" }),
  "im.chat.get": async (world) => {
    await aChat(world);
    return { ENTITY_TYPE: "CRM", ENTITY_ID: "DEAL|1" };
  },
  "im.chat.leave": withChat,
  "im.chat.mute": withChat,
  "im.chat.setOwner": async (world) => ({ ...(await withChat(world)), USER_ID: PEOPLE.employee }),
  "im.chat.updateTitle": async (world) => ({ ...(await withChat(world)), TITLE: "Another title" }),
  "im.chat.updateColor": async (world) => ({ ...(await withChat(world)), COLOR: "MINT" }),
  "im.chat.updateAvatar": async (world) => ({ ...(await withChat(world)), AVATAR: PICTURE }),
  "im.chat.user.list": withChat,
  "im.chat.user.add": async (world) => ({ ...(await withChat(world)), USERS: [PEOPLE.otherEmployee] }),
  "im.chat.user.delete": async (world) => ({ ...(await withChat(world)), USER_ID: PEOPLE.employee }),

  "im.dialog.get": withDialog,
  "im.dialog.users.list": withDialog,
  "im.dialog.read": withDialog,
  "im.dialog.read.all": () => ({}),
  "im.dialog.unread": aMessage,
  "im.dialog.writing": withDialog,
  "im.dialog.messages.get": async (world) => {
    const { CHAT_ID } = await aSentFile(world);
    return { DIALOG_ID: `chat${CHAT_ID}` };
  },
  "im.dialog.messages.search": async (world) => {
    const { DIALOG_ID } = await aMessage(world);
    return { CHAT_ID: Number(DIALOG_ID.slice("chat".length)), SEARCH_MESSAGE: "stock" };
  },

  "im.message.add": async (world) => ({ ...(await withDialog(world)), MESSAGE: "New stock is here" }),
  "im.message.update": async (world) => ({ ...(await withMessage(world)), MESSAGE: "All is sold" }),
  "im.message.delete": withMessage,
  "im.message.like": withMessage,
  "im.message.share": async (world) => ({ ...(await aMessage(world)), TYPE: "CHAT" }),
  "im.message.command": async (world) => {
    const { bot } = await world.call("imbot.v2.Bot.register", {
      fields: { code: "commands", botToken: "commands-token", properties: { name: "Demo bot" }, eventMode: "fetch" },
    });
    await world.call("imbot.v2.Command.register", {
      botId: bot.id,
      botToken: "commands-token",
      fields: { command: "stock", title: { en: "Stock" } },
    });
    const chatId: number = await world.call("im.chat.add", { TITLE: "Stock", USERS: [bot.id] });
    const message = { DIALOG_ID: `chat${chatId}`, MESSAGE: "What is in stock?" };
    return { MESSAGE_ID: await world.call("im.message.add", message), BOT_ID: bot.id, COMMAND: "stock" };
  },

  "im.notify": () => ({ USER_ID: PEOPLE.employee, MESSAGE: "The deal is won", TAG: "DEAL|1" }),
  "im.notify.personal.add": () => ({ USER_ID: PEOPLE.employee, MESSAGE: "The deal is won" }),
  "im.notify.system.add": () => ({ USER_ID: PEOPLE.employee, MESSAGE: "The deal is won" }),
  "im.notify.delete": (world) => ({ ID: aNotification(world) }),
  "im.notify.get": (world) => {
    aNotification(world);
    return {};
  },
  "im.notify.history.search": (world) => {
    aNotification(world);
    return { SEARCH_TEXT: "invoice" };
  },
  "im.notify.schema.get": () => ({}),
  "im.notify.read": (world) => ({ ID: aNotification(world), ONLY_CURRENT: "Y" }),
  "im.notify.read.list": (world) => ({ IDS: [aNotification(world)] }),
  "im.notify.read.all": () => ({}),
  "im.notify.answer": (world) => ({ NOTIFY_ID: aNotification(world), ANSWER_TEXT: "Thank you" }),
  "im.notify.confirm": (world) => ({ NOTIFY_ID: aNotification(world, "confirm"), NOTIFY_VALUE: "Y" }),

  "im.counters.get": async (world) => {
    await somethingUnread(world);
    return {};
  },
  "im.recent.get": async (world) => {
    await aMessage(world);
    return { SKIP_DIALOG: "Y", SKIP_OPENLINES: "Y" };
  },
  "im.recent.list": async (world) => {
    await somethingUnread(world);
    return {};
  },
  "im.recent.pin": withDialog,
  "im.recent.hide": withDialog,
  "im.recent.unread": withDialog,

  "im.search.user.list": () => ({ FIND: "emma" }),
  "im.search.chat.list": async (world) => {
    await aChat(world);
    return { FIND: "stock" };
  },
  "im.search.department.list": () => ({ FIND: "sales", USER_DATA: "Y" }),
  "im.search.last.add": withDialog,
  "im.search.last.get": async (world) => {
    await world.call("im.search.last.add", await withDialog(world));
    await world.call("im.search.last.add", { DIALOG_ID: String(PEOPLE.employee) });
    return {};
  },
  "im.search.last.delete": withDialog,

  "im.department.get": () => ({ ID: [1, 2] }),
  "im.department.employees.get": () => ({ ID: [1, 2] }),
  "im.department.managers.get": () => ({ ID: [1, 2] }),
  "im.department.colleagues.list": async (world) => {
    await world.call("user.update", { ID: PEOPLE.employee, UF_DEPARTMENT: [1, 2] });
    return {};
  },

  "im.user.get": () => ({ ID: PEOPLE.employee }),
  "im.user.list.get": () => ({ ID: [PEOPLE.employee, PEOPLE.operator], RESULT_TYPE: "array" }),
  "im.user.status.get": () => ({}),
  "im.user.status.set": () => ({ STATUS: "dnd" }),
  "im.user.status.idle.start": () => ({ AGO: 5 }),
  "im.user.status.idle.end": () => ({}),

  "im.disk.folder.get": withChat,
  "im.disk.file.commit": async (world) => ({ ...(await aFileInChat(world)), MESSAGE: "The plan" }),
  "im.disk.file.save": async (world) => {
    const { FILE_ID } = await aSentFile(world);
    return { FILE_ID };
  },
  "im.disk.file.delete": aSentFile,

  "im.v2.Event.subscribe": () => ({}),
  "im.v2.Event.unsubscribe": () => ({}),
  "im.v2.Event.get": async (world) => {
    await world.call("im.v2.Event.subscribe");
    await aMessage(world);
    return {};
  },
  "im.v2.File.upload": async (world) => ({
    dialogId: `chat${await aChat(world)}`,
    fields: { name: "report.pdf", content: CONTENT },
  }),
  "im.v2.File.download": async (world) => {
    const dialogId = `chat${await aChat(world)}`;
    const { file } = await world.call("im.v2.File.upload", { dialogId, fields: { name: "a.txt", content: CONTENT } });
    return { dialogId, fileId: file.id };
  },
};
