import type { B24Client, CallOptions } from "../../client.ts";
import type { BotVerbs } from "../bot-api.ts";
import type { BotChanges, BotRegistration, BotType, EventTarget, ListedBot } from "../bot-registration.ts";
import { checkBotToken, otherType } from "../registration-faults.ts";
import { callerOf, cannot, clientOf, colorOf, UPDATE_PORTAL, yesNo } from "./caller.ts";
import { syncCommands } from "./commands.ts";

const TYPES = { bot: "B", supervisor: "S", openline: "O", personal: null } as const satisfies Record<
  BotType,
  string | null
>;

/** Bitrix24 docs: chat-bots/outdated/bots */
export function createBotVerbs(client: B24Client): BotVerbs {
  return {
    /**
     * What a second register of the same code does is not documented, so the list is asked first. The handlers of updated
     * and deleted messages count only in an update, so one always follows.
     */
    async register(bot, options) {
      const { code, type, botToken } = bot;
      checkBotToken(code, botToken);
      const handlers = handlersOf(bot);
      const registration = registrationFields(bot);
      const servesOpenLines = type === "openline" || bot.isSupportOpenline === true;
      const known = (await list(client, options)).find((each) => each.code === code);
      if (known !== undefined && known.servesOpenLines !== servesOpenLines) {
        throw otherType(code, known.servesOpenLines ? "openline" : "bot", type);
      }
      const fields = { ...handlers, PROPERTIES: propertiesOf(bot) };
      const botId =
        known?.botId ?? (await client.call("imbot.register", { CODE: code, ...registration, ...fields }, options));
      await updateBot(client, { botId, botToken }, fields, options);
      return { bitrixBotId: botId };
    },

    async update(bot, changes, options) {
      checkProfile(changes);
      if (changes.isSupportOpenline !== undefined) {
        throw cannot("change whether a bot serves open lines", "unregister the bot and register it anew");
      }
      const properties = propertiesOf(changes);
      const fields = {
        ...(changes.events && handlersOf(changes.events)),
        ...(Object.keys(properties).length > 0 && { PROPERTIES: properties }),
      };
      await updateBot(client, bot, fields, options);
    },

    async unregister(bot, options) {
      await client.call("imbot.unregister", callerOf(bot), options);
    },

    list: (_credentials, options) => list(client, options),
    syncCommands: (bot, sync, options) => syncCommands(client, bot, sync, options),
  };
}

async function list(client: B24Client, options?: CallOptions): Promise<ListedBot[]> {
  const bots = Object.values(await client.call("imbot.bot.list", {}, options));
  return bots.map(({ ID, CODE, NAME, OPENLINE }) => ({
    botId: ID ?? "",
    code: CODE ?? "",
    name: NAME ?? "",
    servesOpenLines: OPENLINE === true,
  }));
}

async function updateBot(
  client: B24Client,
  bot: { botId: string; botToken?: string | undefined },
  fields: object,
  options?: CallOptions,
): Promise<void> {
  await client.call("imbot.update", { ...callerOf(bot), FIELDS: fields }, options);
}

function registrationFields(bot: BotRegistration): Record<string, string> {
  checkProfile(bot);
  const type = TYPES[bot.type];
  if (type === null) throw cannot(`have a bot of type ${bot.type}`, `choose another type, or ${UPDATE_PORTAL}`);
  return { TYPE: type, OPENLINE: yesNo(type === "O" || bot.isSupportOpenline === true), ...clientOf(bot.botToken) };
}

/** All bots of an app share one set of addresses. EVENT_HANDLER would stand for all, but not in every update. */
function handlersOf(target: EventTarget): Record<string, string> {
  if (target.eventMode === "fetch") {
    throw cannot("keep events until they are fetched", `register with a public address, or ${UPDATE_PORTAL}`);
  }
  const url = target.webhookUrl;
  return {
    EVENT_MESSAGE_ADD: url,
    EVENT_MESSAGE_UPDATE: url,
    EVENT_MESSAGE_DELETE: url,
    EVENT_WELCOME_MESSAGE: url,
    EVENT_BOT_DELETE: url,
  };
}

function checkProfile({ isHidden, isReactionsEnabled, backgroundId }: BotChanges): void {
  if (isHidden === true) throw cannot("hide a bot", `leave isHidden out, or ${UPDATE_PORTAL}`);
  if (isReactionsEnabled === false) throw cannot("switch reactions off", `leave it out, or ${UPDATE_PORTAL}`);
  if (backgroundId !== undefined) throw cannot("set a dialog's background", `leave it out, or ${UPDATE_PORTAL}`);
}

function propertiesOf({ name, lastName, workPosition, color, gender, avatar }: BotChanges): Record<string, string> {
  return {
    ...(name !== undefined && { NAME: name }),
    ...(lastName !== undefined && { LAST_NAME: lastName }),
    ...(workPosition !== undefined && { WORK_POSITION: workPosition }),
    ...(color !== undefined && { COLOR: colorOf(color) }),
    ...(gender !== undefined && { PERSONAL_GENDER: gender }),
    ...(avatar !== undefined && { PERSONAL_PHOTO: avatar }),
  };
}
