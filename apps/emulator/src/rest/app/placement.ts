import type { Placement } from "../../state/platform.ts";
import { nextId } from "../../state/state.ts";
import { phpMap } from "../../wire/php-map.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, record, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { callingApp } from "./calling-app.ts";
import { isPlacement, placementCodes, placementCodesOf } from "./placement-codes.ts";

/** Bitrix24 docs: api-reference/widgets. */
const scopes = ["placement"];
export const placementMethods: RestMethod[] = [
  { name: "placement.bind", scopes, missing: "own", needsApp: true, run: bind },
  { name: "placement.get", scopes, needsApp: true, run: get },
  { name: "placement.list", scopes, needsApp: true, run: listCodes },
  { name: "placement.unbind", scopes, missing: "own", needsApp: true, run: unbind },
];

/** Of these an application has one. */
const SINGLE = ["PAGE_BACKGROUND_WORKER", "REST_APP_URI"];

function bind(call: Call): Answer {
  const app = callingApp(call);
  const params = upperKeys(call.params);
  checkAdmin(call);
  const code = required(params, "PLACEMENT").toUpperCase();
  const handler = required(params, "HANDLER");
  const userId = integer(params, "USER_ID") ?? 0;
  const options = record(params, "OPTIONS");
  if (!isPlacement(code, app.scopes)) throw badRequest("ERROR_PLACEMENT_NOT_FOUND", "Placement not found");
  if (userId !== 0 && code !== "PAGE_BACKGROUND_WORKER") {
    throw badRequest("ERROR_PLACEMENT_USER_MODE", "User mode is not available.");
  }
  if (code === "PAGE_BACKGROUND_WORKER" && text(options, "errorHandlerUrl") === "") {
    throw badRequest("EMPTY_ERROR_HANDLER_URL", "Error handler url is empty.");
  }
  const bound = own(call).filter(({ placement }) => placement === code);
  if (SINGLE.includes(code) && bound.length > 0) {
    throw badRequest("ERROR_PLACEMENT_MAX_COUNT", "Placement max count.");
  }
  if (bound.some((other) => other.handler === handler && other.userId === userId)) {
    throw badRequest("ERROR_CORE", "Unable to set placement handler: Handler already binded");
  }
  const id = nextId(call.portal.state, "placement");
  const texts = { title: text(params, "TITLE") || app.name, description: text(params, "DESCRIPTION") };
  const groupName = text(params, "GROUP_NAME");
  const langAll = readLangAll(record(params, "LANG_ALL"));
  const placement = { id, clientId: app.id, placement: code, handler, ...texts, groupName, userId, options, langAll };
  call.portal.state.placements.set(id, placement);
  return TRUE;
}

function get(call: Call): Answer {
  const rows = own(call).map(({ placement, userId, handler, options, title, description, langAll }) => ({
    placement,
    userId,
    handler,
    options: phpMap(Object.entries(options)),
    title,
    description,
    langAll: phpMap(Object.entries(langAll)),
  }));
  return { result: rows };
}

function listCodes(call: Call): Answer {
  const params = upperKeys(call.params);
  const scope = text(params, "SCOPE");
  if (scope !== "") return { result: placementCodesOf(scope) };
  return { result: placementCodes(flag(params, "FULL", false) ? undefined : callingApp(call).scopes) };
}

/** The documented count is of what was found and of what was then deleted: two for each handler. */
function unbind(call: Call): Answer {
  checkAdmin(call);
  const params = upperKeys(call.params);
  const code = required(params, "PLACEMENT").toUpperCase();
  const handler = text(params, "HANDLER");
  const userId = integer(params, "USER_ID");
  const removed = own(call).filter(
    (each) =>
      each.placement === code &&
      (handler === "" || each.handler === handler) &&
      (userId === null || each.userId === userId),
  );
  for (const { id } of removed) call.portal.state.placements.delete(id);
  return { result: { count: 2 * removed.length } };
}

function own(call: Call): Placement[] {
  const { id } = callingApp(call);
  return [...call.portal.state.placements.values()].filter(({ clientId }) => clientId === id);
}

function checkAdmin({ caller }: Call): void {
  if (caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Access denied!");
}

function required(params: Params, name: string): string {
  const value = text(params, name);
  if (value === "") throw badRequest("ERROR_ARGUMENT", `Argument '${name}' is null or empty`);
  return value;
}

function readLangAll(input: Params): Placement["langAll"] {
  return Object.fromEntries(
    Object.keys(input).map((language) => {
      const texts = record(input, language);
      const [TITLE, DESCRIPTION, GROUP_NAME] = ["TITLE", "DESCRIPTION", "GROUP_NAME"].map((name) => text(texts, name));
      return [language, { TITLE: TITLE ?? "", DESCRIPTION: DESCRIPTION ?? "", GROUP_NAME: GROUP_NAME ?? "" }];
    }),
  );
}
