import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Nearer to the end than this, in pixels, the reader is taken to follow along. */
const NEAR_END_PX = 80;

export type StickToBottom = {
  ref: RefObject<HTMLDivElement | null>;
  /** False while the reader has scrolled up. */
  isAtEnd: boolean;
  toEnd: () => void;
};

/** Keeps a scroller at its end while content grows, unless the reader has scrolled up. */
export function useStickToBottom(key: string): StickToBottom {
  const ref = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => {
    ref.current?.scrollTo({ top: ref.current.scrollHeight });
    // The button that leads here goes away with its work.
    ref.current?.focus();
  }, []);
  useEffect(() => {
    const scroller = ref.current;
    const content = scroller?.firstElementChild;
    if (!scroller || !content) return undefined;
    let isFollowing = true;
    const follow = () => {
      if (isFollowing) scroller.scrollTop = scroller.scrollHeight;
    };
    let lastTop = 0;
    // Content that grows also leaves the end behind, so only a move upwards counts as the reader's leaving.
    const onScroll = () => {
      const isNearEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
      isFollowing = isNearEnd || (isFollowing && scroller.scrollTop >= lastTop);
      lastTop = scroller.scrollTop;
      setAtEnd(isFollowing);
    };
    // Watches the content too: a picture that arrives late grows it without a render.
    const observer = new ResizeObserver(follow);
    observer.observe(content);
    observer.observe(scroller);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    follow();
    setAtEnd(true);
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", onScroll);
    };
  }, [key]);
  return { ref, isAtEnd, toEnd };
}
