/** How much comes, in how long. */
export type StormSize = {
  /** States of alerts, beginnings and ends together. */
  states: number;
  groups: number;
  seconds: number;
  /** States in one post. */
  perPost: number;
};

export type StormPost = {
  /** After the storm's beginning. */
  dueMs: number;
  group: number;
  alerts: readonly { number: number; status: "firing" | "resolved" }[];
};

/** One post in so many of a group tells that earlier alerts have ended. */
const ENDING_EVERY = 10;

/**
 * Posts as a monitoring system sends them when much breaks at once: at even distances, of all groups in turns, each with
 * alerts that no post before has told; every tenth of a group says that the oldest of them are over. No two posts are alike.
 */
export function planStorm({ states, groups, seconds, perPost }: StormSize): StormPost[] {
  const posts = Math.floor(states / perPost);
  const apartMs = (seconds * 1_000) / posts;
  return Array.from({ length: posts }, (_, index): StormPost => {
    const [group, turn] = [index % groups, Math.floor(index / groups)];
    const isEnding = turn % ENDING_EVERY === ENDING_EVERY - 1;
    const endings = Math.floor(turn / ENDING_EVERY);
    const first = (isEnding ? endings : turn - endings) * perPost;
    const status = isEnding ? ("resolved" as const) : ("firing" as const);
    return {
      dueMs: index * apartMs,
      group,
      alerts: Array.from({ length: perPost }, (_each, place) => ({ number: first + place, status })),
    };
  });
}

/** What has to be known of each group in the end. */
export function expectedOf(posts: readonly StormPost[], groups: number): { firing: number; total: number }[] {
  return Array.from({ length: groups }, (_, group) => {
    const told = posts.filter((post) => post.group === group).flatMap(({ alerts }) => alerts);
    const total = new Set(told.map(({ number }) => number)).size;
    return { firing: total - told.filter(({ status }) => status === "resolved").length, total };
  });
}
