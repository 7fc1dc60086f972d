/** What every panel knows beside the view: public before StartEx, the same for the whole run. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { zulu } from '../../words/formats.ts';
import type { Setting } from '../link/cards.ts';

const SettingContext = createContext<Setting | null>(null);
export const SettingProvider = SettingContext.Provider;

/** Whether somebody else lets time pass: then no panel sends a person to buttons that are not there. */
const LedContext = createContext(false);
export const LedProvider = LedContext.Provider;
export const useLed = (): boolean => useContext(LedContext);

export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === null) throw new Error('Impossible: a panel stands outside its SettingProvider');
  return setting;
}

/** `zulu` for this run's StartEx. */
export function useZulu(): (at: number) => string {
  const { startsAt } = useSetting();
  return (at) => zulu(startsAt, at);
}

/** The short name of an organisation; the id where it is none (a source outside the coalition). */
export const organisationName = (setting: Setting, id: string): string =>
  setting.organisations.find((one) => one.id === id)?.short ?? id;

/** A nation's name in full. */
export const nationName = (setting: Setting, id: string): string =>
  setting.nations.find((one) => one.id === id)?.name ?? id;

/** The three letters of a nation, as markings write them. */
export const nationCode = (setting: Setting, id: string): string =>
  setting.nations.find((one) => one.id === id)?.code ?? id.toUpperCase();
