/** The width of an element in pixels, kept up to date. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export function useWidth<T extends HTMLElement>(otherwise: number): readonly [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(otherwise);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(target);
    return () => watch.disconnect();
  }, []);
  return [element, width];
}
