import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../server/root.ts";

type Training = inferRouterOutputs<AppRouter>["training"];

export type TrainedBot = Training["bots"][number];
export type BotIntent = TrainedBot["intents"][number];
export type Example = Training["list"]["rows"][number];
export type Run = NonNullable<Training["latestRun"]>;
