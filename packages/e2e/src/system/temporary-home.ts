import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TemporaryHome = { path: string; remove(): void };

/** A data folder for one system. Remove it when that has stopped. */
export function makeTemporaryHome(): TemporaryHome {
  const path = mkdtempSync(join(tmpdir(), "botdeck-e2e-"));
  // mkdtemp closes it to others, and under root Postgres runs as another user.
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
