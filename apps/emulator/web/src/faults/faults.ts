/** The switches of `GET /emulator/api/faults`, as src/faults.ts of the emulator describes them. */
export type Often = { times?: number; rate?: number; seed?: number };
export type RestMode = (typeof REST_MODES)[number];
export type EventMode = (typeof EVENT_MODES)[number];
export type DownloadMode = (typeof DOWNLOAD_MODES)[number];

export const REST_MODES = [
  "delay",
  "drop_before",
  "error_500",
  "error_500_page",
  "error_502",
  "limit_503",
  "overload_503",
  "limit_429",
  "expired_token",
  "drop_after",
  "error_502_after",
  "truncated",
  "wrong_type",
  "page_200",
  "without_time",
] as const;
export const EVENT_MODES = ["lose", "double", "delay", "reorder"] as const;
export const DOWNLOAD_MODES = ["dead", "truncated", "error_500", "delay"] as const;

export type RestRule = Often & { mode: RestMode; method?: string; delayMs?: number };
export type EventRule = Often & { mode: EventMode; event?: string; delayMs?: number };
export type DownloadRule = Often & { mode: DownloadMode; file?: string; delayMs?: number };

export type Faults = {
  rest: RestRule[];
  events: EventRule[];
  downloads: DownloadRule[];
  access: {
    areTokensExpired: boolean;
    revokedApps: string[];
    areWebhooksRevoked: boolean;
    isPaymentRequired: boolean;
  };
  portal: { isOldRevision: boolean; movedTo: string | null; isHttpsRequired: boolean };
  limits: { requests?: string | null; operatingS: number | null; costs: { method: string; seconds: number }[] };
  lifetimes: { fileLinkS: number; isRefreshOneShot: boolean };
};
