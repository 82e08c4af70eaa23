import type { Lane } from "@botdeck/core";

/** Nobody waits for these: they are packed even when there is room, and are the first to keep from a busy method. */
export const PATIENT_LANES: ReadonlySet<Lane> = new Set(["crm", "digest"]);
