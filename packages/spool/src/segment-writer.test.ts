import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { openSpool } from "./open-spool.ts";
import { diskError, watchedDisk } from "./testing/watched-disk.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";
import { appendText, drainTexts } from "./testing/texts.ts";

const MB = 1024 * 1024;

test.each(["datasync", "sync"] as const)(
  "a record is acknowledged only after the %s of its file and folder",
  async (operation) => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let isAtGate: () => void = () => undefined;
    const atGate = new Promise<void>((resolve) => (isAtGate = resolve));
    const openFile = watchedDisk(async (seen) => {
      if (seen !== operation) return;
      isAtGate();
      await gate;
    });
    const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, openFile });
    let isKept = false;
    const kept = appendText(spool, "a").then(() => (isKept = true));

    await atGate;
    expect(isKept).toBe(false);
    release();
    await kept;
    await spool.close();
  },
);

test("records that arrive during a sync share the next one", async () => {
  let syncs = 0;
  const openFile = watchedDisk((operation) => {
    if (operation === "datasync") syncs++;
  });
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, openFile });
  const first = appendText(spool, "first");
  await Promise.resolve();
  await Promise.resolve();
  await Promise.all([first, ...Array.from({ length: 100 }, (_, index) => appendText(spool, String(index)))]);

  expect(syncs).toBe(2);
  await spool.close();
});

test.each(["write", "datasync"] as const)(
  "after a %s that failed, earlier and later records are kept and that one is not",
  async (broken) => {
    const folder = temporaryFolder();
    let isBroken = false;
    const openFile = watchedDisk((operation) => {
      if (isBroken && operation === broken) throw diskError("EIO");
    });
    const spool = await openSpool({ folder, maxBytes: MB, openFile });
    await appendText(spool, "before");
    isBroken = true;
    const refused = await appendText(spool, "refused").catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "unreachable", context: { reason: "disk", diskError: "EIO" } });
    isBroken = false;
    await appendText(spool, "after");
    expect(spool.status().records).toBe(2);
    await spool.close();

    const next = await openSpool({ folder, maxBytes: MB });
    expect(await drainTexts(next)).toEqual(["before", "after"]);
    await next.close();
  },
);

test("nothing more goes into a file whose sync failed", async () => {
  const synced: string[] = [];
  let isBroken = false;
  const openFile = watchedDisk((operation, path) => {
    if (operation !== "datasync") return;
    synced.push(path);
    if (isBroken) throw diskError("EIO");
  });
  const spool = await openSpool({ folder: temporaryFolder(), maxBytes: MB, openFile });
  await appendText(spool, "a");
  isBroken = true;
  await expect(appendText(spool, "b")).rejects.toMatchObject({ code: "unreachable" });
  isBroken = false;
  await appendText(spool, "c");

  expect(synced).toHaveLength(3);
  expect(synced[1]).toBe(synced[0]);
  expect(synced[2]).not.toBe(synced[0]);
  expect(await drainTexts(spool)).toEqual(["a", "c"]);
  await spool.close();
});

test("half a write that cannot be taken back harms neither what came before nor what comes after", async () => {
  const folder = temporaryFolder();
  let isBroken = false;
  const openFile = watchedDisk((operation) => {
    if (isBroken && operation !== "datasync") throw diskError("EIO");
  });
  const spool = await openSpool({ folder, maxBytes: MB, openFile });
  await appendText(spool, "before");
  isBroken = true;
  await expect(appendText(spool, "refused")).rejects.toMatchObject({ code: "unreachable" });
  isBroken = false;
  await appendText(spool, "after");
  await spool.close();

  const kinds: string[] = [];
  const next = await openSpool({ folder, maxBytes: MB, onFinding: ({ kind }) => kinds.push(kind) });
  expect(await drainTexts(next)).toEqual(["before", "after"]);
  expect(kinds).toEqual(["torn"]);
  await next.close();
});

test("files are for their owner alone", async () => {
  const folder = join(temporaryFolder(), "spool");
  const spool = await openSpool({ folder, maxBytes: MB });
  await appendText(spool, "a");

  const modes = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(folder, name)));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const stat of modes) expect(stat.mode & 0o777).toBe(stat.isDirectory() ? 0o700 : 0o600);
  await spool.close();
});

test("a full disk refuses records, loses none that was kept, and takes more when there is space again", async ({
  skip,
}) => {
  const mount = smallDisk("256k");
  if (mount === null) return skip("mounting a small disk needs root");
  const filler = join(mount, "filler");
  writeFileSync(filler, Buffer.alloc(128 * 1024));
  const spool = await openSpool({ folder: join(mount, "spool"), maxBytes: MB });
  const kept: string[] = [];
  const refusals: unknown[] = [];
  for (let number = 0; number < 100; number++) {
    const value = `${number} `.padEnd(3_000, "x");
    await appendText(spool, value).then(
      () => kept.push(value),
      (error: unknown) => refusals.push(error),
    );
  }
  expect(kept.length).toBeGreaterThan(10);
  expect(refusals.length).toBeGreaterThan(10);
  expect(refusals[0]).toMatchObject({ code: "unreachable", context: { reason: "disk", diskError: "ENOSPC" } });

  rmSync(filler);
  await appendText(spool, "space again");
  await spool.close();
  const next = await openSpool({ folder: join(mount, "spool"), maxBytes: MB });
  expect(await drainTexts(next)).toEqual([...kept, "space again"]);
  await next.close();
});

function smallDisk(size: string): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/proc/mounts")) return null;
  const folder = mkdtempSync(join(tmpdir(), "spool-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}
