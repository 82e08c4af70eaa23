import { AppError, messageOf } from "@botdeck/core";
import type { StoredNluProvider } from "@botdeck/db";
import type { IntentProvider } from "@botdeck/dialog";
import { createProvider, NluProviderConfig, type ProviderDeps } from "@botdeck/nlu-providers";

/**
 * The provider of a portal's stored settings. Settings that are wrong must silence no bot: then it is one that always fails,
 * with the cause, so that each answer falls back and says from whom.
 */
export function portalProvider(
  stored: StoredNluProvider,
  deps: ProviderDeps,
): { provider: IntentProvider; timeoutMs: number } {
  const kind = String(stored.config["kind"] ?? "unknown");
  const config = NluProviderConfig.safeParse(stored.config);
  if (!config.success) {
    const wrong = config.error.issues.map(
      ({ path, message }) => `${path.map(String).join(".") || "settings"}: ${message}`,
    );
    return broken(kind, `The settings of the portal's provider are wrong: ${wrong.join("; ")}`);
  }
  try {
    return { provider: createProvider(config.data, stored.secret, deps), timeoutMs: config.data.timeoutMs };
  } catch (error) {
    return broken(kind, messageOf(error));
  }
}

function broken(name: string, problem: string): { provider: IntentProvider; timeoutMs: number } {
  return { provider: { name, rank: () => Promise.reject(new AppError("unsupported", problem)) }, timeoutMs: 0 };
}
