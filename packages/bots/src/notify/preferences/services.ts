/** How the person who asks wants to be told, and why they were told something. */
export type PreferenceServices = {
  /** As text of JSON by the notifications package's schema of preferences. */
  read(): Promise<unknown>;
};
