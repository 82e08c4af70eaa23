import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { HOOK_KIND, HOOK_PROOF, type SecretBox } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { z } from "zod";

import type { KnownHook, KnownPortal, KnownSenders } from "./known-senders.ts";

const FILE = "senders.sealed";
/** Bound into the seal: the text opens nowhere else. */
const PLACE = "gateway:senders";

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((hex) => Buffer.from(hex, "hex"));
const Snapshot = z.object({
  portals: z.array(
    z.object({
      id: z.string(),
      memberId: z.string(),
      tokens: z.array(z.object({ digest, untilMs: z.number().nullable() })),
      bots: z.array(z.tuple([z.string(), z.string()])),
      /** Files of releases before have none. */
      keepers: z.array(z.string()).default([]),
    }),
  ),
  hooks: z.array(
    z.object({
      id: z.string(),
      portalId: z.string(),
      botId: z.string(),
      kind: z.enum(HOOK_KIND),
      secretDigest: digest,
      /** Files of releases before have none of these. */
      proof: z.enum(HOOK_PROOF).default("bearer"),
      secretSealed: z.string().nullable().default(null),
      options: HookOptions.prefault({}),
    }),
  ),
});

export type SnapshotFile = {
  /** Writes what is known; nothing when it is what the file holds already. */
  write(senders: KnownSenders): Promise<void>;
  /** @returns null when there is no snapshot. @throws AppError `invariant` for one that does not open or cannot be read. */
  read(): Promise<KnownSenders | null>;
};

/**
 * What a gateway knows of its senders, in a file for the day on which it starts while Postgres is away. Sealed, not for
 * its digests but so that nobody can write a sender into it. Gateways of one folder share the file: they know the same.
 */
export function createSnapshotFile(folder: string, box: SecretBox): SnapshotFile {
  const path = join(folder, FILE);
  const draft = `${path}.${newId()}`;
  let written: string | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(senders: KnownSenders): Promise<void> {
    const text = encode(senders);
    if (text === written) return;
    const file = await open(draft, "w", 0o600);
    try {
      await file.writeFile(box.seal(text, PLACE));
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    written = text;
  }

  return {
    write(senders) {
      // One after another: they share a draft.
      const after = writing.then(() => write(senders));
      writing = after.catch(() => {});
      return after;
    },

    async read() {
      try {
        return decode(box.open(await readFile(path, "utf8"), PLACE));
      } catch (cause) {
        if (isMissing(cause)) return null;
        throw new AppError(
          "invariant",
          `The list of senders in ${path} cannot be read. It is made anew from the database.`,
          {
            cause,
          },
        );
      }
    },
  };
}

function encode({ portals, hooks }: KnownSenders): string {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  return JSON.stringify({
    portals: [...portals.values()].map(({ id, memberId, tokens, bots, keepers }) => ({
      id,
      memberId,
      tokens: tokens.map((token) => ({ ...token, digest: hex(token.digest) })),
      bots: [...bots],
      keepers: [...keepers],
    })),
    hooks: [...hooks.values()].map((hook) => ({ ...hook, secretDigest: hex(hook.secretDigest) })),
  });
}

function decode(text: string): KnownSenders {
  const { portals, hooks } = Snapshot.parse(JSON.parse(text));
  const known = portals.map((portal): [string, KnownPortal] => [
    portal.memberId,
    { ...portal, sealed: null, isUnopened: false, bots: new Map(portal.bots), keepers: new Set(portal.keepers) },
  ]);
  return { portals: new Map(known), hooks: new Map(hooks.map((hook): [string, KnownHook] => [hook.id, hook])) };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
