import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";

import { serveWebFiles } from "./web-files.ts";

const asPage = { accept: "text/html,*/*" };

async function setup() {
  const folder = mkdtempSync(join(tmpdir(), "console-pages-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<title>Console</title>");
  writeFileSync(join(folder, "assets", "main-abc123.js"), "");
  const app = Fastify();
  await serveWebFiles(app, folder);
  onTestFinished(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  return app;
}

test("a deep link opens the app, which is asked for anew each time", async () => {
  const app = await setup();
  const response = await app.inject({ url: "/conversations?queue=bot", headers: asPage });
  expect([response.statusCode, response.headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect(response.body).toContain("Console");
});

test("a hashed file may be kept for ever; one that is gone is not the app in disguise", async () => {
  const app = await setup();
  const kept = await app.inject({ url: "/assets/main-abc123.js" });
  const gone = await app.inject({ url: "/assets/main-old.js", headers: { accept: "*/*" } });
  expect(kept.headers["cache-control"]).toContain("immutable");
  expect(gone.statusCode).toBe(404);
});

test("nothing outside of the folder is served", async () => {
  const app = await setup();
  for (const url of ["/../package.json", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2f..%2fetc/passwd"]) {
    const { statusCode, body } = await app.inject({ url });
    expect([url, statusCode >= 400, body.includes("root:")]).toEqual([url, true, false]);
  }
});
