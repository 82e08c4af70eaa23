import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A second, the default, is too short on a busy machine.
    expect: { poll: { timeout: 20_000, interval: 20 } },
  },
});
