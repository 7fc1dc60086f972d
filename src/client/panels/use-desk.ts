/** What a person at the table has in hand: which decision, which option, which dialog; and the keys. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeatView } from '../../core/model/view.ts';
import { byDeadline } from './decisions.tsx';
import type { TableKey } from './keys.ts';
import { pressedKey } from './keys.ts';
import type { TableProps } from './table-props.ts';

export interface Desk {
  readonly inHand: string | null;
  readonly chosen: string | null;
  readonly help: boolean;
  readonly ending: boolean;
  readonly takeInHand: (ref: string) => void;
  readonly choose: (option: string) => void;
  readonly setHelp: (open: boolean) => void;
  readonly setEnding: (open: boolean) => void;
}

interface Hand {
  readonly decision: string | null;
  readonly option: string | null;
}

/** The decision asked for if it is still open, else the one due first; a choice falls with its decision. */
function handOf(view: SeatView, hand: Hand): Hand {
  const held = view.decisions.find(({ ref }) => ref === hand.decision);
  if (held === undefined) return { decision: byDeadline(view.decisions)[0]?.ref ?? null, option: null };
  const option = held.options.find(({ id, open }) => id === hand.option && open);
  return { decision: held.ref, option: option?.id ?? null };
}

const focusOn = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
};

export function useDesk(props: TableProps): Desk {
  const { view } = props;
  const [wanted, setWanted] = useState<Hand>({ decision: null, option: null });
  const [help, setHelp] = useState(false);
  const [ending, setEnding] = useState(false);
  const hand = handOf(view, wanted);
  const desk: Desk = {
    inHand: hand.decision,
    chosen: hand.option,
    help,
    ending,
    takeInHand: (decision) => {
      setWanted({ decision, option: decision === hand.decision ? hand.option : null });
      focusOn('#decision-in-hand input:not(:disabled)');
    },
    choose: (option) => setWanted({ decision: hand.decision, option }),
    setHelp,
    setEnding,
  };
  useKeys(props, desk);
  return desk;
}

function useKeys(props: TableProps, desk: Desk): void {
  const latest = useRef({ props, desk });
  latest.current = { props, desk };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { props, desk } = latest.current;
      const pressed = pressedKey(event);
      if (pressed === null || !props.singleKeys) return;
      event.preventDefault();
      if ('digit' in pressed) chooseByDigit(props.view, desk, pressed.digit);
      else actOn(pressed.press, props, desk);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function chooseByDigit(view: SeatView, desk: Desk, digit: number): void {
  const option = view.decisions.find(({ ref }) => ref === desk.inHand)?.options[digit - 1];
  if (option === undefined || !option.open) return;
  desk.choose(option.id);
  // At once, so that Enter pressed right after takes it.
  document.querySelector<HTMLElement>(`#decision-in-hand input[value="${option.id}"]`)?.focus();
}

function actOn(key: TableKey, { view, held, ended, curtain, acts }: TableProps, desk: Desk): void {
  const after = (list: readonly string[], one: string): string | undefined =>
    list[(list.indexOf(one) + 1) % list.length];
  const refs = byDeadline(view.decisions).map(({ ref }) => ref);
  const atForm = document.activeElement?.closest('#decision-in-hand') != null;
  const decision = desk.inHand === null || !atForm ? desk.inHand : after(refs, desk.inHand);
  const seats = held.map((one) => one.seat);
  const seat = seats.length > 1 ? after(seats, view.card.seat) : undefined;
  const does: Record<TableKey, () => void> = {
    next: () => ended || acts.next(),
    hour: () => ended || acts.hour(),
    end: () => (ended ? acts.review() : desk.setEnding(true)),
    decision: () => decision != null && desk.takeInHand(decision),
    seat: () => seat !== undefined && acts.takeSeat(seat),
    curtain: () => acts.drawCurtain(curtain === null),
    theme: acts.changeTheme,
    help: () => desk.setHelp(true),
    record: acts.downloadRecord,
  };
  does[key]();
}
