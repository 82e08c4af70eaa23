export type { Batch, Take } from "./drain-segments.ts";
export type { ReportFinding, SpoolFinding } from "./finding.ts";
export { openSpool, type SpoolOptions } from "./open-spool.ts";
export type { DrainOptions, Spool, SpoolStatus } from "./spool.ts";
