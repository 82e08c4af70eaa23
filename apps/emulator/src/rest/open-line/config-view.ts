import { nameOf, personById } from "../../chat/find.ts";
import { LINE_DEFAULTS } from "../../chat/line-settings.ts";
import { operatorsOf, welcomeBotOf } from "../../chat/lines.ts";
import type { Portal } from "../../portal.ts";
import type { OpenLine } from "../../state/open-line.ts";
import type { State } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { phpMap } from "../../wire/php-map.ts";

/** A line's settings as the portal writes them: every scalar a text, dates as empty objects. */
export function configFields(portal: Portal, line: OpenLine): Record<string, unknown> {
  const bot = welcomeBotOf(portal, line);
  const isChosen = line.settings["WELCOME_BOT_ENABLE"] !== undefined;
  const given = Object.entries(line.settings).map(([name, value]) => [name, asText(value)]);
  return {
    ID: String(line.id),
    ACTIVE: line.isActive ? "Y" : "N",
    LINE_NAME: line.name,
    ...LINE_DEFAULTS,
    ...Object.fromEntries(given),
    ...(!isChosen && bot !== null && { WELCOME_BOT_ENABLE: "Y", WELCOME_BOT_ID: String(bot.id) }),
    DATE_CREATE: isoDate(new Date(line.createdAt)),
    DATE_MODIFY: isoDate(new Date(line.modifiedAt)),
    MODIFY_USER_ID: String(line.modifiedBy),
  };
}

function asText(value: unknown): unknown {
  return typeof value === "number" ? String(value) : typeof value === "boolean" ? (value ? "Y" : "N") : value;
}

/** Who serves a line, with numbers as `imopenlines.config.list.get` writes them. */
export function listedQueue(state: State, line: OpenLine): Record<string, unknown> {
  const operators = operatorsOf(state, line);
  return { QUEUE: operators, QUEUE_USERS_FIELDS: phpMap(operators.map((id) => [String(id), userFields(state, id)])) };
}

/** The queue as it was set up. The line that everybody serves names its operators one by one. */
export function configQueue(state: State, line: OpenLine): Record<string, unknown>[] {
  const entries = line.queue ?? operatorsOf(state, line).map((id) => ({ type: "user", id }) as const);
  return entries.map(({ type, id }) => ({ ENTITY_ID: String(id), ENTITY_TYPE: type }));
}

/** The same with texts and more fields, as `imopenlines.config.get` writes it. */
export function fullQueue(state: State, line: OpenLine): Record<string, unknown> {
  const operators = operatorsOf(state, line);
  const fields = (id: number): Record<string, unknown> => ({ ...userFields(state, id), USER_AVATAR_ID: "0" });
  const full = operators.map((id, index): [string, unknown] => {
    const own = {
      ID: String(line.id * 1000 + index + 1),
      SORT: String(index),
      USER_ID: String(id),
      DEPARTMENT_ID: "0",
    };
    return [String(id), { ...own, ...fields(id) }];
  });
  return {
    QUEUE: operators.map(String),
    QUEUE_FULL: phpMap(full),
    QUEUE_USERS_FIELDS: phpMap(operators.map((id) => [String(id), fields(id)])),
    QUEUE_ONLINE: operators.length > 0 ? "Y" : "N",
  };
}

function userFields(state: State, id: number): Record<string, unknown> {
  const person = personById(state, id);
  return {
    USER_NAME: nameOf(person),
    USER_WORK_POSITION: person.workPosition || null,
    USER_AVATAR: person.avatar ?? "",
    USER_AVATAR_ID: null,
  };
}
