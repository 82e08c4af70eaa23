import type { Auth } from "./auth.ts";
import type { Role } from "./roles.ts";

export type Login = { email: string; name: string; role: Role; password: string };

/** Makes a log-in, or brings the one that is there to this name, role and password. A new password ends its sessions. */
export async function putLogin(auth: Auth, login: Login): Promise<"created" | "changed" | "unchanged"> {
  const { internalAdapter, password } = await auth.$context;
  const { email, name, role } = login;
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  if (found === null) {
    const user = await internalAdapter.createUser({ email, name, role, emailVerified: true }, { method: "admin" });
    await addPassword(user.id);
    return "created";
  }
  const { user, accounts } = found;
  const credential = accounts.find((account) => account.providerId === "credential");
  const hash = credential?.password;
  const isSamePassword = hash != null && (await password.verify({ hash, password: login.password }));
  // safe: `role` is one of the additional fields of this instance
  const isSamePerson = user.name === name && (user as unknown as { role: string }).role === role;
  if (!isSamePerson) await internalAdapter.updateUser(user.id, { name, role });
  if (!isSamePassword) {
    // Somebody added in the console has no password until they follow their link.
    if (credential === undefined) await addPassword(user.id);
    else await internalAdapter.updatePassword(user.id, await password.hash(login.password));
    await internalAdapter.deleteUserSessions(user.id);
  }
  return isSamePassword && isSamePerson ? "unchanged" : "changed";

  async function addPassword(userId: string): Promise<void> {
    const made = await password.hash(login.password);
    await internalAdapter.linkAccount({ userId, accountId: userId, providerId: "credential", password: made });
  }
}
