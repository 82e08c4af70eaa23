import type { ClientKind } from "../services.ts";

export const isClientKind = (kind: string): kind is ClientKind => kind === "contact" || kind === "company";
