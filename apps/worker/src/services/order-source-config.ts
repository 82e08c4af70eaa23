import { OrderSourceConfig } from "@botdeck/crm";
import { AppError } from "@botdeck/core";
import type { StoredOrderSource } from "@botdeck/db";

/**
 * A portal's order source as it was stored, with its secret where its kind has it: `login:password` for 1C, a token for a
 * JSON service, and just the password where the settings name a login. A portal of which nothing is stored keeps its orders
 * in its own shop.
 *
 * @throws AppError `unsupported` when the settings are wrong: which, and why.
 */
export function orderSourceConfig(stored: StoredOrderSource | null): OrderSourceConfig {
  const given = stored === null ? { kind: "sale" } : { ...stored.config, ...credentialsOf(stored) };
  const config = OrderSourceConfig.safeParse(given);
  if (config.success) return config.data;
  const wrong = config.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`);
  throw new AppError("unsupported", `The settings of the portal's order source are wrong: ${wrong.join("; ")}`);
}

function credentialsOf({ config, secret }: StoredOrderSource): Record<string, string> {
  if (secret === null) return {};
  if (typeof config["login"] === "string") return { password: secret };
  if (config["kind"] !== "odata") return { token: secret };
  const colon = secret.indexOf(":");
  return { login: secret.slice(0, Math.max(0, colon)), password: secret.slice(colon + 1) };
}
