import { AppError } from "@botdeck/core";
import { orderSourceConfig } from "@botdeck/crm";
import type { StoredOrderSource } from "@botdeck/db";

import { refuseUnknown } from "./read-config.ts";

const SECRETS = ["password", "token"];

/** @throws AppError that says what is wrong, without the secret. */
export function checkOrderSource(settings: StoredOrderSource): void {
  const { config, secret } = settings;
  const open = SECRETS.find((field) => Object.hasOwn(config, field));
  if (open !== undefined) {
    throw new AppError(
      "invalid",
      `${open} would be kept in the clear: take it out of the settings and give it by --secret`,
    );
  }
  if (config["kind"] === "sale" && secret !== null)
    throw new AppError("invalid", "sale takes no secret: the portal's app asks");
  refuseUnknown(config, orderSourceConfig(settings));
}
