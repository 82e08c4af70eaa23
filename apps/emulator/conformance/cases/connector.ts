import type { Cases, Params, World } from "../world.ts";

const NAME = "democonnector";
const REGISTRATION = {
  NAME: "Demo connector",
  ICON: { DATA_IMAGE: "data:image/svg+xml,%3Csvg/%3E", COLOR: "#69acc0" },
  PLACEMENT_HANDLER: "http://127.0.0.1:9/settings",
};

/** A connector that works on the portal's first line. */
async function aConnector(world: World): Promise<{ CONNECTOR: string; LINE: number }> {
  return world.once("connector", async () => {
    await world.call("imconnector.register", { ID: NAME, ...REGISTRATION });
    await world.call("imconnector.activate", { CONNECTOR: NAME, LINE: 1, ACTIVE: "1" });
    return { CONNECTOR: NAME, LINE: 1 };
  });
}

function aMessage(id: string): Params {
  return {
    user: { id: "585", name: "Anna", last_name: "Demo", skip_phone_validate: "Y" },
    message: { id, date: 1_773_682_918, text: "Hello", disable_crm: "Y" },
    chat: { id: "channel-123", name: "Support", url: "https://example.com/chats/123" },
  };
}

/** What the application has sent in already. */
async function sent(world: World, id: string): Promise<Params> {
  const place = await aConnector(world);
  await world.call("imconnector.send.messages", { ...place, MESSAGES: [aMessage(id)] });
  return { ...place, MESSAGES: [aMessage(id)] };
}

async function delivered(world: World): Promise<Params> {
  const place = await aConnector(world);
  const { DATA } = await world.call("imconnector.send.messages", { ...place, MESSAGES: [aMessage("ext-1")] });
  const chat_id = Number(DATA.RESULT[0].session.CHAT_ID);
  const message_id = [...world.portal.state.messages.values()].at(-1)?.id;
  const message = { id: ["ext-2"], date: 1_773_682_920 };
  return { ...place, MESSAGES: [{ im: { chat_id, message_id }, message, chat: { id: "channel-123" } }] };
}

export const connectorCases: Cases = {
  "imconnector.register": () => ({ ID: "another", ...REGISTRATION }),
  "imconnector.unregister": async (world) => {
    await world.call("imconnector.register", { ID: "short", ...REGISTRATION });
    return { ID: "short" };
  },
  "imconnector.list": async (world) => {
    await world.call("imconnector.register", { ID: "myconnector", ...REGISTRATION });
    return {};
  },
  "imconnector.activate": async (world) => ({ ...(await aConnector(world)), ACTIVE: "1" }),
  "imconnector.connector.data.set": async (world) => ({
    ...(await aConnector(world)),
    DATA: { ID: "channel-123", URL: "https://example.com/chats/123", NAME: "Support" },
  }),
  "imconnector.status": (world) => aConnector(world),
  "imconnector.send.messages": async (world) => ({ ...(await aConnector(world)), MESSAGES: [aMessage("ext-0")] }),
  "imconnector.update.messages": (world) => sent(world, "ext-update"),
  "imconnector.delete.messages": (world) => sent(world, "ext-delete"),
  "imconnector.send.status.delivery": (world) => delivered(world),
  "imconnector.send.status.reading": (world) => delivered(world),
  "imconnector.chat.name.set": async (world) => {
    const { MESSAGES: _messages, ...place } = await sent(world, "ext-name");
    return { ...place, CHAT_ID: "channel-123", USER_ID: "585", NAME: "Renamed" };
  },
};
