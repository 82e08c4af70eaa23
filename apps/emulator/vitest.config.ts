import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Nothing here keeps state between files: loading the modules anew for each takes as long as the tests.
    isolate: false,
    // A second, the default, is too short on a busy machine.
    expect: { poll: { timeout: 20_000, interval: 20 } },
  },
});
