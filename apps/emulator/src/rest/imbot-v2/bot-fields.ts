import { colorByName } from "../../chat/chat-colors.ts";
import type { Bot, Person } from "../../state/model.ts";
import { flag, record, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

const BOT_TYPES = ["bot", "openline", "supervisor", "personal"] as const;
const BACKGROUNDS = ["azure", "mint", "steel", "slate", "teal", "cornflower", "sky", "peach", "frost"];
const MAX_TOKEN_LENGTH = 40;

/** Reads a bot's type. @throws RestError `BOT_INVALID_TYPE`. */
export function readType(fields: Params): Bot["type"] {
  const wanted = text(fields, "type") || "bot";
  const type = BOT_TYPES.find((known) => known === wanted);
  if (type === undefined) throw badRequest("BOT_INVALID_TYPE", "Invalid bot type");
  return type;
}

/** How events reach the bot. @throws RestError for an unknown mode, or a webhook without a full http address. */
export function readDelivery(fields: Params): Pick<Bot, "eventMode" | "webhookUrl"> {
  const eventMode = text(fields, "eventMode") || "fetch";
  if (eventMode === "fetch") return { eventMode, webhookUrl: null };
  if (eventMode !== "webhook") throw badRequest("BOT_INVALID_EVENT_MODE", "Invalid event mode");
  const webhookUrl = text(fields, "webhookUrl");
  if (webhookUrl === "") throw badRequest("BOT_WEBHOOK_URL_REQUIRED", "Webhook URL is required");
  if (!isHttpAddress(webhookUrl)) throw badRequest("BOT_INVALID_CALLBACK", "Invalid callback URL");
  return { eventMode, webhookUrl };
}

/** Switches and background, each with what the bot has so far. */
export function readSwitches(
  fields: Params,
  current: Pick<Bot, "isHidden" | "isReactionsEnabled" | "isSupportOpenline" | "backgroundId">,
): typeof current {
  const backgroundId = text(fields, "backgroundId");
  const isKnown = BACKGROUNDS.includes(backgroundId);
  return {
    isHidden: flag(fields, "isHidden", current.isHidden),
    isReactionsEnabled: flag(fields, "isReactionsEnabled", current.isReactionsEnabled),
    isSupportOpenline: flag(fields, "isSupportOpenline", current.isSupportOpenline),
    backgroundId: fields["backgroundId"] === undefined ? current.backgroundId : isKnown ? backgroundId : null,
  };
}

/** Name, position and looks; what is not given stays. */
export function readProperties(
  fields: Params,
  current: Pick<Person, "firstName" | "lastName" | "workPosition" | "gender" | "color">,
): typeof current {
  const properties = record(fields, "properties");
  const gender = text(properties, "gender");
  return {
    firstName: text(properties, "name") || current.firstName,
    lastName: properties["lastName"] === undefined ? current.lastName : text(properties, "lastName"),
    workPosition: properties["workPosition"] === undefined ? current.workPosition : text(properties, "workPosition"),
    gender: gender === "M" || gender === "F" ? gender : current.gender,
    color: colorByName(text(properties, "color")) ?? current.color,
  };
}

/** @throws RestError for a botToken that is too long to be kept. */
export function checkTokenLength(token: string): void {
  if (token.length > MAX_TOKEN_LENGTH) {
    throw badRequest("BOT_TOKEN_INVALID_LENGTH", `Bot token must not be longer than ${MAX_TOKEN_LENGTH} characters`);
  }
}

/** True for a full http or https address. */
export function isHttpAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
