import { type Card, redactText } from "@botdeck/core";
import { type ConversationRow, type MessageRow, portalDeskOf } from "@botdeck/db";

import type { Role } from "../roles.ts";
import { hidesPersonalData } from "./hides-personal-data.ts";
import { maskName, maskText } from "./mask-personal-data.ts";
import type { MessageExtras } from "./message-extras.ts";
import { understoodView } from "./understood-view.ts";

/** A conversation as the browser gets it; instants are ISO texts. */
export function conversationView(row: ConversationRow, role: Role) {
  const hides = hidesPersonalData(role);
  const { portalDesk, ...shown } = row;
  return {
    ...shown,
    sla: portalDeskOf(portalDesk).sla,
    personName: hides ? maskName(row.personName) : row.personName,
    lastMessageText: row.lastMessageText !== null && hides ? maskText(row.lastMessageText) : row.lastMessageText,
    lastMessageAt: row.lastMessageAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A message as the browser gets it. A client's name and what identifies people are hidden from viewers. */
export function messageView(row: MessageRow, role: Role, { keptFiles, corrections }: MessageExtras) {
  const hides = hidesPersonalData(role);
  return {
    ...row,
    authorName: hides && row.author === "client" ? maskName(row.authorName) : row.authorName,
    text: hides ? maskText(row.text) : row.text,
    card: row.card !== null && hides ? maskCard(row.card) : row.card,
    files:
      row.files?.map((file) => ({
        ...file,
        name: hides ? null : file.name,
        /** What is kept of it, for those who may see it. */
        kept: hides ? null : (keptFiles.get(file.id) ?? null),
      })) ?? null,
    /** The intent that a person says it has. */
    correctedTo: corrections.get(row.id) ?? null,
    understood: understoodView(row.understood, role),
    at: row.at.toISOString(),
    deliveryError: row.deliveryError === null ? null : redactText(row.deliveryError),
  };
}

function maskCard({ blocks, ...rest }: Card): Card {
  return {
    ...rest,
    blocks: blocks.map((block) => {
      if (block.kind === "text") return { ...block, text: maskText(block.text) };
      if (block.kind !== "rows") return block;
      return {
        ...block,
        rows: block.rows.map(({ name, value }) => ({ name: maskText(name), value: maskText(value) })),
      };
    }),
  };
}
