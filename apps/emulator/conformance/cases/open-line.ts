import type { Cases } from "../world.ts";

export const openLineCases: Cases = {};
