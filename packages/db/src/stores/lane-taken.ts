/** True for the refusal of one of the indexes that let only one row of a lane be under way. */
export function isLaneTaken(error: unknown, index: string): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code, constraint_name: name } = each as { code?: string; constraint_name?: string };
    if (code === "23505" && name === index) return true;
  }
  return false;
}

/** True when an effect could not be born leaving, because another of its lane left in the same moment (see `effectsToPut`). */
export const isLeavingRefused = (error: unknown) => isLaneTaken(error, "outbox_effect_leaving_idx");
