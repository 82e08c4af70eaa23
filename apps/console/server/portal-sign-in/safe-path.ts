/** Where to go after the sign-in: a path of ours, never another site's address that somebody put into the link. */
export function safePath(next: string | null | undefined): string {
  const isOurs = typeof next === "string" && /^\/(?![/\\])/.test(next) && !/[\s\p{Cc}]/u.test(next);
  return isOurs && !next.startsWith("/login") && !next.startsWith("/api/") ? next : "/";
}
