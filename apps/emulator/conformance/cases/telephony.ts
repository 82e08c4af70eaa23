import type { Cases } from "../world.ts";

export const telephonyCases: Cases = {};
