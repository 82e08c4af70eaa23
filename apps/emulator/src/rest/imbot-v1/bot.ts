import { createBot, removeBot } from "../../chat/bots.ts";
import { nameOf, personById } from "../../chat/find.ts";
import { servesOpenLines } from "../../chat/open-line.ts";
import type { Bot } from "../../state/model.ts";
import { phpMap } from "../../wire/php-map.ts";
import { isHttpAddress } from "../imbot-v2/bot-fields.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { record, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { botsOf, ownBot, ownerOf } from "./access.ts";

const MAX_BOTS_PER_APP = 5;
const BOT_TYPES: Record<string, Bot["type"]> = { B: "bot", H: "bot", O: "openline", S: "supervisor" };

/** Parameter of `imbot.register` → the event that it takes, and whether it has to be there. */
const HANDLERS = [
  { parameter: "EVENT_MESSAGE_ADD", event: "ONIMBOTMESSAGEADD", isRequired: true },
  { parameter: "EVENT_WELCOME_MESSAGE", event: "ONIMBOTJOINCHAT", isRequired: true },
  { parameter: "EVENT_BOT_DELETE", event: "ONIMBOTDELETE", isRequired: true },
  { parameter: "EVENT_MESSAGE_UPDATE", event: "ONIMBOTMESSAGEUPDATE", isRequired: false },
  { parameter: "EVENT_MESSAGE_DELETE", event: "ONIMBOTMESSAGEDELETE", isRequired: false },
];

/** The first bot API, deprecated and still in use. Bitrix24 docs: chat-bots/outdated. */
export const botV1Methods: RestMethod[] = [
  { name: "imbot.register", scopes: ["imbot"], missing: "own", run: register },
  { name: "imbot.unregister", scopes: ["imbot"], missing: "own", run: unregister },
  { name: "imbot.bot.list", scopes: ["imbot"], missing: "own", run: listBots },
];

/** A repeat with the same CODE gives the number of the existing bot. The page does not say so; portals do it. */
function register(call: Call): Answer {
  const params = upperKeys(call.params);
  const owner = ownerOf(call, params);
  const code = text(params, "CODE");
  if (code === "") throw badRequest("CODE_ERROR", "Bot code isn't specified");
  const properties = upperKeys(record(params, "PROPERTIES"));
  const firstName = text(properties, "NAME");
  const lastName = text(properties, "LAST_NAME");
  if (firstName === "" && lastName === "") throw badRequest("NAME_ERROR", "Bot name isn't specified");
  const handlers = readHandlers(params);
  const own = botsOf(call.portal, owner);
  const existing = own.find((bot) => bot.code === code);
  if (existing !== undefined) return { result: existing.id };
  if (own.length >= MAX_BOTS_PER_APP) {
    throw badRequest("MAX_COUNT_ERROR", "Has reached the maximum number of bots for application (max: 5)");
  }
  const type = BOT_TYPES[text(params, "TYPE").toUpperCase() || "B"] ?? "bot";
  const bot = createBot(
    call.portal,
    {
      code,
      type,
      api: "v1",
      owner,
      eventMode: "webhook",
      webhookUrl: null,
      handlers,
      isHidden: false,
      isSupportOpenline: type === "openline" || text(params, "OPENLINE").toUpperCase() === "Y",
      isReactionsEnabled: true,
      backgroundId: null,
    },
    {
      firstName,
      lastName,
      workPosition: text(properties, "WORK_POSITION"),
      gender: text(properties, "PERSONAL_GENDER") === "F" ? "F" : "M",
      language: call.caller.user.language,
    },
  );
  return { result: bot.id };
}

/** EVENT_HANDLER is copied over all others. @throws RestError named after the parameter that is missing or no address. */
function readHandlers(params: Params): Record<string, string> {
  const forAll = text(params, "EVENT_HANDLER");
  const entries = HANDLERS.flatMap(({ parameter, event, isRequired }) => {
    const address = forAll || text(params, parameter);
    if (address === "" && !isRequired) return [];
    if (!isHttpAddress(address)) throw badRequest(`${parameter}_ERROR`, `Handler for "${parameter}" isn't specified`);
    return [[event, address] as const];
  });
  return Object.fromEntries(entries);
}

function unregister(call: Call): Answer {
  removeBot(call.portal, ownBot(call, upperKeys(call.params)), call.caller.user.id);
  return TRUE;
}

/** Every bot of the portal, keyed by its number. */
function listBots({ portal }: Call): Answer {
  const rows = [...portal.state.bots.values()].map((bot): [string, unknown] => {
    const NAME = nameOf(personById(portal.state, bot.id));
    return [String(bot.id), { ID: bot.id, NAME, CODE: bot.code, OPENLINE: servesOpenLines(bot) ? "Y" : "N" }];
  });
  return { result: phpMap(rows) };
}
