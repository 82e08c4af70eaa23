import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { parseState, serializeState } from "./state.ts";
import type { State } from "./state.ts";

/** Changes that follow each other closely are written once. */
const SAVE_DELAY_MS = 200;
/** A large state takes long to write, and nobody is answered meanwhile: at most a twentieth of the time goes into it. */
const REST_PER_WRITE = 20;

/** The state that an earlier run left in the file, or null when there is none. */
export async function loadState(path: string): Promise<State | null> {
  try {
    return parseState(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

export type Store = {
  /** Says that the state has changed; it is written soon. */
  changed(): void;
  /** Writes what is not written yet; for the end of the process. */
  close(): Promise<void>;
};

/** Keeps the state in a file: a whole new file is renamed over the old one, so a cut never leaves half of it. */
export function createStore(path: string, state: State, onError: (error: unknown) => void): Store {
  let timer: NodeJS.Timeout | undefined;
  let isDirty = false;
  let delayMs = SAVE_DELAY_MS;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    isDirty = false;
    await mkdir(dirname(path), { recursive: true });
    const startedAt = performance.now();
    const text = serializeState(state);
    delayMs = Math.max(SAVE_DELAY_MS, (performance.now() - startedAt) * REST_PER_WRITE);
    await writeFile(`${path}.new`, text, { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(() => (isDirty ? write() : undefined)).catch(onError);
    return writing;
  }

  return {
    changed() {
      isDirty = true;
      timer ??= setTimeout(() => void flush(), delayMs);
    },
    close: flush,
  };
}

/** For a portal that forgets everything when it stops. */
export function createMemoryStore(): Store {
  return { changed: () => undefined, close: () => Promise.resolve() };
}
