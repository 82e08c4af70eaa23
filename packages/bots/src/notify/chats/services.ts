/** What a service chat may be of. */
export type ChatOf = "department" | "project";

/** Group chats whose members are those of a department or a project. */
export type ServiceChatServices = {
  /**
   * Which ones the words may mean: of departments any, of projects those that the person who asks is in. Null where the portal
   * does not let the app see projects.
   */
  find(of: ChatOf, words: string): Promise<readonly { id: string; name: string }[] | null>;
  /** Has the chat made, unless it is there. Null when the department or project is not there, or not theirs to see. */
  make(of: ChatOf, id: string): Promise<{ name: string; people: number; isNew: boolean } | null>;
};
