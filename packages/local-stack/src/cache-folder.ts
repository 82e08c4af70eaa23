import { homedir } from "node:os";
import { join } from "node:path";

type Environment = Record<string, string | undefined>;

/** Where this machine keeps what was downloaded or built once, for every checkout. */
export function cacheFolder(environment: Environment, name: string): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "botdeck", name);
}
