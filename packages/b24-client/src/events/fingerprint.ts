import { createHash } from "node:crypto";

import { withoutEmpty, type WireMap } from "./wire.ts";

/** A digest of what a map holds, the same whatever the order of its keys and however the wire wrote what is empty. */
export function fingerprint(map: WireMap): string {
  return createHash("sha256")
    .update(canonical(withoutEmpty(map)))
    .digest("hex")
    .slice(0, 32);
}

function canonical(map: WireMap): string {
  const pairs = Object.keys(map)
    .toSorted()
    .map((key) => {
      const value = map[key];
      return [key, typeof value === "object" ? canonical(value) : value];
    });
  return JSON.stringify(pairs);
}
