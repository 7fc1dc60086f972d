/** Measures arrive as ids and numbers; what ends in seconds is a span of time. */
import { spoken } from '../../words/formats.ts';

const isSpan = (name: string): boolean => /seconds$/i.test(name);

export function measureName(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .replace(/ ?seconds$/i, '')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const measureValue = (name: string, value: number): string =>
  isSpan(name) ? spoken(Math.round(value)) : String(Math.round(value * 100) / 100);
