import type { ValueKind } from "./method-spec.ts";

/** A correction of one method's description. Every one says why. */
export type Correction = {
  reason: string;
  scope?: string | null;
  kind?: "read" | "write";
  page?: string;
  /** By parameter, or `fields.TITLE` for one inside; null takes a parameter away. New names are added. */
  params?: Record<string, { kind?: ValueKind; isRequired?: boolean } | null>;
  /** Replaces the documented answer (the value under `result`). */
  result?: unknown;
  /** Stands beside the result of a list. */
  total?: number;
  needsApp?: true;
  isBatchable?: false;
  isRest3?: true;
};

/**
 * Hand-made corrections of the documentation's data, by method. The data was parsed from prose: it marks both halves of
 * an either-or as required, lists answer fields as parameters of methods that have none, and knows no answers of some.
 */
export const OVERLAY: Record<string, Correction> = {
  // Methods without a file.
  batch: {
    reason: "no file",
    scope: null,
    kind: "write",
    isBatchable: false,
    page: "/settings/how-to-call-rest-api/batch.html",
    params: { cmd: { kind: "any", isRequired: true }, halt: { kind: "boolean" } },
    result: { result: [], result_error: [], result_total: [], result_next: [], result_time: [] },
  },
  "server.time": { reason: "no file", scope: null, kind: "read", result: "2024-08-05T09:02:13+00:00" },
  profile: {
    reason: "no file",
    scope: null,
    kind: "read",
    result: {
      ID: "1",
      ADMIN: true,
      NAME: "Demo",
      LAST_NAME: "User",
      PERSONAL_GENDER: "",
      PERSONAL_PHOTO: "",
      TIME_ZONE: "",
      TIME_ZONE_OFFSET: 3600,
    },
  },
  scope: {
    reason: "no file",
    scope: null,
    kind: "read",
    params: { full: { kind: "boolean" } },
    result: ["crm", "im"],
  },
  methods: {
    reason: "no file",
    scope: null,
    kind: "read",
    params: { scope: { kind: "string" }, full: { kind: "boolean" } },
    result: ["batch", "profile"],
  },
  "app.info": {
    reason: "no file",
    scope: null,
    kind: "read",
    needsApp: true,
    result: {
      ID: 5,
      CODE: "local.demo",
      VERSION: 1,
      STATUS: "L",
      INSTALLED: true,
      PAYMENT_EXPIRED: "N",
      DAYS: null,
      LANGUAGE_ID: "en",
      LICENSE: "en_basic",
      LICENSE_TYPE: "basic",
      LICENSE_FAMILY: "basic",
    },
  },
};
