import { storeAvatar } from "../../chat/avatars.ts";
import { BOT_COLOR, createBot, removeBot } from "../../chat/bots.ts";
import { personById } from "../../chat/find.ts";
import type { Bot, BotOwner } from "../../state/model.ts";
import { botView } from "../../wire/v2-bot.ts";
import { userDetails } from "../../wire/v2-user.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, record, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { isOwner, ownBot, ownerOf, requiredFields } from "./access.ts";
import { avatarOf } from "./avatar.ts";
import { checkTokenLength, readDelivery, readProperties, readSwitches, readType } from "./bot-fields.ts";

const MAX_BOTS_PER_OWNER = 100;
const DEFAULT_PAGE_SIZE = 50;

/** Bitrix24 docs: chat-bots-v2/imbot.v2/bots. */
export const botMethods: RestMethod[] = [
  {
    name: "imbot.v2.Revision.get",
    missing: "own",
    scopes: ["imbot"],
    run: () => ({ result: { rest: 36, web: 130, mobile: 23, desktop: 6 } }),
  },
  { name: "imbot.v2.Bot.register", scopes: ["imbot"], missing: "own", run: register },
  { name: "imbot.v2.Bot.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.v2.Bot.get", scopes: ["imbot"], missing: "own", run: getBot },
  { name: "imbot.v2.Bot.list", scopes: ["imbot"], missing: "own", run: listBots },
  { name: "imbot.v2.Bot.unregister", scopes: ["imbot"], missing: "own", run: unregister },
];

const NAMELESS = { firstName: "", lastName: "", workPosition: "", gender: "M", color: BOT_COLOR } as const;

/** A repeat with the same code gives the existing bot back and changes nothing. */
async function register(call: Call): Promise<Answer> {
  const fields = record(call.params, "fields");
  // The token of a new bot stands inside `fields`; the other methods have it beside them.
  const owner = ownerOf({ ...call, params: fields });
  if (owner.kind === "custom") checkTokenLength(owner.key);
  const code = text(fields, "code");
  if (code === "") throw badRequest("BOT_CODE_REQUIRED", "Bot code is required");
  const properties = readProperties(fields, NAMELESS);
  if (properties.firstName === "") throw badRequest("BOT_PROPERTIES_REQUIRED", "Bot properties are required");
  const type = readType(fields);
  const delivery = readDelivery(fields);
  const picture = avatarOf(record(fields, "properties"));
  const existing = findByCode(call, owner, code);
  if (existing !== null) return answerOf(call, existing);
  if (ownBots(call, owner).length >= MAX_BOTS_PER_OWNER) {
    throw badRequest("BOT_LIMIT_EXCEEDED", "Bot limit exceeded");
  }
  const defaults = {
    isHidden: false,
    isReactionsEnabled: true,
    isSupportOpenline: type === "openline",
    backgroundId: null,
  };
  const bot = createBot(
    call.portal,
    { code, type, api: "v2", owner, ...delivery, handlers: {}, ...readSwitches(fields, defaults) },
    { ...properties, language: call.caller.user.language },
  );
  await showAvatar(call, bot, picture);
  return answerOf(call, bot);
}

/** @throws RestError when another webhook caller has the code: they share one application. */
function findByCode({ portal }: Call, owner: BotOwner, code: string): Bot | null {
  const sameCode = [...portal.state.bots.values()].filter((bot) => bot.code === code && bot.owner.kind === owner.kind);
  const own = sameCode.find((bot) => isOwner(bot, owner));
  if (own === undefined && owner.kind === "custom" && sameCode.length > 0) {
    throw badRequest("BOT_CODE_ALREADY_TAKEN", "Bot code is already taken");
  }
  return own ?? null;
}

