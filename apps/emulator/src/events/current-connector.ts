import { AsyncLocalStorage } from "node:async_hooks";

const running = new AsyncLocalStorage<string>();

/**
 * Runs a call under the `auth_connector` that it names: what it changes is not queued for bindings of the same name, so
 * that an exchange does not hear its own echo.
 *
 * Bitrix24 docs: event.bind, auth_connector.
 */
export function underConnector<Answer>(connector: string, run: () => Answer): Answer {
  return connector === "" ? run() : running.run(connector, run);
}

/** The `auth_connector` of the call that runs; empty for none. */
export function currentConnector(): string {
  return running.getStore() ?? "";
}
