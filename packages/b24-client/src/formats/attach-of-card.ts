import type { Card, CardBlock } from "@botdeck/core";

import type { Attach, AttachBlock } from "./attach.ts";

/** A card in the portal's form. */
export function attachOfCard({ tone, blocks }: Card): Attach {
  return { ...(tone !== undefined && { colorToken: tone }), blocks: blocks.map(blockOf) };
}

function blockOf(block: CardBlock): AttachBlock {
  switch (block.kind) {
    case "text":
      return { kind: "message", text: block.text };
    case "rows":
      return {
        kind: "grid",
        display: "row",
        rows: block.rows.map(({ name, value, url }) => ({
          name,
          value,
          ...(url !== undefined && { target: { url } }),
        })),
      };
    case "line":
      return { kind: "delimiter" };
    case "picture":
      return { kind: "images", images: [{ url: block.url, name: block.name }] };
  }
}
