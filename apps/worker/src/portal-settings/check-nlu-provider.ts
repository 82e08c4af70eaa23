import { AppError } from "@botdeck/core";
import type { StoredNluProvider } from "@botdeck/db";
import { createProvider, NluProviderConfig } from "@botdeck/nlu-providers";

import { refuseUnknown } from "./read-config.ts";

/** @throws AppError `invalid` that says what is wrong, without the secret. */
export function checkNluProvider({ config, secret }: StoredNluProvider): void {
  const read = NluProviderConfig.safeParse(config);
  if (!read.success) {
    const wrong = read.error.issues.map(
      ({ path, message }) => `${path.map(String).join(".") || "settings"}: ${message}`,
    );
    throw new AppError("invalid", `The settings are wrong: ${wrong.join("; ")}`);
  }
  refuseUnknown(config, read.data);
  if (read.data.kind === "transformers" && secret !== null)
    throw new AppError("invalid", "transformers takes no secret");
  const costGuard = { take: () => Promise.resolve(false), correct: () => {} };
  createProvider(read.data, secret, { intents: [], costGuard });
}
