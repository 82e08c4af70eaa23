/** The key in the outbox of what an event's step does, counted from 0. The same event run again builds the same keys. */
export const keyOfEffect = (stepId: string, index: number): string => `event:${stepId}:${index}`;
