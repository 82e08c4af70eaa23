/** Somebody's words about a task. */
export type TaskComment = {
  /** Of a message in the task's chat, or of an entry of the old card: both count up. */
  id: string;
  /** Portal user id. */
  authorId: string;
  authorName: string;
  text: string;
  /** Null when the portal gave no readable time. */
  at: Date | null;
};
