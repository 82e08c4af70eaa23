import { newId } from "@botdeck/core/ids";
import { afterEach, expect, test, vi } from "vitest";

import { idAt } from "./id-at.ts";

afterEach(() => void vi.useRealTimers());

test("an id is below the boundary of every later instant, and not below that of its own or an earlier one", () => {
  vi.useFakeTimers();
  for (let ms = Date.now() + 1, step = 0; step < 2_000; ms += 1 + ((step * 7919) % 100_000_000), step++) {
    vi.setSystemTime(ms);
    const id = newId();
    expect([idAt(new Date(ms - 1)) < id, idAt(new Date(ms)) <= id, id < idAt(new Date(ms + 1))]).toEqual([
      true,
      true,
      true,
    ]);
  }
});
