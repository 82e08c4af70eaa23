import { isoDate } from "../wire/iso-date.ts";
import { callingApp } from "./app/calling-app.ts";
import type { Call, RestMethod } from "./method.ts";

/** Scopes that the portal knows, for `scope` with `full=true`. Bitrix24 docs: api-reference/scopes/permissions. */
const KNOWN_SCOPES = (
  "bizproc calendar call catalog crm department disk entity im imbot imconnector imopenlines lists placement sale " +
  "sonet_group task tasks telephony timeman user user_basic user_brief"
).split(" ");

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

function appInfo(call: Call): { result: unknown } {
  const app = callingApp(call);
  return {
    result: {
      ID: app.number,
      CODE: app.id,
      VERSION: app.version,
      STATUS: app.status,
      INSTALLED: app.isInstalled,
      PAYMENT_EXPIRED: app.isPaymentExpired ? "Y" : "N",
      DAYS: app.daysLeft,
      LANGUAGE_ID: call.caller.user.language,
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
