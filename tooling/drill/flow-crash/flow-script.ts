import type { FlowAccount, Owed } from "./ledger.ts";
import type { OfficePortal } from "./office-portal.ts";

/** One thing that somebody does, and what has to be heard of it before the next. */
export type FlowStep = { act(): Promise<void>; owes: readonly Owed[] };

/** Where the system that is drilled is found, for flows that other systems begin. */
export type DrillSite = { databaseUrl: string; gatewayUrl: string };

/** A flow of an internal bot as it is played while processes die. */
export type FlowScript = {
  /** As on the command line. */
  name: string;
  botName: string;
  steps: number;
  /** A new flow, each time with people of its own or words that tell it from those before. */
  begin(portal: OfficePortal, run: number, site: DrillSite): Promise<PlayedFlow>;
};

export type PlayedFlow = {
  /** Portal ids of those whose chats are looked at. */
  people: readonly string[];
  steps: readonly FlowStep[];
  /** What else has to be so on the portal in the end, such as one task. */
  settle(): Promise<Pick<FlowAccount, "lost" | "duplicated"> & Partial<Pick<FlowAccount, "reordered">>>;
};
