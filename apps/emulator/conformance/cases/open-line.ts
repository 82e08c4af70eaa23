import { PEOPLE, type Cases, type Params, type World } from "../world.ts";

const botToken = "conformance-line-token";

/** The bot that welcomes the line's clients. */
async function lineBot(world: World): Promise<Params> {
  await world.once("line bot", () =>
    world.call("imbot.v2.Bot.register", {
      fields: { code: "line_bot", botToken, type: "openline", properties: { name: "Line bot" } },
    }),
  );
  return { CLIENT_ID: botToken };
}

/** A client writes: the dialog that they have with the first line, with a session that runs. */
async function aDialog(world: World, client = PEOPLE.client): Promise<{ CHAT_ID: number; MESSAGE_ID: number }> {
  const as = String(client);
  const dialog = await world.control("POST", "/dialogs", { as });
  const { id } = await world.control("POST", `/dialogs/${dialog.id}/messages`, { as, text: "Is it in stock?" });
  return { CHAT_ID: Number(dialog.chatId), MESSAGE_ID: Number(id) };
}

/** A dialog that nobody had answered before: the bot has it. */
async function aBotDialog(world: World): Promise<Params> {
  const bot = await lineBot(world);
  const { CHAT_ID } = await aDialog(world);
  await world.call("imopenlines.operator.another.finish", { CHAT_ID });
  await aDialog(world);
  return { CHAT_ID, ...bot };
}

/** A dialog that the calling manager answers. */
async function anAnsweredDialog(
  world: World,
  client = PEOPLE.client,
): Promise<{ CHAT_ID: number; MESSAGE_ID: number }> {
  const dialog = await aDialog(world, client);
  await world.call("imopenlines.operator.answer", { CHAT_ID: dialog.CHAT_ID });
  return dialog;
}

async function justChat(dialog: Promise<{ CHAT_ID: number }>): Promise<Params> {
  return { CHAT_ID: (await dialog).CHAT_ID };
}

/** A lead that was made out of a dialog, which runs. */
async function aLead(world: World): Promise<Params & { CHAT_ID: number }> {
  const { CHAT_ID } = await anAnsweredDialog(world, PEOPLE.otherClient);
  const CRM_ENTITY = await world.once("line lead", async () => {
    await world.call("imopenlines.crm.lead.create", { CHAT_ID });
    return Number((await world.call("imopenlines.dialog.get", { CHAT_ID })).entity_data_1.split("|")[2]);
  });
  return { CRM_ENTITY_TYPE: "lead", CRM_ENTITY, CHAT_ID };
}

async function entityOnly(world: World): Promise<Params> {
  const { CHAT_ID: _id, ...entity } = await aLead(world);
  return entity;
}

const aLine = (world: World, name: string): Promise<number> =>
  world.call("imopenlines.config.add", {
    PARAMS: { LINE_NAME: name, QUEUE: [{ ENTITY_TYPE: "user", ENTITY_ID: String(PEOPLE.operator) }] },
  });

function networkCode(world: World): string {
  return [...world.portal.state.openLines.values()][0]?.networkCode ?? "";
}

