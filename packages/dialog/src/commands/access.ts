import { z } from "zod";

/** What a person is on the portal. Heads lead a department; who is none of it comes from outside. */
export const Role = z.enum(["admin", "head", "employee"]);
export type Role = z.infer<typeof Role>;

/** Who may call a command: whoever has one of the roles or belongs to one of the departments (portal ids). */
export const Access = z.object({ roles: z.array(Role).optional(), departments: z.array(z.string()).optional() });
export type Access = {
  readonly roles?: readonly Role[] | undefined;
  readonly departments?: readonly string[] | undefined;
};

/**
 * A setting of the name `commandAccess`, by commands: what a portal says there counts in place of what the definition says.
 * A bot that lets its portals decide has `commandAccess: CommandAccess` among its settings.
 */
export const CommandAccess = z.record(z.string(), Access).default({});

/** What is known about a person on the portal: ids of all departments they belong to, and what they are. */
export type PersonFacts = { id: string; departments: readonly string[]; roles: readonly Role[] };
