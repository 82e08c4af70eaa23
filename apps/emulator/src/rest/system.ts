import { isoDate } from "../wire/iso-date.ts";
import type { Call, RestMethod } from "./method.ts";

/** Scopes that the portal knows, for `scope` with `full=true`. */
const KNOWN_SCOPES = ["im", "imbot", "imopenlines", "task", "user", "user_basic", "user_brief"];

/** Methods that need no scope. Bitrix24 docs: api-reference/common/system. */
export const systemMethods: RestMethod[] = [
  { name: "server.time", scopes: [], missing: "own", run: ({ portal }) => ({ result: isoDate(portal.now()) }) },
  {
    name: "scope",
    missing: "own",
    scopes: [],
    run: ({ caller, params }) => ({ result: String(params["full"]) === "true" ? KNOWN_SCOPES : caller.scopes }),
  },
  { name: "app.info", scopes: [], missing: "own", needsApp: true, run: appInfo },
  { name: "profile", scopes: [], missing: "own", run: profile },
];

function appInfo({ portal, caller }: Call): { result: unknown } {
  const app = caller.kind === "app" ? portal.state.apps.get(caller.clientId) : undefined;
  return {
    result: {
      ID: app?.number,
      CODE: app?.id,
      VERSION: 1,
      STATUS: "L",
      INSTALLED: true,
      PAYMENT_EXPIRED: "N",
      DAYS: null,
      LANGUAGE_ID: caller.user.language,
      LICENSE: "en_demo",
      LICENSE_TYPE: "demo",
      LICENSE_FAMILY: "demo",
    },
  };
}

function profile({ caller: { user } }: Call): { result: unknown } {
  return {
    result: {
      ID: String(user.id),
      ADMIN: user.role === "manager",
      NAME: user.firstName,
      LAST_NAME: user.lastName,
      PERSONAL_GENDER: user.gender,
      PERSONAL_PHOTO: null,
      TIME_ZONE: "UTC",
      TIME_ZONE_OFFSET: 0,
    },
  };
}
