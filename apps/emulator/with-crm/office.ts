import { type B24Client, createB24Client, createLocalBudget, createUndiciTransport } from "@botdeck/b24-client";
import { onTestFinished } from "vitest";

import { addDepartment } from "../src/people/departments.ts";
import { changeProfile } from "../src/people/profiles.ts";
import { settlePerson } from "../src/people/settle-person.ts";
import { startTestPortal, type TestPortal } from "../src/testing/test-portal.ts";

const SCOPES = ["user", "department", "calendar", "lists", "bizproc", "crm", "task", "tasks", "im", "telephony"];

/** One request that reached the portal, and the calls that it was made of. */
export type Sent = { method: string; calls: string[] };

/** A portal as the platform sees it: through its own client, with the rights of one person or another. */
export type Office = TestPortal & {
  /** A client with somebody's rights. */
  clientOf(personId: string, scopes?: string[]): Promise<B24Client>;
  /** What was sent since the last time this was asked. */
  sent(): Sent[];
  /** A department, and who it is led by. @returns Its id. */
  department(name: string, parentId: number, headId?: string): number;
  /** Makes somebody the head of a department. */
  lead(departmentId: number, headId: string): void;
  /** Somebody who works in these departments, with an account. @returns Their id. */
  hire(name: string, departmentIds: number[]): string;
};

export async function startOffice(): Promise<Office> {
  const world = await startTestPortal();
  const transport = createUndiciTransport();
  onTestFinished(() => transport.close());
  let requests: Sent[] = [];
  const { state } = world.portal;

  return {
    ...world,
    async clientOf(personId, scopes = SCOPES) {
      const url = await world.webhook(personId, scopes);
      return createB24Client({
        portal: { kind: "webhook", url },
        budget: createLocalBudget(),
        transport: {
          send(address, body, options) {
            const method = new URL(address).pathname.split("/").at(-1) ?? "";
            // safe: the client's own body
            const { cmd } = JSON.parse(body ?? "{}") as { cmd?: Record<string, string> };
            requests.push({
              method,
              calls: cmd ? Object.values(cmd).map((line) => line.split("?")[0] ?? "") : [method],
            });
            return transport.send(address, body, options);
          },
        },
      });
    },
    sent() {
      const all = requests;
      requests = [];
      return all;
    },
    department: (name, parentId, headId) =>
      addDepartment(state, { name, sort: 500, parentId, headId: headId === undefined ? null : Number(headId) }).id,
    lead(departmentId, headId) {
      const department = state.departments.get(departmentId);
      if (department !== undefined) department.headId = Number(headId);
    },
    hire(name, departmentIds) {
      const [firstName = "", lastName = ""] = name.split(" ");
      const person = settlePerson(state, {
        firstName,
        lastName,
        role: "employee",
        language: "en",
        gender: "F",
        workPosition: "",
      });
      changeProfile(state, person, { departmentIds });
      return String(person.id);
    },
  };
}
