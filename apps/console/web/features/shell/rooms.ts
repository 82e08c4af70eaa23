import type { Role } from "../../../server/roles.ts";

/** The rooms beside the conversations, in the order of the side bar, each with the least role that may see it. */
export const ROOMS = [
  { to: "/workflows", name: "workflows", least: "viewer" },
  { to: "/quality", name: "quality", least: "viewer" },
  { to: "/training", name: "training", least: "operator" },
  { to: "/deliveries", name: "deliveries", least: "lead" },
  { to: "/notifications", name: "notifications", least: "viewer" },
  { to: "/portals", name: "portals", least: "viewer" },
  { to: "/access", name: "access", least: "viewer" },
] as const satisfies readonly { to: string; name: string; least: Role }[];
/** The room that an address belongs to. */
export const roomAt = (pathname: string) =>
  // Pages of a bot stand with its portal.
  pathname.startsWith("/bots") ? "/portals" : ROOMS.find(({ to }) => pathname.startsWith(to))?.to;

export type RoomName = (typeof ROOMS)[number]["name"];
