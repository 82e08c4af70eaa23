import { defineConfig } from "vitest/config";

// A sync takes a millisecond, or a hundred when others use the same disk.
export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 } });
