import { AppError } from "@botdeck/core";

import { OrderSourceConfig } from "./create-order-source.ts";

/** As it is stored: `config` without any secret, and what the source is asked with; null for one that wants nothing. */
export type StoredOrderSource = { config: Record<string, unknown>; secret: string | null };

/**
 * A portal's order source as it was stored, with its secret where its kind has it: `login:password` for 1C, a token for a
 * JSON service, and just the password where the settings name a login. A portal of which nothing is stored keeps its orders
 * in its own shop.
 *
 * @throws AppError `unsupported` when the settings are wrong: which, and why.
 */
export function orderSourceConfig(stored: StoredOrderSource | null): OrderSourceConfig {
  const read = readStored(stored);
  if (read.success) return read.data;
  const wrong = faultsIn(read.error).map(({ field, message }) => `${field}: ${message}`);
  throw new AppError("unsupported", `The settings of the portal's order source are wrong: ${wrong.join("; ")}`);
}

/** What does not fit in settings of an order source, by the field's path, such as `url`; nothing where all does. */
export function orderSourceFaults(stored: StoredOrderSource): { field: string; message: string }[] {
  const read = readStored(stored);
  return read.success ? [] : faultsIn(read.error);
}

const readStored = (stored: StoredOrderSource | null) =>
  OrderSourceConfig.safeParse(stored === null ? { kind: "sale" } : { ...stored.config, ...credentialsOf(stored) });

type Issues = { issues: readonly { path: readonly PropertyKey[]; message: string }[] };

const faultsIn = ({ issues }: Issues) =>
  issues.map(({ path, message }) => ({ field: path.map(String).join(".") || "settings", message }));

function credentialsOf({ config, secret }: StoredOrderSource): Record<string, string> {
  if (secret === null) return {};
  if (typeof config["login"] === "string") return { password: secret };
  if (config["kind"] !== "odata") return { token: secret };
  const colon = secret.indexOf(":");
  return { login: secret.slice(0, Math.max(0, colon)), password: secret.slice(colon + 1) };
}
