/** Where to go after the sign-in: a path of ours, never another site's address that somebody put into the link. */
export function safeNext(next: string | undefined): string {
  const isOurs = next !== undefined && /^\/(?![/\\])/.test(next) && !next.startsWith("/login");
  return isOurs ? next : "/conversations";
}
