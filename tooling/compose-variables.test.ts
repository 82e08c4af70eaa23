import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const repository = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(repository, path), "utf8");

const COMPOSE = read("infra/compose/compose.yaml");
const DEMO = read("infra/compose/compose.demo.yaml");

test.each([
  { service: "gateway", compose: COMPOSE, env: "apps/gateway/src/env.ts" },
  { service: "worker", compose: COMPOSE, env: "apps/worker/src/env.ts" },
  { service: "console", compose: COMPOSE, env: "apps/console/server/env.ts" },
  { service: "emulator", compose: DEMO, env: "apps/emulator/src/env.ts" },
])("the container of $service is given exactly the variables that its program reads", ({ service, compose, env }) => {
  const readByProgram = namesIn(read(env), /^ {2}([A-Z][A-Z0-9_]+):/gm);
  const given = namesIn(blockOf(compose, service), /^ {6}([A-Z][A-Z0-9_]+):/gm);

  expect(given).toEqual(readByProgram);
});

test("every variable that the compose files ask for stands in .env.example, and no other", () => {
  const asked = namesIn(COMPOSE + DEMO, /\$\{([A-Z][A-Z0-9_]+)/g);
  const explained = namesIn(read("infra/compose/.env.example"), /^([A-Z][A-Z0-9_]+)=/gm);

  expect(explained).toEqual(asked);
});

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].sort();
}

/** The lines of one service. Two spaces begin a service, six a variable of it; compose.yaml is written that way. */
function blockOf(compose: string, service: string): string {
  const [, block = ""] = new RegExp(`^ {2}${service}:\\n((?: {4}.*\\n|\\n)+)`, "m").exec(compose) ?? [];
  return block;
}
