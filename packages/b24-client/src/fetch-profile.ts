import { createB24Client } from "./client.ts";
import type { AuthorizedToken } from "./oauth.ts";
import { createLocalBudget } from "./rate-budget.ts";
import type { Transport } from "./transport.ts";

/**
 * Whose a fresh token is: the answer to an authorization code does not say, nor any answer whether they run the portal.
 *
 * @throws B24Error when the portal does not take the token.
 * @see Bitrix24 docs: api-reference/common/users/profile
 */
export async function fetchProfile(
  transport: Transport,
  { token, clientEndpoint }: Pick<AuthorizedToken, "token" | "clientEndpoint">,
): Promise<{ userId: string; isAdmin: boolean; /** Empty where the portal tells none. */ name: string }> {
  const tokens = { get: async () => token, rotate: async () => token };
  const portal = { kind: "oauth", clientEndpoint } as const;
  const client = createB24Client({ portal, transport, tokens, budget: createLocalBudget() });
  const { ID, ADMIN, NAME, LAST_NAME } = await client.call("profile", {});
  const name = [NAME, LAST_NAME].filter((part) => part != null && part !== "").join(" ");
  return { userId: ID, isAdmin: ADMIN === true, name };
}
