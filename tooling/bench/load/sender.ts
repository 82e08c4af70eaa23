/** How a portal of a bench proves itself. */
export type Sender = { memberId: string; applicationToken: string; bitrixBotId: string };

/** The portals of a bench are numbered, and their names have one length, as their posts must. */
export function senderOf(index: number): Sender {
  const number = String(index).padStart(6, "0");
  return { memberId: `bench${number}`, applicationToken: `application${number}`, bitrixBotId: `1${number}` };
}
