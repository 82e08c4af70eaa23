import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../server/root.ts";

type Outputs = inferRouterOutputs<AppRouter>["quality"];

/** Figures of one period. */
export type Figures = Outputs["figures"]["current"];
export type Previous = NonNullable<Outputs["figures"]["previous"]>;
export type Share = Figures["containment"];
export type Times = Figures["firstResponse"];
export type Series = Outputs["series"];
export type Point = Series["points"][number];
export type GroupRow = Outputs["groups"][number];
export type VisitRow = Outputs["visits"]["rows"][number];
export type OutcomeKind = keyof Figures["kinds"];
