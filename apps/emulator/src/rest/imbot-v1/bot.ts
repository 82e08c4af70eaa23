import { storeAvatar } from "../../chat/avatars.ts";
import { colorByName } from "../../chat/chat-colors.ts";
import { createBot, removeBot } from "../../chat/bots.ts";
import { nameOf, personById } from "../../chat/find.ts";
import { servesOpenLines } from "../../chat/lines.ts";
import type { Bot, Person } from "../../state/model.ts";
import { phpMap } from "../../wire/php-map.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, record, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { botsOf, ownBot, ownerOf } from "./access.ts";
import { photoOf } from "./photo.ts";
import { handlersFor, readHandlers, type Handlers } from "./handlers.ts";

const MAX_BOTS_PER_APP = 5;
const BOT_TYPES: Record<string, Bot["type"]> = { B: "bot", H: "bot", O: "openline", S: "supervisor" };

/** The first bot API, deprecated and still in use. Bitrix24 docs: chat-bots/outdated. */
export const botV1Methods: RestMethod[] = [
  { name: "imbot.register", scopes: ["imbot"], missing: "own", run: register },
  { name: "imbot.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.unregister", scopes: ["imbot"], missing: "own", run: unregister },
  { name: "imbot.bot.list", scopes: ["imbot"], missing: "own", run: listBots },
];

/** A repeat with the same CODE gives the number of the existing bot. The page does not say so; portals do it. */
async function register(call: Call): Promise<Answer> {
  const { portal } = call;
  const params = upperKeys(call.params);
  const owner = ownerOf(call, params);
  const code = text(params, "CODE");
  if (code === "") throw badRequest("CODE_ERROR", "Bot code isn't specified");
  const properties = upperKeys(record(params, "PROPERTIES"));
  const firstName = text(properties, "NAME");
  const lastName = text(properties, "LAST_NAME");
  if (firstName === "" && lastName === "") throw badRequest("NAME_ERROR", "Bot name isn't specified");
  const type = BOT_TYPES[text(params, "TYPE").toUpperCase() || "B"] ?? "bot";
  const isSupportOpenline = type === "openline" || text(params, "OPENLINE").toUpperCase() === "Y";
  const handlers = handlersFor({ type, isSupportOpenline }, readHandlers(params, "all"));
  const photo = photoOf(properties);
  const own = botsOf(portal, owner);
  const existing = [...portal.state.bots.values()].find((bot) => bot.code === code);
  if (existing !== undefined && own.includes(existing)) return { result: existing.id };
  if (existing !== undefined) throw badRequest("WRONG_REQUEST", "Bot can't be created");
  if (own.length >= MAX_BOTS_PER_APP) {
    const description = `Has reached the maximum number of bots for application (max: ${MAX_BOTS_PER_APP})`;
    throw badRequest("MAX_COUNT_ERROR", description);
  }
  const color = colorByName(text(properties, "COLOR"));
  const bot = createBot(
    portal,
    {
      code,
      type,
      api: "v1",
      owner,
      eventMode: "webhook",
      webhookUrl: null,
      handlers,
      isHidden: false,
      isSupportOpenline,
      isReactionsEnabled: true,
      backgroundId: null,
    },
    {
      firstName,
      lastName,
      workPosition: text(properties, "WORK_POSITION"),
      gender: text(properties, "PERSONAL_GENDER") === "F" ? "F" : "M",
      language: call.caller.user.language,
      ...(color !== null && { color }),
    },
  );
  await showPhoto(call, bot, photo);
  return { result: bot.id };
}

/** What is not given stays. The type and OPENLINE cannot be changed. */
async function update(call: Call): Promise<Answer> {
  const params = upperKeys(call.params);
  if (integer(params, "BOT_ID") === null) throw badRequest("BOT_ID_ERROR", "Bot not found");
  const bot = ownBot(call, params);
  const fields = upperKeys(record(params, "FIELDS"));
  if (Object.keys(fields).length === 0) throw badRequest("WRONG_REQUEST", "Update fields can't be empty");
  const handlers: Handlers = readHandlers(fields, "given");
  const properties = upperKeys(record(fields, "PROPERTIES"));
  const person = personById(call.portal.state, bot.id);
  const face = changedFace(properties, person);
  const photo = photoOf(properties);
  const code = text(fields, "CODE");
  const isTaken = [...call.portal.state.bots.values()].some((other) => other.code === code && other.id !== bot.id);
  if (isTaken) throw badRequest("WRONG_REQUEST", "Bot can't be updated");
  Object.assign(bot, { ...(code !== "" && { code }), handlers: { ...bot.handlers, ...handlers } });
  Object.assign(person, face);
  await showPhoto(call, bot, photo);
  call.portal.live.publish({ type: "people", person });
  return TRUE;
}

/** @throws RestError when both names would be empty. */
function changedFace(properties: Params, person: Person): Partial<Person> {
  const firstName = properties["NAME"] === undefined ? person.firstName : text(properties, "NAME");
  const lastName = properties["LAST_NAME"] === undefined ? person.lastName : text(properties, "LAST_NAME");
  if (firstName === "" && lastName === "") throw badRequest("NAME_ERROR", "Bot name isn't specified");
  const color = colorByName(text(properties, "COLOR"));
  const gender = text(properties, "PERSONAL_GENDER");
  return {
    firstName,
    lastName,
    ...(properties["WORK_POSITION"] !== undefined && { workPosition: text(properties, "WORK_POSITION") }),
    ...((gender === "M" || gender === "F") && { gender }),
    ...(color !== null && { color }),
  };
}

async function showPhoto({ portal }: Call, bot: Bot, photo: ReturnType<typeof photoOf>): Promise<void> {
  if (photo === null) return;
  personById(portal.state, bot.id).avatar = await storeAvatar(portal, { ...photo, authorId: bot.id });
}

function unregister(call: Call): Answer {
  const params = upperKeys(call.params);
  if (integer(params, "BOT_ID") === null) throw badRequest("BOT_ID_ERROR", "Bot not found");
  removeBot(call.portal, ownBot(call, params), call.caller.user.id);
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
