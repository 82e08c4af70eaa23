/** One working day of a person. */
export type WorkDay = {
  id: number;
  userId: number;
  status: "OPENED" | "PAUSED" | "CLOSED";
  startedAt: string;
  finishedAt: string | null;
  /** Since when it is paused; null while it is not. */
  pausedAt: string | null;
  /** All breaks that are over. */
  breakSeconds: number;
  /** False while the head has to confirm a day whose times were changed by hand. */
  isConfirmed: boolean;
  report: string;
  openPlace: { latitude: number; longitude: number; ip: string };
  closePlace: { latitude: number; longitude: number; ip: string };
};
