import { z } from "zod";

import { method } from "./method.ts";
import { Flag, Id, listOf, Text } from "./wire-types.ts";

/** App and system. Bitrix24 docs: api-reference/common */
export const systemMethods = {
  /** Only for an installed app; a webhook gets `WRONG_AUTH_TYPE`. */
  "app.info": method<Record<string, never>>()(
    z
      .object({ ID: Id, CODE: Text, STATUS: Text, INSTALLED: Flag })
      .transform(({ ID, CODE, STATUS, INSTALLED }) => ({ id: ID, code: CODE, status: STATUS, isInstalled: INSTALLED })),
  ),
  /** The token's person: the cheapest proof that a token works. */
  profile: method<Record<string, never>>()(
    z
      .object({ ID: Id, ADMIN: Flag, NAME: Text, LAST_NAME: Text })
      .transform(({ ID, ADMIN, NAME, LAST_NAME }) => ({ id: ID, isAdmin: ADMIN, name: `${NAME} ${LAST_NAME}`.trim() })),
  ),
  /** The scopes that the token has. */
  scope: method<{ full?: boolean }>()(listOf(z.string())),
  "server.time": method<Record<string, never>>()(z.string().min(1)),
};