/** Everything is checked before anything changes. A new botToken takes the old one's place at once. */
async function update(call: Call): Promise<Answer> {
  const bot = ownBot(call);
  const fields = requiredFields(call);
  const token = text(fields, "botToken");
  if (token !== "") checkNewToken(call, bot, token);
  const changesDelivery = fields["eventMode"] !== undefined || fields["webhookUrl"] !== undefined;
  const delivery = changesDelivery
    ? readDelivery({ eventMode: bot.eventMode, webhookUrl: bot.webhookUrl, ...fields })
    : { eventMode: bot.eventMode, webhookUrl: bot.webhookUrl };
  await showAvatar(call, bot, avatarOf(record(fields, "properties")));
  Object.assign(bot, delivery, readSwitches(fields, bot));
  if (token !== "" && bot.owner.kind === "custom") bot.owner = { kind: "custom", key: token };
  const person = personById(call.portal.state, bot.id);
  Object.assign(person, readProperties(fields, person));
  call.portal.live.publish({ type: "people", person });
  return answerOf(call, bot);
}

/** The refusal names no reason, so that nobody learns which tokens exist. */
function checkNewToken({ portal }: Call, bot: Bot, token: string): void {
  checkTokenLength(token);
  const taken = [...portal.state.bots.values()].some(
    (other) => other.id !== bot.id && other.owner.kind === "custom" && other.owner.key === token,
  );
  if (taken) throw badRequest("BOT_TOKEN_ROTATION_FAILED", "Bot token rotation failed");
}

async function showAvatar({ portal }: Call, bot: Bot, picture: ReturnType<typeof avatarOf>): Promise<void> {
  if (picture === null) return;
  personById(portal.state, bot.id).avatar = await storeAvatar(portal, { ...picture, authorId: bot.id });
}

function getBot(call: Call): Answer {
  const code = text(call.params, "code");
  const id = integer(call.params, "botId");
  if (id !== null) {
    const owner = ownerOf(call);
    const bot = call.portal.state.bots.get(id);
    if (bot === undefined) throw badRequest("BOT_NOT_FOUND", "Bot not found");
    return isOwner(bot, owner) ? answerOf(call, bot) : strangerAnswer(call, bot);
  }
  if (code === "") throw badRequest("PARAMS_REQUIRED", "botId or code is required");
  const bot = ownBots(call, ownerOf(call)).find((candidate) => candidate.code === code);
  if (bot === undefined) throw badRequest("BOT_NOT_FOUND", "Bot not found");
  return answerOf(call, bot);
}

/** Of somebody else's bot only what everybody may know. */
function strangerAnswer({ portal }: Call, bot: Bot): Answer {
  const { id, code, type, isHidden, isSupportOpenline, isReactionsEnabled, backgroundId } = bot;
  const users = [userDetails(portal, personById(portal.state, id))];
  return { result: { bot: { id, code, type, isHidden, isSupportOpenline, isReactionsEnabled, backgroundId }, users } };
}

function listBots(call: Call): Answer {
  const type = text(record(call.params, "filter"), "type");
  const limit = Math.max(integer(call.params, "limit") ?? DEFAULT_PAGE_SIZE, 1);
  const offset = Math.max(integer(call.params, "offset") ?? 0, 0);
  const bots = ownBots(call, ownerOf(call)).filter((bot) => type === "" || bot.type === type);
  const shown = bots.slice(offset, offset + limit);
  return {
    result: {
      bots: shown.map((bot) => botView(call.portal.state, bot)),
      users: shown.map((bot) => userDetails(call.portal, personById(call.portal.state, bot.id))),
      hasNextPage: bots.length > offset + limit,
    },
  };
}

function unregister(call: Call): Answer {
  removeBot(call.portal, ownBot(call), call.caller.user.id);
  return DONE;
}

function ownBots({ portal }: Call, owner: BotOwner): Bot[] {
  return [...portal.state.bots.values()].filter((bot) => isOwner(bot, owner));
}

function answerOf({ portal }: Call, bot: Bot): Answer {
  const users = [userDetails(portal, personById(portal.state, bot.id))];
  return { result: { bot: botView(portal.state, bot), users } };
}
