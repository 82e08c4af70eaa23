import { useMessages } from "use-intl";

import { wordsOf } from "./words-of.ts";

/** A topic in the person's language. Bots of a deployment's own have topics that have no name here. */
export function useTopicName(): (topic: string) => string {
  const { topics } = useMessages();
  return (topic) => wordsOf(topics, topic) ?? topic.replaceAll("_", " ");
}
