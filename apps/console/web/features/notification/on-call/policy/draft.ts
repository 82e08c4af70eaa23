import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../../server/root.ts";

export type PolicyList = inferRouterOutputs<AppRouter>["policy"]["list"];
export type KnownPolicy = PolicyList["policies"][number];
export type Policy = NonNullable<KnownPolicy["policy"]>;
export type Level = Policy["levels"][number];
export type Target = Level["targets"][number];

export const TARGET_KINDS = ["rota", "person", "chat", "heads"] as const satisfies readonly Target["kind"][];

/** A recipient of a kind, yet to be named. @param rotaId The first rota there is. */
export function blankTarget(kind: Target["kind"], rotaId: string): Target {
  switch (kind) {
    case "rota":
      return { kind, rotaId };
    case "person":
      return { kind, id: "" };
    case "chat":
      return { kind, dialogId: "" };
    case "heads":
      return { kind };
  }
}

export const blankLevel = (rotaId: string): Level => ({
  targets: [blankTarget(rotaId === "" ? "person" : "rota", rotaId)],
  waitSeconds: 300,
});

export const blankPolicy = (rotaId: string): Policy => ({
  levels: [blankLevel(rotaId)],
  repeats: 1,
  fallbackDialogId: null,
  passesQuietHoursFrom: "critical",
  acknowledgedSeconds: null,
});