export const openLineCases: Cases = {
  "imopenlines.bot.session.operator": (world) => aBotDialog(world),
  "imopenlines.bot.session.transfer": async (world) => ({ ...(await aBotDialog(world)), USER_ID: PEOPLE.operator }),
  "imopenlines.bot.session.finish": (world) => aBotDialog(world),
  "imopenlines.bot.session.message.send": async (world) => ({ ...(await aBotDialog(world)), NAME: "WELCOME" }),

  "imopenlines.operator.answer": (world) => justChat(aDialog(world)),
  "imopenlines.operator.finish": (world) => justChat(anAnsweredDialog(world)),
  "imopenlines.operator.another.finish": (world) => justChat(aDialog(world)),
  "imopenlines.operator.skip": (world) => justChat(anAnsweredDialog(world)),
  "imopenlines.operator.spam": (world) => justChat(aDialog(world)),
  "imopenlines.operator.transfer": async (world) => ({
    ...(await justChat(anAnsweredDialog(world))),
    TRANSFER_ID: `queue${await aLine(world, "Returns")}`,
  }),

  "imopenlines.session.open": async (world) => {
    const { CHAT_ID } = await aDialog(world);
    return { USER_CODE: (await world.call("imopenlines.dialog.get", { CHAT_ID })).entity_id };
  },
  "imopenlines.session.start": (world) => justChat(aDialog(world)),
  "imopenlines.message.session.start": (world) => aDialog(world),
  "imopenlines.session.join": (world) => justChat(aDialog(world)),
  "imopenlines.session.intercept": (world) => justChat(aDialog(world)),
  "imopenlines.session.mode.pin": async (world) => ({ ...(await justChat(aDialog(world))), ACTIVATE: "Y" }),
  "imopenlines.session.mode.pinAll": async (world) => {
    await aDialog(world);
    await world.call("imopenlines.session.mode.unpinAll");
    return {};
  },
  "imopenlines.session.mode.unpinAll": async (world) => {
    await aDialog(world);
    await world.call("imopenlines.session.mode.pinAll");
    return {};
  },
  "imopenlines.session.mode.silent": async (world) => ({ ...(await justChat(anAnsweredDialog(world))), ACTIVATE: "N" }),
  "imopenlines.session.head.vote": async (world) => {
    const { CHAT_ID } = await aDialog(world);
    await world.call("imopenlines.operator.another.finish", { CHAT_ID });
    const SESSION_ID = world.portal.state.chats.get(CHAT_ID)?.sessionId;
    return { SESSION_ID, RATING: 5, COMMENT: "Quick and kind" };
  },
  "imopenlines.session.history.get": async (world) => {
    const { CHAT_ID } = await anAnsweredDialog(world);
    return { CHAT_ID };
  },
  "imopenlines.dialog.get": async (world) => {
    const { CHAT_ID } = await aLead(world);
    const last = await world.control("GET", `/dialogs/chat${CHAT_ID}/messages?as=${PEOPLE.manager}`);
    const read = { as: String(PEOPLE.manager), messageId: last.at(-1).id };
    await world.control("POST", `/dialogs/chat${CHAT_ID}/read`, read);
    return { CHAT_ID };
  },

  "imopenlines.crm.chat.get": (world) => entityOnly(world),
  "imopenlines.crm.chat.getLastId": (world) => entityOnly(world),
  "imopenlines.crm.chat.user.add": async (world) => {
    const lead = await aLead(world);
    await world.ask("imopenlines.crm.chat.user.delete", { ...lead, USER_ID: PEOPLE.operator });
    return { ...lead, USER_ID: PEOPLE.operator };
  },
  "imopenlines.crm.chat.user.delete": async (world) => {
    const lead = await aLead(world);
    await world.ask("imopenlines.crm.chat.user.add", { ...lead, USER_ID: PEOPLE.operator });
    return { ...lead, USER_ID: PEOPLE.operator };
  },
  "imopenlines.crm.message.add": async (world) => ({
    ...(await aLead(world)),
    USER_ID: PEOPLE.manager,
    MESSAGE: "Your order is on its way.",
  }),
  "imopenlines.crm.lead.create": (world) => justChat(anAnsweredDialog(world)),

  "imopenlines.config.add": () => ({ PARAMS: { LINE_NAME: "VIP", WELCOME_BOT_ENABLE: "N" } }),
  "imopenlines.config.get": async (world) => ({ CONFIG_ID: await aLine(world, "Support"), WITH_QUEUE: "Y" }),
  "imopenlines.config.list.get": async (world) => {
    await aLine(world, "Sales");
    return { PARAMS: { select: ["ID", "LINE_NAME", "ACTIVE"], order: { ID: "asc" } }, OPTIONS: { QUEUE: "Y" } };
  },
  "imopenlines.config.update": async (world) => ({
    CONFIG_ID: await aLine(world, "Old name"),
    PARAMS: { LINE_NAME: "New name", WELCOME_BOT_ENABLE: "Y", WELCOME_BOT_TIME: 60 },
  }),
  "imopenlines.config.delete": async (world) => ({ CONFIG_ID: await aLine(world, "Short-lived") }),
  "imopenlines.config.path.get": () => ({}),
  "imopenlines.revision.get": () => ({}),

  "imopenlines.message.quick.save": (world) => aDialog(world),
  "imopenlines.network.join": async (world) => {
    await world.call("imopenlines.config.list.get");
    return { CODE: networkCode(world) };
  },
  "imopenlines.network.message.add": async (world) => {
    await world.call("imopenlines.config.list.get");
    const CODE = networkCode(world);
    await world.call("imopenlines.network.join", { CODE });
    return { CODE, USER_ID: PEOPLE.employee, MESSAGE: "Your ticket is solved." };
  },
};
